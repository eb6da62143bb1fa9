import * as React from 'react';
import type { ArrangedTile } from '../../model/board/arrangeBoard';
import { labelWidths } from '../../visuals/labelWidths';
import { pictureOf } from '../../visuals/registry';
import { fitTiles, type Headings, type PageSection, type TilePage } from './fitTiles';
import { timeOf } from './turns';
import type { WallBoard } from './usePlaylist';
import { useSize } from './useSize';

/** What stands on the wall now. */
export interface WallPage extends Omit<TilePage, 'sections'> {
  readonly sections: readonly (PageSection & { readonly tiles: readonly ArrangedTile[] })[];
  /** Width of the tiles' room, in CSS pixels. */
  readonly width: number;
  readonly board: WallBoard;
  /** Its number among the pages of its board, from 0. */
  readonly inBoard: number;
  /** How long it is shown, where there are others: milliseconds. */
  readonly time: number;
}

/** Of the shorter side of the window: a smaller unit makes numbers that nobody reads across a room (docs/wall-display.md). */
const smallestUnit = 1 / 520;

/** Height of a section's heading, of the shorter side of the window. */
export const headingShare = 0.042;

/** Lays the tiles of each board out in the room there is, on several pages where they need them. */
export function useWallPages(
  boards: readonly WallBoard[],
  space: React.RefObject<HTMLElement>,
): readonly WallPage[] {
  const size = useSize(space);
  const [headings] = React.useState(headingsInAddress);
  return React.useMemo(
    () => (size ? boards.flatMap((board) => pagesOf(board, size, headings)) : []),
    [boards, size, headings],
  );
}

function pagesOf(
  board: WallBoard,
  size: { readonly width: number; readonly height: number },
  headings: Headings,
): readonly WallPage[] {
  const side = Math.min(window.innerWidth, window.innerHeight);
  const sections = board.sections.map(({ name, tiles }) => ({
    ...(name === undefined ? {} : { name }),
    tiles: tiles.map(({ label, span, visual }) => ({
      span,
      label: labelWidths(label),
      picture: pictureOf(visual.kind),
    })),
  }));
  const all = board.sections.flatMap(({ tiles }) => tiles);
  const space = {
    ...size,
    gap: wallGap(side),
    heading: headingShare * side,
    smallestUnit: smallestUnit * side,
  };
  const fitted = fitTiles(sections, space, headings);
  return fitted.map(({ sections: parts, ...page }, inBoard) => ({
    ...page,
    width: size.width,
    sections: parts.map((part) => ({ ...part, tiles: all.slice(part.from, part.to) })),
    board,
    inBoard,
    time: timeOf(board.seconds, fitted.length),
  }));
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
