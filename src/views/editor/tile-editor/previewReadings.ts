import type { MetricDefinition } from '../../../schema/metricDefinition';
import { readOnce, type EvaluationContext } from '../../board/ReadingsStore';
import { thresholdsOf } from '../../../model/metric/crossThresholds';
import type { ParsedDefinition } from '../../../model/metric/parseMetricDefinitions';
import type { Reading } from '../../../model/metric/Reading';

export type PreviewState = 'normal' | 'first' | 'second' | 'no-data' | 'error';

export interface Preview {
  readonly state: PreviewState;
  readonly reading: Reading;
}

/**
 * A metric in the states that it can come into, whatever its value is now: below, across the first threshold, across the second,
 * without data, and with a formula that fails. Evaluated as any metric is, only with a value of our own in place of the formula.
 *
 * @param problem what the tile says that fails
 */
export function previewReadings(
  parsed: ParsedDefinition,
  moment: EvaluationContext,
  problem: string,
): readonly Preview[] {
  const { key, label } = parsed;
  const others: readonly Preview[] = [
    { state: 'no-data', reading: { key, label, status: 'no-data' } },
    {
      state: 'error',
      reading: { key, label, status: 'formula-error', problem: { kind: 'formula', message: problem } },
    },
  ];
  if ('problem' in parsed) return others;
  const { definition } = parsed;
  const [first, second] = [
    crossing({ ...definition, secondThresholdValue: undefined }),
    crossing({ ...definition, firstThresholdValue: undefined }),
  ];
  const shown: readonly (readonly [PreviewState, number | string | undefined])[] = [
    ['normal', within(definition)],
    ['first', first],
    ['second', second],
  ];
  return [
    ...shown.flatMap(([state, value]) =>
      value === undefined ? [] : [{ state, reading: readingOf(parsed, definition, value, moment) }],
    ),
    ...others,
  ];
}

/** A value that crosses the only threshold that there is; undefined when there is none. */
function crossing(definition: MetricDefinition): number | string | undefined {
  const [threshold] = thresholdsOf(definition);
  if (!threshold) return undefined;
  const { limit, direction } = threshold;
  if (typeof limit === 'string') return limit;
  return direction === 'over' ? limit + 1 : limit - 1;
}

/** A value that crosses none. */
function within(definition: MetricDefinition): number | string {
  const thresholds = thresholdsOf(definition);
  const limits = thresholds.flatMap(({ limit }) => (typeof limit === 'number' ? [limit] : []));
  if (limits.length === 0) return thresholds.length > 0 ? '–' : 1;
  return definition.invertThresholds ? Math.max(...limits) : Math.min(...limits);
}

function readingOf(
  parsed: ParsedDefinition,
  definition: MetricDefinition,
  value: number | string,
  moment: EvaluationContext,
): Reading {
  const fixed: MetricDefinition = {
    ...definition,
    formula: typeof value === 'number' ? `(${value})` : JSON.stringify(value),
    holdSeconds: 0,
    sampleFormula: undefined,
  };
  const data = { collected_at: new Date(moment.now).toISOString() };
  return readOnce({ ...parsed, definition: fixed }, { ...moment, data });
}
