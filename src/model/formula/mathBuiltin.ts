import { toNumber } from './coercion';
import { membersOf } from './membersOf';
import type { Run } from './Run';
import { Builtin } from './values';
import type { BuiltinFunction } from './values';

/** Functions of one or two numbers. `random` is left out: a tile would never be at rest. */
const natives = {
  abs: Math.abs,
  acos: Math.acos,
  acosh: Math.acosh,
  asin: Math.asin,
  asinh: Math.asinh,
  atan: Math.atan,
  atan2: Math.atan2,
  atanh: Math.atanh,
  cbrt: Math.cbrt,
  ceil: Math.ceil,
  clz32: Math.clz32,
  cos: Math.cos,
  cosh: Math.cosh,
  exp: Math.exp,
  expm1: Math.expm1,
  floor: Math.floor,
  fround: Math.fround,
  imul: Math.imul,
  log: Math.log,
  log10: Math.log10,
  log1p: Math.log1p,
  log2: Math.log2,
  pow: Math.pow,
  round: Math.round,
  sign: Math.sign,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
  trunc: Math.trunc,
};

const constants = {
  E: Math.E,
  LN10: Math.LN10,
  LN2: Math.LN2,
  LOG10E: Math.LOG10E,
  LOG2E: Math.LOG2E,
  PI: Math.PI,
  SQRT1_2: Math.SQRT1_2,
  SQRT2: Math.SQRT2,
};

const { hypot, max, min } = Math;

function ofNumbers(native: (first: number, second: number) => number): BuiltinFunction {
  if (native.length < 2) return (given, run) => native(toNumber(given[0], run), 0);
  return (given, run) => native(toNumber(given[0], run), toNumber(given[1], run));
}

/** `Math.max` and `Math.min`, two at a time: a host function is never handed a list of unknown length. */
function ofAll(native: (first: number, second: number) => number, start: number): BuiltinFunction {
  return (given, run) => {
    run.charge(given.length);
    let result = start;
    for (let i = 0; i < given.length; i++) result = native(result, toNumber(given[i], run));
    return result;
  };
}

function numbers(given: readonly unknown[], run: Run): number[] {
  run.chargeList(given.length * 10);
  return given.map((value) => toNumber(value, run));
}

const functions = Object.fromEntries(
  Object.entries<(first: number, second: number) => number>(natives).map(([key, native]) => [
    key,
    ofNumbers(native),
  ]),
);

export const mathBuiltin = new Builtin(
  'Math',
  null,
  membersOf('Math', {
    ...constants,
    ...functions,
    hypot: (given, run) => hypot(...numbers(given, run)),
    max: ofAll(max, -Infinity),
    min: ofAll(min, Infinity),
  }),
);
