import type { StoredVisual } from '../schema/boardDocuments';
import { ReadingsStore, type EvaluationContext } from '../views/board/ReadingsStore';
import { lookAt } from '../views/board/useLook';
import { parseMetricDefinitions } from '../model/metric/parseMetricDefinitions';
import type { ArrangedTile } from '../model/board/arrangeBoard';
import type { TileMeasure } from '../visuals/Measure';
import { openVisual } from '../visuals/registry';
import type { Look } from '../visuals/VisualKind';
import { aMoment } from './anEvaluatedMetric';

export const aTile = (visual: StoredVisual, label = 'Tile'): ArrangedTile => ({
  key: 'tile',
  label,
  span: { columns: 2, rows: 1 },
  visual,
});

/** What the tiles bring along to be evaluated, each once. */
export function tileMeasures(
  tiles: readonly { readonly label: string; readonly visual: StoredVisual }[],
): readonly TileMeasure[] {
  const own = new Map<string, TileMeasure>();
  for (const { label, visual } of tiles)
    for (const measure of openVisual(visual).measures(label))
      if ('shape' in measure) own.set(measure.key, measure);
  return [...own.values()];
}

/** What a board of such tiles reads, with a library of such metrics. */
export function readTiles(
  tiles: readonly ArrangedTile[],
  metrics: Readonly<Record<string, object>> = {},
  moment: Partial<EvaluationContext> = {},
): ReadingsStore {
  const entries = Object.entries(metrics).map(([key, metric]) => [key, { metric }]);
  const readings = new ReadingsStore();
  readings.evaluate(
    [...parseMetricDefinitions(Object.fromEntries(entries)), ...tileMeasures(tiles)],
    aMoment(moment),
  );
  return readings;
}

/** What one tile shows. */
export const lookOf = (
  visual: StoredVisual,
  metrics: Readonly<Record<string, object>> = {},
  moment: Partial<EvaluationContext> = {},
): Look => lookAt(aTile(visual), readTiles([aTile(visual)], metrics, moment));
