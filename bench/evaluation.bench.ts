import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { shareUnchanged } from '../src/sources/sync/shareUnchanged';
import type { ReadingsStore } from '../src/views/board/ReadingsStore';
import type { parseMetricDefinitions } from '../src/model/metric/parseMetricDefinitions';
import type { BenchReport } from './BenchReport';

/** What is measured of a checkout. */
interface Engine {
  readonly ReadingsStore: typeof ReadingsStore;
  readonly parseMetricDefinitions: typeof parseMetricDefinitions;
}

const pairs = 10;
const updates = 5;
const sizes = [500, 1_000, 2_000, 4_000] as const;
/** Twice as many formulas may take at most so many times as long. */
const mostPerDoubling = 2.2;

async function load(root: string, name: string): Promise<Engine> {
  const outfile = join(root, 'node_modules', '.cache', `${name}.evaluation.mjs`);
  await build({
    stdin: {
      contents:
        "export { ReadingsStore } from './src/views/board/ReadingsStore';\n" +
        "export { parseMetricDefinitions } from './src/model/metric/parseMetricDefinitions';\n",
      resolveDir: root,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
  return (await import(pathToFileURL(outfile).href)) as Engine;
}

const queueAt = (index: number, tasks: number): unknown => ({
  sid: `WQ${index}`,
  friendly_name: `Queue ${index}`,
  realtime: {
    total_tasks: tasks,
    tasks_by_status: { pending: tasks, reserved: 1 },
    longest_task_waiting_age: tasks,
  },
  cumulative: { tasks_entered: 100 + tasks, tasks_canceled: tasks },
});

const dataOf = (round: number, queues: readonly unknown[]): unknown => ({
  collected_at: new Date(Date.UTC(2026, 0, 31) + round * 1000).toISOString(),
  queues,
});

/** Ten formulas for each of many queues, no two of them alike. */
const formulaAt = (index: number, queues: number): string => {
  const name = `'Queue ${index % queues}'`;
  const all = [
    `queue(${name}).realtime.total_tasks`,
    `waiting(${name})`,
    `percent(queue(${name}).cumulative.tasks_canceled, queue(${name}).cumulative.tasks_entered)`,
    `queue(${name}).realtime.total_tasks > 5 ? 'busy' : 'fine'`,
    `longestWait(${name})`,
  ];
  return `(${all[Math.floor(index / queues) % all.length]}) /* ${index} */`;
};

function board(engine: Engine, count: number, queues: number): (data: unknown, round: number) => void {
  const definitions = engine.parseMetricDefinitions(
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `m${i}`,
        {
          metric: {
            label: 'M',
            formula: formulaAt(i, queues),
            firstThresholdValue: 9,
            firstThresholdStyle: 'Warn',
          },
        },
      ]),
    ),
  );
  const store = new engine.ReadingsStore();
  const colours = new Map<string, string>();
  return (data, round) =>
    store.evaluate(definitions, {
      data,
      now: Date.UTC(2026, 0, 31) + round * 1000,
      staleAfterSeconds: 150,
      locale: 'en',
      colours,
    });
}

/** Milliseconds of processor time of one update, the median of several: what other programs do meanwhile does not count. */
function millisecondsOf(update: (round: number) => void, from: number): number {
  const times = Array.from({ length: updates }, (_, i) => {
    const start = process.cpuUsage();
    update(from + i);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return median(times);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** The two by turns, and how their times relate, pair by pair. */
function compare(works: readonly [base: (round: number) => void, change: (round: number) => void]) {
  works.forEach((work) => millisecondsOf(work, 0));
  const measured = Array.from({ length: pairs }, (_, pair) => {
    const from = (pair + 1) * updates;
    const [base, change] = works.map((work) => millisecondsOf(work, from)) as [number, number];
    return { base, change, ratio: change / base };
  });
  const ratios = measured.map(({ ratio }) => ratio);
  return {
    base: median(measured.map(({ base }) => base)),
    change: median(measured.map(({ change }) => change)),
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
  };
}

/** All data is new with each update, so that every formula is evaluated. */
function allNew(engine: Engine, count: number): (round: number) => void {
  const update = board(engine, count, 50);
  return (round) =>
    update(
      dataOf(
        round,
        Array.from({ length: 50 }, (_, i) => queueAt(i, (i + round) % 12)),
      ),
      round,
    );
}

/** A tenth of the queues is new with each update. `share` is what the source does about the others. */
function aTenthNew(engine: Engine, share: typeof shareUnchanged): (round: number) => void {
  const update = board(engine, 500, 50);
  let tasks = Array.from({ length: 50 }, () => 3);
  let data: unknown;
  return (round) => {
    tasks = tasks.map((count, i) => (i % 10 === round % 10 ? (count + 1) % 12 : count));
    data = share(
      data,
      dataOf(
        round,
        tasks.map((count, i) => queueAt(i, count)),
      ),
    );
    update(data, round);
  };
}

export async function run(): Promise<BenchReport> {
  const here = process.cwd();
  const base = await load(process.env.BENCH_BASE ?? here, 'base');
  const change = await load(here, 'change');
  const bySize = sizes.map((size) => compare([allNew(base, size), allNew(change, size)]));
  const tenth = compare([aTenthNew(base, (_, after) => after), aTenthNew(change, shareUnchanged)]);
  const show = (value: number | undefined): string => (value === undefined ? '-' : value.toFixed(2));
  const cells = ({ base: a, change: b, ratio, least, most }: typeof tenth): string[] => [
    show(a),
    show(b),
    `${show(ratio)} (${show(least)} to ${show(most)})`,
  ];
  const columns = ['base, CPU ms', 'change, CPU ms', 'ratio (spread)'];
  return {
    tables: [
      {
        title: `One update of formulas no two of which are alike, all data new; at most ${mostPerDoubling} times as long for twice as many`,
        columns: ['formulas', ...columns, 'base, per doubling', 'change, per doubling'],
        rows: bySize.map((found, i) => {
          const half = bySize[i - 1];
          return [
            String(sizes[i]),
            ...cells(found),
            show(half && found.base / half.base),
            show(half && found.change / half.change),
          ];
        }),
      },
      {
        title: 'One update of 500 tiles, a tenth of the data new',
        columns: ['', ...columns],
        rows: [['500 tiles', ...cells(tenth)]],
      },
    ],
    figures: { bySize, tenth, mostPerDoubling },
  };
}
