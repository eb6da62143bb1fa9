import { placeOf, tilesOf } from '../session/boardOrder';
import type { BoardSpot } from './BoardSpot';
import type { EditingModel } from './EditingModel';
import { goToTile } from './tileElements';

/** Takes a tile away; the tile that comes to stand in its place, or the one before it, has the focus then. */
export function removeTile(model: EditingModel, spot: BoardSpot, key: string): void {
  const { current } = model.session;
  const { section } = placeOf(current, key) ?? {};
  const tiles = tilesOf(current, section);
  const index = tiles.indexOf(key);
  const neighbour = tiles[index + 1] ?? tiles[index - 1];
  if (neighbour !== undefined) goToTile(spot, neighbour);
  model.do({ type: 'remove-metric', key });
}
