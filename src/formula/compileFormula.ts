import { Formula } from './Formula';
import { FormulaError } from './FormulaError';
import { limits } from './limits';
import { StrictParser } from './StrictParser';
import type { Expression } from './syntax';

/** Formulas that are compiled already, by their texts; tiles with the same text share one. */
export class CompiledFormulas {
  /** The least recently used first, where there is a limit. */
  private readonly compiled = new Map<string, Formula | FormulaError>();

  /** @param most how many are kept; without it all, until `keep` says otherwise */
  constructor(private readonly most = Infinity) {}

  /** @throws {FormulaError} when the text is no formula: codes `empty`, `too-long`, `too-deep`, `syntax`, `unsupported`, `unknown-name`, `blocked` */
  readonly compile = (text: string): Formula => {
    const known = this.compiled.get(text) ?? compile(text);
    if (this.most < Infinity) this.compiled.delete(text);
    this.compiled.set(text, known);
    if (this.compiled.size > this.most) this.forgetOldest();
    if (known instanceof FormulaError) throw known;
    return known;
  };

  /** Forgets all others. */
  keep(texts: ReadonlySet<string>): void {
    for (const text of [...this.compiled.keys()]) if (!texts.has(text)) this.compiled.delete(text);
  }

  private forgetOldest(): void {
    for (const oldest of this.compiled.keys()) {
      this.compiled.delete(oldest);
      break;
    }
  }
}

/** Compiles a formula, or finds it among those that were used last. A board, which has many, holds its own. */
export const compileFormula = new CompiledFormulas(limits.cached).compile;

/** The tree of a formula, names unresolved. */
export function parseFormula(text: string): Expression {
  if (text.length > limits.text) {
    throw new FormulaError(
      'too-long',
      `The formula has ${text.length} characters; ${limits.text} are allowed.`,
      {
        start: limits.text,
        end: text.length,
      },
    );
  }
  return new StrictParser(text).parse();
}

function compile(text: string): Formula | FormulaError {
  try {
    return new Formula(text, parseFormula(text));
  } catch (error: unknown) {
    if (error instanceof FormulaError) return error;
    // How deep the browser's stack is depends on the moment, so this is not remembered for the text.
    throw error instanceof RangeError
      ? new FormulaError('too-deep', 'The formula nests too deep.', { start: 0, end: text.length })
      : error;
  }
}

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
