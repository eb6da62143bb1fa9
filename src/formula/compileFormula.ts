import { Formula } from './Formula';
import { FormulaError } from './FormulaError';
import { limits } from './limits';
import { StrictParser } from './StrictParser';
import type { Expression } from './syntax';

/** The least recently used first. */
const compiled = new Map<string, Formula | FormulaError>();

/**
 * Compiles a formula, or finds it compiled already; tiles with the same text share one.
 * @throws {FormulaError} when the text is no formula: codes `empty`, `too-long`, `too-deep`, `syntax`, `unsupported`, `unknown-name`, `blocked`
 */
export function compileFormula(text: string): Formula {
  const known = compiled.get(text) ?? compile(text);
  compiled.delete(text);
  compiled.set(text, known);
  if (compiled.size > limits.cached) {
    for (const oldest of compiled.keys()) {
      compiled.delete(oldest);
      break;
    }
  }
  if (known instanceof FormulaError) throw known;
  return known;
}

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
