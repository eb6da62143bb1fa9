import type { Activity, ChannelName, Task, Worker } from './contactCentreState';
import type { Happening } from './History';

/** What statistics are asked for. Times are milliseconds since 1970. */
export interface StatisticsWindow {
  /** First moment that counts. */
  readonly start: number;
  /** Last moment that counts. */
  readonly end: number;
  /** Seconds; empty for none. */
  readonly splits: readonly number[];
  /** Counts tasks and reservations of this channel only. */
  readonly taskChannel?: ChannelName;
  /** The moment of the real-time part. */
  readonly now: number;
}

/** All that real-time statistics know of it. */
export type RealTimeWindow = Pick<StatisticsWindow, 'taskChannel' | 'now'>;

/** What statistics are computed from: the contact centre's state, or what it was a few seconds ago. */
export interface StatisticsSource {
  readonly tasks: ReadonlyMap<string, Readonly<Task>>;
  readonly workers: ReadonlyMap<string, Readonly<Worker>>;
  readonly activities: ReadonlyMap<string, Activity>;
  readonly history: { between(start: number, end: number): readonly Happening[] };
}
