import { note, type Finding } from './Finding';
import { historyCosts, type Size } from './historyCosts';

/** What nobody can read from an account. Each can be given to the doctor as an environment variable of this name. */
export interface CostAssumptions {
  /** Events that pass the filter for each task: DOCTOR_EVENTS_PER_TASK. */
  readonly eventsPerTask: number;
  /** Queues that change from one collection to the next: DOCTOR_QUEUES_CHANGING. */
  readonly queuesChanging: number;
  /** Of one Function invocation, in US dollars: DOCTOR_INVOCATION_PRICE. */
  readonly invocationPrice: number;
}

const daysOfMonth = 30;
/** Reads and writes of lease and data for each collection, without queues. */
const operationsEach = 7;

/** @throws nothing: what is no number counts as not given */
export function costAssumptions(environment: Readonly<Record<string, string | undefined>>): CostAssumptions {
  const given = (name: string, otherwise: number): number => {
    const value = Number(environment[name] ?? NaN);
    return Number.isFinite(value) && value >= 0 ? value : otherwise;
  };
  return {
    eventsPerTask: given('DOCTOR_EVENTS_PER_TASK', 10),
    queuesChanging: given('DOCTOR_QUEUES_CHANGING', 10),
    invocationPrice: given('DOCTOR_INVOCATION_PRICE', 0.0001),
  };
}

/**
 * What the installation uses in a month of days like the last one, with the past and without.
 * @param tasks of the last 24 hours
 * @param intervalMs least time between two collections
 */
export function estimateCosts(
  size: Size,
  tasks: number,
  intervalMs: number,
  assumptions: CostAssumptions,
): readonly Finding[] {
  const { eventsPerTask, queuesChanging, invocationPrice } = assumptions;
  const invocations = tasks * eventsPerTask * daysOfMonth;
  // A lone event is collected twice; more than one in an interval share a collection.
  const collections = Math.min(2 * invocations, (size.hours * 3_600_000 * daysOfMonth) / intervalMs);
  const live = {
    calls: collections * (1 + (size.queues > 0 ? 2 : 0) + size.channels),
    operations: collections * (operationsEach + Math.min(size.queues, queuesChanging)),
  };
  const past = historyCosts(size);
  const calls = past.statisticsCalls * daysOfMonth;
  const operations = past.syncOperations * daysOfMonth;
  return [
    note(
      `A month of days like the last 24 hours (${tasks} tasks, ${size.hours} h) takes about ${count(invocations)} invocations (${Math.round(invocations * invocationPrice)} USD), and without the past ${count(live.calls)} statistics calls and ${count(live.operations)} Sync operations`,
    ),
    note(
      `The past adds about ${count(calls)} statistics calls and ${count(operations)} Sync operations a month, no invocation, and ${count(past.documents * 35)} documents that are there at a time`,
    ),
    note(
      `Assumed: ${eventsPerTask} events a task (DOCTOR_EVENTS_PER_TASK), ${queuesChanging} queues that change at a time (DOCTOR_QUEUES_CHANGING), ${invocationPrice} USD an invocation (DOCTOR_INVOCATION_PRICE, not verified). Set those variables for other numbers; prices of Sync are not known to us`,
    ),
  ];
}

/** As many digits as an estimate is good for. */
const count = (value: number): string => Number(value.toPrecision(2)).toLocaleString('en-US');
