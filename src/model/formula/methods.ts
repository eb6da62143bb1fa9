import { toInteger, toKey } from './coercion';
import { FormulaError } from './FormulaError';
import { listMethods } from './listMethods';
import type { ListMethod } from './listMethods';
import { formatIn } from './languages';
import type { Run } from './Run';
import { textMethods } from './textMethods';
import type { TextMethod } from './textMethods';
import { timed } from './timed';
import { hasOwn, isList, isOpaque } from './values';
import type { PlainObject } from './values';

type Method<Receiver> = (receiver: Receiver, given: readonly unknown[], run: Run) => unknown;

const { toExponential, toFixed, toPrecision, toString } = Number.prototype;

interface Range {
  readonly lowest: number;
  readonly highest: number;
  /** Fuel: the digits of very large and very small numbers take time. */
  readonly cost: number;
  /** Whether NaN and infinities are answered before the argument is looked at. */
  readonly finiteOnly: boolean;
}

/** A method whose argument must lie in a range; JavaScript throws where it does not. */
function ranged(name: string, native: (argument?: number) => string, range: Range): Method<number> {
  const { lowest, highest, cost, finiteOnly } = range;
  return timed((number: number, given, run) => {
    run.charge(3);
    if (given[0] === undefined) return Reflect.apply(native, number, []);
    const argument = toInteger(given[0], run);
    if (argument < lowest || argument > highest) {
      if (finiteOnly && !Number.isFinite(number)) return String(number);
      throw new FormulaError(
        'type',
        `${name} takes a whole number from ${lowest} to ${highest}, not ${argument}.`,
      );
    }
    run.charge(cost);
    return Reflect.apply(native, number, [argument]);
  });
}

const numberMethods: ReadonlyMap<string, Method<number>> = new Map<string, Method<number>>([
  [
    'toExponential',
    ranged('toExponential', toExponential, { lowest: 0, highest: 100, cost: 10, finiteOnly: true }),
  ],
  ['toFixed', ranged('toFixed', toFixed, { lowest: 0, highest: 100, cost: 10, finiteOnly: false })],
  [
    'toPrecision',
    ranged('toPrecision', toPrecision, { lowest: 1, highest: 100, cost: 20, finiteOnly: true }),
  ],
  ['toString', ranged('toString', toString, { lowest: 2, highest: 36, cost: 40, finiteOnly: false })],
  [
    'toLocaleString',
    (number, given, run) => {
      run.charge(60);
      return formatIn(given, number, run);
    },
  ],
  ['valueOf', (number) => number],
]);

const booleanMethods: ReadonlyMap<string, Method<boolean>> = new Map<string, Method<boolean>>([
  ['toString', (value) => String(value)],
  ['valueOf', (value) => value],
]);

const objectMethods: ReadonlyMap<string, Method<PlainObject>> = new Map<string, Method<PlainObject>>([
  ['hasOwnProperty', (object, given, run) => hasOwn(object, toKey(given[0], run))],
]);

/** The methods of one name, by what they are called on. There is no other way to a function of JavaScript's. */
export interface MethodsOfName {
  readonly list: ListMethod | undefined;
  readonly text: TextMethod | undefined;
  readonly number: Method<number> | undefined;
  readonly boolean: Method<boolean> | undefined;
  readonly object: Method<PlainObject> | undefined;
}

const names = [listMethods, textMethods, numberMethods, booleanMethods, objectMethods].flatMap((table) => [
  ...table.keys(),
]);

export const methods: ReadonlyMap<string, MethodsOfName> = new Map(
  names.map((name) => [
    name,
    {
      list: listMethods.get(name),
      text: textMethods.get(name),
      number: numberMethods.get(name),
      boolean: booleanMethods.get(name),
      object: objectMethods.get(name),
    },
  ]),
);

export type BoundMethod = (given: readonly unknown[], run: Run) => unknown;

/** The method a receiver has under a name; none where the receiver has a property of that name. */
export function methodOf(
  receiver: unknown,
  key: string | number,
  named: MethodsOfName | undefined,
): Method<never> | undefined {
  if (named === undefined) return undefined;
  switch (typeof receiver) {
    case 'string':
      return named.text;
    case 'number':
      return named.number;
    case 'boolean':
      return named.boolean;
    case 'object':
      if (receiver === null || isOpaque(receiver)) return undefined;
      if (isList(receiver)) return named.list;
      return hasOwn(receiver, key) ? undefined : named.object;
  }
  return undefined;
}

/** Names of the methods of such a receiver, for suggestions. */
export function methodNames(receiver: unknown): string[] {
  return [...methods.keys()].filter((name) => methodOf(receiver, name, methods.get(name)) !== undefined);
}
