import { dataTimes } from '../model/metric/freshness';
import { timeFormat } from '../model/metric/intlFormats';
import {
  prepareMetric,
  type Evaluation,
  type MetricContext,
  type MetricInput,
  type MetricMemory,
} from '../model/metric/prepareMetric';
import type { ParsedDefinition } from '../model/metric/parseMetricDefinitions';
import { prepareParts, type PartsFormula, type PartsMemory } from '../model/metric/prepareParts';
import { prepareRows, type RowsMemory } from '../model/metric/prepareRows';
import type { RowsFormula } from '../model/metric/RowCells';
import type { Reading, ShapedReading } from '../model/metric/Reading';
import { compileOn, type Bindings, type FormulaSource } from '../model/formula';

/** What a reading is made by: a metric of the library, or what a tile brings along. Two tiles of one key share one reading. */
export type Measure = (ParsedDefinition | TileMeasure) & {
  /** What its formulas read as `board`; its key says it as well. */
  readonly board?: Bindings;
};

/** What a tile brings along. */
export type TileMeasure =
  | (PartsFormula & { readonly shape: 'parts' })
  | (RowsFormula & { readonly shape: 'rows' })
  /** The time of day; in the zone of the data unless another is named. */
  | { readonly shape: 'clock'; readonly key: string; readonly label: string; readonly timeZone?: string };

export type MeasureMemory = MetricMemory | PartsMemory | RowsMemory;

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

/** A list in a table, and its columns: what reads the rows lies in the tile, never among the metrics of the library. */
export const rowsOf = (table: Omit<RowsFormula, 'key'>): TileMeasure => ({
  ...table,
  shape: 'rows',
  key: `\u0000rows ${JSON.stringify(table)}`,
});

export const clockOf = (label: string, timeZone: string | undefined): TileMeasure => ({
  shape: 'clock',
  key: `\u0000clock ${JSON.stringify([label, timeZone])}`,
  label,
  ...(timeZone === undefined ? {} : { timeZone }),
});

/** The formulas to compile before it is evaluated. */
export function formulasOf(measure: Measure): readonly FormulaSource[] {
  if (!('shape' in measure)) return formulasIn(measure).map((text) => ({ text }));
  switch (measure.shape) {
    case 'parts':
      return [{ text: measure.formula }];
    case 'rows': {
      const { formula, rowKey, columns } = measure;
      const ofRows = [...(rowKey === undefined ? [] : [rowKey]), ...columns.flatMap(formulasIn)];
      return [{ text: formula }, ...ofRows.map((text) => ({ text, variables: ['row'] }) as const)];
    }
    case 'clock':
      return [];
  }
}

function formulasIn(parsed: ParsedDefinition): readonly string[] {
  if (!('definition' in parsed)) return [];
  const { formula, sampleFormula } = parsed.definition;
  return sampleFormula ? [formula, sampleFormula] : [formula];
}

const bound = new WeakMap<Measure, Map<string, Measure>>();

/** A measure on a board where this is chosen: a reading of its own. The same object for the same choices. */
export function measureOn(measure: Measure, board: Bindings): Measure {
  const key = `${measure.key}\u0000${JSON.stringify([...board])}`;
  const known = bound.get(measure) ?? new Map<string, Measure>();
  bound.set(measure, known);
  const made = known.get(key) ?? { ...measure, key, board };
  known.set(key, made);
  return made;
}

/** How many metrics the work for a measure counts as: each column is one over all rows. */
export const metricsIn = (measure: Measure): number =>
  'shape' in measure && measure.shape === 'rows' ? 1 + measure.columns.length : 1;

/** Compiles what a measure needs; evaluating it looks nothing up and never throws. */
export function prepareMeasure(measure: Measure, unbound: MetricContext): PreparedMeasure {
  const { board } = measure;
  const context = board ? { ...unbound, compile: compileOn(board, unbound.compile) } : unbound;
  if (!('shape' in measure)) {
    const evaluate = prepareMetric(measure, context);
    return (input, now, before) => evaluate(input, now, before && 'last' in before ? before : undefined);
  }
  if (measure.shape === 'clock') return ({ data }, now) => readClock(measure, data, now);
  if (measure.shape === 'rows') {
    const evaluate = prepareRows(measure, context);
    return (input, now, before) => evaluate(input, now, before && 'rows' in before ? before : undefined);
  }
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
