import type { HistoryState } from '../../contract/history';
import { historyKinds, historyStateName, type HistoryKind } from '../../contract/history';
import { seriesOf } from '../../series/seriesOf';
import { aHistory } from '../../testing/aHistory';
import { Random } from '../../testing/Random';
import { PastMaker } from './PastMaker';
import { documentsOfDay, wantedDays } from './wantedDocuments';

const start = Date.parse('2026-11-27T06:00:00Z');
const quarter = 900_000;
const week = 7 * 86_400_000;
const now = start + 40 * quarter + 120_000;
/** The second queue is made in the morning, the third is deleted in the afternoon. Quarter-hours of the day. */
const queues = { Support: [0, 95], Billing: [10, 95], Sales: [0, 30] } as const;
type Queue = keyof typeof queues;

interface Task {
  readonly queue: Queue;
  readonly created: number;
  /** When it was taken or given up, and which. */
  readonly left: number;
  readonly isTaken: boolean;
}

/** Tasks of five days, at whole seconds. */
const random = new Random(20_261_127);
const tasks: readonly Task[] = [0, 1, 2, 3, 4].flatMap((before) =>
  Array.from({ length: 400 }, (): Task => {
    const queue = (Object.keys(queues) as Queue[])[Math.floor(random.next() * 3)] ?? 'Support';
    const [first, last] = queues[queue];
    const second = Math.floor((first + random.next() * (last - first)) * 900);
    const created = start - before * week + second * 1000;
    const wait = 1 + Math.floor(random.next() ** 3 * 240);
    return { queue, created, left: created + wait * 1000, isTaken: random.next() < 0.8 };
  }),
);

/** What TaskRouter would count, and the Function would keep. */
function statisticsAt(dayStart: number, until: number, queue?: Queue) {
  const count = { created: 0, taken: 0, canceled: 0, waited: 0, longest: 0, soon: 0, soonGone: 0 };
  for (const task of tasks) {
    if (task.created < dayStart || (queue && task.queue !== queue)) continue;
    if (task.created <= until) count.created += 1;
    if (task.left > until) continue;
    const seconds = (task.left - task.created) / 1000;
    if (!task.isTaken) {
      count.canceled += 1;
      if (seconds <= 20) count.soonGone += 1;
      continue;
    }
    count.taken += 1;
    count.waited += seconds;
    count.longest = Math.max(count.longest, seconds);
    if (seconds <= 20) count.soon += 1;
  }
  const average = count.taken === 0 ? 0 : count.waited / count.taken;
  return {
    [queue ? 'tasks_entered' : 'tasks_created']: count.created,
    tasks_canceled: count.canceled,
    reservations_accepted: count.taken,
    avg_task_acceptance_time: average,
    wait_duration_until_accepted: {
      avg: Math.round(average),
      min: 0,
      max: count.longest,
      total: count.waited,
    },
    split_by_wait_time: {
      '20': {
        below: { reservations_accepted: count.soon, tasks_canceled: count.soonGone },
        above: {
          reservations_accepted: count.taken - count.soon,
          tasks_canceled: count.canceled - count.soonGone,
        },
      },
    },
  };
}

function sampleAt(at: number, queue?: Queue) {
  const waiting = tasks.filter(
    (task) => task.created <= at && at < task.left && (!queue || task.queue === queue),
  );
  const oldest = Math.min(at, ...waiting.map(({ created }) => created));
  return {
    total_tasks: waiting.length,
    tasks_by_status: { pending: waiting.length, reserved: 0, assigned: 0, wrapping: 0 },
    longest_task_waiting_age: (at - oldest) / 1000,
  };
}

const existing = (row: number): readonly Queue[] =>
  (Object.keys(queues) as Queue[]).filter((name) => row >= queues[name][0] && row <= queues[name][1]);
const eachQueue = <T>(row: number, of: (queue: Queue) => T): Record<string, T> =>
  Object.fromEntries(existing(row).map((name) => [name, of(name)]));
const dayOf = (before: number): number => start - before * week;

const documents = aHistory({
  start,
  now,
  labels: { workspace: ['20'], queues: ['20'] },
  rows: {
    workspace: (before, row) => ({ '': statisticsAt(dayOf(before), dayOf(before) + (row + 1) * quarter) }),
    queues: (before, row) =>
      eachQueue(row, (name) => statisticsAt(dayOf(before), dayOf(before) + (row + 1) * quarter, name)),
    // Samples at the end of each quarter-hour.
    'workspace-gauges': (before, minute) =>
      minute % 15 === 14 ? { '': sampleAt(dayOf(before) + (minute + 1) * 60_000) } : undefined,
    // Those of queues are of each fifth minute.
    'queue-gauges': (before, row) =>
      row % 3 === 2
        ? eachQueue(Math.floor(row / 3), (name) => sampleAt(dayOf(before) + (row + 1) * 300_000, name))
        : undefined,
  },
});
const state = documents.get(historyStateName('dashboard-data')) as HistoryState;
const days = wantedDays(state, now);
if (!days) throw new Error('There are no days.');
const read = [days.today, ...days.before].flatMap((day) =>
  (Object.keys(historyKinds) as HistoryKind[]).flatMap((kind) =>
    documentsOfDay('dashboard-data', day, kind, now).map((document) => ({
      ...document,
      value: documents.get(document.name),
    })),
  ),
);
const past = new PastMaker().make(state, days, read, now);

