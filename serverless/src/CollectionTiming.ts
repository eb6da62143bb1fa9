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
export const lastBeginMs = 7_500;

/** How often whoever waits for the trailing collection looks whether somebody else has promised a later one. */
export const lookEveryMs = 1_000;

/** How often to try when others write the lease first: each time one of them gets through, and then all are covered. */
export const maximumRounds = 20;
