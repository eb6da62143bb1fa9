import { TwilioError } from '../twilioError';
import type {
  ChannelName,
  ContactCentreState,
  Reservation,
  Task,
  TaskQueue,
  TaskStatus,
} from './contactCentreState';
import type { ContactCentreEvents, EventSubject, EventType } from './ContactCentreEvents';
import type { HappeningKind } from './History';
import { nextMatch, tasksHeld } from './nextMatch';
import type { TaskQueues } from './TaskQueues';
import type { Workforce } from './Workforce';

export interface NewTask {
  readonly channel?: ChannelName;
  /** A way through the workflow, or the name or SID of a queue. @default the first way */
  readonly queue?: string;
  readonly priority?: number;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** The life of tasks and reservations: every change is an event, and those that statistics count are kept in the history. */
export class TaskFlow {
  constructor(
    private readonly state: ContactCentreState,
    private readonly events: ContactCentreEvents,
    private readonly workforce: Workforce,
    private readonly queues: TaskQueues,
  ) {}

  task(sid: string): Task {
    const task = this.state.tasks.get(sid);
    if (task) return task;
    throw new TwilioError(404, 20404, `There is no task '${sid}'; tasks go five minutes after their end`);
  }

  add({ channel = 'voice', queue: asked, priority = 0, attributes = {} }: NewTask): Task {
    if (!this.state.channels.some(({ uniqueName }) => uniqueName === channel)) {
      throw new TwilioError(400, 20001, `There is no task channel '${channel}'. Channels: voice, chat`);
    }
    if (!Number.isInteger(priority) || priority < 0) {
      throw new TwilioError(400, 20001, `A priority is a whole number from 0 up, not ${priority}`);
    }
    const { requestedQueue, queue } = this.wayOf(asked);
    const at = this.events.time();
    const task: Task = {
      sid: this.events.nextSid('WT'),
      channel,
      requestedQueue,
      queueSid: queue.sid,
      queueName: queue.friendlyName,
      priority,
      attributes,
      status: 'pending',
      reason: '',
      target: 0,
      declinedBy: [],
      createdAt: at,
      queueEnteredAt: at,
      updatedAt: at,
      endedAt: null,
      version: 0,
    };
    this.state.tasks.set(task.sid, task);
    this.count('task-created', task);
    const { friendlyName: workflow } = this.state.workflow;
    this.emit('task.created', `Task ${task.sid} created (${channel}, ${requestedQueue})`, { task });
    this.emit('workflow.entered', `Task ${task.sid} entered workflow ${workflow}`, { task });
    this.emit('workflow.target-matched', `Task ${task.sid} matched a target of workflow ${workflow}`, {
      task,
    });
    this.emit('task-queue.entered', `Task ${task.sid} entered queue ${task.queueName}`, { task, queue });
    this.route();
    return task;
  }

  update(task: Task, change: { priority?: number; attributes?: Readonly<Record<string, unknown>> }): void {
    this.mustBe(task, ['pending', 'reserved', 'assigned', 'wrapping'], 'updated');
    if (change.priority !== undefined) task.priority = change.priority;
    if (change.attributes !== undefined) task.attributes = change.attributes;
    this.touch(task);
    this.emit('task.updated', `Task ${task.sid} updated`, { task });
    this.route();
  }

  /** By hand: the task leaves the workflow's time-outs behind. */
  move(task: Task, queue: TaskQueue): void {
    this.mustBe(task, ['pending', 'reserved'], 'moved');
    if (task.queueSid === queue.sid) return;
    task.target = null;
    const reservation = this.openReservation(task);
    if (reservation) this.end(reservation, 'rescinded', 'reservation.rescinded', 'reservation-rescinded');
    task.status = 'pending';
    this.enter(task, queue);
    this.route();
  }

  cancel(task: Task, reason: string): void {
    this.mustBe(task, ['pending', 'reserved'], 'canceled');
    const reservation = this.openReservation(task);
    if (reservation) this.end(reservation, 'canceled', 'reservation.canceled', 'reservation-canceled');
    this.count('task-canceled', task);
    this.close(task, 'canceled', reason);
    this.emit('task.canceled', `Task ${task.sid} canceled: ${reason}`, { task });
    this.route();
  }

