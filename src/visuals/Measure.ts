import { dataTimes } from '../metric/freshness';
import { timeFormat } from '../metric/intlFormats';
import {
  prepareMetric,
  type Evaluation,
  type MetricContext,
  type MetricInput,
  type MetricMemory,
} from '../metric/prepareMetric';
import type { ParsedDefinition } from '../metric/parseMetricDefinitions';
import { prepareParts, type PartsFormula, type PartsMemory } from '../metric/prepareParts';
import type { Reading, ShapedReading } from '../metric/Reading';

/** What a reading is made by: a metric of the library, or what a tile brings along. Two tiles of one key share one reading. */
export type Measure = ParsedDefinition | TileMeasure;

/** What a tile brings along. */
export type TileMeasure =
  | (PartsFormula & { readonly shape: 'parts' })
  /** The time of day; in the zone of the data unless another is named. */
  | { readonly shape: 'clock'; readonly key: string; readonly label: string; readonly timeZone?: string };

export type MeasureMemory = MetricMemory | PartsMemory;

export interface ShapedEvaluation extends Omit<Evaluation, 'reading' | 'memory'> {
  readonly reading: ShapedReading;
  readonly memory: MeasureMemory | undefined;
}

export type PreparedMeasure = (input: MetricInput, now: number, before?: MeasureMemory) => ShapedEvaluation;

/** Keys begin with what no metric's key begins with, as far as anybody types them. */
export const partsOf = (label: string, formula: string): TileMeasure => ({
  shape: 'parts',
  key: `\u0000parts ${JSON.stringify([label, formula])}`,
  label,
  formula,
});

export const clockOf = (label: string, timeZone: string | undefined): TileMeasure => ({
  shape: 'clock',
  key: `\u0000clock ${JSON.stringify([label, timeZone])}`,
  label,
  ...(timeZone === undefined ? {} : { timeZone }),
});

/** The formulas to compile before it is evaluated. */
export function formulasOf(measure: Measure): readonly string[] {
  if ('shape' in measure) return measure.shape === 'parts' ? [measure.formula] : [];
  if (!('definition' in measure)) return [];
  const { formula, sampleFormula } = measure.definition;
  return sampleFormula ? [formula, sampleFormula] : [formula];
}

/** Compiles what a measure needs; evaluating it looks nothing up and never throws. */
export function prepareMeasure(measure: Measure, context: MetricContext): PreparedMeasure {
  if (!('shape' in measure)) {
    const evaluate = prepareMetric(measure, context);
    return (input, now, before) => evaluate(input, now, before && 'last' in before ? before : undefined);
  }
  if (measure.shape === 'clock') return ({ data }, now) => readClock(measure, data, now);
  const evaluate = prepareParts(measure, context);
  return (input, now, before) => evaluate(input, now, before && 'parts' in before ? before : undefined);
}

const minute = 60_000;

function readClock(
  { key, label, timeZone: named }: Extract<TileMeasure, { shape: 'clock' }>,
  data: unknown,
  now: number,
): ShapedEvaluation {
  const timeZone = named ?? dataTimes(data).timeZone;
  const write = timeZone === undefined ? undefined : timeFormat(timeZone);
  const about = { key, label };
  // The time goes on when the data does not.
  const reading: Reading = write
    ? {
        ...about,
        status: 'value',
        freshness: { status: 'fresh' },
        text: write(now),
        value: now - (now % minute),
        level: 'normal',
        styleProblems: [],
      }
    : timeZone === undefined
      ? { ...about, status: 'no-data' }
      : { ...about, status: 'format-error', problem: { kind: 'unknown-time-zone', timeZone } };
  return { reading, memory: undefined, changesAt: now - (now % minute) + minute };
}
