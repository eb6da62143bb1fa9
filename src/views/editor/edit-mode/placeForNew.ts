import { placeOf, sectionsOf, type Board, type TilePosition } from '../../../model/board/Board';
import type { InsertionPoint } from './InsertionPoint';

/** Right after the tile that somebody is at, or at the end of the section; undefined when they have been nowhere yet. */
export function placeAt(board: Board, { tile, section }: InsertionPoint): TilePosition | undefined {
  const place = tile === undefined ? undefined : placeOf(board, tile);
  if (place) return place;
  if (section === '') return { section: undefined };
  return section !== undefined && sectionsOf(board).includes(section) ? { section } : undefined;
}

/** Where a new tile goes: to where somebody is, or else to the end of the board. */
export const placeForNew = (board: Board, spot: InsertionPoint): TilePosition =>
  placeAt(board, spot) ?? { section: lastSection(board) };

/** Undefined where there are no sections. */
export function lastSection(board: Board): string | undefined {
  const names = sectionsOf(board);
  return names[names.length - 1];
}
