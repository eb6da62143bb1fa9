import { compileFormula, createBudget, explainUnknownName, FormulaError, type Span } from '../../formula';
import type { MetricValue } from '../../metric/Reading';

/** What a formula gives over the data of this moment, or what is wrong and where; `no-data` while there is none. */
export type FormulaCheck =
  | { readonly kind: 'value'; readonly value: MetricValue | null }
  | { readonly kind: 'problem'; readonly message: string; readonly span: Span }
  | { readonly kind: 'no-data' };

/** Checks a formula as a tile would evaluate it, with the place of what is wrong. Without data, only what it says. */
export function checkFormula(text: string, data: unknown): FormulaCheck {
  try {
    const formula = compileFormula(text);
    if (data === undefined) return { kind: 'no-data' };
    const value = formula.evaluate({ data }, createBudget());
    if (value === undefined) return problem(formula.explainUndefined({ data }));
    if (Number.isNaN(value)) return problem(formula.explainNaN({ data }));
    if (value === null || typeof value !== 'object')
      return { kind: 'value', value: value as MetricValue | null };
    const message = Array.isArray(value)
      ? 'The formula gives a list; a tile shows one value, such as its .length.'
      : 'The formula gives an object; a tile shows one value of it.';
    return { kind: 'problem', message, span: { start: 0, end: text.length } };
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return problem(explainUnknownName(error, text, { data }));
  }
}

const problem = ({ message, start, end }: FormulaError): FormulaCheck => ({
  kind: 'problem',
  message,
  span: { start, end },
});
