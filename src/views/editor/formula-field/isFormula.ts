import { compileFormula, FormulaError } from '../../../model/formula';

/** Whether a text is a formula, whatever it gives. */
export function isFormula(text: string): boolean {
  try {
    compileFormula(text);
    return true;
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return false;
  }
}
