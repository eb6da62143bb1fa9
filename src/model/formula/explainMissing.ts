import { didYouMean } from './didYouMean';
import { findPath } from './findPath';
import { FormulaError, type Span } from './FormulaError';
import { fixedKey } from './fixedKey';
import { methodNames } from './methods';
import type { CallExpression, Expression, MemberExpression, SpreadElement } from './syntax';
import { describeKind, hasOwn, isList, isObject, quote, type PlainObject } from './values';
import { isSplits, partMissing, splitMissing } from './whatIsCollected';
import type { FormulaScope } from './Formula';

/** Gives the value of a part of the formula again. */
export type Look = (part: Expression) => unknown;
/** The formula's own words for a part. */
export type Source = (part: Expression) => string;

/** Why the arrow that gave NaN first, while a part was evaluated, gave it; undefined when none did. */
export type Inside = (part: Expression) => FormulaError | undefined;
/** Says in plain words what is wrong with a part of a formula. */
export type Explain = (node: Expression, look: Look, source: Source, inside: Inside) => FormulaError;

/** Says in plain words where `node`, which gives `undefined`, lost its value. Looks only at what the formula itself looked at. */
export function explainMissing(node: Expression, look: Look, source: Source): FormulaError {
  switch (node.type) {
    case 'ChainExpression':
      return explainMissing(node.expression, look, source);
    case 'ConditionalExpression':
      return explainMissing(look(node.test) ? node.consequent : node.alternate, look, source);
    case 'LogicalExpression': {
      const left = look(node.left);
      const takesLeft = node.operator === '&&' ? !left : node.operator === '||' && Boolean(left);
      return explainMissing(takesLeft ? node.left : node.right, look, source);
    }
    case 'MemberExpression':
      return explainMember(node, look, source);
    case 'CallExpression':
      return explainCall(node, look, source);
    default:
      return nothing(`${source(node)} gives nothing (undefined).`, node);
  }
}

function nothing(message: string, span: { start: number; end: number }): FormulaError {
  return new FormulaError('type', message, span);
}

function explainMember(node: MemberExpression, look: Look, source: Source): FormulaError {
  const object = look(node.object);
  if (object === undefined) return explainMissing(node.object, look, source);
  const place = source(node.object);
  const key = fixedKey(node) ?? look(node.property);
  if (isSplits(place) && (object === null || isObject(object)))
    return nothing(splitMissing(key, object), node.property);
  if (object === null) return nothing(`${place} is null, so nothing can be read from it.`, node.object);
  const part = partMissing(place, key);
  if (part !== undefined) return nothing(part, node.property);
  return nothing(describeAbsence(object, place, key), node.property);
}

function describeAbsence(object: unknown, place: string, key: unknown): string {
  const shown = quote(String(key));
  if (isList(object)) {
    if (typeof key === 'number')
      return `${place} has ${object.length} entries, counted from 0: there is no entry ${key}.`;
    return `${place} is a list and has no ${shown}. Pick an entry first, as in ${place}.find((x) => …) or ${place}[0].`;
  }
  if (!isObject(object)) {
    const suggestion = didYouMean(String(key), ['length', ...methodNames(object)]);
    return `${place} is ${describeKind(object)} and has no ${shown}.${suggestion}`;
  }
  if (hasOwn(object, String(key))) return `${shown} of ${place} is undefined.`;
  const keys = Object.keys(object);
  const path = findPath(object, String(key));
  const elsewhere = path === undefined ? '' : ` Did you mean ${place}${path}?`;
  return `${place} has no ${shown}.${didYouMean(String(key), keys) || elsewhere || thereAre(keys)}`;
}

function thereAre(names: readonly string[]): string {
  if (names.length === 0) return ' It is empty.';
  const shown = names.slice(0, 8).map(quote).join(', ');
  return ` It has ${shown}${names.length > 8 ? `, and ${names.length - 8} more` : ''}.`;
}

function explainCall(node: CallExpression, look: Look, source: Source): FormulaError {
  const { callee } = node;
  if (callee.type !== 'MemberExpression') return nothing(`${source(node)} gives nothing (undefined).`, node);
  const object = look(callee.object);
  if (object === undefined) return explainMissing(callee.object, look, source);
  const method = fixedKey(callee);
  if (isList(object) && (method === 'find' || method === 'findLast'))
    return explainFind(node, object, source(callee.object));
  if (isList(object) && method === 'at') {
    return nothing(
      `${source(callee.object)} has ${object.length} entries: there is none at that position.`,
      node,
    );
  }
  return nothing(`${source(node)} gives nothing (undefined).`, node);
}

/** `list.find((x) => x.friendly_name === 'Support')` is the usual way to a queue or an activity: name the one that is not there. */
function explainFind(node: CallExpression, list: readonly unknown[], place: string): FormulaError {
  const condition = conditionOf(node.arguments[0]);
  if (!condition) return nothing(`Nothing in ${place} fits.`, node);
  const { key, value, span } = condition;
  const owners = list.filter((entry): entry is PlainObject => isObject(entry) && hasOwn(entry, key));
  const [first] = list;
  if (owners.length === 0 && isObject(first)) {
    return nothing(`Nothing in ${place} has ${quote(key)}.${didYouMean(key, Object.keys(first))}`, span);
  }
  const values = owners
    .map((entry) => entry[key])
    .filter((entry): entry is string => typeof entry === 'string');
  const shown = typeof value === 'string' ? quote(value) : String(value);
  const suggestion = didYouMean(String(value), values);
  const all = values.length > 0 ? ` There are: ${values.slice(0, 12).map(quote).join(', ')}.` : '';
  return nothing(`Nothing in ${place} has ${key} ${shown}.${suggestion || all}`, node);
}

/** What `(x) => x.key === value` asks for. */
function conditionOf(
  test: Expression | SpreadElement | undefined,
): { key: string; value: unknown; span: Span } | undefined {
  if (test?.type !== 'ArrowFunctionExpression' || test.body.type !== 'BinaryExpression') return undefined;
  const { operator, left, right } = test.body;
  if (operator !== '===' && operator !== '==') return undefined;
  const [member, literal] = left.type === 'MemberExpression' ? [left, right] : [right, left];
  if (member.type !== 'MemberExpression' || literal.type !== 'Literal') return undefined;
  const key = fixedKey(member);
  return key === undefined ? undefined : { key: String(key), value: literal.value, span: member.property };
}

/**
 * `total_tasks` is no name of the language, but the data may have it: says then what to write.
 * Any other error comes back as it is.
 */
export function explainUnknownName(error: FormulaError, text: string, scope: FormulaScope): FormulaError {
  if (error.code !== 'unknown-name') return error;
  const name = text.slice(error.start, error.end);
  const path = findPath(scope.data, name);
  return path === undefined
    ? error
    : new FormulaError('unknown-name', `There is no "${name}" by itself. Did you mean data${path}?`, error);
}
