import { sid } from '../account';
import type { LiveIndexes } from '../sync/live-queries/LiveQueries';
import type { ContactCentre } from './ContactCentre';
import {
  isOpen,
  type ContactCentreState,
  type Reservation,
  type Task,
  type Worker,
} from './contactCentreState';
import { isEligible } from './targetExpression';

type Items = ReadonlyMap<string, object>;

/** What Flex's live queries find in a contact centre: agents, their reservations, open tasks and queues. */
export const liveIndexes = (contactCentre: ContactCentre): LiveIndexes => ({
  items: (index) => (isIndex(index) ? indexes[index](contactCentre.state) : undefined),
  subscribe: (onChange) => contactCentre.subscribe(onChange),
});

const indexes = {
  'tr-worker': (state: ContactCentreState): Items =>
    new Map([...state.workers.values()].map((worker) => [worker.sid, workerItem(worker, state)])),
  'tr-reservation': (state: ContactCentreState): Items =>
    new Map(
      [...state.reservations.values()].flatMap((reservation) => {
        const task = state.tasks.get(reservation.taskSid);
        return task ? [[reservation.sid, reservationItem(reservation, task, state)] as const] : [];
      }),
    ),
  'tr-task': (state: ContactCentreState): Items =>
    new Map([...state.tasks.values()].filter(isOpen).map((task) => [task.sid, taskItem(task, state)])),
  'tr-queue': ({ queues, workspace }: ContactCentreState): Items =>
    new Map(
      [...queues.values()].map(({ sid: queueSid, friendlyName, updatedAt }) => [
        queueSid,
        {
          queue_sid: queueSid,
          queue_name: friendlyName,
          workspace_sid: workspace.sid,
          date_updated: iso(updatedAt),
        },
      ]),
    ),
} as const;

const isIndex = (index: string): index is keyof typeof indexes => Object.hasOwn(indexes, index);

const iso = (time: number): string => new Date(time).toISOString();
const secondsBetween = (from: number, to: number): number => Math.floor((to - from) / 1000);

/** Teams have SIDs by the numbers of their names: the emulator has no list of teams. */
const teamSid = ({ team_name: name }: Readonly<Record<string, unknown>>): string | undefined =>
  typeof name === 'string'
    ? sid('QO', [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 2 ** 40)
    : undefined;

function workerItem(worker: Worker, { workspace, queues }: ContactCentreState): object {
  const team = teamSid(worker.attributes);
  return {
    worker_sid: worker.sid,
    friendly_name: worker.friendlyName,
    activity_name: worker.activityName,
    worker_activity_sid: worker.activitySid,
    attributes: worker.attributes,
    date_activity_changed: iso(worker.statusChangedAt),
    date_updated: iso(worker.updatedAt),
    workspace_sid: workspace.sid,
    ...(team === undefined ? {} : { team_sid: team }),
    queue_sids: [...queues.values()].filter((queue) => isEligible(worker, queue)).map(({ sid }) => sid),
  };
}

/** Ages are those of the last event: whoever shows them counts on from the dates. */
function reservationItem(
  reservation: Reservation,
  task: Task,
  { workspace, workers }: ContactCentreState,
): object {
  const { status } = reservation;
  return {
    reservation_sid: reservation.sid,
    task_sid: task.sid,
    worker_sid: reservation.workerSid,
    worker_name: workers.get(reservation.workerSid)?.friendlyName,
    queue_name: task.queueName,
    status: status === 'wrapping' ? 'wrapup' : status,
    task_status: task.status,
    task_age: secondsBetween(task.createdAt, task.updatedAt),
    task_priority: task.priority,
    task_channel_unique_name: task.channel,
    task_routing_target: null,
    date_created: iso(reservation.createdAt),
    date_updated: iso(reservation.updatedAt),
    task_date_created: iso(task.createdAt),
    attributes: task.attributes,
    workspace_sid: workspace.sid,
  };
}

function taskItem(task: Task, { workspace, reservations, workers }: ContactCentreState): object {
  const held = [...reservations.values()].find(({ taskSid }) => taskSid === task.sid);
  const isAccepted = held !== undefined && held.status !== 'pending';
  return {
    task_sid: task.sid,
    status: task.status,
    age: secondsBetween(task.createdAt, task.updatedAt),
    priority: task.priority,
    queue_name: task.queueName,
    channel_type: task.channel,
    channel_unique_name: task.channel,
    worker_sid: held?.workerSid ?? null,
    worker_name: (held && workers.get(held.workerSid)?.friendlyName) ?? null,
    accepted_reservation_sid: isAccepted ? held.sid : null,
    date_created: iso(task.createdAt),
    date_updated: iso(task.updatedAt),
    attributes: task.attributes,
    workspace_sid: workspace.sid,
  };
}
