import type { MetricDefinition } from '../../schema/metricDefinition';
import { createBudget } from '../formula';
import { prepareThresholds } from '../metric/crossThresholds';
import { dataTimes } from '../metric/freshness';
import { levelOfStyle, type Level } from '../metric/levels';
import type { ParsedDefinition } from '../metric/parseMetricDefinitions';
import { prepareMetric, type MetricInput } from '../metric/prepareMetric';
import { prepareRows } from '../metric/prepareRows';
import type { Problem } from '../metric/Problem';
import type { MetricValue, Reading, RowsReading } from '../metric/Reading';
import { needsOf } from './needsOf';
import type { PastState } from './Past';
import { wholeFor } from './wholeFor';

/** The readings of one metric at moments of the past. */
export interface Series {
  /** In the order of time; a moment without an answer has a point, one that is a gap has none. */
  readonly points: readonly Point[];
  /** Why the formula gave nothing, where it did so at every moment. */
  readonly problem?: Problem | undefined;
}

export interface Point {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Null for "no answer", as in an average of nothing. */
  readonly value: MetricValue | null;
  /** Whether thresholds are held against it: not where too little was counted. */
  readonly isJudged: boolean;
}

/** What a metric's series follows from; its thresholds are held against it afterwards. */
export type MeasuredFields = Pick<MetricDefinition, 'formula' | 'sampleFormula' | 'minimumSample'> & {
  /** Given for a cell of a table: its formulas read `row`. */
  readonly row?: RowOfTable | undefined;
};

/** One row of a list, as a table makes it. */
export interface RowOfTable {
  /** The formula that gives the list. */
  readonly rows: string;
  /** The formula that names each row. */
  readonly rowKey?: string | undefined;
  /** What the row is called. */
  readonly key: string;
}

/** What a metric read at one moment. */
export type Evaluated = { readonly point: Point } | { readonly problem: Problem | undefined };

/** Evaluates a metric over one moment after the other. @param data what `wholeFor` gives of the moment */
export type EvaluateWhole = (state: Pick<PastState, 'at'>, data: unknown) => Evaluated;

/** Compiles a metric for moments of the past. */
export function prepareSeries(
  metric: MeasuredFields,
  readRow: ReadRow = prepareRowReading(metric),
): EvaluateWhole {
  const { row } = metric;
  const evaluate = row ? undefined : prepareMetric(parsedOf(metric), { locale: 'en' });
  return ({ at }, data) => {
    if (data === undefined) return { problem: undefined };
    const input = { data, staleAfterSeconds: Infinity, budget: createBudget() };
    // Nothing has aged since it was collected.
    const now = dataTimes(data).collectedAt ?? at;
    const reading = evaluate ? evaluate(input, now).reading : row && readRow(row.key, input, now);
    if (!reading) return { problem: undefined };
    switch (reading.status) {
      case 'value':
        return { point: { at, value: reading.value, isJudged: true } };
      case 'too-few':
        return { point: { at, value: reading.value, isJudged: false } };
      case 'no-answer':
        return { point: { at, value: null, isJudged: false } };
      case 'no-data':
        return { problem: undefined };
      default:
        return { problem: reading.problem };
    }
  };
}

/** Reads the cell of a row; undefined where the list has no such row. */
export type ReadRow = (key: string, input: MetricInput, now: number) => Reading | undefined;

/** Evaluates a column for all rows at once, so that the cells of one moment cost one evaluation. */
export function prepareRowReading(metric: MeasuredFields): ReadRow {
  const { row } = metric;
  if (!row) return () => undefined;
  const { rows: formula, rowKey } = row;
  const evaluate = prepareRows(
    { key: '', label: '', formula, rowKey, columns: [parsedOf(metric)] },
    { locale: 'en' },
  );
  let last: { readonly data: unknown; readonly list: RowsReading } | undefined;
  return (key, input, now) => {
    if (!last || last.data !== input.data) last = { data: input.data, list: evaluate(input, now).reading };
    const { list } = last;
    if ('problem' in list) return list;
    return list.status === 'rows' ? list.rows.find((each) => each.key === key)?.cells[0] : undefined;
  };
}

const parsedOf = ({ formula, sampleFormula, minimumSample }: MeasuredFields): ParsedDefinition => ({
  key: '',
  label: '',
  definition: { label: '', formula, sampleFormula, minimumSample },
});

/** The series of a metric over moments of the past, all at once. */
export function seriesOf(metric: MeasuredFields, states: readonly PastState[]): Series {
  const needs = needsOf(metric, []);
  const evaluate = prepareSeries(metric);
  return collectSeries(states.map((state) => evaluate(state, wholeFor(needs, state.read()))));
}

/** Moments at which the formula gave nothing are gaps; when there is no other, that is a problem. */
export function collectSeries(evaluated: readonly Evaluated[]): Series {
  const points = evaluated.flatMap((each) => ('point' in each ? [each.point] : []));
  const failed = evaluated.flatMap((each) => ('problem' in each && each.problem ? [each.problem] : []));
  return points.length === 0 && failed[0] ? { points, problem: failed[0] } : { points };
}

/**
 * How bad a point is by the thresholds of a metric. Moments a quarter of an hour apart say nothing of how long a value stayed, so hold
 * time and hysteresis are left out.
 */
export function prepareLevels(definition: MetricDefinition): (point: Point) => Level {
  const judge = prepareThresholds({ ...definition, hysteresis: 0, holdSeconds: 0 });
  return ({ at, value, isJudged }) => {
    if (value === null || !isJudged) return 'normal';
    const { crossed } = judge(value, at);
    return levelOfStyle(crossed ? crossed.style : definition.defaultStyle);
  };
}
