import { strictlyEquals, toKey } from './coercion';
import { FormulaError } from './FormulaError';
import { membersOf } from './membersOf';
import type { Run } from './Run';
import { entriesOf } from './entriesOf';
import { Builtin, describeKind, hasOwn, isList, isObject, setOwn } from './values';

/** The own keys of anything that has some. */
export function keysOf(value: unknown, run: Run): readonly string[] {
  if (typeof value === 'string') run.chargeList(value.length);
  else if (typeof value === 'number' || typeof value === 'boolean') return [];
  else if (!isObject(value)) {
    throw new FormulaError(
      value === null || value === undefined ? 'type' : 'blocked',
      `An object is needed here, and ${describeKind(value)} was given.`,
    );
  }
  const keys = Object.keys(value);
  run.checkList(keys.length);
  run.charge(2 * keys.length);
  return keys;
}

function at(value: unknown, key: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[key];
}

/** Sets a key the formula names. `__proto__` is refused: in JavaScript it would change what an object is. */
export function define(object: Record<string, unknown>, key: string | number, value: unknown): void {
  if (key === '__proto__') throw new FormulaError('blocked', 'No key can be named "__proto__".');
  setOwn(object, String(key), value);
}

/** `{ ...value }`: nothing for `null` and `undefined`. */
export function copyInto(object: Record<string, unknown>, value: unknown, run: Run): void {
  if (value === null || value === undefined) return;
  for (const key of keysOf(value, run)) define(object, key, at(value, key));
}

/** A copy: the first object itself stays as it is. */
function assign(given: readonly unknown[], run: Run): unknown {
  const [target, ...sources] = given;
  if (!isObject(target) || isList(target)) {
    throw new FormulaError('type', `Object.assign needs an object, and ${describeKind(target)} was given.`);
  }
  const copy: Record<string, unknown> = {};
  for (const source of [target, ...sources]) copyInto(copy, source, run);
  return copy;
}

function fromEntries(given: readonly unknown[], run: Run): unknown {
  const list = entriesOf(given[0], run);
  run.chargeList(list.length);
  const object: Record<string, unknown> = {};
  for (const entry of list) {
    if (!isObject(entry)) throw new FormulaError('type', 'Object.fromEntries needs a list of [key, value].');
    define(object, toKey(at(entry, '0'), run), at(entry, '1'));
  }
  return object;
}

export const objectBuiltin = new Builtin(
  'Object',
  null,
  membersOf('Object', {
    keys: ([value], run) => [...keysOf(value, run)],
    values: ([value], run) => keysOf(value, run).map((key) => at(value, key)),
    entries: ([value], run) => keysOf(value, run).map((key) => [key, at(value, key)]),
    assign,
    fromEntries,
    hasOwn: ([value, key], run) => {
      keysOf(isObject(value) ? {} : value, run);
      return hasOwn(Object(value), toKey(key, run));
    },
    is: ([a, b], run) => {
      strictlyEquals(a, b, run);
      return Object.is(a, b);
    },
  }),
);
