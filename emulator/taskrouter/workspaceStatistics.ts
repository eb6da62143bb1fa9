import type {
  WorkspaceCumulativeStatistics,
  WorkspaceRealtimeStatistics,
  WorkspaceStatistics,
} from '../../src/schema/dashboardData';
import { HappeningTally } from './HappeningTally';
import { activityStatistics, openTaskFigures } from './openTaskFigures';
import type { RealTimeWindow, StatisticsSource, StatisticsWindow } from './StatisticsWindow';

/** TaskRouter's combined workspace statistics, computed from the contact centre's state and history. */
export function workspaceStatistics(source: StatisticsSource, window: StatisticsWindow): WorkspaceStatistics {
  return { realtime: realTimeStatistics(source, window), cumulative: cumulativeStatistics(source, window) };
}

export function realTimeStatistics(
  source: StatisticsSource,
  window: RealTimeWindow,
): WorkspaceRealtimeStatistics {
  const figures = openTaskFigures(source.tasks.values(), window);
  return {
    total_tasks: figures.total_tasks,
    total_workers: source.workers.size,
    longest_task_waiting_age: figures.longest_task_waiting_age,
    longest_task_waiting_sid: figures.longest_task_waiting_sid,
    tasks_by_status: figures.tasks_by_status,
    tasks_by_priority: figures.tasks_by_priority,
    activity_statistics: activityStatistics(source, [...source.workers.values()]),
  };
}

export function cumulativeStatistics(
  { history }: StatisticsSource,
  window: StatisticsWindow,
): WorkspaceCumulativeStatistics {
  const tally = new HappeningTally();
  for (const happening of history.between(window.start, window.end)) {
    if (!window.taskChannel || happening.channel === window.taskChannel) tally.add(happening);
  }
  return {
    ...tally.statistics(window),
    tasks_created: tally.count('task-created'),
    tasks_timed_out_in_workflow: tally.count('task-timed-out-in-workflow'),
  };
}
