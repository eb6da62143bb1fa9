import { account } from '../account';
import { TwilioError } from '../twilioError';
import type { ContactCentre } from './ContactCentre';
import type { ChannelName, Reservation, Task, Worker } from './contactCentreState';
import { tasksHeld } from './nextMatch';

export type WorkerResource = Readonly<Record<string, string | number | boolean>>;
export type ListedResource = Readonly<Record<string, unknown>>;

type WorkerAttributes = Readonly<Record<string, unknown>>;

/**
 * What Flex's worker client (twilio-taskrouter 2.1.1) asks of TaskRouter over the event bridge: resources with every property
 * it insists on. Times are whole seconds since 1970. The caller wraps them in `{ payload }`, lists in `{ payload: { contents, after_sid } }`.
 */
export interface WorkerClientApi {
  /** @param attributesOf what the worker's attributes are to whoever asks */
  worker(sid: string, attributesOf?: (own: WorkerAttributes) => WorkerAttributes): WorkerResource;
  activities(): readonly ListedResource[];
  workerChannels(sid: string): readonly ListedResource[];
  /** Open ones only. */
  reservations(sid: string): readonly ListedResource[];
  /** Throws a TwilioError (400) when tasks are being offered to the worker, unless `rejectPendingReservations`. */
  setWorkerActivity(
    sid: string,
    activitySid: string,
    options?: { rejectPendingReservations?: boolean },
  ): void;
}

export function workerClientApi(contactCentre: ContactCentre): WorkerClientApi {
  const { state } = contactCentre;
  const common = { account_sid: account.accountSid, workspace_sid: account.workspaceSid };

  const workerChannel = (worker: Worker, channel: (typeof state.channels)[number]): ListedResource => {
    const capacity = worker.capacity[channel.uniqueName];
    const held = tasksHeld(state, worker.sid, channel.uniqueName);
    return {
      ...common,
      sid: workerChannelSid(worker.sid, channel.uniqueName),
      worker_sid: worker.sid,
      task_channel_sid: channel.sid,
      task_channel_unique_name: channel.uniqueName,
      assigned_tasks: held,
      available: held < capacity,
      available_capacity_percentage:
        capacity === 0 ? 0 : Math.round((100 * Math.max(0, capacity - held)) / capacity),
      configured_capacity: capacity,
      last_reserved_time: seconds(worker.lastReservedAt),
      date_created: seconds(worker.createdAt),
      date_updated: seconds(worker.updatedAt),
    };
  };

  return {
    worker(sid, attributesOf = (own) => own) {
      const worker = contactCentre.worker(sid);
      return {
        ...common,
        sid: worker.sid,
        friendly_name: worker.friendlyName,
        attributes: JSON.stringify(attributesOf(worker.attributes)),
        activity_sid: worker.activitySid,
        activity_name: worker.activityName,
        available: worker.available,
        date_created: seconds(worker.createdAt),
        date_updated: seconds(worker.updatedAt),
        date_status_changed: seconds(worker.statusChangedAt),
        version: String(worker.version),
      };
    },
    activities: () =>
      contactCentre.activities().map(({ sid, friendlyName, available, createdAt }) => ({
        ...common,
        sid,
        friendly_name: friendlyName,
        available,
        date_created: seconds(createdAt),
        date_updated: seconds(createdAt),
      })),
    workerChannels(sid) {
      const worker = contactCentre.worker(sid);
      return state.channels.map((channel) => workerChannel(worker, channel));
    },
    reservations(sid) {
      const worker = contactCentre.worker(sid);
      return contactCentre
        .reservations()
        .filter(({ workerSid }) => workerSid === worker.sid)
        .map((reservation) => ({ ...common, ...reservationResource(contactCentre, reservation) }));
    },
    setWorkerActivity(sid, activitySid, { rejectPendingReservations = false } = {}) {
      contactCentre.setWorkerActivity(sid, activitySid, { rejectPendingReservations });
    },
  };
}

function reservationResource(contactCentre: ContactCentre, reservation: Reservation): ListedResource {
  const { workflow } = contactCentre.state;
  return {
    sid: reservation.sid,
    worker_sid: reservation.workerSid,
    reservation_status: reservation.status,
    reservation_timeout: workflow.reservationTimeoutSeconds,
    date_created: seconds(reservation.createdAt),
    date_updated: seconds(reservation.updatedAt),
    version: String(reservation.version),
    task: taskResource(contactCentre, contactCentre.task(reservation.taskSid)),
  };
}

function taskResource({ state }: ContactCentre, task: Task): ListedResource {
  const channel = state.channels.find(({ uniqueName }) => uniqueName === task.channel);
  if (!channel) throw new TwilioError(404, 20404, `There is no task channel '${task.channel}'`);
  return {
    sid: task.sid,
    addons: '{}',
    age: Math.floor((task.updatedAt - task.createdAt) / 1000),
    attributes: JSON.stringify(task.attributes),
    date_created: seconds(task.createdAt),
    date_updated: seconds(task.updatedAt),
    priority: task.priority,
    queue_name: task.queueName,
    queue_sid: task.queueSid,
    reason: task.reason === '' ? null : task.reason,
    routing_target: null,
    assignment_status: task.status,
    task_channel_unique_name: channel.uniqueName,
    task_channel_sid: channel.sid,
    timeout: 86_400,
    workflow_name: state.workflow.friendlyName,
    workflow_sid: state.workflow.sid,
    version: String(task.version),
    virtual_start_time: seconds(task.createdAt),
  };
}

const seconds = (time: number): number => Math.floor(time / 1000);

/** Derived from the worker's, so that it stays the same. */
const workerChannelSid = (workerSid: string, channel: ChannelName): string =>
  `WC${workerSid.slice(3)}${channel === 'voice' ? '1' : '2'}`;
