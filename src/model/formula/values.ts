import type { Explain } from './explainMissing';
import type { FormulaError } from './FormulaError';
import type { Run } from './Run';

/**
 * The variables of one call, and the frame around it. The first three have fields of their own: most calls have no more,
 * and objects of one shape are much faster to make and to read than lists.
 */
export class Frame {
  constructor(
    readonly outer: Frame | null,
    public first: unknown,
    public second: unknown,
    public third: unknown,
    public more: unknown[] | undefined,
  ) {}
}

/** A compiled piece of a formula. */
export type Evaluator = (frame: Frame, run: Run) => unknown;

/** What an arrow compiles to, shared by every closure it makes. */
export interface LambdaCode {
  readonly body: Evaluator;
  /** Fuel for one call. */
  readonly cost: number;
  /** Number of parameters, when all are plain names; otherwise -1 and `bind` fills the frame. */
  readonly plain: number;
  readonly bind: (outer: Frame, list: readonly unknown[], run: Run) => Frame;
  /** Why the body gives nothing in a frame of its own, or no number. */
  readonly explain: (frame: Frame, run: Run, how: Explain) => FormulaError;
}

export type BuiltinFunction = (list: readonly unknown[], run: Run) => unknown;

// Fields of what can be called have symbols for names: no key a formula can form reaches them.
export const code = Symbol('code');
export const frame = Symbol('frame');
export const name = Symbol('name');
export const native = Symbol('native');
export const members = Symbol('members');

/**
 * A function of the formula's own. Deliberately no JavaScript function: code outside the engine cannot call it by accident
 * (a promise looking for `then`, React looking for a renderer), and no host function is ever needed to represent it.
 */
export class Lambda {
  readonly [code]: LambdaCode;
  readonly [frame]: Frame;

  constructor(lambdaCode: LambdaCode, lambdaFrame: Frame) {
    this[code] = lambdaCode;
    this[frame] = lambdaFrame;
  }
}

/** A name the language provides: something to call, a holder of names such as `Math`, or both. */
export class Builtin {
  readonly [name]: string;
  readonly [native]: BuiltinFunction | null;
  readonly [members]: ReadonlyMap<string, unknown>;

  constructor(
    builtinName: string,
    builtinNative: BuiltinFunction | null,
    builtinMembers: ReadonlyMap<string, unknown> = new Map(),
  ) {
    this[name] = builtinName;
    this[native] = builtinNative;
    this[members] = builtinMembers;
  }
}

/** What a chain's link gives when a `?.` before it cut the chain short. No formula can hold it. */
export const cutShort = Symbol('cut short');

/** What a parameter holds before it has its value. No formula can hold it. */
export const unset = Symbol('unset');

export type PlainObject = Readonly<Record<string, unknown>>;

const { isArray } = Array;
const hasOwnProperty = Object.prototype.hasOwnProperty;
const defineProperty = Object.defineProperty;

export function isList(value: unknown): value is readonly unknown[] {
  return isArray(value);
}

/** Lists and objects, but nothing that can be called. */
export function isObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !isOpaque(value);
}

/** What a formula may hold and pass on, but not look into: functions and their holders, and whatever is no plain data. */
export function isOpaque(value: unknown): boolean {
  return value instanceof Lambda || value instanceof Builtin || typeof value === 'function';
}

export type Callable = Lambda | (Builtin & { readonly [native]: BuiltinFunction });

export function isCallable(value: unknown): value is Callable {
  return value instanceof Lambda || (value instanceof Builtin && value[native] !== null);
}

export function hasOwn(object: object, key: string | number): boolean {
  return hasOwnProperty.call(object, key);
}

/** Sets a key of an object the formula is making, whatever its prototype says about that key. */
export function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key in object && !hasOwn(object, key)) {
    defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  } else object[key] = value;
}

/** "a list", "text", … for messages. */
export function describeKind(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing (undefined)';
  if (isList(value)) return 'a list';
  if (value instanceof Lambda || value instanceof Builtin || typeof value === 'function') return 'a function';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return 'an object';
}

/** A text in quotation marks, cut to a length that fits a message. */
export function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}
