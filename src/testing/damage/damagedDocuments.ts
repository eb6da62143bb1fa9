import { Random } from '../Random';
import { aDashboardData } from '../aDashboardData';

/** What lies in Sync for one opening of the dashboard, as JSON gives it: sound in a few places, damaged in all others. */
export interface DamagedDocuments {
  readonly data: unknown;
  /** Documents of queues and channels, by name. */
  readonly parts: ReadonlyMap<string, unknown>;
  readonly definitions: Readonly<Record<string, unknown>>;
  /** Further definition documents, by name. */
  readonly further: ReadonlyMap<string, unknown>;
  readonly board: Readonly<Record<string, unknown>>;
  /** The document of the board. */
  readonly layout: Readonly<Record<string, unknown>>;
  /** The list of versions, and the copies that it names, by name. */
  readonly versions: ReadonlyMap<string, unknown>;
}

/** What the tiles of the sound metrics show whatever is damaged beside them. */
export const soundValues = (seed: number): Readonly<Record<string, string>> => ({
  'sound-tasks': String(tasksOf(seed)),
  'sound-share': '88.8%',
  'sound-queue': '7',
});

/** Another number for each of the next documents, so that none is taken for those before. */
const tasksOf = (seed: number): number => 100 + (seed % 800);

const soundMetrics = {
  'sound-tasks': {
    metric: { label: 'Sound tasks', formula: 'data.workspace_statistics.realtime.total_tasks' },
  },
  'sound-share': {
    metric: {
      label: 'Sound share',
      formula:
        'percent(data.workspace_statistics.cumulative.tasks_completed, data.workspace_statistics.cumulative.tasks_created + 1)',
      format: 'percent',
      decimals: 1,
    },
  },
  'sound-queue': { metric: { label: 'Sound queue', formula: 'queue("Sound").realtime.total_tasks' } },
};

/** Where damage would be no damage but another number. */
const untouched: ReadonlySet<string> = new Set([
  'data',
  'definitions',
  'data/workspace_statistics',
  'data/workspace_statistics/realtime',
  'data/workspace_statistics/realtime/total_tasks',
  'data/workspace_statistics/cumulative',
  'data/workspace_statistics/cumulative/tasks_completed',
  'data/workspace_statistics/cumulative/tasks_created',
  'data/documents',
  'data/documents/queues',
  ...Object.keys(soundMetrics).map((key) => `definitions/${key}`),
]);

/** A set of documents; the same for the same seed. */
export function damagedDocuments(seed: number): DamagedDocuments {
  const random = new Random(seed);
  const damage = (what: string, sound: unknown): unknown =>
    JSON.parse(textOf(damaged(sound, what, random, 0.02 + 0.3 * random.next() ** 2)));
  const names = ['dashboard-definitions', 'dashboard-data', 'dashboard-board', 'more', 'more-2'];
  const queues = random.below(4);
  const data = damage('data', {
    ...aDashboardData({ realtime: { total_tasks: tasksOf(seed) } }),
    collection: 12,
    documents: {
      queues: Array.from({ length: queues + 1 }, () => [12, 'hash', 'r1']),
      channels: [[12, 'hash', 'r1']],
    },
    notices: [{ code: 'queues-capped', text: '150 of 200 queues are left out.' }],
    completeness: { queues: { collected: 50, of: 200, late: 3 } },
  });
  const parts = new Map<string, unknown>([['dashboard-data-queue-1', queuePart('Sound', 7)]]);
  for (let index = 0; index < queues; index += 1)
    parts.set(`dashboard-data-queue-${index + 2}`, damage('part', queuePart(`Queue ${index}`, 3)));
  parts.set(
    'dashboard-data-channel-1',
    damage('part', {
      collection: 12,
      channel: { ...aDashboardData().workspace_statistics, unique_name: random.pick(['voice', ...odd.keys]) },
    }),
  );
  const further = new Map(
    ['more', 'more-2'].map((name) => [name, damage('further', someMetrics(random))] as const),
  );
  const versions = new Map<string, unknown>();
  versions.set(
    'dashboard-definitions-versions',
    damage('versions', {
      versions: Array.from({ length: random.below(12) }, (_, index) => ({
        id: `v${index}`,
        saved_at: '2026-11-22T11:42:15.000Z',
        saved_by: 'ann_40example_2Ecom',
        copies: Object.fromEntries(
          names.filter(() => random.chance(0.6)).map((name) => [name, random.pick(['v1', '../x', ...names])]),
        ),
      })),
    }),
  );
  versions.set('dashboard-definitions-version-v1', damage('copy', someMetrics(random)));
  versions.set('dashboard-board-version-v1', damage('copy', { definitionDocuments: names }));
  return {
    data,
    parts,
    definitions: asRecord(damage('definitions', { ...soundMetrics, ...someMetrics(random) }), soundMetrics),
    further,
    board: asRecord(
      damage('board', {
        title: 'Floor',
        sections: ['Now', 'Today'],
        // Cycles: documents that name themselves, each other, and what holds no definitions.
        definitionDocuments: names.filter(() => random.chance(0.7)),
        staleAfterSeconds: 90,
        reloadAt: '04:00',
      }),
      {},
    ),
    versions,
    layout: damagedLayout(new Random(seed + 0x5eed)),
  };
}

