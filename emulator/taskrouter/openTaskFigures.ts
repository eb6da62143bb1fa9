import type { ActivityStatistics } from '../../src/schema/dashboardData';
import type { Task, Worker } from './contactCentreState';
import { isOpen } from './contactCentreState';
import type { RealTimeWindow, StatisticsSource } from './StatisticsWindow';

/** What the real-time statistics of a workspace and of a queue say about these tasks. Only pending ones wait. */
export function openTaskFigures(tasks: Iterable<Readonly<Task>>, { taskChannel, now }: RealTimeWindow) {
  const byStatus = { pending: 0, reserved: 0, assigned: 0, wrapping: 0 };
  const byPriority: Record<string, number> = {};
  const waiting: Readonly<Task>[] = [];
  let total = 0;
  for (const task of tasks) {
    if (!isOpen(task) || (taskChannel && task.channel !== taskChannel)) continue;
    total += 1;
    byStatus[task.status] += 1;
    byPriority[task.priority] = (byPriority[task.priority] ?? 0) + 1;
    if (task.status === 'pending') waiting.push(task);
  }
  const longest = earliest(waiting, ({ createdAt }) => createdAt);
  const longestInQueue = earliest(waiting, ({ queueEnteredAt }) => queueEnteredAt);
  return {
    total_tasks: total,
    longest_task_waiting_age: longest ? Math.floor((now - longest.createdAt) / 1000) : 0,
    longest_task_waiting_sid: longest ? longest.sid : null,
    longest_relative_task_age_in_queue: longestInQueue
      ? Math.floor((now - longestInQueue.queueEnteredAt) / 1000)
      : 0,
    longest_relative_task_sid_in_queue: longestInQueue ? longestInQueue.sid : null,
    tasks_by_status: byStatus,
    tasks_by_priority: byPriority,
  };
}

/** How many of these workers are in each activity; activities with nobody in them included. */
export function activityStatistics(
  { activities }: StatisticsSource,
  workers: readonly Readonly<Worker>[],
): ActivityStatistics[] {
  const counts = new Map<string, number>();
  workers.forEach(({ activitySid }) => counts.set(activitySid, (counts.get(activitySid) ?? 0) + 1));
  return [...activities.values()].map(({ sid, friendlyName }) => ({
    sid,
    friendly_name: friendlyName,
    workers: counts.get(sid) ?? 0,
  }));
}

/** The first of those with the smallest time. */
function earliest<T>(all: readonly T[], time: (item: T) => number): T | undefined {
  return all.reduce<T | undefined>(
    (first, item) => (first === undefined || time(item) < time(first) ? item : first),
    undefined,
  );
}
