import type { MetricDefinition } from '../../schema/metricDefinition';
import type { Reading } from '../../model/metric/Reading';
import type { Strings } from '../../strings/Strings';
import { describeReading, type TileContent } from '../describeReading';

export interface GaugeReading {
  readonly reading: Reading;
  /** In the metric's format: `80 %`, or `4–6`. */
  readonly target: string;
  /** The same for those who hear it: lengths of time in words. */
  readonly heard: string;
  /** Absent where there is no value. */
  readonly bar?: GaugeBar;
  /** The metric whose day is shown beside its value; undefined where nobody wants it. */
  readonly trendOf?: MetricDefinition | undefined;
}

/** Places along the bar, from 0 at the left to 1. */
export interface GaugeBar {
  readonly value: number;
  /** Of a single target both are the same. */
  readonly target: readonly [number, number];
  /** Whether a threshold says that the value is too low: what it lacks to the target is hatched. */
  readonly isShort: boolean;
}

/** The target is said where there is a value to hold against it. */
export function describeGauge(
  { reading, heard, bar }: GaugeReading,
  strings: Strings,
  further?: string,
): TileContent {
  const content = describeReading(reading, strings, further);
  return bar
    ? { ...content, sentence: `${content.sentence}, ${strings.text('GaugeTarget', { target: heard })}` }
    : content;
}
