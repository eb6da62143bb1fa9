import type { MetricDefinition } from '../contract/metricDefinition';
import { createBudget } from '../formula';
import { evaluateMetric, type Moment } from '../metric/evaluateMetric';
import type { Reading } from '../metric/Reading';
import { aDashboardData } from './aDashboardData';

export const aMoment = (part: Partial<Moment> = {}): Moment => {
  const data = 'data' in part ? part.data : aDashboardData();
  return {
    now: Date.parse('2026-11-22T11:42:15.000Z'),
    isColourToken: (name) => name.startsWith('color'),
    budget: createBudget(),
    ...part,
    data,
  };
};

/** The reading of a definition that the builder completes. */
export function anEvaluatedMetric(
  definition: Partial<MetricDefinition>,
  moment: Partial<Moment> = {},
): Reading {
  const whole = { label: 'Metric', formula: '1', ...definition };
  return evaluateMetric({ key: 'metric', label: whole.label, definition: whole }, aMoment(moment));
}
