import type { History } from './History';

export const channelNames = ['voice', 'chat'] as const;
export type ChannelName = (typeof channelNames)[number];

/** All times are milliseconds since 1970. Everything here is plain data, so that it can be shown as JSON. */
export interface Activity {
  readonly sid: string;
  readonly friendlyName: string;
  /** Whether workers in it are offered tasks. */
  readonly available: boolean;
  readonly createdAt: number;
}

export interface TaskChannel {
  readonly sid: string;
  readonly uniqueName: ChannelName;
  readonly friendlyName: string;
}

export interface TaskQueue {
  readonly sid: string;
  friendlyName: string;
  /** See targetExpression. */
  targetWorkers: string;
  readonly createdAt: number;
  updatedAt: number;
}

/** Where a task goes that asks for a queue: from target to target as each time-out passes, then out of the workflow. */
export interface WorkflowTarget {
  readonly queue: string;
  /** Seconds in this target; null waits for ever. */
  readonly timeoutSeconds: number | null;
}

export interface Workflow {
  readonly sid: string;
  readonly friendlyName: string;
  /** Seconds that a reservation waits for its worker. */
  readonly reservationTimeoutSeconds: number;
  /** By what a task asks for: the name that its first queue had at the start. */
  readonly targets: Readonly<Record<string, readonly WorkflowTarget[]>>;
  readonly createdAt: number;
}

export interface Worker {
  readonly sid: string;
  readonly friendlyName: string;
  attributes: Readonly<Record<string, unknown>>;
  activitySid: string;
  activityName: string;
  available: boolean;
  statusChangedAt: number;
  /** What the target expressions of queues look for: at the start, the names of the queues whose tasks the worker is offered. */
  readonly queues: readonly string[];
  /** How many tasks of each channel the worker may hold at once. */
  capacity: Readonly<Record<ChannelName, number>>;
  /** When the worker was last offered a task: the longest idle is asked first. */
  lastReservedAt: number;
  readonly createdAt: number;
  updatedAt: number;
  version: number;
}

export type TaskStatus = 'pending' | 'reserved' | 'assigned' | 'wrapping' | 'completed' | 'canceled';

/** The states in which a task still counts as one of the contact centre's tasks. */
export const openTaskStatuses = ['pending', 'reserved', 'assigned', 'wrapping'] as const;
export type OpenTaskStatus = (typeof openTaskStatuses)[number];

export interface Task {
  readonly sid: string;
  readonly channel: ChannelName;
  /** What was asked for, a way through the workflow or a queue; the workflow may have moved the task since. */
  readonly requestedQueue: string;
  queueSid: string;
  queueName: string;
  priority: number;
  attributes: Readonly<Record<string, unknown>>;
  status: TaskStatus;
  /** Why it was cancelled or completed. */
  reason: string;
  /** Position in the workflow's targets for `requestedQueue`; null once somebody moved the task by hand. */
  target: number | null;
  /** Workers that rejected it or let it time out. */
  readonly declinedBy: string[];
  readonly createdAt: number;
  queueEnteredAt: number;
  updatedAt: number;
  endedAt: number | null;
  version: number;
}

export const isOpen = <T extends Pick<Task, 'status'>>(task: T): task is T & { status: OpenTaskStatus } =>
  openTaskStatuses.some((open) => open === task.status);

export type ReservationStatus =
  'pending' | 'accepted' | 'wrapping' | 'completed' | 'rejected' | 'timeout' | 'canceled' | 'rescinded';

export interface Reservation {
  readonly sid: string;
  readonly taskSid: string;
  readonly workerSid: string;
  readonly channel: ChannelName;
  status: ReservationStatus;
  readonly createdAt: number;
  updatedAt: number;
  version: number;
}

export interface Workspace {
  readonly sid: string;
  readonly friendlyName: string;
  eventCallbackUrl: string;
  /** Comma-separated event types as they were set; empty means all. */
  eventsFilter: string;
  readonly createdAt: number;
  updatedAt: number;
}

/** What statistics, events and REST resources are read from. */
export interface ContactCentreState {
  workspace: Workspace;
  activities: Map<string, Activity>;
  channels: readonly TaskChannel[];
  queues: Map<string, TaskQueue>;
  workflow: Workflow;
  workers: Map<string, Worker>;
  /** Open tasks, and those that ended in the last five minutes. */
  tasks: Map<string, Task>;
  /** Reservations that hold a worker: pending, accepted or wrapping. */
  reservations: Map<string, Reservation>;
  history: History;
}
