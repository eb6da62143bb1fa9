import * as React from 'react';
import type { BoardModel } from '../dashboard/BoardModel';
import { useObservable } from '../dashboard/useObservable';
import type { ArrangedTile } from '../model/board/arrangeBoard';
import { fitTiles } from './fitTiles';
import { useSize } from './useSize';

/** What stands on the wall now. */
export interface WallPage {
  /** What type is measured in, in CSS pixels. */
  readonly unit: number;
  readonly sections: readonly {
    readonly name: string | undefined;
    /** Of a normal tile's width. */
    readonly columns: number;
    readonly rows: number;
    readonly tiles: readonly ArrangedTile[];
  }[];
}

export interface WallPages {
  /** Undefined while there are no tiles, or no room for them is known. */
  readonly page: WallPage | undefined;
  /** Number of the page from 1, and how many there are. */
  readonly number: number;
  readonly count: number;
  /** The tiles on other pages. */
  readonly elsewhere: readonly ArrangedTile[];
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
  const pages = React.useMemo((): readonly WallPage[] => {
    if (!size || content.status !== 'tiles') return [];
    const side = Math.min(window.innerWidth, window.innerHeight);
    const sections = content.sections.map(({ name, tiles }) => ({
      ...(name === undefined ? {} : { name }),
      sizes: tiles.map((tile) => tile.size),
    }));
    return fitTiles(sections, {
      ...size,
      gap: wallGap(side),
      heading: headingShare * side,
      smallestUnit: smallestUnit * side,
    }).map(({ unit, sections: parts }) => ({
      unit,
      sections: parts.map(({ section, from, to, columns, rows }) => ({
        name: content.sections[section]?.name,
        columns,
        rows,
        tiles: content.sections[section]?.tiles.slice(from, to) ?? [],
      })),
    }));
  }, [content, size]);

  const [turned, setTurned] = React.useState(0);
  const count = pages.length;
  React.useEffect(() => {
    if (count < 2) return undefined;
    const timer = setTimeout(() => setTurned((before) => before + 1), pageTime);
    return () => clearTimeout(timer);
  }, [count, turned]);

  const index = count === 0 ? 0 : ((turned % count) + count) % count;
  const elsewhere = React.useMemo(
    () =>
      pages
        .filter((_, other) => other !== index)
        .flatMap(({ sections }) => sections.flatMap(({ tiles }) => tiles)),
    [pages, index],
  );
  const turn = React.useCallback((by: number) => setTurned((before) => before + by), []);
  return { page: pages[index], number: index + 1, count, elsewhere, turn };
}

/** Between tiles, as in the sheet of the grid. */
export const wallGap = (side: number): number => Math.min(12, Math.max(2, 0.005 * side));
