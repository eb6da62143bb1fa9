import { parseFormula } from '../../formula/compileFormula';
import { fixedKey } from '../../formula/fixedKey';
import type { Expression, SyntaxNode } from '../../formula/syntax';
import { FormulaError } from '../../formula';

/** The tree of a formula; undefined for a text that is none. */
export function treeOf(formula: string): Expression | undefined {
  try {
    return parseFormula(formula);
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return undefined;
  }
}

/** Every node right below a node. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const values: readonly unknown[] = Object.values(node).flat();
  return values.filter(
    (value): value is SyntaxNode => typeof value === 'object' && value !== null && 'type' in value,
  );
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
  const name = parameter?.type === 'Identifier' ? nameCompared(test.body, parameter.name) : undefined;
  return name === undefined ? undefined : { list: callee.object, name };
}

/** What `owner.friendly_name === 'name'` compares with. */
export function nameCompared(node: SyntaxNode, owner?: string): string | undefined {
  if (node.type !== 'BinaryExpression' || !['===', '=='].includes(node.operator)) return undefined;
  const [member, literal] =
    node.left.type === 'MemberExpression' ? [node.left, node.right] : [node.right, node.left];
  if (member.type !== 'MemberExpression' || literal.type !== 'Literal') return undefined;
  const isName = ['friendly_name', 'friendlyName'].includes(String(fixedKey(member)));
  const isOwner =
    owner === undefined || (member.object.type === 'Identifier' && member.object.name === owner);
  return isName && isOwner && typeof literal.value === 'string' ? literal.value : undefined;
}
