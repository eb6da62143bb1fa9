import { answerWithinMs } from './TimeBudget';

/** When collections happen; all in milliseconds. */
export interface CollectionTiming {
  /** Collections begin at least this far apart, and an event waits no longer than this for the one after it. */
  readonly intervalMs: number;
  /** How long after the last collection another one follows, because real-time statistics lag behind events. */
  readonly trailingMs: number;
}

/** How far the clocks of two instances may be apart before events are seen only by the trailing collection. */
export const clockToleranceMs = ({ intervalMs }: CollectionTiming): number => intervalMs / 4;

/** No collection begins later in an invocation than this: Twilio ends a Function after 10 s. */
export const lastBeginMs = 8_000;

/** What the lease takes of an invocation's time: before its first collection, and before the trailing one. */
export const askingMs = 1_000;

/** What an invocation keeps of its time for writing what it has collected. */
export const writingMs = 1_000;

/** The trailing collection begins no later than this in an invocation, if the one before it allows: so it has time to read everything. */
export const lastTrailingMs = 6_500;

/**
 * How far ahead a promise may be made, but for the tolerance: an interval, and a second one where the time that an
 * invocation has allows for it, the trailing collection included.
 */
export const reachMs = ({ intervalMs, trailingMs }: CollectionTiming): number =>
  2 * intervalMs + trailingMs + askingMs <= lastBeginMs ? 2 * intervalMs : intervalMs;

/**
 * Whether an invocation can promise two intervals ahead, collect, and collect once more after the trailing delay, given how long
 * collections take. Where statistics are slow, or nobody knows yet, a promise that far ahead might be broken.
 */
export const hasTimeToReach = ({ intervalMs, trailingMs }: CollectionTiming, took = Infinity): boolean =>
  2 * intervalMs + trailingMs + took + writingMs <= answerWithinMs;

/** An instance is busy that answered so many events of one promise from memory. */
export const busyFrom = 8;

/** How often whoever waits for the trailing collection looks whether somebody else has promised a later one. */
export const lookEveryMs = 1_000;

/** How often to try when others write the lease first: each time one of them gets through, and then all are covered. */
export const maximumRounds = 20;
