import { account, sid } from '../account';
import { TwilioError } from '../twilioError';
import { ContactCentreEvents } from './ContactCentreEvents';
import type { EventListener } from './ContactCentreEvents';
import type {
  Activity,
  ChannelName,
  ContactCentreState,
  Reservation,
  Task,
  TaskQueue,
  Worker,
} from './contactCentreState';
import { History, historyReachMs } from './History';
import { standardActivities } from './Population';
import type { Population, WorkerPlan } from './Population';
import { TaskFlow } from './TaskFlow';
import type { NewTask } from './TaskFlow';
import { targetExpression } from './targetExpression';
import { TaskQueues } from './TaskQueues';
import type { QueueSettings } from './TaskQueues';
import { TimeOuts } from './TimeOuts';
import { Workforce } from './Workforce';

/**
 * A contact centre as TaskRouter sees it: one workspace with its activities, workers, queues, workflow, tasks and reservations.
 * Knows no network and no timers: the clock is passed in, and `tick` does what has become due.
 * An operation that TaskRouter would refuse throws a TwilioError and changes nothing.
 * What it returns are copies of the moment; times are milliseconds since 1970.
 */
export class ContactCentre {
  /** Read by statistics, REST resources and events; changed by the operations only. */
  readonly state: ContactCentreState;
  private readonly events: ContactCentreEvents;
  private readonly workforce: Workforce;
  private readonly taskQueues: TaskQueues;
  private readonly flow: TaskFlow;
  private readonly timeOuts: TimeOuts;

  constructor(now: () => number, population: Population) {
    this.events = new ContactCentreEvents(now);
    const at = this.events.time();
    this.state = {
      workspace: {
        sid: account.workspaceSid,
        friendlyName: 'Flex Task Assignment',
        eventCallbackUrl: '',
        eventsFilter: '',
        createdAt: at,
        updatedAt: at,
      },
      activities: new Map(),
      channels: [
        { sid: sid('TC', 1), uniqueName: 'voice', friendlyName: 'Voice' },
        { sid: sid('TC', 2), uniqueName: 'chat', friendlyName: 'Programmable Chat' },
      ],
      queues: new Map(),
      workflow: {
        sid: sid('WW', 1),
        friendlyName: 'Assign to Anyone',
        reservationTimeoutSeconds: 120,
        targets: {},
        createdAt: at,
      },
      workers: new Map(),
      tasks: new Map(),
      reservations: new Map(),
      history: new History(),
    };
    this.workforce = new Workforce(this.state, this.events);
    this.taskQueues = new TaskQueues(this.state, this.events);
    this.flow = new TaskFlow(this.state, this.events, this.workforce, this.taskQueues);
    this.timeOuts = new TimeOuts(this.state, this.events, this.flow);
    this.populate(population);
  }

  /** Calls back at once for every event, in order. Returns the function that ends it. */
  subscribe(listener: EventListener): () => void {
    return this.events.subscribe(listener);
  }

  /** Replaces everything but the workspace's settings, without events. Workers, queues and activities get the same SIDs each time. */
  populate(population: Population, { moreQueues = 0 }: { moreQueues?: number } = {}): void {
    const { state } = this;
    [state.activities, state.queues, state.workers, state.tasks, state.reservations].forEach((all) =>
      all.clear(),
    );
    state.history = new History();
    const { reservationTimeoutSeconds, queues: targets } = population;
    state.workflow = { ...state.workflow, reservationTimeoutSeconds, targets };
    this.events.renew(['WA', 'WQ', 'WK'], () => {
      standardActivities.forEach(({ friendlyName, available }) =>
        this.workforce.addActivity(friendlyName, available),
      );
      Object.keys(targets).forEach((friendlyName) =>
        this.taskQueues.add({ friendlyName, targetWorkers: targetExpression(friendlyName) }),
      );
      this.taskQueues.addMany(moreQueues);
      population.workers.forEach((plan) => this.workforce.addWorker(plan));
    });
  }

  /** Changes the workspace's settings; an event tells so, to the new address. */
  updateWorkspace(change: { eventCallbackUrl?: string; eventsFilter?: string }): void {
    const { workspace } = this.state;
    if (change.eventCallbackUrl !== undefined)
      workspace.eventCallbackUrl = validCallbackUrl(change.eventCallbackUrl);
    if (change.eventsFilter !== undefined) workspace.eventsFilter = change.eventsFilter;
    workspace.updatedAt = this.events.time();
    this.events.emit('workspace.updated', `Workspace ${workspace.friendlyName} updated`);
  }

  /** To be called several times a second: does what time alone brings about. */
  tick(): void {
    this.timeOuts.tick();
    this.state.history.forgetBefore(this.events.time() - historyReachMs);
  }

  activities(): readonly Readonly<Activity>[] {
    return [...this.state.activities.values()];
  }

  queues(): readonly Readonly<TaskQueue>[] {
    return [...this.state.queues.values()];
  }

  queue(nameOrSid: string): Readonly<TaskQueue> {
    return { ...this.taskQueues.queue(nameOrSid) };
  }

  addQueue(settings: QueueSettings): Readonly<TaskQueue> {
    const queue = this.taskQueues.add(settings);
    return { ...queue };
  }

