import type { CompiledFormulas, FormulaSource } from './compileFormula';
import { FormulaError } from './FormulaError';

/**
 * Compiles many formulas without holding up the page. Each call of the function returned works for one slice of time and says whether
 * anything is left; the caller calls again when the page is idle. Texts that are no formulas are passed over here:
 * `formulas` say why when they are used.
 * @param now a clock in milliseconds, such as `performance.now`
 * @param slice milliseconds after which no further formula is begun
 */
export function compileInSlices(
  formulas: CompiledFormulas,
  sources: readonly FormulaSource[],
  now: () => number,
  slice = 4,
): () => boolean {
  let next = 0;
  return () => {
    const start = now();
    while (next < sources.length) {
      compileQuietly(formulas, sources[next++] as FormulaSource);
      if (now() - start >= slice) break;
    }
    return next < sources.length;
  };
}

function compileQuietly(formulas: CompiledFormulas, { text, variables = [] }: FormulaSource): void {
  try {
    formulas.compile(text, ...variables);
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
  }
}
