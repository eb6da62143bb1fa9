import { compileFormula, explainUnknownName, FormulaError, type Budget } from '../formula';
import type { FormulaProblem } from './Problem';
import type { MetricValue } from './Reading';

/** `null` is "no answer": there is nothing to divide by. */
export type FormulaOutcome = { readonly value: MetricValue | null } | { readonly problem: FormulaProblem };

/** What a formula gives for one tile, or why it gives nothing that a tile can show. */
export function evaluateFormula(text: string, data: unknown, budget: Budget): FormulaOutcome {
  try {
    const formula = compileFormula(text);
    const value = formula.evaluate({ data }, budget);
    if (Number.isNaN(value)) return inItsWords(formula.explainNaN({ data }));
    if (value === null || isMetricValue(value)) return { value };
    if (value === undefined) return inItsWords(formula.explainUndefined({ data }));
    return { problem: { kind: Array.isArray(value) ? 'formula-gives-list' : 'formula-gives-object' } };
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return inItsWords(explainUnknownName(error, text, { data }));
  }
}

const inItsWords = ({ message }: FormulaError): { readonly problem: FormulaProblem } => ({
  problem: { kind: 'formula', message },
});

const isMetricValue = (value: unknown): value is MetricValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
