import type { MetricDefinition } from '../../../schema/metricDefinition';

/** A scale on which limits are moved, in the unit of the metric. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  /** By which an arrow key moves a limit. */
  readonly step: number;
}

/** A scale with room on either side of the limits; a value far from them ends up at its end. */
export function scaleFor(
  { format }: Pick<MetricDefinition, 'format'>,
  limits: readonly number[],
  value: number | undefined,
): Scale {
  const furthest = Math.max(...limits.map(Math.abs), 1);
  const near = value === undefined ? [] : [Math.max(-3 * furthest, Math.min(3 * furthest, value))];
  const all = [...limits, ...near];
  const most = Math.max(...all) * 1.25;
  const from = Math.min(0, Math.min(...all) * 1.25);
  const to = Math.max(format === 'percent' ? 100 : 0, most, from + 1);
  const isWhole = limits.every(Number.isInteger);
  const exact = 10 ** Math.floor(Math.log10((to - from) / 20));
  const step = isWhole ? Math.max(1, exact) : exact;
  return { from: 0 - ceil(-from, step), to: ceil(to, step), step };
}

const ceil = (value: number, step: number): number => round(Math.ceil(value / step - 1e-9) * step);

/** Without the dust of binary fractions. */
const round = (value: number): number => Number(value.toFixed(6));

/** Where a value is, from 0 to 1. */
export const placeOn = ({ from, to }: Scale, value: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));

/** Where a key moves a limit, or a place on the scale from 0 to 1; undefined for other keys. */
export function limitFor(keyOrPlace: string | number, limit: number, scale: Scale): number | undefined {
  const { from, to, step } = scale;
  if (typeof keyOrPlace === 'number')
    return within(scale, Math.round((from + keyOrPlace * (to - from)) / step) * step);
  const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[
    keyOrPlace
  ];
  if (steps !== undefined) return within(scale, limit + steps * step);
  return keyOrPlace === 'Home' ? from : keyOrPlace === 'End' ? to : undefined;
}

const within = ({ from, to }: Scale, value: number): number => Math.min(to, Math.max(from, round(value)));
