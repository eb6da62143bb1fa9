import type { WaitDuration, WaitTimeSplit } from '../../src/schema/dashboardData';
import type { Happening, HappeningKind } from './History';
import type { StatisticsWindow } from './StatisticsWindow';
import { wholeSeconds } from './wholeSeconds';

/** Counts what happened; from it come the cumulative statistics of a workspace and of a queue. */
export class HappeningTally {
  private readonly counts = new Map<HappeningKind, number>();
  private readonly untilAccepted: number[] = [];
  private readonly inQueueUntilAccepted: number[] = [];
  private readonly untilCanceled: number[] = [];

  add({ kind, waited, waitedInQueue }: Happening): void {
    this.counts.set(kind, this.count(kind) + 1);
    if (kind === 'task-canceled') this.untilCanceled.push(waited);
    if (kind !== 'reservation-accepted') return;
    this.untilAccepted.push(waited);
    this.inQueueUntilAccepted.push(waitedInQueue);
  }

  count(kind: HappeningKind): number {
    return this.counts.get(kind) ?? 0;
  }

  waitInQueueUntilAccepted(): WaitDuration {
    return waitDuration(this.inQueueUntilAccepted);
  }

  /** What a workspace and a queue have in common. */
  statistics({ start, end, splits }: StatisticsWindow) {
    const { untilAccepted, untilCanceled } = this;
    const accepted = waitDuration(untilAccepted);
    return {
      start_time: wholeSeconds(start),
      end_time: wholeSeconds(end),
      avg_task_acceptance_time: untilAccepted.length === 0 ? 0 : accepted.total / untilAccepted.length,
      reservations_created: this.count('reservation-created'),
      reservations_accepted: this.count('reservation-accepted'),
      reservations_rejected: this.count('reservation-rejected'),
      reservations_timed_out: this.count('reservation-timed-out'),
      reservations_canceled: this.count('reservation-canceled'),
      reservations_rescinded: this.count('reservation-rescinded'),
      tasks_completed: this.count('task-completed'),
      tasks_canceled: this.count('task-canceled'),
      tasks_deleted: this.count('task-deleted'),
      tasks_moved: this.count('task-moved'),
      wait_duration_until_accepted: accepted,
      wait_duration_until_canceled: waitDuration(untilCanceled),
      split_by_wait_time: splits.length === 0 ? null : splitByWaitTime(splits, untilAccepted, untilCanceled),
    };
  }
}

function waitDuration(seconds: readonly number[]): WaitDuration {
  if (seconds.length === 0) return { avg: 0, min: 0, max: 0, total: 0 };
  // A day holds more waits than a call takes arguments, so no Math.min(...seconds).
  let [min, max, total] = [Infinity, 0, 0];
  for (const wait of seconds) {
    min = Math.min(min, wait);
    max = Math.max(max, wait);
    total += wait;
  }
  return { avg: Math.round(total / seconds.length), min, max, total };
}

/** A wait of exactly the threshold counts as below it. */
function splitByWaitTime(
  splits: readonly number[],
  accepted: readonly number[],
  canceled: readonly number[],
): Record<string, WaitTimeSplit> {
  const above = (waited: readonly number[], split: number): number =>
    waited.filter((wait) => wait > split).length;
  return Object.fromEntries(
    splits.map((split) => {
      const late = { tasks_canceled: above(canceled, split), reservations_accepted: above(accepted, split) };
      return [
        String(split),
        {
          above: late,
          below: {
            tasks_canceled: canceled.length - late.tasks_canceled,
            reservations_accepted: accepted.length - late.reservations_accepted,
          },
        },
      ];
    }),
  );
}