  wrapUp(task: Task): void {
    this.mustBe(task, ['assigned'], 'wrapped up');
    const reservation = this.mustHaveReservation(task);
    task.status = 'wrapping';
    this.touch(task);
    this.change(reservation, 'wrapping');
    this.emit('reservation.wrapup', `Reservation ${reservation.sid} is wrapping up`, { task, reservation });
    this.emit('task.wrapup', `Task ${task.sid} is wrapping up`, { task });
  }

  complete(task: Task, reason: string): void {
    this.mustBe(task, ['assigned', 'wrapping'], 'completed');
    this.end(this.mustHaveReservation(task), 'completed', 'reservation.completed');
    this.count('task-completed', task);
    this.close(task, 'completed', reason);
    this.emit('task.completed', `Task ${task.sid} completed`, { task });
    this.route();
  }

  delete(task: Task): void {
    const reservation = this.openReservation(task);
    if (reservation) this.end(reservation, 'canceled', 'reservation.canceled', 'reservation-canceled');
    this.state.tasks.delete(task.sid);
    this.count('task-deleted', task);
    this.emit('task.deleted', `Task ${task.sid} deleted`, { task });
    this.route();
  }

  reservation(sid: string): Reservation {
    const reservation = this.state.reservations.get(sid);
    if (reservation) return reservation;
    throw new TwilioError(404, 20404, `There is no open reservation '${sid}'`);
  }

  accept(reservation: Reservation): void {
    this.mustBePending(reservation, 'accepted');
    const task = this.task(reservation.taskSid);
    this.change(reservation, 'accepted');
    task.status = 'assigned';
    this.touch(task);
    this.count('reservation-accepted', task);
    this.emit('reservation.accepted', `Reservation ${reservation.sid} accepted`, { task, reservation });
  }

  reject(reservation: Reservation): void {
    this.mustBePending(reservation, 'rejected');
    this.decline(reservation, 'rejected', 'reservation.rejected', 'reservation-rejected');
  }

  rescind(reservation: Reservation): void {
    this.mustBePending(reservation, 'rescinded');
    this.decline(reservation, 'rescinded', 'reservation.rescinded', 'reservation-rescinded');
  }

  /** Nobody answered: the task waits again and the worker goes to the workspace's time-out activity. */
  timeOut(reservation: Reservation): void {
    this.mustBePending(reservation, 'timed out');
    const worker = this.workforce.worker(reservation.workerSid);
    this.decline(reservation, 'timeout', 'reservation.timeout', 'reservation-timed-out');
    this.workforce.setActivity(worker, this.workforce.activity('Offline'));
  }

  /** Offers every task that can be offered. */
  route(): void {
    for (let match = nextMatch(this.state); match; match = nextMatch(this.state)) {
      const { task, worker } = match;
      const at = this.events.time();
      const held = tasksHeld(this.state, worker.sid, task.channel);
      const reservation: Reservation = {
        sid: this.events.nextSid('WR'),
        taskSid: task.sid,
        workerSid: worker.sid,
        channel: task.channel,
        status: 'pending',
        createdAt: at,
        updatedAt: at,
        version: 0,
      };
      this.state.reservations.set(reservation.sid, reservation);
      worker.lastReservedAt = at;
      task.status = 'reserved';
      this.touch(task);
      this.count('reservation-created', task);
      const description = `Reservation ${reservation.sid} created: task ${task.sid} offered to ${worker.friendlyName}`;
      this.emit('reservation.created', description, { task, reservation });
      this.workforce.announceAvailability(worker, task.channel, held);
    }
  }

  /** The task's time in its target is over: it goes on to the next one, or out of the workflow. */
  leaveTarget(task: Task, next: { readonly position: number; readonly queue: string } | undefined): void {
    this.emit('task-queue.timeout', `Task ${task.sid} timed out in queue ${task.queueName}`, { task });
    if (next) {
      task.target = next.position;
      this.emit('workflow.target-matched', `Task ${task.sid} matched the next target`, { task });
      return this.enter(task, this.queues.queue(next.queue));
    }
    this.count('task-timed-out-in-workflow', task);
    const { friendlyName } = this.state.workflow;
    this.emit('workflow.timeout', `Task ${task.sid} timed out in workflow ${friendlyName}`, { task });
    this.cancel(task, 'Workflow timeout');
  }

  /** TaskRouter itself deletes what ended a while ago; statistics do not count that. */
  forget(task: Task): void {
    this.state.tasks.delete(task.sid);
    this.emit('task.system-deleted', `Task ${task.sid} deleted by the system`, { task });
  }

