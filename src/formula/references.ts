import { fixedKey } from './fixedKey';
import type { Expression, Pattern, SpreadElement } from './syntax';
import { words } from './words';

/** One thing a formula reads, and where it says so. */
export type Reference =
  /** A path over the data: `['workspace_statistics', 'realtime', 'total_tasks']`; ends before the first part only the data decides. */
  | { readonly kind: 'path'; readonly path: readonly string[]; readonly start: number; readonly end: number }
  /** A word for contact centres, with the name it is given where the text says it: `activity('Available')`. */
  | {
      readonly kind: 'word';
      readonly word: string;
      readonly argument: string | undefined;
      readonly start: number;
      readonly end: number;
    };

/** Everything the formula reads, in the order of its text. */
export function referencesOf(tree: Expression): Reference[] {
  const references: Reference[] = [];
  collect(tree, new Set(), references);
  return references.sort((a, b) => a.start - b.start);
}

function collect(
  node: Expression | SpreadElement,
  hidden: ReadonlySet<string>,
  references: Reference[],
): void {
  switch (node.type) {
    case 'MemberExpression': {
      const path = pathOf(node, hidden);
      if (path) {
        references.push({ kind: 'path', path, start: node.start, end: node.end });
        return;
      }
      break;
    }
    case 'CallExpression': {
      const { callee } = node;
      if (callee.type === 'Identifier' && words.has(callee.name) && !hidden.has(callee.name)) {
        const first = node.arguments[0];
        const argument =
          first?.type === 'Literal' && typeof first.value === 'string' ? first.value : undefined;
        references.push({ kind: 'word', word: callee.name, argument, start: node.start, end: node.end });
        for (const part of node.arguments) collect(part, hidden, references);
        return;
      }
      if (callee.type === 'MemberExpression') {
        // The last name of `data.queues.find(…)` is the method, not a part of the path.
        collect(callee.object, hidden, references);
        if (callee.computed) collect(callee.property, hidden, references);
        for (const part of node.arguments) collect(part, hidden, references);
        return;
      }
      break;
    }
    case 'Identifier':
      if (!hidden.has(node.name)) {
        if (node.name === 'data')
          references.push({ kind: 'path', path: [], start: node.start, end: node.end });
        else if (words.has(node.name))
          references.push({
            kind: 'word',
            word: node.name,
            argument: undefined,
            start: node.start,
            end: node.end,
          });
      }
      return;
    case 'ArrowFunctionExpression': {
      const inside = new Set([...hidden, ...node.params.flatMap(namesOf)]);
      for (const param of node.params) collectDefaults(param, inside, references);
      collect(node.body, inside, references);
      return;
    }
  }
  for (const child of childrenOf(node)) collect(child, hidden, references);
}

/** The keys of `data.a.b['c']`, where every key is in the text. */
function pathOf(node: Expression, hidden: ReadonlySet<string>): string[] | undefined {
  if (node.type === 'Identifier') return node.name === 'data' && !hidden.has('data') ? [] : undefined;
  if (node.type === 'ChainExpression') return pathOf(node.expression, hidden);
  if (node.type !== 'MemberExpression') return undefined;
  const key = fixedKey(node);
  const path = key === undefined ? undefined : pathOf(node.object, hidden);
  return path && [...path, String(key)];
}

function namesOf(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'AssignmentPattern':
      return namesOf(pattern.left);
    case 'RestElement':
      return namesOf(pattern.argument);
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? namesOf(element) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesOf(property.type === 'Property' ? property.value : property),
      );
  }
}

/** Default values and computed keys of a parameter. */
function collectDefaults(pattern: Pattern, hidden: ReadonlySet<string>, references: Reference[]): void {
  switch (pattern.type) {
    case 'Identifier':
      return;
    case 'AssignmentPattern':
      collectDefaults(pattern.left, hidden, references);
      return collect(pattern.right, hidden, references);
    case 'RestElement':
      return collectDefaults(pattern.argument, hidden, references);
    case 'ArrayPattern':
      return pattern.elements.forEach((element) => element && collectDefaults(element, hidden, references));
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'Property') {
          collect(property.key, hidden, references);
          collectDefaults(property.value, hidden, references);
        } else collectDefaults(property, hidden, references);
      }
  }
}

function childrenOf(node: Expression | SpreadElement): readonly (Expression | SpreadElement)[] {
  switch (node.type) {
    case 'TemplateLiteral':
    case 'SequenceExpression':
      return node.expressions;
    case 'ArrayExpression':
      return node.elements.filter((element): element is Expression | SpreadElement => element !== null);
    case 'ObjectExpression':
      return node.properties.flatMap((property): (Expression | SpreadElement)[] =>
        property.type === 'Property' ? [property.key, property.value] : [property],
      );
    case 'MemberExpression':
      return [node.object, node.property];
    case 'CallExpression':
      return [node.callee, ...node.arguments];
    case 'ChainExpression':
      return [node.expression];
    case 'UnaryExpression':
    case 'SpreadElement':
      return [node.argument];
    case 'BinaryExpression':
    case 'LogicalExpression':
      return [node.left, node.right];
    case 'ConditionalExpression':
      return [node.test, node.consequent, node.alternate];
    default:
      return [];
  }
}
