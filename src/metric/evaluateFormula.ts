import { compileFormula, explainUnknownName, FormulaError, type Budget } from '../formula';
import type { MetricValue } from './Reading';

/** `null` is "no answer": there is nothing to divide by. */
export type FormulaOutcome = { readonly value: MetricValue | null } | { readonly problem: string };

/** What a formula gives for one tile, or in plain words why it gives nothing that a tile can show. */
export function evaluateFormula(text: string, data: unknown, budget: Budget): FormulaOutcome {
  try {
    const formula = compileFormula(text);
    const value = formula.evaluate({ data }, budget);
    if (Number.isNaN(value)) return { problem: formula.explainNaN({ data }).message };
    if (value === null || isMetricValue(value)) return { value };
    if (value === undefined) return { problem: formula.explainUndefined({ data }).message };
    const found = Array.isArray(value)
      ? 'a list; a tile shows one value, such as its .length'
      : 'an object; a tile shows one value of it';
    return { problem: `The formula gives ${found}.` };
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return { problem: explainUnknownName(error, text, { data }).message };
  }
}

const isMetricValue = (value: unknown): value is MetricValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
