import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Engine from './index';
import { builtins } from './builtins';
import { limits } from './limits';
import { listMethods } from './listMethods';
import { methods } from './methods';
import { busyDay } from './test-data/exampleDays';
import { hostCalls, slowFormula } from './test-data/hostCalls';
import { Random } from '../../testing/Random';
import { textMethods } from './textMethods';
import { Builtin, members, native } from './values';
import { words } from './words';

const documented = hostCalls.flatMap(({ calls }) => calls);

/** Everything a formula can call, by the names of the table. */
const callable = [
  ...[...textMethods.keys()].map((name) => `text.${name}`),
  ...[...listMethods.keys()].map((name) => `list.${name}`),
  ...[...methods].flatMap(([name, { number, boolean, object }]) => [
    ...(number ? [`number.${name}`] : []),
    ...(boolean ? [`boolean.${name}`] : []),
    ...(object ? [`object.${name}`] : []),
  ]),
  ...[...builtins, ...words].flatMap(([name, value]) =>
    value instanceof Builtin
      ? [
          ...(value[native] ? [name] : []),
          ...[...value[members]].flatMap(([member, inside]) =>
            inside instanceof Builtin ? [`${name}.${member}`] : [],
          ),
        ]
      : [],
  ),
];

const languageCalls = ['text.localeCompare', 'number.toLocaleString'];

/** What stands in the table and is no function. */
const operators = ['template', 'spread', 'key'];

describe('the table of host calls', () => {
  test('has every function a formula can call, once', () => {
    const functions = documented.filter((call) => !call.startsWith('operator ') && !operators.includes(call));
    expect([...functions].sort()).toEqual([...callable].sort());
  });
});

describe('docs/formula-costs.md', () => {
  const page = readFileSync(join(__dirname, '../../../docs/formula-costs.md'), 'utf8');

  test.each(hostCalls.map((row) => [row.calls.join(' '), row] as const))(
    'has the row of %s',
    (_calls, row) => {
      const { calls, given, charged } = row;
      expect(page).toContain(`| ${calls.map((call) => `\`${call}\``).join(', ')} | ${given} | ${charged} |`);
    },
  );
});

/** Characters and entries that JavaScript's own functions were handed or made, and calls of them. */
let work = 0;
let isMetering = false;

const sizeOf = (value: unknown): number =>
  typeof value === 'string' ? value.length / 32 : Array.isArray(value) ? value.length : 0;

function meter(owner: object, name: string, price: (given: readonly unknown[]) => number = () => 1): void {
  const original = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
  const metered = function (this: unknown, ...given: unknown[]): unknown {
    const result: unknown = new.target
      ? Reflect.construct(original, given, new.target)
      : Reflect.apply(original, this, given);
    if (isMetering) {
      isMetering = false;
      work += price(given) + sizeOf(this) + sizeOf(result);
      for (let i = 0; i < given.length; i++) work += sizeOf(given[i]);
      isMetering = true;
    }
    return result;
  };
  Object.setPrototypeOf(metered, original);
  metered.prototype = original.prototype as object;
  Object.defineProperty(owner, name, { value: metered, configurable: true, writable: true });
}

/** The engine in a world whose own functions count what they are given. */
async function meteredEngine(): Promise<typeof Engine> {
  for (const name of Object.getOwnPropertyNames(String.prototype))
    if (!/^(constructor|length|match|matchAll|search)$/.test(name)) meter(String.prototype, name);
  for (const name of ['toExponential', 'toFixed', 'toPrecision', 'toString', 'toLocaleString'])
    meter(Number.prototype, name);
  for (const name of ['slice', 'sort', 'concat', 'reverse', 'map', 'flatMap']) meter(Array.prototype, name);
  for (const name of ['keys', 'values', 'entries', 'is']) meter(Object, name);
  for (const name of ['now', 'parse', 'UTC']) meter(Date, name);
  for (const name of ['Collator', 'NumberFormat']) meter(Intl, name, ([tag]) => 250 + 32 * sizeOf(tag));
  jest.resetModules();
  return import('./index');
}

describe('1,000 formulas built to be slow by one call', () => {
  test('pay for all that JavaScript does for them', async () => {
    const { compileFormula, createBudget } = await meteredEngine();
    const random = new Random(20261128);
    const unpaid: unknown[] = [];
    const outcomes = new Map<string, number>();
    for (let i = 0; i < 1_000; i++) {
      // Languages more often: what JavaScript does for a tag depends on much that is not seen.
      const call = (i % 5 === 0 ? random.pick(languageCalls) : documented[i % documented.length]) ?? '';
      const row = hostCalls.find(({ calls }) => calls.includes(call));
      const formula = row ? slowFormula(random, call, row) : '';
      const compiled = compileFormula(formula);
      const budget = createBudget(undefined, { clock: () => 0 });
      work = 0;
      let outcome = 'value';
      try {
        isMetering = true;
        compiled.evaluate({ data: busyDay }, budget);
      } catch (error: unknown) {
        outcome = (error as { code?: string }).code ?? String(error);
      } finally {
        isMetering = false;
      }
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      const fuel = limits.fuelPerUpdate - budget.remaining;
      if (!(work <= 3 * fuel + 5_000)) unpaid.push({ formula, outcome, work: Math.round(work), fuel });
    }
    expect(unpaid).toEqual([]);
    expect(outcomes.get('too-large')).toBeGreaterThan(5);
    expect(outcomes.get('budget')).toBeGreaterThan(400);
  });
});
