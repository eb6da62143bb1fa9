import { callback } from './call';
import { toInteger, toNumber, toText } from './coercion';
import { FormulaError } from './FormulaError';
import { mathBuiltin } from './mathBuiltin';
import { membersOf } from './membersOf';
import { objectBuiltin } from './objectBuiltin';
import type { Run } from './Run';
import { parseTime } from './times';
import { Builtin, describeKind, hasOwn, isList, isObject } from './values';
import type { BuiltinFunction } from './values';

const { now, UTC } = Date;

const parseNumber = (given: readonly unknown[], run: Run): number => {
  const text = toText(given[0], run);
  run.charge(2 + (text.length >> 4));
  return parseFloat(text);
};

const parseWhole = (given: readonly unknown[], run: Run): number => {
  const text = toText(given[0], run);
  run.charge(2 + (text.length >> 4));
  return parseInt(text, toNumber(given[1], run));
};

const fromCodes =
  (native: (code: number) => string, valid: (code: number) => boolean): BuiltinFunction =>
  (given, run) => {
    run.chargeList(given.length);
    let text = '';
    for (const value of given) {
      const code = toNumber(value, run);
      if (!valid(code)) throw new FormulaError('type', `${code} is no character code.`);
      text += native(code);
    }
    return text;
  };

/** `Array.from` of a list, a text or an object with a `length`. */
function listFrom(given: readonly unknown[], run: Run): unknown[] {
  const source = given[0];
  const change = given[1];
  const entries = entriesOf(source, run);
  run.chargeList(entries.length);
  if (change === undefined) return entries;
  const changed = callback(change, 2, run);
  return entries.map((entry, index) => changed(entry, index));
}

function entriesOf(source: unknown, run: Run): unknown[] {
  if (source === null || source === undefined) {
    throw new FormulaError(
      'type',
      `Array.from needs a list or a text, and ${describeKind(source)} was given.`,
    );
  }
  if (isList(source) || typeof source === 'string') {
    run.chargeList(source.length);
    return [...source];
  }
  if (!isObject(source) || !hasOwn(source, 'length')) return [];
  const length = Math.max(0, toInteger(source['length'], run));
  run.chargeList(length);
  return Array.from({ length }, (_, index) => (hasOwn(source, index) ? source[index] : undefined));
}

const numberMembers = membersOf('Number', {
  isFinite: ([value]) => Number.isFinite(value),
  isInteger: ([value]) => Number.isInteger(value),
  isNaN: ([value]) => Number.isNaN(value),
  isSafeInteger: ([value]) => Number.isSafeInteger(value),
  parseFloat: parseNumber,
  parseInt: parseWhole,
  EPSILON: Number.EPSILON,
  MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER,
  MAX_VALUE: Number.MAX_VALUE,
  MIN_SAFE_INTEGER: Number.MIN_SAFE_INTEGER,
  MIN_VALUE: Number.MIN_VALUE,
  NEGATIVE_INFINITY: -Infinity,
  NaN: NaN,
  POSITIVE_INFINITY: Infinity,
});

const textMembers = membersOf('String', {
  fromCharCode: fromCodes(String.fromCharCode, () => true),
  fromCodePoint: fromCodes(
    String.fromCodePoint,
    (code) => Number.isInteger(code) && code >= 0 && code <= 0x10ffff,
  ),
});

const listMembers = membersOf('Array', {
  from: listFrom,
  isArray: ([value]) => isList(value),
  of: (given, run) => {
    run.chargeList(given.length);
    return [...given];
  },
});

const dateMembers = membersOf('Date', {
  now: (_given, run) => {
    run.reads?.addWhole();
    return now();
  },
  parse: ([value], run) => parseTime(toText(value, run), run),
  UTC: (given, run) => {
    run.charge(2);
    return Reflect.apply(
      UTC,
      undefined,
      given.slice(0, 7).map((value) => toNumber(value, run)),
    );
  },
});

const toTextOrNothing: BuiltinFunction = (given, run) => (given.length === 0 ? '' : toText(given[0], run));
const toNumberOrZero: BuiltinFunction = (given, run) => (given.length === 0 ? 0 : toNumber(given[0], run));

/** Every name of JavaScript's a formula can use. */
export const builtins: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['undefined', undefined],
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['Math', mathBuiltin],
  ['Object', objectBuiltin],
  ['Number', new Builtin('Number', toNumberOrZero, numberMembers)],
  ['String', new Builtin('String', toTextOrNothing, textMembers)],
  ['Boolean', new Builtin('Boolean', ([value]) => Boolean(value))],
  ['Array', new Builtin('Array', null, listMembers)],
  ['Date', new Builtin('Date', null, dateMembers)],
  ['isNaN', new Builtin('isNaN', ([value], run) => Number.isNaN(toNumber(value, run)))],
  ['isFinite', new Builtin('isFinite', ([value], run) => Number.isFinite(toNumber(value, run)))],
  ['parseFloat', new Builtin('parseFloat', parseNumber)],
  ['parseInt', new Builtin('parseInt', parseWhole)],
]);
