import { compileFormula } from './compileFormula';
import { FormulaError } from './FormulaError';

/**
 * Compiles many formulas without holding up the page: yields whenever a slice of time is used up, and the caller goes on
 * when the page is idle. Texts that are no formulas are passed over here; `compileFormula` says why when they are used.
 * @param now a clock in milliseconds, such as `performance.now`
 * @param slice milliseconds after which no further formula is begun
 */
export function* compileInSlices(texts: Iterable<string>, now: () => number, slice = 4): Generator<void> {
  let start = now();
  for (const text of texts) {
    if (now() - start >= slice) {
      yield;
      start = now();
    }
    try {
      compileFormula(text);
    } catch (error: unknown) {
      if (!(error instanceof FormulaError)) throw error;
    }
  }
}
