import { isEligible } from './targetExpression';
import type { ChannelName, ContactCentreState, Task, Worker } from './contactCentreState';

/** How many tasks of a channel a worker holds (offered, assigned or wrapping). */
export function tasksHeld(state: ContactCentreState, workerSid: string, channel: ChannelName): number {
  let held = 0;
  for (const reservation of state.reservations.values()) {
    if (reservation.workerSid === workerSid && reservation.channel === channel) held += 1;
  }
  return held;
}

/**
 * The next task to offer and the worker to offer it to: tasks by priority, then age;
 * workers by who was offered a task longest ago, those that declined this very task last.
 */
export function nextMatch(state: ContactCentreState): { task: Task; worker: Worker } | undefined {
  const pending = [...state.tasks.values()].filter(({ status }) => status === 'pending');
  if (pending.length === 0) return undefined;
  pending.sort((a, b) => b.priority - a.priority || a.createdAt - b.createdAt);
  const available = [...state.workers.values()].filter((worker) => worker.available);
  const withoutWorker = new Set<string>();
  const held = new Map<string, number>();
  for (const { workerSid, channel } of state.reservations.values()) {
    const place = `${workerSid} ${channel}`;
    held.set(place, (held.get(place) ?? 0) + 1);
  }
  for (const task of pending) {
    const place = `${task.queueSid} ${task.channel}`;
    if (withoutWorker.has(place)) continue;
    const queue = state.queues.get(task.queueSid);
    const [worker] = available
      .filter(
        (worker) =>
          queue !== undefined &&
          isEligible(worker, queue) &&
          (held.get(`${worker.sid} ${task.channel}`) ?? 0) < worker.capacity[task.channel],
      )
      .sort(
        (a, b) =>
          Number(task.declinedBy.includes(a.sid)) - Number(task.declinedBy.includes(b.sid)) ||
          a.lastReservedAt - b.lastReservedAt,
      );
    if (worker) return { task, worker };
    withoutWorker.add(place);
  }
  return undefined;
}
