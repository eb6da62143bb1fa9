import type { MetricDefinition } from '../contract/metricDefinition';
import { createBudget } from '../formula';
import { evaluateMetric, type Evaluation, type MetricMemory, type Moment } from '../metric/evaluateMetric';
import type { Reading } from '../metric/Reading';
import { aDashboardData } from './aDashboardData';

/** Paste's names with colours that are easy to tell apart. */
export const someColours: ReadonlyMap<string, string> = new Map([
  ['colorBackgroundBody', 'rgb(255, 255, 255)'],
  ['colorBackgroundError', 'rgb(214, 31, 31)'],
  ['colorBackgroundSuccess', 'rgb(20, 176, 83)'],
  ['colorBackgroundWarning', 'rgb(244, 124, 34)'],
  ['colorText', 'rgb(18, 28, 45)'],
  ['colorTextError', 'rgb(214, 31, 31)'],
  ['colorTextInverse', 'rgb(255, 255, 255)'],
  ['colorTextSuccess', 'rgb(14, 124, 58)'],
  ['colorTextWarningStrong', 'rgb(141, 49, 24)'],
  ['colorTextWeak', 'rgb(96, 107, 133)'],
]);

/** The moment at which the built dashboard data was collected; parts of it can be replaced. */
export const aMoment = (part: Partial<Moment> = {}): Moment => {
  const data = 'data' in part ? part.data : aDashboardData();
  return {
    now: Date.parse('2026-11-22T11:42:15.000Z'),
    staleAfterSeconds: 150,
    locale: 'en-GB',
    colours: someColours,
    budget: createBudget(),
    ...part,
    data,
  };
};

/** The evaluation of a definition that the builder completes. */
export function anEvaluation(
  definition: Partial<MetricDefinition>,
  moment: Partial<Moment> = {},
  before?: MetricMemory,
): Evaluation {
  const whole = { label: 'Metric', formula: '1', ...definition };
  return evaluateMetric({ key: 'metric', label: whole.label, definition: whole }, aMoment(moment), before);
}

/** Its reading only. */
export const anEvaluatedMetric = (
  definition: Partial<MetricDefinition>,
  moment: Partial<Moment> = {},
): Reading => anEvaluation(definition, moment).reading;
