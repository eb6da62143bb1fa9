export { compileFormula } from './compileFormula';
export { compileInSlices } from './compileInSlices';
export type { Formula, FormulaScope } from './Formula';
export { FormulaError } from './FormulaError';
export type { FormulaErrorCode, Span } from './FormulaError';
export type { Reference } from './references';
export { explainUnknownName } from './explainUnknownName';
export { createBudget } from './budget';
export type { Budget } from './budget';
