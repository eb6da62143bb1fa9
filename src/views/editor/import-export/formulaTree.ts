import { parseFormula } from '../../../model/formula/compileFormula';
import { fixedKey } from '../../../model/formula/fixedKey';
import { nameCompared, partsOf } from '../../../model/formula/references';
import type { Expression, SyntaxNode } from '../../../model/formula/syntax';
import { FormulaError } from '../../../model/formula';

/** The tree of a formula; undefined for a text that is none. */
export function treeOf(formula: string): Expression | undefined {
  try {
    return parseFormula(formula);
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return undefined;
  }
}

/** A node and every node below it. */
export function nodesOf(node: SyntaxNode): readonly SyntaxNode[] {
  return [node, ...partsOf(node).flatMap(nodesOf)];
}

/** The keys of `data.a.b`; undefined for what is no path over `data`. */
export function pathOf(node: Expression): readonly string[] | undefined {
  if (node.type === 'Identifier') return node.name === 'data' ? [] : undefined;
  if (node.type !== 'MemberExpression' || node.optional) return undefined;
  const key = fixedKey(node);
  const path = key === undefined ? undefined : pathOf(node.object);
  return path && [...path, String(key)];
}

/** The name that `list.find((x) => x.friendly_name === 'name')` looks for, and the list. */
export function findByName(
  node: Expression,
): { readonly list: Expression; readonly name: string } | undefined {
  if (node.type !== 'CallExpression' || node.optional) return undefined;
  const { callee, arguments: given } = node;
  const [test] = given;
  if (callee.type !== 'MemberExpression' || callee.optional || fixedKey(callee) !== 'find') return undefined;
  if (given.length !== 1 || test?.type !== 'ArrowFunctionExpression') return undefined;
  const [parameter] = test.params;
  const name =
    parameter?.type === 'Identifier' && test.body.type === 'BinaryExpression'
      ? nameCompared(test.body, parameter.name)
      : undefined;
  return name === undefined ? undefined : { list: callee.object, name };
}