const damagedLayout = (random: Random): Readonly<Record<string, unknown>> => {
  const tile = (key: string): object => ({
    key,
    visual: {
      kind: random.pick(['number', 'text', ...odd.keys]),
      metric: random.pick(['sound-tasks', 'a', ...odd.keys]),
    },
    span: { columns: random.pick([1, 2, 4]), rows: 1 },
    label: 'Own',
  });
  const sections = ['Now', 'Today', 'Now'].map((title) => ({
    title,
    tiles: random.list(4, () => tile(random.pick(['sound-tasks', 'sound-share', ...odd.keys]))),
  }));
  const sound = { title: 'Main', documents: ['more'], sections };
  const text = textOf(damaged(sound, 'layout', random, 0.02 + 0.3 * random.next() ** 2));
  return asRecord(JSON.parse(text), sound);
};

const asRecord = (value: unknown, otherwise: object): Readonly<Record<string, unknown>> =>
  (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : otherwise) as Readonly<
    Record<string, unknown>
  >;

const queuePart = (friendly_name: string, total_tasks: number): object => ({
  collection: 12,
  queue: {
    sid: `WQ-${friendly_name}`,
    friendly_name,
    realtime: { ...aDashboardData().workspace_statistics.realtime, total_tasks },
    cumulative: { ...aDashboardData().workspace_statistics.cumulative, tasks_entered: 5 },
  },
});

const someMetrics = (random: Random): object =>
  Object.fromEntries(
    random
      .list(5, () => random.pick(['a', 'b', '7', ...odd.keys]))
      .map((key, index) => [
        key,
        {
          metric: {
            label: `Metric ${index}`,
            formula: random.pick(['waiting(data)', 'data.queues.length', 'queue("Sound")', 'data', '1 / 0']),
            format: random.pick(['', 'seconds', 'duration', 'number', 'percent', 'time']),
            decimals: 1,
            unit: 'calls',
            increment: true,
            defaultStyle: 'Default',
            firstThresholdValue: 5,
            firstThresholdStyle: { statColour: 'colorTextError', backgroundColour: 'colorBackgroundBody' },
            secondThresholdValue: '10',
            secondThresholdStyle: 'Error Strong',
            invertThresholds: false,
            hysteresis: 1,
            holdSeconds: 5,
            sampleFormula: 'data.workspace_statistics.cumulative.tasks_created',
            minimumSample: 20,
            description: 'What it means.',
            section: 'Now',
            order: index,
            size: random.pick(['small', 'normal', 'wide']),
          },
        },
      ]),
  );

/** Values that nobody who wrote the code thought of. */
const odd = {
  keys: ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', '', ' ', 'length', '0'],
  values: [
    null,
    true,
    false,
    0,
    -1,
    0.1,
    1e308,
    -1e308,
    9e15,
    8.64e15 + 1,
    '',
    ' ',
    '\u0000',
    '\u200b',
    '\ud800',
    'yesterday',
    '2026-13-45T99:99:99Z',
    '2026-11-22',
    '9999-12-31T23:59:59.999Z',
    '+275760-09-13T00:00:00.001Z',
    '-000001-01-01T00:00:00Z',
    'Mars/Olympus_Mons',
    '24:00',
    '5,5',
    '__proto__',
    'dashboard-definitions',
    '<img src=x onerror=alert(1)>',
    '{{label}}',
    'שיחות (VIP)',
    [],
    {},
    [null],
    [[]],
    { toString: -1 },
    { valueOf: null, toString: null },
    { length: -1 },
    { length: 4294967296 },
    { then: 'x' },
    { metric: null },
    { metric: [] },
  ] as readonly unknown[],
};

/** JSON has no word for it, and reads this as Infinity all the same. */
const infinite = '\u0001infinite';
const textOf = (value: unknown): string =>
  JSON.stringify(value).replaceAll(`"${infinite.replace('\u0001', '\\u0001')}"`, '1e999');

function oddValue(random: Random): unknown {
  const kind = random.below(24);
  if (kind === 0) return 'word '.repeat(random.below(600));
  if (kind === 1) return 'W'.repeat(random.below(3000));
  if (kind === 2) return Array.from({ length: random.below(60) }, () => random.pick(odd.values));
  if (kind === 3) return nested(random.below(1000));
  if (kind === 4) return infinite;
  if (kind === 5)
    return Object.defineProperty({}, random.pick(odd.keys), {
      value: random.pick(odd.values),
      enumerable: true,
    });
  return random.pick(odd.values);
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** A copy in which values are replaced, left out, or joined by others of odd names; each with this probability. */
function damaged(value: unknown, path: string, random: Random, rate: number): unknown {
  const isSound = untouched.has(path);
  if (!isSound && random.chance(rate / (path.includes('/') ? 1 : 4))) return oddValue(random);
  if (isSound && path.startsWith('definitions/')) return value;
  if (Array.isArray(value))
    return value.map((entry: unknown, index) => damaged(entry, `${path}/${index}`, random, rate));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  const put = (key: string, child: unknown): void =>
    void Object.defineProperty(copy, key, {
      value: child,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  for (const [key, child] of Object.entries(value)) {
    const below = `${path}/${key}`;
    if (!untouched.has(below) && random.chance(rate / 2)) continue;
    put(key, damaged(child, below, random, rate));
  }
  if (random.chance(rate)) {
    const key = random.pick(odd.keys);
    if (!untouched.has(`${path}/${key}`)) put(key, oddValue(random));
  }
  return copy;
}
