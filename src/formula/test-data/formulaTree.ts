import { parseFormula } from '../compileFormula';
import { FormulaError } from '../FormulaError';

/** Our reading of a formula without the marks for parentheses, or the code with which it is refused. */
export function formulaTree(text: string): { tree: unknown } | { refused: string } {
  try {
    return { tree: withoutParens(parseFormula(text)) };
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return { refused: error.code };
  }
}

function withoutParens(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutParens);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([name]) => name !== 'parens')
      .map(([name, value]) => [name, withoutParens(value)]),
  );
}
