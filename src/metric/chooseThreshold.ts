import type { MetricDefinition, ThresholdStyle } from '../contract/metricDefinition';

export interface CrossedThreshold {
  readonly limit: number;
  readonly style: ThresholdStyle | undefined;
}

/** A saved threshold as a number; absent, blank and non-numeric ones are no threshold. */
export function thresholdLimit(saved: number | string | undefined): number | undefined {
  if (saved === undefined || (typeof saved === 'string' && saved.trim() === '')) return undefined;
  const limit = Number(saved);
  return Number.isNaN(limit) ? undefined : limit;
}

/**
 * The threshold that a value crosses: strictly above it, or strictly below when thresholds are inverted.
 * When both are crossed the one further out wins, whichever is called first.
 */
export function chooseThreshold(
  value: number,
  definition: Pick<
    MetricDefinition,
    | 'firstThresholdValue'
    | 'firstThresholdStyle'
    | 'secondThresholdValue'
    | 'secondThresholdStyle'
    | 'invertThresholds'
  >,
): CrossedThreshold | undefined {
  const outward = definition.invertThresholds ? -1 : 1;
  return [
    { limit: thresholdLimit(definition.firstThresholdValue), style: definition.firstThresholdStyle },
    { limit: thresholdLimit(definition.secondThresholdValue), style: definition.secondThresholdStyle },
  ]
    .filter((threshold): threshold is CrossedThreshold => threshold.limit !== undefined)
    .filter(({ limit }) => outward * (value - limit) > 0)
    .sort((a, b) => outward * (b.limit - a.limit))[0];
}
