import { isDeepStrictEqual } from 'util';
import { acornTree, isBlank } from './acornTree';
import { parseFormula } from '../compileFormula';
import { FormulaError } from '../FormulaError';

/** Refusals of what JavaScript accepts: each says what to write instead, none means something else. */
const rightRefusals = new Set(['unsupported', 'too-deep', 'too-long', 'blocked']);

/** `unjudged`: acorn and the JavaScript engine disagree, so there is no tree to compare with. */
export type Comparison = 'same' | 'refused' | 'unjudged' | { readonly difference: string };

/** Our reading of a text against JavaScript's. One semicolon after an expression is ours to accept. */
export function compareSyntax(text: string): Comparison {
  const ours = formulaTree(text);
  const theirs = acornTree(text) ?? acornTree(withoutSemicolon(text));
  if ('refused' in ours) {
    if (theirs === undefined || rightRefusals.has(ours.refused)) return 'refused';
    return isExpression(text) ? { difference: `refused as ${ours.refused}` } : 'refused';
  }
  if (theirs === undefined)
    return isExpression(withoutSemicolon(text)) ? 'unjudged' : { difference: 'accepted' };
  return isDeepStrictEqual(theirs, ours.tree) ? 'same' : { difference: 'read differently' };
}

/** Whether the JavaScript engine itself takes the text for an expression: it must fit both a group and a list. Nothing is run. */
function isExpression(text: string): boolean {
  try {
    return [`return (${text}\n)`, `return [${text}\n]`].every(
      (body) => new Function(body) instanceof Function,
    );
  } catch {
    return false;
  }
}

/** The text up to its last semicolon, if nothing but blanks and comments follows it. */
function withoutSemicolon(text: string): string {
  const at = text.lastIndexOf(';');
  return at >= 0 && isBlank(text.slice(at + 1)) ? text.slice(0, at) : text;
}

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