/** The tasks of a day until a moment: the oracle counts these, and knows nothing of statistics. */
interface Seen {
  readonly at: number;
  readonly row: number;
  readonly all: readonly Task[];
  readonly taken: readonly Task[];
  readonly gone: readonly Task[];
  readonly waiting: readonly Task[];
}

const seenAt = (before: number, row: number): Seen => {
  const at = dayOf(before) + (row + 1) * quarter;
  const all = tasks.filter(({ created }) => created >= dayOf(before) && created <= at);
  const left = all.filter((task) => task.left <= at);
  return {
    at,
    row,
    all,
    taken: left.filter(({ isTaken }) => isTaken),
    gone: left.filter(({ isTaken }) => !isTaken),
    waiting: all.filter((task) => task.left > at),
  };
};

const secondsOf = ({ created, left }: Task): number => (left - created) / 1000;
const of = (queue: Queue) => (task: Task) => task.queue === queue;
const isSoon = (task: Task): boolean => secondsOf(task) <= 20;
const isLate = (task: Task): boolean => !isSoon(task);
const rate = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole);
const levelIn = (taken: readonly Task[], gone: readonly Task[]): number | null =>
  rate(taken.filter(isSoon).length, taken.length + gone.filter(isLate).length);
const cumulative = 'data.workspace_statistics.cumulative';

/** Undefined: a gap. */
const metrics: readonly (readonly [string, string, (seen: Seen) => number | string | null | undefined])[] = [
  ['a count', `${cumulative}.tasks_created`, ({ all }) => all.length],
  [
    'a percentage',
    `percent(${cumulative}.tasks_canceled, ${cumulative}.tasks_created)`,
    ({ all, gone }) => rate(gone.length, all.length),
  ],
  [
    'an average of its parts',
    `${cumulative}.reservations_accepted === 0 ? null : ${cumulative}.wait_duration_until_accepted.total / ${cumulative}.reservations_accepted`,
    ({ taken }) =>
      taken.length === 0 ? null : taken.reduce((sum, task) => sum + secondsOf(task), 0) / taken.length,
  ],
  [
    'a maximum',
    `${cumulative}.wait_duration_until_accepted.max`,
    ({ taken }) => Math.max(0, ...taken.map(secondsOf)),
  ],
  ['a service level', 'serviceLevel(data, 20)', ({ taken, gone }) => levelIn(taken, gone)],
  [
    'a service level of a queue that is deleted',
    "serviceLevel('Sales', 20)",
    ({ row, taken, gone }) =>
      existing(row).includes('Sales')
        ? levelIn(taken.filter(of('Sales')), gone.filter(of('Sales')))
        : undefined,
  ],
  [
    'a sum over queues',
    'sum(data.queues, (q) => q.cumulative.tasks_entered)',
    ({ row, all }) => all.filter(({ queue }) => existing(row).includes(queue)).length,
  ],
  [
    'the queue with the most tasks, as text',
    'data.queues.reduce((a, b) => b.cumulative.tasks_entered > a.cumulative.tasks_entered ? b : a).friendly_name',
    ({ row, all }) => {
      const counts = [...existing(row)].sort().map((name) => [name, all.filter(of(name)).length] as const);
      return counts.reduce((a, b) => (b[1] > a[1] ? b : a))[0];
    },
  ],
  ['a figure of the moment', 'waiting()', ({ waiting }) => waiting.length],
  [
    'a figure of the moment of a new queue',
    "waiting('Billing')",
    ({ row, waiting }) =>
      existing(row).includes('Billing') ? waiting.filter(of('Billing')).length : undefined,
  ],
  [
    'the longest wait',
    'longestWait()',
    ({ at, waiting }) => Math.max(0, ...waiting.map(({ created }) => (at - created) / 1000)),
  ],
  [
    'figures of the moment and of the day together',
    `waiting() > 2 ? 'busy' : ${cumulative}.tasks_created`,
    ({ all, waiting }) => (waiting.length > 2 ? 'busy' : all.length),
  ],
];

describe('a series, against a count of the tasks themselves', () => {
  it.each(metrics)('is the truth for %s', (_name, formula, oracle) => {
    const found = [past.today, ...past.before].flatMap(({ states }) => seriesOf({ formula }, states).points);
    const expected = [0, 1, 2, 3, 4].flatMap((before) =>
      Array.from({ length: before === 0 ? 40 : 96 }, (_, row) => seenAt(before, row)).flatMap((seen) => {
        const value = oracle(seen);
        return value === undefined ? [] : [[seen.at, rounded(value)]];
      }),
    );
    expect(found.map(({ at, value }) => [at, rounded(value)])).toEqual(expected);
  });
});

/** What is kept has thousandths. */
const rounded = (value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value;
