import defaultStats from '../../../../default_stats.json';
import type { MetricDefinition } from '../../../schema/metricDefinition';
import { readOnce, type EvaluationContext } from '../../board/ReadingsStore';
import { parseMetricDefinitions } from '../../../model/metric/parseMetricDefinitions';
import type { Board } from '../../../model/board/Board';
import { writeBoardDocument } from '../../../model/board/boardDocument';
import type { JsonObject } from '../../../model/board/BoardDocuments';
import { defaultBoard } from '../../../model/board/defaultBoard';
import { contentOf } from '../../../model/board/parseBoard';

/** What a new board has on it. */
export type BoardStart = 'empty' | 'default' | 'copy';

export interface BoardToBeginWith {
  /** As it is stored. */
  readonly document: JsonObject;
  /** The metrics that its tiles show and that may not be there yet, by key. */
  readonly metrics: Readonly<Record<string, MetricDefinition>>;
}

/**
 * The document of a new board. Of the default board it has the tiles whose metrics can be read in the data of this account, so that
 * no tile of it begins with an error.
 */
export function boardToBeginWith(
  start: BoardStart,
  shown: Board,
  moment: EvaluationContext,
): BoardToBeginWith {
  if (start === 'empty') return { document: { sections: [] }, metrics: {} };
  if (start === 'copy') {
    const { title: _title, ...kept } = shown.own?.kept ?? {};
    return { document: writeBoardDocument({ kept }, shown.sections), metrics: {} };
  }
  const metrics = new Map<string, MetricDefinition>();
  const canBeRead = (key: unknown): boolean => {
    if (typeof key !== 'string') return true;
    const entry: unknown =
      shown.metrics.get(key) ?? contentOf(defaultStats[key as keyof typeof defaultStats]);
    const [parsed] = parseMetricDefinitions({ [key]: entry });
    if (!parsed || 'problem' in parsed || 'problem' in readOnce(parsed, moment)) return false;
    metrics.set(key, (entry as { metric: MetricDefinition }).metric);
    return true;
  };
  const sections = defaultBoard.sections.map((section) => ({
    ...section,
    tiles: section.tiles.filter(({ visual }) => canBeRead(visual.metric)),
  }));
  return { document: { sections }, metrics: Object.fromEntries(metrics) };
}
