import { callback, explainCall } from './call';
import { combineQueues } from './combineQueues';
import { explainMissing } from './explainMissing';
import { explainNaN } from './explainNaN';
import { FormulaError } from './FormulaError';
import { agentsIn, freeAgents, longestIn } from './agentWords';
import type { Run } from './Run';
import { Builtin, describeKind, isList, isObject, quote } from './values';
import type { BuiltinFunction } from './values';
import { seconds, secondsSince } from './elapsed';
import {
  entryNamed,
  field,
  missing,
  named,
  namesInstead,
  pathOfActivities,
  queueNamed,
} from './namedEntries';
import { splitMissing } from './whatIsCollected';

/**
 * The words for contact centres. They read the dashboard data, and say what is missing and what is there instead of giving `undefined`.
 * `null` is "no answer": no traffic, nothing to divide by.
 */
export const words: ReadonlyMap<string, Builtin> = new Map(
  Object.entries<BuiltinFunction>({
    queue: ([name], run) => (isList(name) ? queuesNamed(name, run) : queueNamed(name, run)),
    activity: ([name], run) => (isList(name) ? activitiesNamed(name, run) : activityNamed(name, run)),
    waiting: (given, run) => waiting(given.length > 0 ? given[0] : run.data, run),
    longestWait: (given, run) => longestWait(given.length > 0 ? given[0] : run.data, run),
    serviceLevel: ([subject, seconds], run) => serviceLevel(subject, seconds, run),
    percent: ([part, whole]) => percent(part, whole),
    sum: (given, run) => numbersOf('sum', given, run).reduce((total, number) => total + number, 0),
    average: (given, run) => average(numbersOf('average', given, run)),
    seconds: (given, run) => seconds(given, run),
    secondsSince: ([since], run) => secondsSince(since, run),
    agents: ([activity], run) => agentsIn(activity, run),
    longestIn: ([activity], run) => longestIn(activity, run),
    free: ([queue], run) => freeAgents(queue, run),
  }).map(([name, native]) => [name, new Builtin(name, native)]),
);

/** Words that record themselves what they read of the data, when they are given the data as a whole. */
export const readsOfData: ReadonlySet<string> = new Set(['waiting', 'longestWait', 'serviceLevel']);

/** Units for adding up the statistics of one queue. */
const priceOfCombining = 80;

/** Several queues, as if they were one. */
function queuesNamed(names: readonly unknown[], run: Run): unknown {
  run.charge(names.length * priceOfCombining);
  const queues = names.map((name) => queueNamed(name, run));
  return queues.length === 1 ? queues[0] : combineQueues(queues);
}

/** Nobody is in two activities at once. */
function activitiesNamed(names: readonly unknown[], run: Run): number {
  run.charge(names.length);
  return names.reduce<number>(
    (total, name) => total + (numberOrNull('activity', activityNamed(name, run)) ?? 0),
    0,
  );
}

function activityNamed(name: unknown, run: Run): unknown {
  if (typeof name !== 'string') {
    throw new FormulaError(
      'type',
      `activity needs the name of an activity, as in activity('Available'), and ${describeKind(name)} was given.`,
    );
  }
  const activities = field(run.data, ...pathOfActivities);
  if (!isList(activities))
    throw missing(
      'There are no activities in the data: data.workspace_statistics.realtime.activity_statistics is missing.',
    );
  const workers = field(named(activities, name, run), 'workers');
  if (workers === undefined) {
    throw missing(
      `There is no activity ${quote(name)}.${namesInstead(name, activities)}` +
        ' Activities are added in the Twilio Console: TaskRouter, the workspace, Activities.',
    );
  }
  run.reads?.add((data) => field(entryNamed(field(data, ...pathOfActivities), name), 'workers'), workers);
  return workers;
}

/** Units for finding statistics; beside it stand those for looking through queues. */
const priceOfStatistics = 8;

/** Statistics of the workspace or of a queue, and how to read them. */
type Statistics = (...keys: readonly string[]) => unknown;

/** What `waiting` and `serviceLevel` are asked about: statistics, the name of a queue, or a list of either. */
function statisticsOf(word: string, subject: unknown, run: Run): readonly Statistics[] {
  if (isList(subject)) {
    if (subject === run.data) run.reads?.addWhole();
    run.charge(subject.length);
    return subject.flatMap((entry) =>
      isList(entry) ? failSubject(word, entry) : statisticsOf(word, entry, run),
    );
  }
  run.charge(priceOfStatistics);
  if (subject === run.data) return [statisticsOfData(word, run)];
  if (typeof subject === 'string') {
    const queue = queueNamed(subject, run);
    return [(...keys) => field(queue, ...keys)];
  }
  const whole = field(subject, 'workspace_statistics') ?? subject;
  return isStatistics(whole) ? [(...keys) => field(whole, ...keys)] : failSubject(word, subject);
}

