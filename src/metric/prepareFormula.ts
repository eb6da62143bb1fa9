import {
  compileFormula,
  explainUnknownName,
  FormulaError,
  Reads,
  type Analysis,
  type Budget,
  type Formula,
  type Span,
} from '../formula';
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
 * What the formula gives for one tile, or why it gives nothing that a tile can show.
 * @param age whole seconds by which waits have grown since the data was collected; 0 unless given
 */
export type EvaluateFormula = (data: unknown, budget: Budget, age?: number) => FormulaOutcome;

export interface PreparedFormula {
  /** Undefined for a text that is no formula. */
  readonly analysis: Analysis | undefined;
  readonly evaluate: EvaluateFormula;
  /** The sources that the last evaluation read, over joined data. */
  readonly sourcesRead: ReadonlySet<string>;
}

/** Compiles a formula once. @param compile `compileFormula` unless somebody holds formulas of their own */
export function prepareFormula(
  text: string,
  compile: (text: string) => Formula = compileFormula,
): PreparedFormula {
  try {
    const formula = compile(text);
    // One for all evaluations: objects that outlive an update, hundreds each time, are what makes garbage collection long.
    const reads = new Reads();
    return {
      analysis: formula.analysis,
      evaluate: onlyWhenChanged(formula, reads),
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
function onlyWhenChanged(formula: Formula, reads: Reads): EvaluateFormula {
  let known: FormulaOutcome | undefined;
  return (data, budget, age = 0) => {
    if (known && reads.stillHold(data, age)) return known;
    reads.clear();
    known = undefined;
    const outcome = evaluate(formula, data, budget, age, reads);
    // What is wrong is explained by more of the data than the formula read.
    if ('value' in outcome) known = outcome;
    return outcome;
  };
}

function evaluate(
  formula: Formula,
  data: unknown,
  budget: Budget,
  age: number,
  reads: Reads,
): FormulaOutcome {
  const scope = { data, age };
  try {
    const value = formula.evaluate(scope, budget, reads);
    if (Number.isNaN(value)) return inItsWords(formula.explainNaN(scope, budget));
    if (value === null || isMetricValue(value)) return { value };
    if (value === undefined) return inItsWords(formula.explainUndefined(scope, budget));
    const kind = Array.isArray(value) ? 'formula-gives-list' : 'formula-gives-object';
    return { problem: { kind }, span: { start: 0, end: formula.text.length } };
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return inItsWords(error);
  }
}

const inItsWords = ({ message, start, end, retryAfter }: FormulaError): FormulaOutcome => ({
  problem: { kind: 'formula', message },
  span: { start, end },
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

const isMetricValue = (value: unknown): value is MetricValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
