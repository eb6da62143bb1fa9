import { fixedKey } from './fixedKey';
import type { Span } from './FormulaError';
import { patternNames } from './patternNames';
import type { CallExpression, SyntaxNode } from './syntax';
import { words } from './words';

/** A path over the data, `['workspace_statistics', 'realtime', 'total_tasks']`, up to the first part that only the data decides. */
export interface PathReference extends Span {
  readonly kind: 'path';
  readonly path: readonly string[];
}

/** A word for contact centres, with the name it is given where the text says it: `activity('Available')`. */
export interface WordReference extends Span {
  readonly kind: 'word';
  readonly word: string;
  readonly argument: string | undefined;
}

/** One thing a formula reads, and where it says so. */
export type Reference = PathReference | WordReference;

/** Everything the formula reads, in the order of its text. */
export function referencesOf(tree: SyntaxNode): Reference[] {
  const references: Reference[] = [];
  collect(tree, new Set(), references);
  return references.sort((a, b) => a.start - b.start);
}

/** `hidden` are the names of parameters, which mean something else. */
function collect(node: SyntaxNode, hidden: ReadonlySet<string>, references: Reference[]): void {
  const { start, end } = node;
  const path = pathOf(node, hidden);
  if (path) {
    references.push({ kind: 'path', path, start, end });
    return;
  }
  if (node.type === 'CallExpression') return collectCall(node, hidden, references);
  if (node.type === 'Identifier' && words.has(node.name) && !hidden.has(node.name)) {
    references.push({ kind: 'word', word: node.name, argument: undefined, start, end });
  }
  const inside =
    node.type === 'ArrowFunctionExpression'
      ? new Set([...hidden, ...node.params.flatMap(patternNames).map(({ name }) => name)])
      : hidden;
  for (const part of partsOf(node)) collect(part, inside, references);
}

function collectCall(node: CallExpression, hidden: ReadonlySet<string>, references: Reference[]): void {
  const { callee, start, end } = node;
  if (callee.type === 'Identifier' && words.has(callee.name) && !hidden.has(callee.name)) {
    const first = node.arguments[0];
    const argument = first?.type === 'Literal' && typeof first.value === 'string' ? first.value : undefined;
    references.push({ kind: 'word', word: callee.name, argument, start, end });
  } else {
    // The last name of `data.queues.find(…)` is the method, not a part of the path.
    const parts = callee.type === 'MemberExpression' ? [callee.object, callee.property] : [callee];
    for (const part of parts) collect(part, hidden, references);
  }
  for (const part of node.arguments) collect(part, hidden, references);
}

/** The keys of `data.a.b['c']`, where every key is in the text. */
function pathOf(node: SyntaxNode, hidden: ReadonlySet<string>): string[] | undefined {
  if (node.type === 'Identifier') return node.name === 'data' && !hidden.has('data') ? [] : undefined;
  if (node.type === 'ChainExpression') return pathOf(node.expression, hidden);
  if (node.type !== 'MemberExpression') return undefined;
  const key = fixedKey(node);
  const path = key === undefined ? undefined : pathOf(node.object, hidden);
  return path && [...path, String(key)];
}

/** Every node right below a node. */
function partsOf(node: SyntaxNode): SyntaxNode[] {
  const values: readonly unknown[] = Object.values(node).flat();
  return values.filter(
    (value): value is SyntaxNode => typeof value === 'object' && value !== null && 'type' in value,
  );
}
