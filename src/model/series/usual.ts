import type { MetricDefinition, ThresholdStyle } from '../../schema/metricDefinition';
import { thresholdsOf } from '../metric/crossThresholds';
import type { ThresholdFields } from '../metric/crossThresholds';
import { levelOfStyle } from '../metric/levels';
import type { Past } from './Past';
import { sameClock } from './sameClock';
import type { Point, Series } from './seriesOf';
import type { Trend } from './Trends';

/** How a value stands to the same time of the same weekday in the weeks before. */
export type Comparison =
  /** Too few of those days have a value at that time. */
  | { readonly status: 'too-little'; readonly days: number }
  | {
      readonly status: 'compared';
      /** The middle one of the values of those days. */
      readonly usual: number;
      /** Their least and their largest. */
      readonly from: number;
      readonly to: number;
      readonly days: number;
      readonly difference: number;
      /** Undefined within what those days had, and for a metric whose thresholds do not say which way is worse. */
      readonly verdict: 'better' | 'worse' | undefined;
    };

/** One day is no usual one. */
const fewestDays = 2;

/** @param at when the value was true, in milliseconds since 1970 */
export function compareWithUsual(
  { past, before }: Pick<Trend, 'past' | 'before'>,
  value: number,
  at: number,
  thresholds: JudgedFields,
): Comparison {
  const values = valuesAt(past, before, at);
  if (values.length < fewestDays) return { status: 'too-little', days: values.length };
  const [from = 0, to = 0] = [values[0], values[values.length - 1]];
  const usual = middleOf(values);
  const isWorseAbove = worseAbove(thresholds);
  const isOutside = value > to || value < from;
  return {
    status: 'compared',
    usual,
    from,
    to,
    days: values.length,
    difference: value - usual,
    verdict:
      isOutside && isWorseAbove !== undefined
        ? value > to === isWorseAbove
          ? 'worse'
          : 'better'
        : undefined,
  };
}

/** What says which way is worse. */
type JudgedFields = ThresholdFields & Pick<MetricDefinition, 'defaultStyle'>;

/** Whether more is worse; undefined where no threshold is a number. Beyond a threshold it may be better: green over 80 %. */
function worseAbove(fields: JudgedFields): boolean | undefined {
  const last = thresholdsOf(fields)
    .filter(({ direction }) => direction !== 'equal')
    .pop();
  return last && (last.direction === 'over') === rankOf(last.style) >= rankOf(fields.defaultStyle);
}

const ranks = ['normal', 'warning', 'critical'] as const;

/** The larger, the worse; what is marked as a success is better than what is not marked. */
const rankOf = (style: ThresholdStyle | undefined): number =>
  style === 'Success' || style === 'Success Strong' ? -1 : ranks.indexOf(levelOfStyle(style));

/** What a band shows at one time of the day. */
export interface BandPoint {
  /** On the day of today: milliseconds since 1970. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The least and the largest value of the days before, for each quarter-hour at which two of them have one. */
export function bandOf({ past, before }: Pick<Trend, 'past' | 'before'>): readonly BandPoint[] {
  const { today, interval } = past;
  const count = Math.round((today.end - today.start) / interval);
  return Array.from({ length: count }, (_, index) => today.start + (index + 1) * interval).flatMap((at) => {
    const values = valuesAt(past, before, at);
    const [from, to] = [values[0], values[values.length - 1]];
    return values.length < fewestDays || from === undefined || to === undefined ? [] : [{ at, from, to }];
  });
}

/** What the days before had when clocks showed the time of a moment of today, the least first. */
function valuesAt(
  { today, before, timeZone, interval }: Past,
  series: readonly Series[],
  at: number,
): readonly number[] {
  return before
    .flatMap((day, index) => {
      const then = sameClock(at, today, day, timeZone);
      return (then === undefined ? undefined : valueAt(series[index]?.points ?? [], then, interval)) ?? [];
    })
    .sort((a, b) => a - b);
}

/** Between two moments, in proportion; undefined in a gap, and where there is no number or one that rests on too little. */
function valueAt(points: readonly Point[], at: number, interval: number): number | undefined {
  const next = firstFrom(points, at);
  const [before, after] = [points[next - 1], points[next]];
  if (after?.at === at) return judgedIn(after);
  if (!before || !after || after.at - before.at > interval) return undefined;
  const [a, b] = [judgedIn(before), judgedIn(after)];
  if (a === undefined || b === undefined) return undefined;
  return a + ((b - a) * (at - before.at)) / (after.at - before.at);
}

/** Place of the first point that is not before a moment. */
function firstFrom(points: readonly Point[], at: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const numberIn = ({ value }: Point): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

const judgedIn = (point: Point): number | undefined => (point.isJudged ? numberIn(point) : undefined);

/** @param sorted the least first, at least one */
export function middleOf(sorted: readonly number[]): number {
  const half = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return (low + high) / 2;
}