const isStatistics = (value: unknown): boolean =>
  isObject(field(value, 'realtime')) || isObject(field(value, 'cumulative'));

/** Those of the workspace, read of the data: what is read of them is recorded. */
function statisticsOfData(word: string, run: Run): Statistics {
  const { data, reads } = run;
  const whole = field(data, 'workspace_statistics');
  if (whole === undefined || whole === null) {
    reads?.addWhole();
    return isStatistics(data) ? (...keys) => field(data, ...keys) : failSubject(word, data);
  }
  if (!isStatistics(whole)) return failSubject(word, data);
  reads?.add((other) => isStatistics(field(other, 'workspace_statistics')), true);
  return (...keys) => {
    const value = field(whole, ...keys);
    reads?.add((other) => field(other, 'workspace_statistics', ...keys), value);
    return value;
  };
}

function failSubject(word: string, subject: unknown): never {
  throw new FormulaError(
    'type',
    `${word} needs a queue, the name of a queue, a list of them or data.workspace_statistics, and ${describeKind(subject)} was given.`,
  );
}

/** Tasks no agent has taken yet: pending and reserved. */
function waiting(subject: unknown, run: Run): number {
  const counts = statisticsOf('waiting', subject, run).map((statistics) => {
    const tasks = statistics('realtime', 'tasks_by_status');
    return (
      (numberOrNull('waiting', field(tasks, 'pending') ?? 0) ?? 0) +
      (numberOrNull('waiting', field(tasks, 'reserved') ?? 0) ?? 0)
    );
  });
  return counts.reduce((total, count) => total + count, 0);
}

/** The longest wait there is now, in seconds: as collected, and grown since by the age of the data. 0 when nothing waits. */
function longestWait(subject: unknown, run: Run): number | null {
  let longest: number | null = null;
  for (const statistics of statisticsOf('longestWait', subject, run)) {
    const wait = statistics('realtime', 'longest_task_waiting_age');
    if (wait === undefined)
      throw missing('There is no longest wait in the data: realtime.longest_task_waiting_age is missing.');
    const collected = numberOrNull('longestWait', wait);
    if (collected === null) continue;
    longest = Math.max(longest ?? 0, collected > 0 ? collected + run.age : 0);
  }
  return longest;
}

/** Percent of tasks taken within so many seconds. Who left sooner than that does not count, who left later counts against it. */
function serviceLevel(subject: unknown, threshold: unknown, run: Run): number | null {
  if (typeof threshold !== 'number') {
    throw new FormulaError(
      'type',
      `serviceLevel needs seconds, as in serviceLevel(data, 20), and ${describeKind(threshold)} was given.`,
    );
  }
  let answered = 0;
  let all = 0;
  for (const statistics of statisticsOf('serviceLevel', subject, run)) {
    run.charge(5);
    const split = statistics('cumulative', 'split_by_wait_time', String(threshold));
    if (!isObject(split))
      throw missing(splitMissing(threshold, statistics('cumulative', 'split_by_wait_time')));
    const count = (...keys: string[]): number =>
      numberOrNull('serviceLevel', field(split, ...keys) ?? 0) ?? 0;
    const within = count('below', 'reservations_accepted');
    answered += within;
    all += within + count('above', 'reservations_accepted') + count('above', 'tasks_canceled');
  }
  return percent(answered, all);
}

function percent(part: unknown, whole: unknown): number | null {
  const first = numberOrNull('percent', part);
  const second = numberOrNull('percent', whole);
  return first === null || second === null || second === 0 ? null : (100 * first) / second;
}

/** A number; counts Twilio writes as text are numbers too. */
function numberOrNull(word: string, value: unknown): number | null {
  if (value === null) return null;
  const number =
    typeof value === 'string' && value.length < 100 && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && !Number.isNaN(number)) return number;
  throw new FormulaError(
    'type',
    Number.isNaN(value)
      ? `${word} needs numbers, and NaN was given: something it is calculated from is missing or no number.`
      : `${word} needs numbers, and ${typeof value === 'string' ? quote(value) : describeKind(value)} was given.`,
  );
}

/** The numbers of a list, or what a function makes of its entries. `null` entries are left out. */
function numbersOf(word: string, [list, of]: readonly unknown[], run: Run): number[] {
  if (!isList(list))
    throw new FormulaError('type', `${word} needs a list, and ${describeKind(list)} was given.`);
  run.charge(list.length);
  const pick = of === undefined ? (entry: unknown) => entry : callback(of, 2, run);
  const numbers: number[] = [];
  for (let i = 0; i < list.length; i++) {
    const picked = pick(list[i], i);
    const how = picked === undefined ? explainMissing : Number.isNaN(picked) ? explainNaN : undefined;
    const reason = how && explainCall(of, [list[i], i], run, how);
    if (reason) throw reason;
    const number = numberOrNull(word, picked);
    if (number !== null) numbers.push(number);
  }
  return numbers;
}

function average(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((total, number) => total + number, 0) / numbers.length;
}
