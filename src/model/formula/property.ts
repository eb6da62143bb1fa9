import { didYouMean } from './didYouMean';
import { FormulaError } from './FormulaError';
import { methodNames, methodOf, methods } from './methods';
import { Builtin, describeKind, hasOwn, isList, Lambda, members, name, quote } from './values';

/** Names JavaScript gives to values of each kind, as they were when the module loaded. */
const inherited = {
  object: namesOf(Object.prototype),
  list: namesOf(Object.prototype, Array.prototype),
  text: namesOf(Object.prototype, String.prototype),
  number: namesOf(Object.prototype, Number.prototype),
  boolean: namesOf(Object.prototype, Boolean.prototype),
};

function namesOf(...prototypes: object[]): ReadonlySet<string> {
  return new Set(prototypes.flatMap((prototype) => Object.getOwnPropertyNames(prototype)));
}

const instead = new Map([
  ['push', 'Data cannot be changed. To add an entry, write [...list, x].'],
  ['unshift', 'Data cannot be changed. To add an entry, write [x, ...list].'],
  ['pop', 'Data cannot be changed. To leave out the last entry, write list.slice(0, -1).'],
  ['shift', 'Data cannot be changed. To leave out the first entry, write list.slice(1).'],
  ['splice', 'Data cannot be changed. Write list.slice(…) or list.filter(…).'],
  ['fill', 'Data cannot be changed. Write list.map(() => x).'],
  ['copyWithin', 'Data cannot be changed. Write list.slice(…).'],
  ['match', "A formula has no regular expressions. Write text.includes('…')."],
  ['matchAll', "A formula has no regular expressions. Write text.split('…')."],
  ['search', "A formula has no regular expressions. Write text.indexOf('…')."],
  ['entries', 'Write list.map((x, i) => [i, x]).'],
  ['keys', 'Write list.map((x, i) => i).'],
  ['values', 'The list itself has the values.'],
]);

/**
 * The one door to properties: what a value has of its own, and nothing it inherits.
 * `key` is a text or a number already, so that what is checked is what is read.
 * Reading from `null` or `undefined` is the caller's to explain.
 */
export function readProperty(value: unknown, key: string | number): unknown {
  switch (typeof value) {
    case 'object':
      if (value === null) break;
      if (value instanceof Builtin) return readBuiltin(value, String(key));
      if (hasOwn(value, key)) return (value as Record<string | number, unknown>)[key];
      if (isList(value)) return refuseInherited(value, key, inherited.list);
      if (value instanceof Lambda) break;
      return refuseInherited(value, key, inherited.object);
    case 'string':
      if (hasOwn(Object(value), key)) return (value as unknown as Record<string | number, unknown>)[key];
      return refuseInherited(value, key, inherited.text);
    case 'number':
      return refuseInherited(value, key, inherited.number);
    case 'boolean':
      return refuseInherited(value, key, inherited.boolean);
  }
  throw new FormulaError('blocked', `${describeKind(value)} has no properties in a formula.`);
}

function readBuiltin(builtin: Builtin, key: string): unknown {
  if (builtin[members].has(key)) return builtin[members].get(key);
  const suggestion = didYouMean(key, [...builtin[members].keys()]);
  throw new FormulaError('blocked', `A formula has no ${builtin[name]}.${key.slice(0, 60)}.${suggestion}`);
}

function refuseInherited(value: unknown, key: string | number, names: ReadonlySet<string>): undefined {
  if (typeof key !== 'string' || !names.has(key)) return undefined;
  if (methodOf(value, key, methods.get(key))) {
    throw new FormulaError('blocked', `${quote(key)} is a method: call it, as in x.${key}(…).`);
  }
  const advice = instead.get(key) ?? didYouMean(key, methodNames(value)).trim();
  throw new FormulaError('blocked', `${quote(key)} cannot be used in a formula.${advice && ` ${advice}`}`);
}
