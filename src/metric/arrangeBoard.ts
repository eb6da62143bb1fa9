import type { TileSize } from '../contract/metricDefinition';
import type { ParsedDefinition } from './parseMetricDefinitions';

export interface ArrangedSection {
  /** Undefined for the tiles that stand before all sections. */
  readonly name: string | undefined;
  readonly tiles: readonly ArrangedTile[];
}

/** The place of a tile; what it shows is in the reading of the same key. */
export interface ArrangedTile {
  readonly key: string;
  readonly label: string;
  readonly size: TileSize;
}

/**
 * What stands where. Tiles go by their order, and those without one after the others as they were given; sections go as the
 * settings list them, and those that are not listed after the others, by their first tile. Sections without tiles are left out.
 *
 * @param sections names of sections in their order, from the board settings
 */
export function arrangeBoard(
  definitions: readonly ParsedDefinition[],
  sections: readonly string[],
): readonly ArrangedSection[] {
  const inOrder = [...definitions].sort((a, b) => compare(a.order ?? Infinity, b.order ?? Infinity));
  const tilesOf = new Map<string | undefined, ArrangedTile[]>();
  for (const name of [undefined, ...sections]) tilesOf.set(name, []);
  for (const { key, label, section, size = 'normal' } of inOrder) {
    const tiles = tilesOf.get(section) ?? [];
    tilesOf.set(section, tiles);
    tiles.push({ key, label, size });
  }
  return [...tilesOf].flatMap(([name, tiles]) => (tiles.length > 0 ? [{ name, tiles }] : []));
}

/** Infinity less Infinity is no number, so no difference. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
