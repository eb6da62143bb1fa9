/** A moment of the past. */
export interface PastState {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What formulas read as `data` at that moment. Made on each call, since all moments of five days at once would be too much to hold. */
  read(): unknown;
}

/** One day of the contact centre, from its start to the start of the next. */
export interface PastDay {
  /** Milliseconds since 1970. */
  readonly start: number;
  /** Not included. */
  readonly end: number;
  /** In their order. A moment that is not known is left out: it is a gap. */
  readonly states: readonly PastState[];
}

/** The past that trends are made of. A state that did not change stays the same object. */
export interface Past {
  readonly today: PastDay;
  /** The same weekday of the weeks before, the latest first; only days of which something is known. */
  readonly before: readonly PastDay[];
  /** Milliseconds from one state to the next. */
  readonly interval: number;
  /** IANA name of the contact centre's zone. */
  readonly timeZone: string | undefined;
  /** Since when "now" figures are kept: milliseconds since 1970. */
  readonly since: number;
  /** How many quarter-hours are still to be collected, of how many; undefined when all are. */
  readonly filling?: { readonly done: number; readonly all: number } | undefined;
  /** Whether TaskRouter now gives other totals for past times than it gave then. */
  readonly isDistrusted: boolean;
}
