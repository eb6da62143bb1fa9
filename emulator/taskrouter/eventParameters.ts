import { account } from '../account';
import type { ContactCentreState, Reservation, Task, TaskQueue, Worker } from './contactCentreState';
import type { ContactCentreEvent } from './ContactCentreEvents';

type Parameters = Record<string, string | number | boolean | undefined>;

/** The form that TaskRouter posts for an event. Read the event while it happens: it refers to living tasks and workers. */
export function eventParameters(
  event: ContactCentreEvent,
  state: ContactCentreState,
): Record<string, string> {
  const { workspace } = state;
  const { resourceType, resourceSid } = resource(event, workspace.sid);
  const parameters: Parameters = {
    Sid: event.sid,
    EventType: event.type,
    AccountSid: account.accountSid,
    WorkspaceSid: workspace.sid,
    WorkspaceName: workspace.friendlyName,
    EventDescription: event.description,
    ResourceType: resourceType,
    ResourceSid: resourceSid,
    Timestamp: Math.floor(event.at / 1000),
    TimestampMs: event.at,
    ...(event.queue && queueParameters(event.queue)),
    ...(event.task && taskParameters(event.task, event.at, state)),
    ...(event.reservation && reservationParameters(event.reservation, state)),
    ...(event.worker && workerParameters(event.worker)),
    ...(event.previousActivity && {
      WorkerPreviousActivitySid: event.previousActivity.sid,
      WorkerPreviousActivityName: event.previousActivity.friendlyName,
      WorkerTimeInPreviousActivity: Math.floor(event.previousActivity.lastedMs / 1000),
      WorkerTimeInPreviousActivityMs: event.previousActivity.lastedMs,
    }),
    ...(event.activity && {
      ActivitySid: event.activity.sid,
      ActivityName: event.activity.friendlyName,
      ActivityAvailable: event.activity.available,
    }),
    ...(event.channel && {
      TaskChannelSid: event.channel.sid,
      TaskChannelUniqueName: event.channel.uniqueName,
    }),
    ...(event.workerChannel && {
      WorkerChannelAvailable: event.workerChannel.taskCount < event.workerChannel.capacity,
      WorkerChannelAvailableCapacity: capacityLeft(event.workerChannel),
      WorkerChannelPreviousCapacity: event.workerChannel.previousCapacity,
      WorkerChannelTaskCount: event.workerChannel.taskCount,
    }),
  };
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
}

/** The SIDs of what an event is about, without anything personal: for the journal. */
export function eventSids({
  task,
  reservation,
  worker,
  activity,
  queue,
}: ContactCentreEvent): Record<string, string> {
  return {
    ...(task && { taskSid: task.sid }),
    ...(reservation && { reservationSid: reservation.sid }),
    ...(worker && { workerSid: worker.sid }),
    ...(activity && { activitySid: activity.sid }),
    ...(queue && { taskQueueSid: queue.sid }),
  };
}

function resource(
  event: ContactCentreEvent,
  workspaceSid: string,
): { resourceType: string; resourceSid?: string } {
  const family = event.type.split('.')[0];
  if (family === 'reservation') return { resourceType: 'reservation', resourceSid: event.reservation?.sid };
  if (family === 'worker') return { resourceType: 'worker', resourceSid: event.worker?.sid };
  if (family === 'activity') return { resourceType: 'activity', resourceSid: event.activity?.sid };
  if (!event.task && event.queue) return { resourceType: 'task-queue', resourceSid: event.queue.sid };
  if (family === 'workspace') return { resourceType: 'workspace', resourceSid: workspaceSid };
  return { resourceType: 'task', resourceSid: event.task?.sid };
}

function taskParameters(
  task: Task,
  at: number,
  { channels, queues, workflow }: ContactCentreState,
): Parameters {
  const queue = queues.get(task.queueSid);
  return {
    TaskSid: task.sid,
    TaskAttributes: JSON.stringify(task.attributes),
    TaskAge: Math.floor((at - task.createdAt) / 1000),
    TaskPriority: task.priority,
    TaskAssignmentStatus: task.status,
    TaskCanceledReason: task.status === 'canceled' ? task.reason : undefined,
    TaskCompletedReason: task.status === 'completed' ? task.reason : undefined,
    TaskVersion: task.version,
    TaskDateCreated: Math.floor(task.createdAt / 1000),
    TaskQueueEnteredDate: Math.floor(task.queueEnteredAt / 1000),
    TaskChannelSid: channels.find(({ uniqueName }) => uniqueName === task.channel)?.sid,
    TaskChannelUniqueName: task.channel,
    ...(queue && queueParameters(queue)),
    WorkflowSid: workflow.sid,
    WorkflowName: workflow.friendlyName,
  };
}

const queueParameters = (queue: TaskQueue): Parameters => ({
  TaskQueueSid: queue.sid,
  TaskQueueName: queue.friendlyName,
  TaskQueueTargetExpression: queue.targetWorkers,
});

function reservationParameters(
  reservation: Reservation,
  { workers, reservations }: ContactCentreState,
): Parameters {
  const { workerSid, channel } = reservation;
  const held = [...reservations.values()].filter(
    (other) => other.workerSid === workerSid && other.channel === channel,
  );
  return {
    ReservationSid: reservation.sid,
    ReservationVersion: reservation.version,
    WorkerChannelCapacity: workers.get(workerSid)?.capacity[channel],
    WorkerChannelConsumedCapacity: held.length,
  };
}

function workerParameters(worker: Worker): Parameters {
  return {
    WorkerSid: worker.sid,
    WorkerName: worker.friendlyName,
    WorkerAttributes: JSON.stringify(worker.attributes),
    WorkerActivitySid: worker.activitySid,
    WorkerActivityName: worker.activityName,
    WorkerVersion: worker.version,
  };
}

/** Per cent of the capacity that is free. */
const capacityLeft = ({ capacity, taskCount }: { capacity: number; taskCount: number }): number =>
  capacity === 0 ? 0 : Math.round((100 * Math.max(0, capacity - taskCount)) / capacity);
