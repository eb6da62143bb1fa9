import { FormulaError } from './FormulaError';
import type { Run } from './Run';
import { describeKind, hasOwn, isList, isOpaque } from './values';

export type Primitive = string | number | boolean | null | undefined;

/**
 * What JavaScript turns a value into before it calculates with it. Objects are never asked: their own toString or valueOf does not run,
 * lists are joined here, and functions are refused, because their text is source code.
 */
export function toPrimitive(value: unknown, run: Run): Primitive {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
      return value;
    case 'object':
      return value === null ? null : objectToText(value, run);
    default:
      throw new FormulaError('blocked', `A formula cannot calculate with ${describeKind(value)}.`);
  }
}

function objectToText(value: object, run: Run): string {
  if (isList(value)) return joinList(value, ',', run);
  if (isOpaque(value)) {
    throw new FormulaError('blocked', 'A function is used as if it were a value. Call it: name(…).');
  }
  if (hasOwn(value, 'toString') || hasOwn(value, 'valueOf')) {
    throw new FormulaError(
      'blocked',
      'An object with its own toString or valueOf cannot be calculated with.',
    );
  }
  return '[object Object]';
}

/** `list.join(separator)`. Paid for as it grows: a list that holds one list many times is small to make and huge to write out. */
export function joinList(list: readonly unknown[], separator: string, run: Run): string {
  run.charge(list.length);
  let text = '';
  for (let i = 0; i < list.length; i++) {
    const entry = list[i];
    if (i > 0) text += separator;
    if (entry !== null && entry !== undefined) text += toText(entry, run);
    run.checkText(text.length);
  }
  run.chargeText(text.length);
  return text;
}

export function toText(value: unknown, run: Run): string {
  return typeof value === 'string' ? value : textOf(toPrimitive(value, run), run);
}

/** Numbers take JavaScript time to write out. */
function textOf(value: Primitive, run: Run): string {
  if (typeof value === 'number') run.charge(Number.isInteger(value) ? 1 : 4);
  return String(value);
}

export function toNumber(value: unknown, run: Run): number {
  if (typeof value === 'number') return value;
  const primitive = toPrimitive(value, run);
  if (typeof primitive === 'string') run.charge(1 + (primitive.length >> 4));
  return Number(primitive);
}

/** The key of a property, converted once; what is checked is what is used. */
export function toKey(value: unknown, run: Run): string | number {
  if (typeof value === 'number') {
    // Only small whole numbers are keys as they are; others are written out to be looked up.
    if (value !== value >>> 0) run.charge(4);
    return value;
  }
  const text = toText(value, run);
  run.charge(1 + (text.length >> 5));
  return text;
}

/** What JavaScript's methods do with a position or a count: whole numbers, 0 for NaN. */
export function toInteger(value: unknown, run: Run): number {
  const number = toNumber(value, run);
  return Number.isNaN(number) ? 0 : Math.trunc(number) + 0;
}

export function add(left: unknown, right: unknown, run: Run): string | number {
  const a = toPrimitive(left, run);
  const b = toPrimitive(right, run);
  if (typeof a === 'string' || typeof b === 'string') {
    const first = textOf(a, run);
    const second = textOf(b, run);
    run.chargeText(first.length + second.length);
    return first + second;
  }
  return Number(a) + Number(b);
}

/** `==` */
export function looselyEquals(left: unknown, right: unknown, run: Run): boolean {
  if (left === null || left === undefined) return right === null || right === undefined;
  if (right === null || right === undefined) return false;
  if (typeof left === 'object' && typeof right === 'object') return left === right;
  const a = toPrimitive(left, run);
  const b = toPrimitive(right, run);
  if (typeof a === 'string' && typeof b === 'string') return strictlyEquals(a, b, run);
  if (typeof a === typeof b) return a === b;
  return toNumber(a, run) === toNumber(b, run);
}

/** `===` */
export function strictlyEquals(left: unknown, right: unknown, run: Run): boolean {
  if (typeof left === 'string' && typeof right === 'string' && left.length === right.length) {
    run.chargeCompare(left.length);
  }
  return left === right;
}

/** `undefined` when the two cannot be ordered. */
export function isLess(left: unknown, right: unknown, run: Run): boolean | undefined {
  const a = toPrimitive(left, run);
  const b = toPrimitive(right, run);
  if (typeof a === 'string' && typeof b === 'string') {
    run.chargeCompare(Math.min(a.length, b.length));
    return a < b;
  }
  const x = toNumber(a, run);
  const y = toNumber(b, run);
  return Number.isNaN(x) || Number.isNaN(y) ? undefined : x < y;
}
