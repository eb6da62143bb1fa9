import type {
  ActivityStatistics,
  WaitDuration,
  WaitTimeSplit,
  WorkspaceCumulativeStatistics,
  WorkspaceRealtimeStatistics,
  WorkspaceStatistics,
} from '../../src/contract/dashboardData';
import { openTaskStatuses } from './contactCentreState';
import type { ChannelName, ContactCentreState } from './contactCentreState';
import type { Happening, HappeningKind } from './History';

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

/** TaskRouter's combined workspace statistics, computed from the contact centre's state and history. */
export function workspaceStatistics(
  state: ContactCentreState,
  window: StatisticsWindow,
): WorkspaceStatistics {
  return { realtime: realTimeStatistics(state, window), cumulative: cumulativeStatistics(state, window) };
}

export function realTimeStatistics(
  state: ContactCentreState,
  { taskChannel, now }: Pick<StatisticsWindow, 'taskChannel' | 'now'>,
): WorkspaceRealtimeStatistics {
  const byStatus = { pending: 0, reserved: 0, assigned: 0, wrapping: 0 };
  const byPriority: Record<string, number> = {};
  let total = 0;
  let longest: { sid: string; createdAt: number } | undefined;
  for (const task of state.tasks.values()) {
    const status = openTaskStatuses.find((open) => open === task.status);
    if (!status || (taskChannel && task.channel !== taskChannel)) continue;
    total += 1;
    byStatus[status] += 1;
    byPriority[task.priority] = (byPriority[task.priority] ?? 0) + 1;
    if (status === 'pending' && (!longest || task.createdAt < longest.createdAt)) longest = task;
  }
  return {
    total_tasks: total,
    total_workers: state.workers.size,
    longest_task_waiting_age: longest ? Math.floor((now - longest.createdAt) / 1000) : 0,
    longest_task_waiting_sid: longest ? longest.sid : null,
    tasks_by_status: byStatus,
    tasks_by_priority: byPriority,
    activity_statistics: activityStatistics(state),
  };
}

export function cumulativeStatistics(
  state: ContactCentreState,
  { start, end, splits, taskChannel }: StatisticsWindow,
): WorkspaceCumulativeStatistics {
  const counts = new Map<HappeningKind, number>();
  const accepted: number[] = [];
  const canceled: number[] = [];
  for (const happening of state.history.between(start, end)) {
    if (taskChannel && happening.channel !== taskChannel) continue;
    counts.set(happening.kind, (counts.get(happening.kind) ?? 0) + 1);
    waits(happening, accepted, canceled);
  }
  const count = (kind: HappeningKind): number => counts.get(kind) ?? 0;
  const untilAccepted = waitDuration(accepted);
  return {
    start_time: wholeSeconds(start),
    end_time: wholeSeconds(end),
    avg_task_acceptance_time: accepted.length === 0 ? 0 : untilAccepted.total / accepted.length,
    reservations_created: count('reservation-created'),
    reservations_accepted: count('reservation-accepted'),
    reservations_rejected: count('reservation-rejected'),
    reservations_timed_out: count('reservation-timed-out'),
    reservations_canceled: count('reservation-canceled'),
    reservations_rescinded: count('reservation-rescinded'),
    tasks_created: count('task-created'),
    tasks_completed: count('task-completed'),
    tasks_canceled: count('task-canceled'),
    tasks_deleted: count('task-deleted'),
    tasks_moved: count('task-moved'),
    tasks_timed_out_in_workflow: count('task-timed-out-in-workflow'),
    wait_duration_until_accepted: untilAccepted,
    wait_duration_until_canceled: waitDuration(canceled),
    split_by_wait_time: splits.length === 0 ? null : splitByWaitTime(splits, accepted, canceled),
  };
}

function activityStatistics(state: ContactCentreState): ActivityStatistics[] {
  const workers = [...state.workers.values()];
  return [...state.activities.values()].map(({ sid, friendlyName }) => ({
    sid,
    friendly_name: friendlyName,
    workers: workers.filter(({ activitySid }) => activitySid === sid).length,
  }));
}

function waits({ kind, waited }: Happening, accepted: number[], canceled: number[]): void {
  if (kind === 'reservation-accepted') accepted.push(waited);
  if (kind === 'task-canceled') canceled.push(waited);
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

/** As TaskRouter writes times: ISO 8601, UTC, no fractions. */
export const wholeSeconds = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
