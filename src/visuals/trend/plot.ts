import type { CrossedThreshold } from '../../model/metric/crossThresholds';
import type { Point } from '../../model/series/seriesOf';
import { numberIn, type BandPoint } from '../../model/series/usual';

/** A point with a number: milliseconds since 1970, and the value. */
export type Dot = readonly [at: number, value: number];

/** What a plot shows of time and of values. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/** The dots of a line, in stretches without a gap. */
export function stretchesOf(points: readonly Point[], interval: number): readonly (readonly Dot[])[] {
  const stretches: Dot[][] = [];
  let before: number | undefined;
  for (const point of points) {
    const value = numberIn(point);
    if (value === undefined) {
      before = undefined;
      continue;
    }
    const dot: Dot = [point.at, value];
    // The last moment of a day may come early, and the newest one is of now.
    if (before !== undefined && point.at - before <= 1.5 * interval)
      stretches[stretches.length - 1]?.push(dot);
    else stretches.push([dot]);
    before = point.at;
  }
  return stretches;
}

/** Values from 0 on, unless that would make a flat line of them. */
export function valuesIn(
  values: readonly number[],
  limits: readonly number[] = [],
): Pick<Range, 'low' | 'high'> {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!Number.isFinite(least)) return { low: 0, high: 1 };
  // A limit far off is left out, not the shape of the values.
  const near = limits.filter((limit) => limit <= Math.max(4 * most, 0) && limit >= Math.min(4 * least, 0));
  const [low, high] = [Math.min(least, ...near), Math.max(most, ...near)];
  const room = (high - low) * 0.08;
  const isFlatFromZero = low > 0 && high - low < 0.4 * high;
  return {
    low: low >= 0 && !isFlatFromZero ? 0 : low - room,
    high: high === low ? high + Math.max(1, Math.abs(high) * 0.1) : high + room,
  };
}

/** In hundredths of the width and of the height, from the top left corner. */
export const placeOf = (
  [at, value]: Dot,
  { from, to, low, high }: Range,
): readonly [x: number, y: number] => [
  Math.round((10_000 * (at - from)) / (to - from)) / 100,
  Math.round((10_000 * (high - value)) / (high - low)) / 100,
];

const placed = (dots: readonly Dot[], range: Range): string =>
  dots.map((dot) => placeOf(dot, range).join(' ')).join('L');

/** What an SVG path draws in a box of 100 by 100. A stretch of one dot is a short line, so that it is seen. */
export const linePath = (stretches: readonly (readonly Dot[])[], range: Range): string =>
  stretches
    .map((dots) => {
      const [only] = dots;
      return dots.length === 1 && only ? `M${placeOf(only, range).join(' ')}h0.4` : `M${placed(dots, range)}`;
    })
    .join('');

/** The surface between each stretch and a value. */
export const areaPath = (stretches: readonly (readonly Dot[])[], base: number, range: Range): string =>
  stretches
    .map((dots) => {
      const [first, last] = [dots[0], dots[dots.length - 1]];
      if (!first || !last) return '';
      return `M${placed([...dots, [last[0], base], [first[0], base]], range)}Z`;
    })
    .join('');

/** The parts of a line that are beyond a limit, cut where it crosses. */
export function beyond(
  stretches: readonly (readonly Dot[])[],
  limit: number,
  direction: CrossedThreshold['direction'],
): readonly (readonly Dot[])[] {
  const isBeyond = ([, value]: Dot): boolean => (direction === 'under' ? value < limit : value > limit);
  const found: Dot[][] = [];
  for (const dots of stretches) {
    let part: Dot[] | undefined;
    dots.forEach((dot, index) => {
      const before = dots[index - 1];
      if (before && isBeyond(before) !== isBeyond(dot)) {
        const share = (limit - before[1]) / (dot[1] - before[1]);
        const crossing: Dot = [before[0] + share * (dot[0] - before[0]), limit];
        if (part) part.push(crossing);
        part = part ? undefined : [crossing];
        if (part) found.push(part);
      }
      if (!isBeyond(dot)) return;
      if (!part) found.push((part = []));
      part.push(dot);
    });
  }
  return found;
}

/** The surface of a band, in stretches without a gap, and the line along its edges. */
export function bandPaths(
  band: readonly BandPoint[],
  interval: number,
  range: Range,
): { readonly area: string; readonly edge: string } {
  const stretches: BandPoint[][] = [];
  for (const point of band) {
    const last = stretches[stretches.length - 1];
    const before = last?.[last.length - 1];
    if (last && before && point.at - before.at <= 1.5 * interval) last.push(point);
    else stretches.push([point]);
  }
  const upper = stretches.map((points) => points.map(({ at, to }): Dot => [at, to]));
  const lower = stretches.map((points) => points.map(({ at, from }): Dot => [at, from]));
  const area = stretches
    .map(
      (_, index) => `M${placed([...(upper[index] ?? []), ...[...(lower[index] ?? [])].reverse()], range)}Z`,
    )
    .join('');
  return { area, edge: linePath([...upper, ...lower], range) };
}

/** A few round values between the lowest and the highest. */
export function ticksIn({ low, high }: Pick<Range, 'low' | 'high'>, most = 5): readonly number[] {
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}
