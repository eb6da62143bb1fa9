import type { HistoryState } from '../schema/history';
import { historyKinds, historyStateName, type HistoryKind } from '../schema/history';
import { seriesOf } from '../model/series/seriesOf';
import { aHistory } from './aHistory';
import { Random } from './Random';
import { PastMaker } from '../sources/history/PastMaker';
import { documentsOfDay, wantedDays } from '../sources/history/wantedDocuments';

const quarter = 900_000;
const dayMs = 86_400_000;
const names = ['Billing', 'Sales', 'Support'] as const;
type Queue = (typeof names)[number];

interface Task {
  readonly queue: Queue;
  readonly created: number;
  /** When it was taken or given up, and which. */
  readonly left: number;
  readonly isTaken: boolean;
}

/** The tasks of a day until a moment: the oracle counts these, and knows nothing of statistics. */
export interface Seen {
  readonly at: number;
  readonly existing: readonly Queue[];
  readonly all: readonly Task[];
  readonly taken: readonly Task[];
  readonly gone: readonly Task[];
  readonly waiting: readonly Task[];
}

/** When clocks in a zone show a time on a date, by the clock alone: milliseconds since 1970. */
function instantOf(date: string, time: string, timeZone: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const clock = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const shown = (at: number): number => Date.parse(`${clock.format(at).replace(' ', 'T')}Z`);
  const first = wanted - (shown(wanted) - wanted);
  return first - (shown(first) - wanted);
}

const dateBefore = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);

/** Today and the same weekday of four weeks, in which queues are made and deleted, as the Function would have kept them. */
export function pastWithTruth(date: string, timeZone: string, startsAt: string) {
  const known = [0, 1, 2, 3, 4].map((before) => ({
    start: instantOf(dateBefore(date, before * 7), startsAt, timeZone),
    end: instantOf(dateBefore(date, before * 7 - 1), startsAt, timeZone),
  }));
  const dayOf = (before: number): { readonly start: number; readonly end: number } =>
    known[before] ?? { start: NaN, end: NaN };
  const { start } = dayOf(0);
  const now = start + 40 * quarter + 120_000;
  const lives: Readonly<Record<Queue, readonly [number, number]>> = {
    Billing: [dayOf(2).start + 10 * quarter, Infinity],
    Sales: [0, dayOf(1).start + 30 * quarter],
    Support: [0, Infinity],
  };
  const existingAt = (at: number): readonly Queue[] =>
    names.filter((name) => at >= lives[name][0] && at <= lives[name][1]);

  /** Tasks of five days, at whole seconds. */
  const random = new Random(start / 1000);
  const tasks: readonly Task[] = [0, 1, 2, 3, 4].flatMap((before) => {
    const { start: from, end } = dayOf(before);
    return Array.from({ length: 250 }, (): Task => {
      const created = from + Math.floor((random.next() * (end - from - 300_000)) / 1000) * 1000;
      const wait = 1 + Math.floor(random.next() ** 3 * 240);
      const isTaken = random.next() < 0.8;
      return { queue: random.pick(existingAt(created)), created, left: created + wait * 1000, isTaken };
    });
  });

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

  const endOf = (before: number, row: number, length = quarter): number =>
    Math.min(dayOf(before).end, dayOf(before).start + (row + 1) * length);
  const eachQueue = <T>(at: number, of: (queue: Queue) => T): Record<string, T> =>
    Object.fromEntries(existingAt(at).map((name) => [name, of(name)]));
  const documents = aHistory({
    start,
    now,
    dayOf,
    timeZone,
    startsAt,
    labels: { workspace: ['20'], queues: ['20'] },
    rows: {
      workspace: (before, row) => ({ '': statisticsAt(dayOf(before).start, endOf(before, row)) }),
      queues: (before, row) =>
        eachQueue(endOf(before, row), (name) => statisticsAt(dayOf(before).start, endOf(before, row), name)),
      // Samples at the end of each quarter-hour.
      'workspace-gauges': (before, minute) =>
        minute % 15 === 14 ? { '': sampleAt(endOf(before, minute, 60_000)) } : undefined,
      // Those of queues are of each fifth minute.
      'queue-gauges': (before, row) =>
        row % 3 === 2
          ? eachQueue(endOf(before, row, 300_000), (name) => sampleAt(endOf(before, row, 300_000), name))
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
  const seen = [0, 1, 2, 3, 4].flatMap((before) => {
    const { start: from, end } = dayOf(before);
    const quarters = before === 0 ? 40 : (end - from) / quarter;
    const ofDay = tasks.filter(({ created }) => created >= from && created < end);
    return Array.from({ length: quarters }, (_, row): Seen => {
      const at = from + (row + 1) * quarter;
      const all = ofDay.filter(({ created }) => created <= at);
      const left = all.filter((task) => task.left <= at);
      return {
        at,
        existing: existingAt(at),
        all,
        taken: left.filter(({ isTaken }) => isTaken),
        gone: left.filter(({ isTaken }) => !isTaken),
        waiting: all.filter((task) => task.left > at),
      };
    });
  });
  return { past: new PastMaker().make(state, days, read, now), seen };
}

const secondsOf = ({ created, left }: Task): number => (left - created) / 1000;
const of = (queue: Queue) => (task: Task) => task.queue === queue;
const isSoon = (task: Task): boolean => secondsOf(task) <= 20;
const isLate = (task: Task): boolean => !isSoon(task);
const rate = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole);
const levelIn = (taken: readonly Task[], gone: readonly Task[]): number | null =>
  rate(taken.filter(isSoon).length, taken.length + gone.filter(isLate).length);
const cumulative = 'data.workspace_statistics.cumulative';

/** Undefined: a gap. */
export const metricsWithTruth: readonly (readonly [
  string,
  string,
  (seen: Seen) => number | string | null | undefined,
])[] = [
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
    ({ existing, taken, gone }) =>
      existing.includes('Sales') ? levelIn(taken.filter(of('Sales')), gone.filter(of('Sales'))) : undefined,
  ],
  [
    'a sum over queues',
    'sum(data.queues, (q) => q.cumulative.tasks_entered)',
    ({ existing, all }) => all.filter(({ queue }) => existing.includes(queue)).length,
  ],
  [
    'the queue with the most tasks, as text',
    'data.queues.reduce((a, b) => b.cumulative.tasks_entered > a.cumulative.tasks_entered ? b : a).friendly_name',
    ({ existing, all }) => {
      const counts = existing.map((name) => [name, all.filter(of(name)).length] as const);
      return counts.reduce((a, b) => (b[1] > a[1] ? b : a))[0];
    },
  ],
  ['a figure of the moment', 'waiting()', ({ waiting }) => waiting.length],
  [
    'a figure of the moment of a new queue',
    "waiting('Billing')",
    ({ existing, waiting }) =>
      existing.includes('Billing') ? waiting.filter(of('Billing')).length : undefined,
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

/** Each value of a metric with its moment, as its series has it and as it truly was. */
export function seriesAndTruth(
  { past, seen }: ReturnType<typeof pastWithTruth>,
  formula: string,
  oracle: (seen: Seen) => number | string | null | undefined,
) {
  const states = [past.today, ...past.before].flatMap((day) => day.states);
  return {
    series: seriesOf({ formula }, states).points.map(({ at, value }) => [at, rounded(value)]),
    truth: seen.flatMap((moment) => {
      const value = oracle(moment);
      return value === undefined ? [] : [[moment.at, rounded(value)]];
    }),
  };
}

/** What is kept has thousandths. */
const rounded = (value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value;
