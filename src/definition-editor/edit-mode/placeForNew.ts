import type { BoardDocuments } from '../session/BoardDocuments';
import { placeOf, sectionsOf } from '../session/boardOrder';
import type { TilePosition } from '../session/EditingCommand';
import type { BoardSpot } from './BoardSpot';

/** Right after the tile that somebody is at, or at the end of the section; undefined when they have been nowhere yet. */
export function placeAt(documents: BoardDocuments, { tile, section }: BoardSpot): TilePosition | undefined {
  const place = tile === undefined ? undefined : placeOf(documents, tile);
  if (place) return place;
  if (section === '') return { section: undefined };
  return section !== undefined && sectionsOf(documents).includes(section) ? { section } : undefined;
}

/** Where a new tile goes: to where somebody is, or else to the end of the board. */
export const placeForNew = (documents: BoardDocuments, spot: BoardSpot): TilePosition =>
  placeAt(documents, spot) ?? { section: lastSection(documents) };

/** Undefined where there are no sections. */
export function lastSection(documents: BoardDocuments): string | undefined {
  const names = sectionsOf(documents);
  return names[names.length - 1];
}
