import { isAge, isComparison } from './ages';
import { fixedKey } from './fixedKey';
import type { Span } from './FormulaError';
import { patternNames } from './patternNames';
import type { BinaryExpression, CallExpression, Expression, SpreadElement, SyntaxNode } from './syntax';
import { words } from './words';
import { wordsOfAgents } from './agentWords';

/**
 * What a formula asks for by name, and where. `name` is that of a queue or of an activity, where the formula does not say which;
 * `seconds` are those at which waits are counted; a `variable` is one of the board.
 */
export interface Reference extends Span {
  readonly kind: 'queue' | 'activity' | 'name' | 'seconds' | 'variable';
  readonly name: string;
}

/** What the text of a formula says of what it reads, whether an evaluation comes to it or not. */
export interface Analysis {
  /** In the order of the text. */
  readonly references: readonly Reference[];
  /** The words for contact centres it uses. */
  readonly words: ReadonlySet<string>;
  /** Whether it reads how long something has waited by now, which grows each second. */
  readonly readsAges: boolean;
  /** Whether it counts time until now, which changes each second. */
  readonly readsClock: boolean;
  /** The variables of the board it reads, as `queue` in `board.queue`. */
  readonly variables: ReadonlySet<string>;
  /** Every key and every text in it. */
  readonly texts: ReadonlySet<string>;
}

/** Whether it may read a source of this name, beside the dashboard data. */
export const namesSource = ({ texts, words: used }: Analysis, source: string): boolean =>
  texts.has(source) || (source === 'agents' && [...wordsOfAgents].some((word) => used.has(word)));

export function analyse(tree: SyntaxNode): Analysis {
  const found: Found = { references: [], words: new Set(), texts: new Set(), comparesAges: false };
  collect(tree, new Set(), found);
  const { references, texts } = found;
  return {
    references,
    words: found.words,
    texts,
    variables: new Set(references.flatMap(({ kind, name }) => (kind === 'variable' ? [name] : []))),
    readsAges: found.comparesAges || found.words.has('longestWait'),
    readsClock: found.words.has('secondsSince') || found.words.has('longestIn'),
  };
}

interface Found {
  readonly references: Reference[];
  readonly words: Set<string>;
  readonly texts: Set<string>;
  comparesAges: boolean;
}

/** `hidden` are the names of parameters, which mean something else than the words of these names. */
function collect(node: SyntaxNode, hidden: ReadonlySet<string>, found: Found): void {
  found.references.push(...referencesAt(node, hidden));
  if (node.type === 'Identifier' && words.has(node.name) && !hidden.has(node.name))
    found.words.add(node.name);
  if (node.type === 'Literal' && typeof node.value === 'string') found.texts.add(node.value);
  if (node.type === 'BinaryExpression' && isComparison(node.operator))
    found.comparesAges ||= isAge(node.left) || isAge(node.right);
  const inside =
    node.type === 'ArrowFunctionExpression'
      ? new Set([...hidden, ...node.params.flatMap(patternNames).map(({ name }) => name)])
      : hidden;
  for (const part of partsOf(node)) collect(part, inside, found);
}

function referencesAt(node: SyntaxNode, hidden: ReadonlySet<string>): readonly Reference[] {
  const { start, end } = node;
  switch (node.type) {
    case 'BinaryExpression': {
      const name = nameCompared(node);
      if (name !== undefined) return [{ kind: 'name', name, start, end }];
      const activity = comparedWith(node, ['activity']);
      return activity === undefined ? [] : [{ kind: 'activity', name: activity, start, end }];
    }
    case 'MemberExpression': {
      const { object } = node;
      if (object.type === 'Identifier' && object.name === 'board' && !hidden.has('board')) {
        const name = fixedKey(node);
        return name === undefined ? [] : [{ kind: 'variable', name: String(name), start, end }];
      }
      const isSplit = object.type === 'MemberExpression' && fixedKey(object) === 'split_by_wait_time';
      const key = fixedKey(node);
      return isSplit && key !== undefined ? [{ kind: 'seconds', name: String(key), start, end }] : [];
    }
    case 'CallExpression':
      if (node.callee.type === 'MemberExpression') return queuesOfAgent(node);
      return node.callee.type === 'Identifier' && !hidden.has(node.callee.name)
        ? referencesOfCall(node, node.callee.name)
        : [];
    default:
      return [];
  }
}

const asksForQueues: ReadonlySet<string> = new Set([
  'queue',
  'waiting',
  'longestWait',
  'serviceLevel',
  'free',
]);
const asksForActivities: ReadonlySet<string> = new Set(['activity', 'agents', 'longestIn']);

function referencesOfCall(
  { arguments: [subject, seconds], start, end }: CallExpression,
  word: string,
): readonly Reference[] {
  const kind = asksForActivities.has(word) ? 'activity' : asksForQueues.has(word) ? 'queue' : undefined;
  if (!kind) return [];
  const named = textsIn(subject).map((name): Reference => ({ kind, name, start, end }));
  return word === 'serviceLevel' && seconds?.type === 'Literal'
    ? [...named, { kind: 'seconds', name: String(seconds.value), start, end }]
    : named;
}

/** What `agent.queues.includes('name')` asks for. */
function queuesOfAgent({ callee, arguments: [name], start, end }: CallExpression): readonly Reference[] {
  if (callee.type !== 'MemberExpression' || fixedKey(callee) !== 'includes') return [];
  const isOfQueues = callee.object.type === 'MemberExpression' && fixedKey(callee.object) === 'queues';
  return isOfQueues ? textsIn(name).map((queue) => ({ kind: 'queue', name: queue, start, end })) : [];
}

/** A text, or the texts that a list or a choice has. */
function textsIn(node: Expression | SpreadElement | null | undefined): readonly string[] {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'ArrayExpression':
      return node.elements.flatMap(textsIn);
    case 'SpreadElement':
      return textsIn(node.argument);
    case 'ConditionalExpression':
      return [...textsIn(node.consequent), ...textsIn(node.alternate)];
    case 'LogicalExpression':
      return [...textsIn(node.left), ...textsIn(node.right)];
    default:
      return [];
  }
}

/** What `owner.friendly_name === 'name'` compares with; of any owner without one. */
export const nameCompared = (node: BinaryExpression, owner?: string): string | undefined =>
  comparedWith(node, ['friendly_name', 'friendlyName'], owner);

/** The text that a field of one of these names is compared with. */
function comparedWith(
  { operator, left, right }: BinaryExpression,
  fields: readonly string[],
  owner?: string,
): string | undefined {
  if (operator !== '===' && operator !== '==') return undefined;
  const [member, literal] = left.type === 'MemberExpression' ? [left, right] : [right, left];
  if (member.type !== 'MemberExpression' || literal.type !== 'Literal') return undefined;
  const isName = fields.includes(String(fixedKey(member)));
  const isOwner =
    owner === undefined || (member.object.type === 'Identifier' && member.object.name === owner);
  return isName && isOwner && typeof literal.value === 'string' ? literal.value : undefined;
}

/** Every node right below a node. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const values: readonly unknown[] = Object.values(node).flat();
  return values.filter(
    (value): value is SyntaxNode => typeof value === 'object' && value !== null && 'type' in value,
  );
}
