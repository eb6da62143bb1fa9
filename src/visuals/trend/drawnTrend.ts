import type { MetricDefinition } from '../../schema/metricDefinition';
import { thresholdsOf } from '../../model/metric/crossThresholds';
import { levelOfStyle, type Level } from '../../model/metric/levels';
import type { Reading } from '../../model/metric/Reading';
import type { Past, PastDay } from '../../model/series/Past';
import { sameClock } from '../../model/series/sameClock';
import type { Point } from '../../model/series/seriesOf';
import type { Trend } from '../../model/series/Trends';
import { bandOf, numberIn, type BandPoint } from '../../model/series/usual';
import { stretchesOf, valuesIn, type Dot, type Range } from './plot';

/** A threshold as a line. */
export interface Limit {
  readonly value: number;
  readonly direction: 'over' | 'under';
  readonly level: Level;
}

/** The trend of a metric, ready to be drawn. */
export interface DrawnTrend {
  readonly range: Range;
  readonly interval: number;
  /** Of today, to the newest reading. */
  readonly points: readonly Point[];
  readonly line: readonly (readonly Dot[])[];
  /** The parts of the line that thresholds are held against. */
  readonly judged: readonly (readonly Dot[])[];
  readonly newest: Dot | undefined;
  readonly band: readonly BandPoint[];
  readonly limits: readonly Limit[];
}

/** The thresholds of a metric that are numbers. */
export const limitsOf = (definition: MetricDefinition): readonly Limit[] =>
  thresholdsOf(definition).flatMap(({ limit, direction, style }) =>
    typeof limit === 'number' && direction !== 'equal'
      ? [{ value: limit, direction, level: levelOfStyle(style) }]
      : [],
  );

/** Today's points with the reading of now behind them, where that is one to be trusted. */
export function pointsToNow(
  { today }: Trend,
  reading: Reading,
  collectedAt: number | undefined,
): readonly Point[] {
  const { points } = today;
  if (collectedAt === undefined || !('freshness' in reading) || reading.freshness.status !== 'fresh')
    return points;
  if (reading.status !== 'value' && reading.status !== 'too-few') return points;
  const before = points.filter(({ at }) => at < collectedAt);
  const value = reading.grown ?? reading.value;
  return [...before, { at: collectedAt, value, isJudged: reading.status === 'value' }];
}

/** The points of a day before, at the moments of today at which clocks show the same. An hour that comes twice is drawn once. */
export function onToday(points: readonly Point[], day: PastDay, { today, timeZone }: Past): readonly Point[] {
  const shown: Point[] = [];
  for (const point of points) {
    const at = sameClock(point.at, day, today, timeZone);
    if (at !== undefined && at > (shown[shown.length - 1]?.at ?? -Infinity)) shown.push({ ...point, at });
  }
  return shown;
}

/** @param limits those that are drawn @param span milliseconds; the part of the day that anything happens in unless given */
export function drawTrend(
  trend: Trend,
  points: readonly Point[],
  limits: readonly Limit[],
  span?: Pick<Range, 'from' | 'to'>,
): DrawnTrend | undefined {
  const { interval } = trend.past;
  const shown = span ?? busyTime(trend, points);
  const isShown = ({ at }: { readonly at: number }): boolean => at >= shown.from && at <= shown.to;
  const band = bandOf(trend).filter(isShown);
  const inSpan = points.filter(isShown);
  const line = stretchesOf(inSpan, interval);
  const values = [
    ...line.flatMap((dots) => dots.map(([, value]) => value)),
    ...band.flatMap(({ from, to }) => [from, to]),
  ];
  if (values.length === 0) return undefined;
  const range = {
    ...shown,
    ...valuesIn(
      values,
      limits.map(({ value }) => value),
    ),
  };
  const last = line[line.length - 1];
  return {
    range,
    interval,
    points: inSpan,
    line,
    judged: stretchesOf(
      inSpan.map((point) => (point.isJudged ? point : { ...point, value: null })),
      interval,
    ),
    newest: last?.[last.length - 1],
    band,
    limits: limits.filter(({ value }) => value >= range.low && value <= range.high),
  };
}

/** Each of the days before as a line over today's hours. */
export const daysBehind = (
  { past, before }: Trend,
  { from, to }: Pick<Range, 'from' | 'to'>,
): readonly DrawnTrend['line'][] =>
  before.map((series, index) => {
    const shown = onToday(series.points, past.before[index] ?? past.today, past);
    return stretchesOf(
      shown.filter(({ at }) => at >= from && at <= to),
      past.interval,
    );
  });

const hour = 3_600_000;

/** From shortly before the first change of any of the days to shortly after the last: nights are not worth their room. */
function busyTime({ past, before }: Trend, points: readonly Point[]): Pick<Range, 'from' | 'to'> {
  const { today, interval } = past;
  const days = [
    { start: today.start, points },
    ...before.map((series, index) => ({ start: past.before[index]?.start ?? 0, points: series.points })),
  ];
  const changes = days.flatMap(({ start, points: ofDay }) => {
    const dots = ofDay.flatMap((point): readonly Dot[] => {
      const value = numberIn(point);
      return value === undefined ? [] : [[point.at - start, value]];
    });
    return dots.flatMap(([at, value], index) =>
      index === 0 ? (value === 0 ? [] : [at]) : dots[index - 1]?.[1] === value ? [] : [at - interval, at],
    );
  });
  const newest = points[points.length - 1]?.at ?? today.start;
  const from = Math.max(0, Math.min(...changes, newest - today.start));
  const to = Math.min(today.end - today.start, Math.max(...changes, newest - today.start, from + hour));
  return { from: today.start + Math.min(from, to - hour), to: today.start + to };
}
