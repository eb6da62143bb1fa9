import type { MetricDefinition } from '../schema/metricDefinition';
import type { EvaluationContext } from '../views/board/ReadingsStore';
import { resolveStyle } from '../visuals/styleColours';
import { createBudget, type Budget } from '../model/formula';
import type { ParsedDefinition } from '../model/metric/parseMetricDefinitions';
import { prepareMetric, type Evaluation, type MetricMemory } from '../model/metric/prepareMetric';
import type { Reading } from '../model/metric/Reading';
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

/** A moment with the work that one update may do. */
export interface Moment extends EvaluationContext {
  readonly budget: Budget;
}

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

/** A metric prepared and evaluated at once. */
export const evaluated = (parsed: ParsedDefinition, moment: Moment, before?: MetricMemory): Evaluation =>
  prepareMetric(parsed, {
    locale: moment.locale,
    checkColours: (style) => resolveStyle(style, moment.colours).problems,
  })(moment, moment.now, before);

/** The evaluation of a definition that the builder completes. */
export function anEvaluation(
  definition: Partial<MetricDefinition>,
  moment: Partial<Moment> = {},
  before?: MetricMemory,
): Evaluation {
  const whole = { label: 'Metric', formula: '1', ...definition };
  return evaluated({ key: 'metric', label: whole.label, definition: whole }, aMoment(moment), before);
}

/** Its reading only. */
export const anEvaluatedMetric = (
  definition: Partial<MetricDefinition>,
  moment: Partial<Moment> = {},
): Reading => anEvaluation(definition, moment).reading;
