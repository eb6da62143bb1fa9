import { isScalar, type Reading, type ShapedReading } from '../model/metric/Reading';

/** The reading of a metric on a tile of this name; one that says so when the library has no such metric. */
export function metricReading(reading: ShapedReading | undefined, metric: string, label: string): Reading {
  if (!reading || !isScalar(reading))
    return {
      key: metric,
      label,
      status: 'definition-error',
      problem: { kind: 'metric-deleted', key: metric },
    };
  return reading.label === label ? reading : { ...reading, label };
}
