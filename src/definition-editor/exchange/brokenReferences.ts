import { fixedKey } from '../../formula/fixedKey';
import type { SyntaxNode } from '../../formula/syntax';
import { activitiesOf, queuesOf, splitsOf } from '../catalogue/choicesFor';
import { nameCompared, nodesOf, treeOf } from './formulaTree';

/** Something that a formula asks for by name and that is not in the data. */
export interface BrokenReference {
  /** `name`: of a queue or of an activity, the formula does not say which. `seconds`: waits are not counted at so many. */
  readonly kind: 'queue' | 'activity' | 'name' | 'seconds';
  readonly name: string;
}

/**
 * What a formula asks for by name and the data does not have, each once, whether the formula would come to it now or not.
 * None while there is no data to look into.
 */
export function brokenReferences(formula: string, data: unknown): readonly BrokenReference[] {
  const tree = treeOf(formula);
  if (!tree || data === undefined || data === null) return [];
  const queues = queuesOf(data);
  const activities = activitiesOf(data);
  const there: Readonly<Record<BrokenReference['kind'], readonly string[]>> = {
    queue: queues,
    activity: activities,
    name: [...queues, ...activities],
    seconds: splitsOf(data).map(String),
  };
  const broken = nodesOf(tree)
    .flatMap(referencesAt)
    .filter(({ kind, name }) => !there[kind].includes(name));
  return broken.filter(
    ({ kind, name }, index) =>
      broken.findIndex((other) => other.kind === kind && other.name === name) === index,
  );
}

function referencesAt(node: SyntaxNode): readonly BrokenReference[] {
  const compared = nameCompared(node);
  if (compared !== undefined) return [{ kind: 'name', name: compared }];
  if (node.type === 'MemberExpression') {
    const { object } = node;
    const isSplit = object.type === 'MemberExpression' && fixedKey(object) === 'split_by_wait_time';
    const key = fixedKey(node);
    return isSplit && key !== undefined ? [{ kind: 'seconds', name: String(key) }] : [];
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return [];
  const word = node.callee.name;
  const [subject, seconds] = node.arguments;
  if (word === 'activity') return textsIn(subject).map((name) => ({ kind: 'activity', name }));
  if (!['queue', 'waiting', 'longestWait', 'serviceLevel'].includes(word)) return [];
  const isCounted = word === 'serviceLevel' && seconds?.type === 'Literal';
  return [
    ...textsIn(subject).map((name) => ({ kind: 'queue', name }) as const),
    ...(isCounted ? [{ kind: 'seconds', name: String(seconds.value) } as const] : []),
  ];
}

/** A text, or the texts of a list. */
function textsIn(node: SyntaxNode | null | undefined): readonly string[] {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  return node?.type === 'ArrayExpression' ? node.elements.flatMap(textsIn) : [];
}
