import { placeOf, sectionsOf, tilesOf, type Board, type TilePosition } from '../../../model/board/Board';

export type MoveDirection = 'earlier' | 'later' | 'previous-section' | 'next-section';

/** The place one step away from where a tile stands; undefined when there is none on that side. */
export function neighbourPlace(
  board: Board,
  key: string,
  direction: MoveDirection,
): TilePosition | undefined {
  const place = placeOf(board, key);
  if (!place) return undefined;
  const { section } = place;
  const tiles = tilesOf(board, section);
  const index = tiles.indexOf(key);
  if (direction === 'earlier') return index > 0 ? { section, before: tiles[index - 1] } : undefined;
  if (direction === 'later')
    return index < tiles.length - 1 ? { section, before: tiles[index + 2] } : undefined;
  const sections = [undefined, ...sectionsOf(board)];
  const other = sections.indexOf(section) + (direction === 'next-section' ? 1 : -1);
  if (other < 0 || other >= sections.length) return undefined;
  const there = sections[other];
  return direction === 'next-section'
    ? { section: there, before: tilesOf(board, there)[0] }
    : { section: there };
}
