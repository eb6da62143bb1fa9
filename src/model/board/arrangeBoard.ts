import type { StoredVisual } from '../../schema/boardDocuments';
import type { ParsedDefinition } from '../metric/parseMetricDefinitions';
import { metricOfTile, numberOf, type Fixed } from './Board';
import { readBoardDocument } from './boardDocument';
import type { JsonObject } from './BoardDocuments';
import { spanOf, type Span } from './span';

export interface ArrangedSection {
  /** Undefined for the tiles that stand before all sections. */
  readonly name: string | undefined;
  readonly tiles: readonly ArrangedTile[];
}

/** The place of a tile, and through which visual it shows the reading of its metric. */
export interface ArrangedTile {
  /** The tile's own; readings go by the metric's. */
  readonly key: string;
  readonly label: string;
  readonly span: Span;
  readonly visual: StoredVisual;
  /** What is chosen for this tile, by the names of variables. */
  readonly with?: Fixed;
  /** What its readings are kept by, in the order of its visual's measures; left out where that is what these go by. */
  readonly identities?: readonly string[];
  /** Names of the variables that it reads, where it reads any. */
  readonly reads?: readonly string[];
}

/**
 * What stands where. Tiles go by their order, those without one after the others as they were given, and what is no metric after
 * all of these; sections go as the settings list them, and those that are not listed after the others, by their first tile.
 * Sections without tiles are left out.
 *
 * @param sections names of sections in their order, from the board settings
 */
export function arrangeBoard(
  definitions: readonly ParsedDefinition[],
  sections: readonly string[],
): readonly ArrangedSection[] {
  const isMetric = (definition: ParsedDefinition): boolean =>
    !('problem' in definition && definition.problem.kind === 'no-metric');
  return arrangeTiles(definitions, isMetric, sections).flatMap(({ name, tiles }) =>
    tiles.length > 0
      ? [
          {
            name,
            tiles: tiles.map(({ key, label, size = 'normal' }) => ({
              key,
              label,
              span: spanOf(size),
              visual: numberOf(key),
            })),
          },
        ]
      : [],
  );
}

/**
 * What stands where by the document of a board, and its metrics. A metric that is on a tile and is not there, because somebody
 * deleted it, is one with a problem: its tile says so.
 */
export function arrangeBoardDocument(
  definitions: readonly ParsedDefinition[],
  document: JsonObject,
): { readonly sections: readonly ArrangedSection[]; readonly definitions: readonly ParsedDefinition[] } {
  const known = new Map(definitions.map((definition) => [definition.key, definition]));
  const missing = new Map<string, ParsedDefinition>();
  const sections = readBoardDocument(document).sections.map(({ name, tiles }) => ({
    name,
    tiles: tiles.map((tile): ArrangedTile => {
      const { key, span, visual } = tile;
      const metric = metricOfTile(tile);
      const label =
        tile.label ?? (metric === undefined ? undefined : known.get(metric)?.label) ?? metric ?? key;
      if (metric !== undefined && !known.has(metric))
        missing.set(metric, { key: metric, label, problem: { kind: 'metric-deleted', key: metric } });
      return { key, label, span, visual, ...(tile.with && { with: tile.with }) };
    }),
  }));
  return {
    sections: sections.filter(({ tiles }) => tiles.length > 0),
    definitions: [...definitions, ...missing.values()],
  };
}

interface Placed {
  readonly section?: string | undefined;
  readonly order?: number | undefined;
}

/** The same of anything that has a place, with the sections that are listed and have no tiles. */
export function arrangeTiles<Item extends Placed>(
  items: readonly Item[],
  isMetric: (item: Item) => boolean,
  sections: readonly string[],
): readonly { readonly name: string | undefined; readonly tiles: readonly Item[] }[] {
  const metrics = items.filter(isMetric);
  const others = items.filter((item) => !isMetric(item));
  const inOrder = [...metrics.sort((a, b) => compare(a.order ?? Infinity, b.order ?? Infinity)), ...others];
  const tilesOf = new Map<string | undefined, Item[]>();
  for (const name of [undefined, ...sections]) tilesOf.set(name, []);
  for (const item of inOrder) {
    const tiles = tilesOf.get(item.section);
    if (tiles) tiles.push(item);
    else tilesOf.set(item.section, [item]);
  }
  return [...tilesOf].map(([name, tiles]) => ({ name, tiles }));
}

/** Infinity less Infinity is no number, so no difference. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
