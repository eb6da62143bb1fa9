import {
  compileFormula,
  explainUnknownName,
  FormulaError,
  NeedsChoice,
  Reads,
  type Analysis,
  type Budget,
  type CompileFormula,
  type Formula,
  type FormulaScope,
  type Span,
} from '../formula';
import type { FormulaProblem, NeededChoice, Problem } from './Problem';
import type { MetricValue } from './Reading';

/** `null` is "no answer": there is nothing to divide by. */
export type FormulaOutcome<T = MetricValue> =
  | { readonly value: T | null }
  /**
   * `span`: the part of the formula that it is about. `retryAfter`: the formula was stopped, which says nothing of its value, and is
   * tried again after so many milliseconds.
   */
  | { readonly problem: FormulaProblem; readonly span: Span; readonly retryAfter?: number };

/**
 * What the formula gives for one tile, or why it gives nothing that a tile can show.
 * @param age whole seconds by which waits have grown since the data was collected; 0 unless given
 * @param now the moment up to which the data is known: milliseconds since 1970; now unless given
 */
export type EvaluateFormula<T = MetricValue> = (
  data: unknown,
  budget: Budget,
  age?: number,
  now?: number,
) => FormulaOutcome<T>;

/** Takes what a formula gave, or says why a tile cannot show it. It is never given null, undefined or NaN. */
export type Shape<T> = (value: unknown) => { readonly value: T } | { readonly problem: FormulaProblem };

export interface PreparedFormula<T = MetricValue> {
  /** Undefined for a text that is no formula. */
  readonly analysis: Analysis | undefined;
  readonly evaluate: EvaluateFormula<T>;
  /** The sources that the last evaluation read, over joined data. */
  readonly sourcesRead: ReadonlySet<string>;
}

/** Compiles a formula once that gives one value. @param compile `compileFormula` unless somebody holds formulas of their own */
export const prepareFormula = (text: string, compile?: CompileFormula): PreparedFormula =>
  prepareShaped(text, scalar, compile);

/** The same of a formula that gives a value of another shape. */
export function prepareShaped<T>(
  text: string,
  shape: Shape<T>,
  compile: CompileFormula = compileFormula,
): PreparedFormula<T> {
  try {
    const formula = compile(text);
    // One for all evaluations: objects that outlive an update, hundreds each time, are what makes garbage collection long.
    const reads = new Reads();
    return {
      analysis: formula.analysis,
      evaluate: onlyWhenChanged(formula, shape, reads),
      sourcesRead: reads.sources,
    };
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return {
      analysis: undefined,
      evaluate: (data) => inItsWords(explainUnknownName(error, text, { data })),
      sourcesRead: new Set(),
    };
  }
}

/** Evaluates a formula unless all that it read last is still there, so that it would give the same value. */
function onlyWhenChanged<T>(formula: Formula, shape: Shape<T>, reads: Reads): EvaluateFormula<T> {
  let known: FormulaOutcome<T> | undefined;
  return (data, budget, age = 0, now = Date.now()) => {
    if (known && reads.stillHold(data, age, now)) return known;
    reads.clear();
    known = undefined;
    const outcome = evaluate(formula, shape, { data, age, now }, budget, reads);
    // What is wrong is explained by more of the data than the formula read.
    if ('value' in outcome) known = outcome;
    return outcome;
  };
}

function evaluate<T>(
  formula: Formula,
  shape: Shape<T>,
  scope: FormulaScope,
  budget: Budget,
  reads: Reads,
): FormulaOutcome<T> {
  try {
    const value = formula.evaluate(scope, budget, reads);
    if (Number.isNaN(value)) return inItsWords(formula.explainNaN(scope, budget));
    if (value === null) return { value };
    if (value === undefined) return inItsWords(formula.explainUndefined(scope, budget));
    const shaped = shape(value);
    return 'value' in shaped ? shaped : { ...shaped, span: { start: 0, end: formula.text.length } };
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return inItsWords(error);
  }
}

function inItsWords(error: FormulaError): FormulaOutcome<never> {
  const { message, start, end, retryAfter } = error;
  const span = { start, end };
  if (error instanceof NeedsChoice) {
    const { variable, type, gone } = error;
    return { problem: { kind: 'needs-choice', variable, type, gone }, span };
  }
  const problem = { kind: 'formula', message } as const;
  return retryAfter === undefined ? { problem, span } : { problem, span, retryAfter };
}

/** The choice that a formula waits for, or one that belongs to it; undefined where something else keeps it from giving a value. */
export function choiceNeeded(problem: Problem): NeededChoice | undefined {
  if (problem.kind === 'needs-choice') return problem;
  return problem.kind === 'in-sample-formula' || problem.kind === 'in-row-key'
    ? choiceNeeded(problem.problem)
    : undefined;
}

const scalar: Shape<MetricValue> = (value) =>
  isMetricValue(value)
    ? { value }
    : { problem: { kind: Array.isArray(value) ? 'formula-gives-list' : 'formula-gives-object' } };

const isMetricValue = (value: unknown): value is MetricValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
