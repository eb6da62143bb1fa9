import type { CompiledFormulas } from './compileFormula';
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
  texts: readonly string[],
  now: () => number,
  slice = 4,
): () => boolean {
  let next = 0;
  return () => {
    const start = now();
    while (next < texts.length) {
      compileQuietly(formulas, texts[next++] as string);
      if (now() - start >= slice) break;
    }
    return next < texts.length;
  };
}

function compileQuietly(formulas: CompiledFormulas, text: string): void {
  try {
    formulas.compile(text);
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
  }
}
