import { placeOf, sectionsOf, tilesOf } from '../../../model/board/Board';
import type { InsertionPoint } from './InsertionPoint';
import type { EditingModel } from '../editing/EditingModel';
import { goToTile } from './tileElements';

/**
 * Takes a tile away. The tile that comes to stand in its place has the focus then, or the one before it, or one of the next
 * section that has any: focus never falls to the page, where the keyboard leads nowhere.
 */
export function removeTile(model: EditingModel, spot: InsertionPoint, key: string): void {
  const { current } = model.session;
  const { section } = placeOf(current, key) ?? {};
  const tiles = tilesOf(current, section);
  const index = tiles.indexOf(key);
  const neighbour = tiles[index + 1] ?? tiles[index - 1] ?? tileElsewhere(model, section);
  if (neighbour !== undefined) goToTile(spot, neighbour);
  // The last tile of a board leaves only the tools.
  else spot.wanted = (area) => area.parentElement?.querySelector<HTMLElement>('[data-add-tile]') ?? undefined;
  model.do({ type: 'remove-tile', key });
}

/** The first tile of the section after this one that has tiles, or the last one of the sections before it. */
function tileElsewhere(model: EditingModel, section: string | undefined): string | undefined {
  const { current } = model.session;
  const sections = [undefined, ...sectionsOf(current)];
  const index = sections.indexOf(section);
  const after = sections.slice(index + 1).flatMap((name) => tilesOf(current, name));
  const before = sections.slice(0, index).flatMap((name) => tilesOf(current, name));
  return after[0] ?? before[before.length - 1];
}
