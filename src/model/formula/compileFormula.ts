import type { Bindings } from './boardValues';
import { Formula, type Variable } from './Formula';
import { FormulaError } from './FormulaError';
import { limits } from './limits';
import { StrictParser } from './StrictParser';
import type { Expression } from './syntax';

/** What a formula is compiled from. */
export interface FormulaSource {
  readonly text: string;
  /** What it may read besides `data`. @default nothing */
  readonly variables?: readonly Variable[];
}

export type CompileFormula = (text: string, ...variables: readonly Variable[]) => Formula;

/** No formula has the character between. */
const keyOf = ({ text, variables = [] }: FormulaSource): string => [...variables, text].join('\u0000');

/** Formulas that are compiled already, by their texts; tiles with the same text share one. */
export class CompiledFormulas {
  /** The least recently used first, where there is a limit. */
  private readonly compiled = new Map<string, Formula | FormulaError>();

  /** @param most how many are kept; without it all, until `keep` says otherwise */
  constructor(private readonly most = Infinity) {}

  /**
   * @param variables what the formula may read besides `data`
   * @throws {FormulaError} when the text is no formula: codes `empty`, `too-long`, `too-deep`, `syntax`, `unsupported`, `unknown-name`, `blocked`
   */
  readonly compile: CompileFormula = (text, ...variables) => {
    const key = keyOf({ text, variables });
    const known = this.compiled.get(key) ?? compile(text, variables);
    if (this.most < Infinity) this.compiled.delete(key);
    this.compiled.set(key, known);
    if (this.compiled.size > this.most) this.forgetOldest();
    if (known instanceof FormulaError) throw known;
    return known;
  };

  /** Forgets all others. */
  keep(sources: readonly FormulaSource[]): void {
    const kept = new Set(sources.map(keyOf));
    for (const key of [...this.compiled.keys()]) if (!kept.has(key)) this.compiled.delete(key);
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

/** Compiles formulas as they are read on a board where this is chosen. @param compile `compileFormula` unless given */
export const compileOn =
  (board: Bindings, compile: CompileFormula = compileFormula): CompileFormula =>
  (text, ...variables) =>
    compile(text, ...variables).with(board);

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

function compile(text: string, variables: readonly Variable[]): Formula | FormulaError {
  try {
    return Formula.of(text, parseFormula(text), variables);
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
