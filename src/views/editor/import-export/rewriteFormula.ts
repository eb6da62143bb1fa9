import { fixedKey } from '../../../model/formula/fixedKey';
import { patternNames } from '../../../model/formula/patternNames';
import type { Expression, MemberExpression, SyntaxNode } from '../../../model/formula/syntax';
import { isFormula } from '../formula-field/isFormula';
import { quoted } from '../formula-field/spelling';
import { partsOf } from '../../../model/formula/references';
import { findByName, nodesOf, pathOf, treeOf } from './formulaTree';

/** Why a formula of the ancestor is written anew. */
export type RewriteReason =
  /** Fails without a word where the activity does not exist; the word says which there are. */
  | 'activity'
  /** Fails where there is no such activity; adding up all others does not. */
  | 'all-but-activity'
  | 'queue'
  /** The later shape of the ancestor's data: `data.workspace`, `friendlyName`, `.data` of a queue. */
  | 'later-shape';

export interface RewrittenFormula {
  /** Undefined where it takes a person to write it. */
  readonly formula: string | undefined;
  /** Empty when nothing was to be done. */
  readonly reasons: readonly RewriteReason[];
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reason: RewriteReason;
}

/** Fields of the later shape's queues that no statistics have. */
const lostFields = ['targetWorkers', 'assignmentActivityName', 'taskOrder'];

/**
 * A formula written for the ancestor of this dashboard, in the words of this one. Only forms are touched that mean one thing
 * for certain; all else stays as it is written.
 */
export function rewriteFormula(formula: string): RewrittenFormula {
  const tree = treeOf(formula);
  if (!tree) return { formula, reasons: [] };
  const nodes = nodesOf(tree);
  const edits = editsOf(tree, formula);
  const isLater = nodes.some(isOfLaterShape);
  const written = [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), formula);
  if (nodes.some(isAmbiguous) || !isFormula(written))
    return isLater ? { formula: undefined, reasons: ['later-shape'] } : { formula, reasons: [] };
  const reasons = edits.map(({ reason }) => reason);
  return {
    formula: written,
    reasons: [...new Set(isLater ? [...reasons, 'later-shape' as const] : reasons)],
  };
}

function editsOf(node: SyntaxNode, text: string): readonly Edit[] {
  const whole = replacementOf(node);
  if (whole) return [{ start: node.start, end: node.end, ...whole }];
  if (node.type !== 'MemberExpression') return partsOf(node).flatMap((part) => editsOf(part, text));
  const queue = queueRead(node);
  const inside = queue ? [queue] : partsOf(node).flatMap((part) => editsOf(part, text));
  return [...inside, ...laterShapeEdits(node, text)];
}

/** What stands for a node and all that is in it. */
function replacementOf(node: SyntaxNode): Pick<Edit, 'text' | 'reason'> | undefined {
  if (node.type === 'BinaryExpression' && node.operator === '-') {
    const name = activityCounted(node.right);
    const path = statisticsPath(node.left);
    if (name === undefined || path !== 'realtime.total_workers') return undefined;
    const list = `data.workspace_statistics.realtime.activity_statistics`;
    return {
      text: `sum(${list}.filter((a) => a.friendly_name !== ${quoted(name)}), (a) => a.workers)`,
      reason: 'all-but-activity',
    };
  }
  if (node.type === 'MemberExpression') {
    const name = activityCounted(node);
    return name === undefined ? undefined : { text: `activity(${quoted(name)})`, reason: 'activity' };
  }
  return undefined;
}

/** The activity of `….activity_statistics.find((e) => e.friendly_name === 'name').workers`. */
function activityCounted(node: Expression): string | undefined {
  if (node.type !== 'MemberExpression' || node.optional || fixedKey(node) !== 'workers') return undefined;
  const found = findByName(node.object);
  return found && statisticsPath(found.list) === 'realtime.activity_statistics' ? found.name : undefined;
}

/** The rest of a path over the workspace's statistics, in either shape. */
function statisticsPath(node: Expression): string | undefined {
  const [first, ...rest] = pathOf(node) ?? [];
  return first === 'workspace_statistics' || first === 'workspace' ? rest.join('.') : undefined;
}

/** `data.queues.find((q) => q.friendly_name === 'name')`, where something is read of it. */
function queueRead({ object, optional }: MemberExpression): Edit | undefined {
  const found = optional ? undefined : findByName(object);
  if (!found || pathOf(found.list)?.join() !== 'queues') return undefined;
  return { start: object.start, end: object.end, text: `queue(${quoted(found.name)})`, reason: 'queue' };
}

function laterShapeEdits(node: MemberExpression, text: string): readonly Edit[] {
  const { property, computed, end } = node;
  const key = fixedKey(node);
  if (key === 'data') {
    const suffix = /\s*(?:\.\s*data|\[\s*(?:'data'|"data")\s*\])$/.exec(text.slice(0, end))?.[0] ?? '';
    return [{ start: end - suffix.length, end, text: '', reason: 'later-shape' }];
  }
  const isRoot = pathOf(node)?.join() === 'workspace';
  if (!isRoot && key !== 'friendlyName') return [];
  const name = isRoot ? 'workspace_statistics' : 'friendly_name';
  return [
    { start: property.start, end: property.end, text: computed ? quoted(name) : name, reason: 'later-shape' },
  ];
}

function isOfLaterShape(node: SyntaxNode): boolean {
  if (node.type === 'Property') return ['friendlyName', ...lostFields].includes(keyOf(node.key));
  if (node.type !== 'MemberExpression') return false;
  const key = String(fixedKey(node));
  return pathOf(node)?.join() === 'workspace' || ['friendlyName', 'data', ...lostFields].includes(key);
}

/** What cannot be written anew by rule: another `data`, `queue` …, parts taken out by name, fields that are not collected. */
function isAmbiguous(node: SyntaxNode): boolean {
  if (node.type === 'ArrowFunctionExpression')
    return node.params
      .flatMap(patternNames)
      .some(({ name }) => ['data', 'activity', 'queue', 'sum'].includes(name));
  if (node.type === 'Property')
    return ['friendlyName', 'data', 'workspace', ...lostFields].includes(keyOf(node.key));
  if (node.type !== 'MemberExpression') return false;
  const key = String(fixedKey(node));
  return lostFields.includes(key) || (key === 'data' && node.optional);
}

const keyOf = (key: SyntaxNode): string => (key.type === 'Literal' ? String(key.value) : '');
