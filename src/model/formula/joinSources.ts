import { freezeData } from './freezeData';
import type { Reads } from './Reads';

/** The name of the dashboard data among the sources. */
export const dataSource = 'data';

interface Recorder {
  reads: Reads | undefined;
}

const recorders = new WeakMap<object, Recorder>();

/**
 * The data with the values of further sources within it, each under its name, for formulas to read as one. An evaluation
 * over it records which sources it reads: a further one when its name is read, and `data` when anything else is,
 * whether that is there or not. Handing it on as a whole reads nothing, nor do its keys.
 */
export function joinSources(
  data: Readonly<Record<string, unknown>>,
  further: ReadonlyMap<string, unknown>,
): object {
  const recorder: Recorder = { reads: undefined };
  const record = (key: PropertyKey): void => {
    if (typeof key === 'string') recorder.reads?.addSource(further.has(key) ? key : dataSource);
  };
  // By entries, not by spread alone, which old browsers are given as assignments: a field may be called __proto__.
  const all = Object.fromEntries([...Object.entries(data), ...further]);
  // Before anything is recorded: freezing reads everything.
  freezeData(all);
  const joined = new Proxy(all, {
    get(_, key): unknown {
      record(key);
      return Reflect.get(all, key);
    },
    getOwnPropertyDescriptor(_, key) {
      const found = Reflect.getOwnPropertyDescriptor(all, key);
      if (!found) record(key);
      return found;
    },
  });
  recorders.set(joined, recorder);
  return joined;
}

/** The data asked about last: the tiles of one update share one. */
let last: { readonly data: unknown; readonly recorder: Recorder | undefined } | undefined;

function recorderOf(data: unknown): Recorder | undefined {
  if (last?.data !== data) last = { data, recorder: recorders.get(data as object) };
  return last?.recorder;
}

/** Whether it is data that `joinSources` made. */
export const isJoined = (data: unknown): boolean => recorderOf(data) !== undefined;

/** Does work that reads joined sources, and records which ones; sources that are not joined are read unrecorded. */
export function recordSources<Found>(data: unknown, reads: Reads, work: () => Found): Found {
  const recorder = recorderOf(data);
  if (!recorder) return work();
  recorder.reads = reads;
  try {
    return work();
  } finally {
    recorder.reads = undefined;
  }
}

/** Does work that looks something up which the value does not depend on, such as whether a name is spelled right. */
export function unrecorded<Found>(data: unknown, work: () => Found): Found {
  const recorder = recorderOf(data);
  if (!recorder) return work();
  const { reads } = recorder;
  recorder.reads = undefined;
  try {
    return work();
  } finally {
    recorder.reads = reads;
  }
}

/** Why there is no value is explained by more than the formula read. */
export function stopRecording(data: unknown): void {
  const recorder = recorderOf(data);
  if (recorder) recorder.reads = undefined;
}
