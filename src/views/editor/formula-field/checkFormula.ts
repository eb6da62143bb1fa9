import { compileOn, createBudget, type Bindings, type Span } from '../../../model/formula';
import { prepareFormula } from '../../../model/metric/prepareFormula';
import type { FormulaProblem } from '../../../model/metric/Problem';
import type { MetricValue } from '../../../model/metric/Reading';
import { isFormula } from './isFormula';

/** What a formula gives over the data of this moment, or what is wrong and where; `no-data` while there is none. */
export type FormulaCheck =
  | { readonly kind: 'value'; readonly value: MetricValue | null }
  | { readonly kind: 'problem'; readonly problem: FormulaProblem; readonly span: Span }
  | { readonly kind: 'no-data' };

/** Checks a formula as a tile evaluates it, with the place of what is wrong. Without data, only what it says. */
export function checkFormula(text: string, data: unknown, board: Bindings = new Map()): FormulaCheck {
  if (data === undefined && isFormula(text)) return { kind: 'no-data' };
  const outcome = prepareFormula(text, compileOn(board)).evaluate(data, createBudget());
  return 'problem' in outcome ? { kind: 'problem', ...outcome } : { kind: 'value', ...outcome };
}
