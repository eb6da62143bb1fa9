import { callback, explainCall } from './call';
import { combineQueues } from './combineQueues';
import { didYouMean } from './didYouMean';
import { explainMissing } from './explainMissing';
import { explainNaN } from './explainNaN';
import { FormulaError } from './FormulaError';
import { lookOf } from './looksTheSame';
import type { Run } from './Run';
import { parseTime } from './times';
import { Builtin, describeKind, hasOwn, isList, isObject, quote } from './values';
import type { BuiltinFunction } from './values';
import { partMissing, splitMissing } from './whatIsCollected';

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
  }).map(([name, native]) => [name, new Builtin(name, native)]),
);

/** Words that record themselves what they read of the data, when they are given the data as a whole. */
export const readsOfData: ReadonlySet<string> = new Set(['waiting', 'longestWait', 'serviceLevel']);

/** An own property of an object, `undefined` where there is none. */
function field(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    if (!isObject(found) || !hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

function missing(message: string): FormulaError {
  return new FormulaError('missing', message);
}

/** The entry of a name, when nothing needs to be paid for it any more. */
function entryNamed(list: unknown, name: string): unknown {
  if (!isList(list)) return undefined;
  const exact = namesIn(list).get(name);
  if (exact !== undefined) return exact;
  const look = lookOf(name);
  // One that only looks the same is found when it is the only one: nobody sees a no-break space.
  const alike = list.filter((entry) => {
    const other = field(entry, 'friendly_name');
    return typeof other === 'string' && lookOf(other) === look;
  });
  return alike.length === 1 ? alike[0] : undefined;
}

const knownNames = new WeakMap<readonly unknown[], ReadonlyMap<unknown, unknown>>();

/** The entries of a list by their names, the first of each name. Lists of the data are frozen: each is gone through once. */
function namesIn(list: readonly unknown[]): ReadonlyMap<unknown, unknown> {
  const known = knownNames.get(list);
  if (known) return known;
  const names = new Map<unknown, unknown>();
  for (const entry of list) {
    const name = field(entry, 'friendly_name');
    if (!names.has(name)) names.set(name, entry);
  }
  if (Object.isFrozen(list)) knownNames.set(list, names);
  return names;
}

function named(list: readonly unknown[], name: string, run: Run): unknown {
  run.charge(4 + list.length * (1 + (name.length >> 6)));
  if (!namesIn(list).has(name)) run.charge(list.length * 20);
  return entryNamed(list, name);
}

/** "Did you mean …?", or all names when there are few, or nothing. */
function namesInstead(wrong: string, list: readonly unknown[]): string {
  const names = list
    .map((entry) => field(entry, 'friendly_name'))
    .filter((name): name is string => typeof name === 'string');
  const suggestion = didYouMean(wrong, names);
  if (suggestion) return suggestion;
  const shown = names.slice(0, 12).map(quote).join(', ');
  return names.length === 0
    ? ' There are none.'
    : ` There are: ${shown}${names.length > 12 ? `, and ${names.length - 12} more` : ''}.`;
}

function queueNamed(name: unknown, run: Run): unknown {
  if (typeof name !== 'string') {
    throw new FormulaError(
      'type',
      `queue needs the name of a queue, as in queue('Support'), and ${describeKind(name)} was given.`,
    );
  }
  const { data } = run;
  const queues = field(data, 'queues');
  if (!isList(queues)) throw missing(partMissing('data', 'queues') ?? '');
  const found = named(queues, name, run);
  if (found === undefined) throw missing(`There is no queue ${quote(name)}.${namesInstead(name, queues)}`);
  run.reads?.add((other) => entryNamed(field(other, 'queues'), name), found);
  return found;
}

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

const pathOfActivities = ['workspace_statistics', 'realtime', 'activity_statistics'] as const;

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

/** Seconds between two times: ISO 8601 text or milliseconds since 1970, as Date.now() gives them. */
function seconds([from, to]: readonly unknown[], run: Run): number | null {
  const start = time(from, run);
  const end = time(to, run);
  return start === null || end === null ? null : (end - start) / 1000;
}

function time(value: unknown, run: Run): number | null {
  const milliseconds = typeof value === 'string' && value.length < 100 ? parseTime(value, run) : value;
  if (milliseconds === null) return null;
  if (typeof milliseconds === 'number' && !Number.isNaN(milliseconds)) return milliseconds;
  throw new FormulaError(
    'type',
    `seconds needs two times such as "2026-01-31T09:00:00Z", and ${typeof value === 'string' ? quote(value) : describeKind(value)} was given.`,
  );
}
