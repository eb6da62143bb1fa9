import type { ChannelName } from './contactCentreState';

/** What cumulative statistics count. */
export const happeningKinds = [
  'task-created',
  'task-completed',
  'task-canceled',
  'task-deleted',
  'task-moved', // out of the queue it was in
  'task-moved-in', // into another; every task-moved is followed by one
  'task-timed-out-in-workflow',
  'reservation-created',
  'reservation-accepted',
  'reservation-rejected',
  'reservation-timed-out',
  'reservation-canceled',
  'reservation-rescinded',
] as const;
export type HappeningKind = (typeof happeningKinds)[number];

export interface Happening {
  /** Milliseconds since 1970; never smaller than that of the happening before. */
  readonly at: number;
  readonly kind: HappeningKind;
  readonly channel: ChannelName;
  readonly queueSid: string;
  /** Whole seconds from the task's creation; used where a wait ended (accepted, cancelled). */
  readonly waited: number;
  /** The same from its entry into the queue. */
  readonly waitedInQueue: number;
}

/** How far back TaskRouter's statistics reach. */
export const historyReachMs = 30 * 24 * 3600 * 1000;
/** Bounds the memory of an emulator that runs for weeks, at about 100 bytes each. */
export const historyLimit = 500_000;

/** What happened before there was anybody to note it. */
export interface EarlierHistory {
  /** Everything in it is earlier. */
  readonly until: number;
  between(start: number, end: number): readonly Happening[];
}

/** What happened, in order of time. Forgets what is older than 30 days, and the oldest half when there are more than 500,000. */
export class History {
  private kept: Happening[] = [];
  /** Made up, not noted: it counts for no limit. */
  earlier: EarlierHistory | undefined;

  constructor(private readonly limit: number = historyLimit) {}

  get size(): number {
    return this.kept.length;
  }

  add(happening: Happening): void {
    this.kept.push(happening);
    if (this.kept.length > this.limit)
      this.kept = this.kept.slice(this.kept.length - Math.floor(this.limit / 2));
  }

  /** Happenings from `start` to `end`, both inclusive. */
  between(start: number, end: number): readonly Happening[] {
    const kept = this.kept.slice(this.firstAfter(start, false), this.firstAfter(end, true));
    const { earlier } = this;
    return earlier && start < earlier.until
      ? [...earlier.between(start, Math.min(end, earlier.until - 1)), ...kept]
      : kept;
  }

  forgetBefore(time: number): void {
    const from = this.firstAfter(time, false);
    if (from > 0) this.kept = this.kept.slice(from);
  }

  /** Index of the first happening at `time` or later; with `exclusive`, later than `time`. */
  private firstAfter(time: number, exclusive: boolean): number {
    let low = 0;
    let high = this.kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { at } = this.kept[middle] as Happening;
      if (at < time || (exclusive && at === time)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