  /** "Support 2", "Sales 2" and so on, each served by those who serve the one it is named after. */
  addQueues(count: number): void {
    this.taskQueues.addMany(count);
  }

  /** Tasks, the workflow and the workers stay with a queue that is renamed. */
  updateQueue(nameOrSid: string, change: Partial<QueueSettings>): void {
    this.taskQueues.change(this.taskQueues.queue(nameOrSid), change);
    this.flow.route();
  }

  /** Refused while the workflow sends tasks to it, or while it holds open ones. */
  removeQueue(nameOrSid: string): void {
    this.taskQueues.remove(this.taskQueues.queue(nameOrSid));
  }

  workers(): readonly Readonly<Worker>[] {
    return [...this.state.workers.values()].map((worker) => ({ ...worker }));
  }

  worker(nameOrSid: string): Readonly<Worker> {
    return { ...this.workforce.worker(nameOrSid) };
  }

  /** Open tasks, and those that ended in the last five minutes. */
  tasks(): readonly Readonly<Task>[] {
    return [...this.state.tasks.values()].map((task) => ({ ...task }));
  }

  task(taskSid: string): Readonly<Task> {
    return { ...this.flow.task(taskSid) };
  }

  /** Reservations that hold a worker: pending, accepted or wrapping. */
  reservations(): readonly Readonly<Reservation>[] {
    return [...this.state.reservations.values()].map((reservation) => ({ ...reservation }));
  }

  addActivity(friendlyName: string, available: boolean): Readonly<Activity> {
    return this.workforce.addActivity(friendlyName, available);
  }

  removeActivity(nameOrSid: string): void {
    this.workforce.removeActivity(nameOrSid);
  }

  addWorker(plan: WorkerPlan): Readonly<Worker> {
    const worker = this.workforce.addWorker(plan);
    this.flow.route();
    return { ...worker };
  }

  removeWorker(nameOrSid: string): void {
    this.workforce.removeWorker(nameOrSid);
  }

  /**
   * A worker who goes to an unavailable activity while tasks are being offered to it rejects them;
   * with `rejectPendingReservations: false` the change is refused instead, as TaskRouter does unless told otherwise.
   */
  setWorkerActivity(
    workerNameOrSid: string,
    activityNameOrSid: string,
    { rejectPendingReservations = true }: { rejectPendingReservations?: boolean } = {},
  ): void {
    const worker = this.workforce.worker(workerNameOrSid);
    const activity = this.workforce.activity(activityNameOrSid);
    const offered = [...this.state.reservations.values()].filter(
      ({ workerSid, status }) => workerSid === worker.sid && status === 'pending',
    );
    if (!activity.available && offered.length > 0 && !rejectPendingReservations) {
      throw new TwilioError(
        400,
        20001,
        `Worker '${worker.friendlyName}' has ${offered.length} pending reservations: answer them first, or reject them with RejectPendingReservations`,
      );
    }
    this.workforce.setActivity(worker, activity);
    if (!activity.available) offered.forEach((reservation) => this.flow.reject(reservation));
    this.flow.route();
  }

  setWorkerAttributes(workerNameOrSid: string, attributes: Readonly<Record<string, unknown>>): void {
    this.workforce.setAttributes(this.workforce.worker(workerNameOrSid), attributes);
  }

  setWorkerCapacity(workerNameOrSid: string, channel: ChannelName, capacity: number): void {
    this.workforce.setCapacity(this.workforce.worker(workerNameOrSid), channel, capacity);
    this.flow.route();
  }

  /** The task enters the workflow at once, and is offered at once if somebody is free. */
  addTask(task: NewTask = {}): Readonly<Task> {
    return { ...this.flow.add(task) };
  }

  updateTask(
    taskSid: string,
    change: { priority?: number; attributes?: Readonly<Record<string, unknown>> },
  ): void {
    this.flow.update(this.flow.task(taskSid), change);
  }

  moveTask(taskSid: string, queueNameOrSid: string): void {
    this.flow.move(this.flow.task(taskSid), this.taskQueues.queue(queueNameOrSid));
  }

  cancelTask(taskSid: string, reason: string): void {
    this.flow.cancel(this.flow.task(taskSid), reason);
  }

  wrapUpTask(taskSid: string): void {
    this.flow.wrapUp(this.flow.task(taskSid));
  }

  completeTask(taskSid: string, reason = 'completed'): void {
    this.flow.complete(this.flow.task(taskSid), reason);
  }

  deleteTask(taskSid: string): void {
    this.flow.delete(this.flow.task(taskSid));
  }

  acceptReservation(reservationSid: string): void {
    this.flow.accept(this.flow.reservation(reservationSid));
  }

  rejectReservation(reservationSid: string): void {
    this.flow.reject(this.flow.reservation(reservationSid));
    this.flow.route();
  }

  timeOutReservation(reservationSid: string): void {
    this.flow.timeOut(this.flow.reservation(reservationSid));
    this.flow.route();
  }

  rescindReservation(reservationSid: string): void {
    this.flow.rescind(this.flow.reservation(reservationSid));
    this.flow.route();
  }
}

function validCallbackUrl(url: string): string {
  if (url === '' || /^https?:\/\/\S+$/.test(url)) return url;
  throw new TwilioError(400, 20001, `EventCallbackUrl '${url}' is not an http or https address`);
}
