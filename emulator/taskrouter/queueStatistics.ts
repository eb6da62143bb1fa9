import type {
  WaitDuration,
  WorkspaceCumulativeStatistics,
  WorkspaceRealtimeStatistics,
} from '../../src/schema/dashboardData';
import type { Task, TaskQueue } from './contactCentreState';
import { HappeningTally } from './HappeningTally';
import { activityStatistics, openTaskFigures } from './openTaskFigures';
import type { RealTimeWindow, StatisticsSource, StatisticsWindow } from './StatisticsWindow';
import { isEligible } from './targetExpression';

/** Ages are whole seconds, 0 and null when nobody waits; the relative age counts from the entry into the queue. */
export interface QueueRealTimeStatistics extends Omit<WorkspaceRealtimeStatistics, 'total_workers'> {
  readonly total_available_workers: number;
  readonly total_eligible_workers: number;
  readonly longest_relative_task_age_in_queue: number;
  readonly longest_relative_task_sid_in_queue: string | null;
}

export interface QueueCumulativeStatistics extends Omit<
  WorkspaceCumulativeStatistics,
  'tasks_created' | 'tasks_timed_out_in_workflow'
> {
  readonly tasks_entered: number;
  readonly wait_duration_in_queue_until_accepted: WaitDuration;
}

type Queue = Readonly<TaskQueue>;

/** Real-time statistics of each of these queues, in their order. */
export function queueRealTimeStatistics(
  source: StatisticsSource,
  queues: readonly Queue[],
  window: RealTimeWindow,
): readonly QueueRealTimeStatistics[] {
  const tasks = new Map<string, Readonly<Task>[]>();
  for (const task of source.tasks.values()) {
    const inQueue = tasks.get(task.queueSid);
    if (inQueue) inQueue.push(task);
    else tasks.set(task.queueSid, [task]);
  }
  return queues.map((queue) => {
    const eligible = [...source.workers.values()].filter((worker) => isEligible(worker, queue));
    return {
      total_available_workers: eligible.filter(({ available }) => available).length,
      total_eligible_workers: eligible.length,
      ...openTaskFigures(tasks.get(queue.sid) ?? [], window),
      activity_statistics: activityStatistics(source, eligible),
    };
  });
}

/** Cumulative statistics of each of these queues, in their order; reads the history once for all of them. */
export function queueCumulativeStatistics(
  { history }: StatisticsSource,
  queues: readonly Queue[],
  window: StatisticsWindow,
): readonly QueueCumulativeStatistics[] {
  const tallies = new Map(queues.map(({ sid }) => [sid, new HappeningTally()]));
  for (const happening of history.between(window.start, window.end)) {
    if (!window.taskChannel || happening.channel === window.taskChannel)
      tallies.get(happening.queueSid)?.add(happening);
  }
  return [...tallies.values()].map((tally) => ({
    ...tally.statistics(window),
    tasks_entered: tally.count('task-created') + tally.count('task-moved-in'),
    wait_duration_in_queue_until_accepted: tally.waitInQueueUntilAccepted(),
  }));
}
