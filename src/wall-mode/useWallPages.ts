import * as React from 'react';
import type { BoardModel } from '../dashboard/BoardModel';
import { useObservable } from '../dashboard/useObservable';
import type { ArrangedTile } from '../model/board/arrangeBoard';
import { labelWidths } from '../visuals/labelWidths';
import { pictureOf } from '../visuals/registry';
import { fitTiles, type Headings, type PageSection, type TilePage } from './fitTiles';
import { useInterrupts } from './useInterrupts';
import { useSize } from './useSize';

/** What stands on the wall now. */
export interface WallPage extends Omit<TilePage, 'sections'> {
  readonly sections: readonly (PageSection & { readonly tiles: readonly ArrangedTile[] })[];
  /** Width of the tiles' room, in CSS pixels. */
  readonly width: number;
}

export interface WallPages {
  /** Undefined while there are no tiles, or no room for them is known. */
  readonly page: WallPage | undefined;
  /** Number of the page from 1, and how many there are. */
  readonly number: number;
  readonly count: number;
  /** The tiles on other pages. */
  readonly elsewhere: readonly ArrangedTile[];
  /** Key of the tile that interrupts the turning of the pages just now. */
  readonly interruptedBy: string | undefined;
  /** Goes on by so many pages; the page then stays its whole time. */
  readonly turn: (by: number) => void;
}

const pageTime = 15_000;

/** Of the shorter side of the window: a smaller unit makes numbers that nobody reads across a room (docs/wall-display.md). */
const smallestUnit = 1 / 520;

/** Height of a section's heading, of the shorter side of the window. */
export const headingShare = 0.042;

/** Lays the tiles out in the room there is and, when they need several pages, shows one after the other. */
export function useWallPages(board: BoardModel, space: React.RefObject<HTMLElement>): WallPages {
  const { content } = useObservable(board.layout);
  const size = useSize(space);
  const [headings] = React.useState(headingsInAddress);
  const pages = React.useMemo((): readonly WallPage[] => {
    if (!size || content.status !== 'tiles') return [];
    const side = Math.min(window.innerWidth, window.innerHeight);
    const sections = content.sections.map(({ name, tiles }) => ({
      ...(name === undefined ? {} : { name }),
      tiles: tiles.map(({ label, span, visual }) => ({
        span,
        label: labelWidths(label),
        picture: pictureOf(visual.kind),
      })),
    }));
    const all = content.sections.flatMap(({ tiles }) => tiles);
    const fitted = fitTiles(
      sections,
      {
        ...size,
        gap: wallGap(side),
        heading: headingShare * side,
        smallestUnit: smallestUnit * side,
      },
      headings,
    );
    return fitted.map(({ sections: parts, ...page }) => ({
      ...page,
      width: size.width,
      sections: parts.map((part) => ({ ...part, tiles: all.slice(part.from, part.to) })),
    }));
  }, [content, size, headings]);

  const [turned, setTurned] = React.useState(0);
  const count = pages.length;
  const regular = count === 0 ? 0 : ((turned % count) + count) % count;
  const interruption = useInterrupts(board, pages, regular);
  const isInterrupted = interruption.tile !== undefined;
  React.useEffect(() => {
    if (count < 2 || isInterrupted) return undefined;
    const timer = setTimeout(() => setTurned((before) => before + 1), pageTime);
    return () => clearTimeout(timer);
  }, [count, turned, isInterrupted]);

  const index = interruption.page ?? regular;
  const elsewhere = React.useMemo(
    () => pages.filter((_, other) => other !== index).flatMap(tilesOn),
    [pages, index],
  );
  const { end } = interruption;
  const turn = React.useCallback(
    (by: number) => {
      end();
      setTurned((before) => before + by);
    },
    [end],
  );
  return {
    page: pages[index],
    number: index + 1,
    count,
    elsewhere,
    interruptedBy: interruption.tile,
    turn,
  };
}

export const tilesOn = ({ sections }: WallPage): readonly ArrangedTile[] =>
  sections.flatMap(({ tiles }) => tiles);

/** `?wall&headings=off` leaves out the headings of sections, `on` shows them whatever they cost. */
function headingsInAddress(): Headings {
  const wanted = new URLSearchParams(window.location.search).get('headings');
  return wanted === 'on' || wanted === 'off' ? wanted : undefined;
}

/** Between tiles, as in the sheet of the grid. */
export const wallGap = (side: number): number => Math.min(16, Math.max(2, 0.01 * side));