  /** A task that asks for a queue takes the workflow's way that begins there; where none does, it stays in that queue. */
  private wayOf(asked: string | undefined): { requestedQueue: string; queue: TaskQueue } {
    const ways = Object.entries(this.state.workflow.targets);
    const named = ways.find(([name]) => asked === undefined || name === asked);
    const queue = this.queues.queue(named?.[1][0]?.queue ?? named?.[0] ?? asked ?? '');
    const [requestedQueue] = named ??
      ways.find(([, [first]]) => first?.queue === queue.friendlyName) ?? [queue.friendlyName];
    return { requestedQueue, queue };
  }

  private enter(task: Task, queue: TaskQueue): void {
    this.count('task-moved', task);
    task.queueSid = queue.sid;
    task.queueName = queue.friendlyName;
    task.queueEnteredAt = this.events.time();
    this.count('task-moved-in', task);
    this.touch(task);
    this.emit('task-queue.moved', `Task ${task.sid} moved to queue ${queue.friendlyName}`, { task, queue });
    this.emit('task-queue.entered', `Task ${task.sid} entered queue ${queue.friendlyName}`, { task, queue });
  }

  private decline(
    reservation: Reservation,
    status: Reservation['status'],
    type: EventType,
    kind: HappeningKind,
  ): void {
    const task = this.task(reservation.taskSid);
    task.status = 'pending';
    task.declinedBy.push(reservation.workerSid);
    this.touch(task);
    this.end(reservation, status, type, kind);
  }

  /** Ends a reservation and sets its worker free. */
  private end(
    reservation: Reservation,
    status: Reservation['status'],
    type: EventType,
    kind?: HappeningKind,
  ): void {
    const task = this.task(reservation.taskSid);
    const worker = this.workforce.worker(reservation.workerSid);
    const held = tasksHeld(this.state, worker.sid, reservation.channel);
    this.change(reservation, status);
    this.state.reservations.delete(reservation.sid);
    if (kind) this.count(kind, task);
    this.emit(type, `Reservation ${reservation.sid} ${status}`, { task, reservation });
    this.workforce.announceAvailability(worker, reservation.channel, held);
  }

  private close(task: Task, status: TaskStatus, reason: string): void {
    task.status = status;
    task.reason = reason;
    this.touch(task);
    task.endedAt = task.updatedAt;
  }

  private openReservation(task: Task): Reservation | undefined {
    return [...this.state.reservations.values()].find(({ taskSid }) => taskSid === task.sid);
  }

  private mustHaveReservation(task: Task): Reservation {
    const reservation = this.openReservation(task);
    if (reservation) return reservation;
    throw new Error(`Task ${task.sid} is ${task.status} without a reservation: a mistake in the emulator`);
  }

  private mustBe(task: Task, statuses: readonly TaskStatus[], done: string): void {
    if (statuses.includes(task.status)) return;
    const message = `Task ${task.sid} cannot be ${done}: it is ${task.status}, not ${statuses.join(' or ')}`;
    throw new TwilioError(400, 20001, message);
  }

  private mustBePending(reservation: Reservation, done: string): void {
    if (reservation.status === 'pending') return;
    const message = `Reservation ${reservation.sid} cannot be ${done}: it is ${reservation.status}, not pending`;
    throw new TwilioError(400, 20001, message);
  }

  private change(reservation: Reservation, status: Reservation['status']): void {
    reservation.status = status;
    reservation.updatedAt = this.events.time();
    reservation.version += 1;
  }

  private touch(task: Task): void {
    task.updatedAt = this.events.time();
    task.version += 1;
  }

  private count(kind: HappeningKind, task: Task): void {
    const at = this.events.time();
    const { channel, queueSid, createdAt, queueEnteredAt } = task;
    const waited = Math.floor((at - createdAt) / 1000);
    const waitedInQueue = Math.floor((at - queueEnteredAt) / 1000);
    this.state.history.add({ at, kind, channel, queueSid, waited, waitedInQueue });
  }

  /** Adds to a task's event the worker of its reservation. */
  private emit(type: EventType, description: string, subject: EventSubject): void {
    const worker = subject.reservation && this.state.workers.get(subject.reservation.workerSid);
    this.events.emit(type, description, { ...subject, worker });
  }
}
