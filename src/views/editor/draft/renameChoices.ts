import { withVariablesRenamed } from '../../../model/formula';
import { isRecord } from '../../../model/metric/fieldChecks';
import { isMetricEntry, metricOfTile, newKey, type Board, type Tile } from '../../../model/board/Board';
import { withEntryAt } from '../../../model/board/changeBoard';
import { sameJson } from '../../../persistence/sameJson';
import type { JsonObject } from '../../../persistence/DocumentService';

/** Fields that people read, and no formula does. */
const words = ['label', 'title', 'description', 'text', 'unit', 'section'];

/**
 * A board whose formulas and tiles go on reading its choices after these have other names.
 * @param names the new ones by the old ones
 * @param shared keys of the metrics that other boards show too: these stay as they are, and this board gets copies
 */
export function withChoicesRenamed(
  board: Board,
  names: ReadonlyMap<string, string>,
  shared: readonly string[],
): Board {
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return withVariablesRenamed(value, names);
    if (Array.isArray(value)) return value.map(renamed);
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([field, one]) => [field, words.includes(field) ? one : renamed(one)]),
    );
  };
  const copies = new Map<string, string>();
  const shown = board.sections.flatMap(({ tiles }) => tiles.flatMap((tile) => metricOfTile(tile) ?? []));
  let changed = board;
  for (const key of new Set(shown)) {
    const entry = board.metrics.get(key);
    if (!isMetricEntry(entry)) continue;
    const metric = renamed(entry.metric);
    if (sameJson(metric, entry.metric)) continue;
    const to = shared.includes(key) ? newKey(changed, key) : key;
    if (to !== key) copies.set(key, to);
    changed = withEntryAt(changed, to, { ...entry, metric } as JsonObject);
  }
  const withNames = (tile: Tile): Tile => {
    const metric = metricOfTile(tile);
    const copy = copies.get(metric ?? '');
    const visual = {
      ...(renamed(tile.visual) as Tile['visual']),
      ...(copy !== undefined && { metric: copy }),
    };
    const fixed = Object.entries(tile.with ?? {}).map(([name, value]) => [names.get(name) ?? name, value]);
    const next = {
      ...tile,
      visual,
      ...(fixed.length > 0 && { with: Object.fromEntries(fixed) as Tile['with'] }),
    };
    return sameJson(next, tile) ? tile : next;
  };
  const sections = changed.sections.map((section) => ({ ...section, tiles: section.tiles.map(withNames) }));
  return { ...changed, sections };
}
