import { compileFormula, explainUnknownName, FormulaError, type Budget, type Span } from '../formula';
import type { FormulaProblem } from './Problem';
import type { MetricValue } from './Reading';

/** `null` is "no answer": there is nothing to divide by. */
export type FormulaOutcome =
  | { readonly value: MetricValue | null }
  /**
   * `span`: the part of the formula that it is about. `retryAfter`: the formula was stopped, which says nothing of its value, and is
   * tried again after so many milliseconds.
   */
  | { readonly problem: FormulaProblem; readonly span: Span; readonly retryAfter?: number };

/**
 * What a formula gives for one tile, or why it gives nothing that a tile can show.
 * @param age whole seconds by which waits have grown since the data was collected
 */
export function evaluateFormula(text: string, data: unknown, budget: Budget, age = 0): FormulaOutcome {
  const scope = { data, age };
  try {
    const formula = compileFormula(text);
    const value = formula.evaluate(scope, budget);
    if (Number.isNaN(value)) return inItsWords(formula.explainNaN(scope, budget));
    if (value === null || isMetricValue(value)) return { value };
    if (value === undefined) return inItsWords(formula.explainUndefined(scope, budget));
    const kind = Array.isArray(value) ? 'formula-gives-list' : 'formula-gives-object';
    return { problem: { kind }, span: { start: 0, end: text.length } };
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return inItsWords(explainUnknownName(error, text, scope));
  }
}

const inItsWords = ({ message, start, end, retryAfter }: FormulaError): FormulaOutcome => ({
  problem: { kind: 'formula', message },
  span: { start, end },
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

const isMetricValue = (value: unknown): value is MetricValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
