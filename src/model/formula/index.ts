export { CompiledFormulas, compileFormula, compileInSlices, compileOn } from './compileFormula';
export type { CompileFormula, FormulaSource } from './compileFormula';
export type { Formula, FormulaScope, RowInTurn, Variable } from './Formula';
export { Reads } from './Reads';
export { dataSource, joinSources } from './joinSources';
export { FormulaError } from './FormulaError';
export type { FormulaErrorCode, Span } from './FormulaError';
export { namesSource } from './references';
export type { Analysis } from './references';
export {
  availableIn,
  missingAmong,
  missingReferences,
  referencesIn,
  variablesIn,
  withVariablesRenamed,
} from './missingReferences';
export type { Available, MissingReference } from './missingReferences';
export { explainUnknownName } from './explainMissing';
export { everything, namesOf, NeedsChoice } from './boardValues';
export type { Binding, Bindings, ChosenValue } from './boardValues';
export { createBudget } from './budget';
export type { Budget } from './budget';
