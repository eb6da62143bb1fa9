import { explainMissing } from './explainMissing';
import type { Inside, Look, Source } from './explainMissing';
import { FormulaError } from './FormulaError';
import type { BinaryExpression, CallExpression, Expression, SpreadElement } from './syntax';
import { describeKind, quote } from './values';

/** Says in plain words which part of `node`, which gives NaN, could not be calculated with. */
export function explainNaN(node: Expression, look: Look, source: Source, inside: Inside): FormulaError {
  switch (node.type) {
    case 'ConditionalExpression':
      return explainNaN(look(node.test) ? node.consequent : node.alternate, look, source, inside);
    case 'LogicalExpression':
      return explainNaN(Object.is(look(node.left), NaN) ? node.left : node.right, look, source, inside);
    case 'UnaryExpression':
      return explainOperand(node.argument, look, source, inside) ?? noNumber(node, source);
    case 'BinaryExpression':
      return (
        explainOperand(node.left, look, source, inside) ??
        explainOperand(node.right, look, source, inside) ??
        explainDivision(node, look, source)
      );
    case 'CallExpression':
      return (
        explainArrow(node, look, inside) ?? explainGiven(node, look, source, inside) ?? noNumber(node, source)
      );
    case 'ChainExpression':
      return explainNaN(node.expression, look, source, inside);
    case 'MemberExpression':
      return inside(node.object) ?? noNumber(node, source);
    default:
      return noNumber(node, source);
  }
}

/** Why a value cannot be calculated with; undefined if it can. */
function explainOperand(
  part: Expression | SpreadElement,
  look: Look,
  source: Source,
  inside: Inside,
): FormulaError | undefined {
  if (part.type === 'SpreadElement') return undefined;
  const value = look(part);
  if (value === undefined) return explainMissing(part, look, source);
  if (Object.is(value, NaN)) return explainNaN(part, look, source, inside);
  if (typeof value === 'string' && Number.isNaN(Number(value))) {
    return new FormulaError('type', `${source(part)} is the text ${quote(value)}, which is no number.`, part);
  }
  if (typeof value === 'object' && value !== null) {
    return new FormulaError(
      'type',
      `${source(part)} is ${describeKind(value)}, and one number is needed.`,
      part,
    );
  }
  return undefined;
}

function explainDivision(node: BinaryExpression, look: Look, source: Source): FormulaError {
  if ((node.operator !== '/' && node.operator !== '%') || look(node.right) !== 0)
    return noNumber(node, source);
  return new FormulaError(
    'type',
    `${source(node)} divides 0 by 0. Write percent(part, whole), which then gives no answer, or check ${source(node.right)} first.`,
    node,
  );
}

/** What an arrow that the call calls could not calculate with, unless it was given that. */
function explainArrow(node: CallExpression, look: Look, inside: Inside): FormulaError | undefined {
  const isGiven = node.arguments.some((part) => {
    const value = part.type === 'SpreadElement' ? undefined : look(part);
    return part.type !== 'SpreadElement' && (value === undefined || Number.isNaN(value));
  });
  return isGiven ? undefined : inside(node);
}

/** `Math.max(data.typo)`: the first value of a call that is at fault. */
function explainGiven(
  node: CallExpression,
  look: Look,
  source: Source,
  inside: Inside,
): FormulaError | undefined {
  for (const part of node.arguments) {
    const reason =
      part.type === 'ArrowFunctionExpression' ? undefined : explainOperand(part, look, source, inside);
    if (reason) return reason;
  }
  return undefined;
}

function noNumber(node: Expression, source: Source): FormulaError {
  return new FormulaError('type', `${source(node)} gives no number (NaN).`, node);
}
