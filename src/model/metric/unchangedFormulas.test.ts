import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shareUnchanged } from '../../sources/sync/shareUnchanged';
import { createBudget } from '../formula';
import { limits } from '../formula/limits';
import { busyDay } from '../formula/test-data/exampleDays';
import { oddData } from '../formula/test-data/oddData';
import { Random } from '../../testing/Random';
import { randomFormula } from '../formula/test-data/randomFormula';
import { prepareFormula } from './prepareFormula';

type Json = Record<string, unknown>;

/** Formulas of the docs, and others that read the data in every way there is. */
const page = readFileSync(join(__dirname, '../../../docs/formulas.md'), 'utf8');
const templates = page
  .split('```js\n')
  .slice(1)
  .flatMap((part) => (part.split('```')[0] ?? '').split(/ ?\/\/ → .*\n/))
  .filter((text) => text.trim() !== '');
const others = [
  'data.missing ?? 0',
  'data.missing?.deep?.deeper ?? 1',
  'data.version.length ?? 2',
  'data.day.start.length',
  'data.day.start.nothing ?? 3',
  "data['queues'][0]?.friendly_name ?? null",
  'data.queues[data.version]?.friendly_name ?? null',
  '((all) => all.queues.length)(data)',
  'Object.keys(data).length',
  'Object.keys(data.day).join()',
  "'queues' in data ? 1 : 0",
  '({ ...data }).version ?? 0',
  '(({ version }) => version ?? 0)(data)',
  "data.hasOwnProperty('queues')",
  'data === data.day',
  'data.queues === data.queues',
  'data.queues.map((q) => data.day.start + q.friendly_name)[0] ?? null',
  'waiting()',
  "waiting(['Support', data.queues[0]?.friendly_name ?? 'Sales'])",
  'waiting(data.queues)',
  'data.queues.map(waiting)[0] ?? null',
  'longestWait()',
  "longestWait('Support') > 80",
  'data.workspace_statistics.realtime.longest_task_waiting_age > 80',
  "queue('Support').realtime.total_tasks > 0 ? waiting('Sales') : activity('Break')",
  "serviceLevel(['Support', 'Sales'], 20)",
  'serviceLevel(data.workspace_statistics, 5)',
  'sum(data.queues, (q) => q.realtime.total_tasks)',
  'percent(data.workspace_statistics.realtime.total_tasks, data.workspace_statistics.realtime.total_workers)',
];

/** A copy with one change somewhere: another value, a key more or less, entries in another order. */
function changed(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null)
    return random.pick<unknown>([0, 1, 7, '3', 'Sales', null, {}, []]);
  if (Array.isArray(value)) {
    const list = [...(value as unknown[])];
    const at = random.below(list.length + 1);
    if (random.chance(0.7) && list.length > 0)
      list[at % list.length] = changed(random, list[at % list.length]);
    else if (random.chance(0.5)) list.splice(at, 1);
    else list.reverse();
    return list;
  }
  const entries = Object.entries(value as Json);
  const at = random.below(entries.length + 1);
  const [key = 'new', inside] = entries[at] ?? [];
  if (random.chance(0.1)) return Object.fromEntries(entries.filter(([name]) => name !== key));
  if (random.chance(0.05)) return Object.fromEntries([...entries].reverse());
  return { ...value, [key]: changed(random, inside) };
}

/** As data comes of Sync: nothing of it is an object of the data before, unless it is shared. */
function fresh(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fresh);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, fresh(inside)]));
}

/** How often a formula gave something else than one that is evaluated each time, and how often it was not evaluated. */
function compare(random: Random, text: string, first: unknown, updates: number) {
  const prepared = prepareFormula(text);
  const differences: unknown[] = [];
  let skipped = 0;
  let data = first;
  for (let i = 0; i < updates; i++) {
    const age = random.pick([0, 0, 5, 30]);
    const budget = createBudget(undefined, { clock: () => 0 });
    const found = prepared.evaluate(data, budget, age);
    const expected = prepareFormula(text).evaluate(data, createBudget(undefined, { clock: () => 0 }), age);
    if (JSON.stringify(found) !== JSON.stringify(expected)) differences.push({ text, found, expected });
    if (budget.remaining === limits.fuelPerUpdate) skipped++;
    const next = random.chance(0.2) ? { ...(data as Json), collected_at: i } : changed(random, data);
    data = random.chance(0.7) ? shareUnchanged(data, fresh(next)) : fresh(next);
  }
  return { differences, skipped };
}

describe('a formula that is not evaluated while what it read stays', () => {
  test('gives what it gives when it is evaluated each time, over random updates', () => {
    const random = new Random(20261128);
    const results = [...templates, ...others].map((text) => compare(random, text, busyDay, 60));
    expect(results.flatMap(({ differences }) => differences)).toEqual([]);
    expect(results.reduce((total, { skipped }) => total + skipped, 0)).toBeGreaterThan(1_000);
  });

  test('gives so for random formulas, too', () => {
    const random = new Random(7);
    const results = Array.from({ length: 1_500 }, () => compare(random, randomFormula(random), oddData(), 6));
    expect(results.flatMap(({ differences }) => differences)).toEqual([]);
    expect(results.reduce((total, { skipped }) => total + skipped, 0)).toBeGreaterThan(500);
  });

  test.each([
    ['Date.now() > 0', 0],
    ['((all) => all.version)(data)', 0],
    ['data.version', 4],
    ['data.missing ?? 5', 4],
    ['waiting(data)', 4],
    ["queue('Support').realtime.total_tasks", 4],
    ["activity('Break')", 4],
    ['serviceLevel(data, 20)', 4],
    ['data.queues.filter((q) => waiting(q) > 0).length', 4],
  ])('%s is not evaluated in %d of 4 updates of which it reads nothing', (text, expected) => {
    const { evaluate } = prepareFormula(text);
    let skipped = 0;
    let data: unknown = busyDay;
    evaluate(data, createBudget());
    for (let i = 0; i < 4; i++) {
      data = shareUnchanged(data, fresh({ ...(data as Json), collected_at: i }));
      const budget = createBudget();
      evaluate(data, budget);
      if (budget.remaining === limits.fuelPerUpdate) skipped++;
    }
    expect(skipped).toBe(expected);
  });
});
