import { TwilioError } from '../twilioError';
import { isOpen } from './contactCentreState';
import type { ContactCentreState, TaskQueue } from './contactCentreState';
import type { ContactCentreEvents } from './ContactCentreEvents';
import { checkTargetExpression, targetExpression } from './targetExpression';

export interface QueueSettings {
  readonly friendlyName: string;
  /** Which workers it offers tasks to, see targetExpression. */
  readonly targetWorkers: string;
}

/** The queues of a contact centre. They can come, be renamed and go while it runs. */
export class TaskQueues {
  constructor(
    private readonly state: ContactCentreState,
    private readonly events: ContactCentreEvents,
  ) {}

  queue(nameOrSid: string): TaskQueue {
    const queues = [...this.state.queues.values()];
    const found = queues.find(({ sid, friendlyName }) => sid === nameOrSid || friendlyName === nameOrSid);
    if (found) return found;
    const names = queues.map(({ friendlyName }) => friendlyName).join(', ');
    throw new TwilioError(404, 20404, `There is no queue '${nameOrSid}'. Queues: ${names}`);
  }

  add({ friendlyName, targetWorkers }: QueueSettings): TaskQueue {
    this.checkName(friendlyName);
    const at = this.events.time();
    const queue: TaskQueue = {
      sid: this.events.nextSid('WQ'),
      friendlyName,
      targetWorkers: checkTargetExpression(targetWorkers),
      createdAt: at,
      updatedAt: at,
    };
    this.state.queues.set(queue.sid, queue);
    this.events.emit('task-queue.created', `Queue ${friendlyName} created`, { queue });
    return queue;
  }

  /**
   * Adds queues named after those the workflow knows, "Support 2", "Sales 2" and so on, each served by the same people
   * as the one it is named after.
   */
  addMany(count: number): void {
    const { queues, workflow } = this.state;
    const families = Object.keys(workflow.targets);
    if (count > 0 && families.length === 0)
      throw new TwilioError(400, 20001, 'The workspace has no queue to add more of');
    const taken = new Set([...queues.values()].map(({ friendlyName }) => friendlyName));
    for (let number = 2, added = 0; added < count; number += 1) {
      for (const family of families) {
        const friendlyName = `${family} ${number}`;
        if (added === count || taken.has(friendlyName)) continue;
        this.add({ friendlyName, targetWorkers: targetExpression(family) });
        added += 1;
      }
    }
  }

  /** TaskRouter has an event for a changed expression, none for a changed name. */
  change(queue: TaskQueue, change: Partial<QueueSettings>): void {
    const { friendlyName = queue.friendlyName, targetWorkers = queue.targetWorkers } = change;
    if (friendlyName !== queue.friendlyName) this.checkName(friendlyName);
    checkTargetExpression(targetWorkers);
    if (friendlyName !== queue.friendlyName) this.rename(queue, friendlyName);
    const retargeted = targetWorkers !== queue.targetWorkers;
    queue.targetWorkers = targetWorkers;
    queue.updatedAt = this.events.time();
    if (retargeted)
      this.events.emit('task-queue.expression.updated', `Queue ${friendlyName} chooses others`, { queue });
  }

  remove(queue: TaskQueue): void {
    const { state } = this;
    const inIt = [...state.tasks.values()].filter((task) => isOpen(task) && task.queueSid === queue.sid);
    const isTarget = Object.values(state.workflow.targets)
      .flat()
      .some((target) => target.queue === queue.friendlyName);
    if (isTarget || inIt.length > 0) {
      const why = isTarget
        ? `workflow '${state.workflow.friendlyName}' sends tasks to it`
        : `it holds ${inIt.length} open tasks`;
      throw new TwilioError(400, 20001, `Queue '${queue.friendlyName}' cannot be deleted: ${why}`);
    }
    state.queues.delete(queue.sid);
    this.events.emit('task-queue.deleted', `Queue ${queue.friendlyName} deleted`, { queue });
  }

  /** The workflow knows queues by name, real ones by SID: so it follows. What tasks ask for stays as it is. */
  private rename(queue: TaskQueue, friendlyName: string): void {
    const { state } = this;
    const targets = Object.entries(state.workflow.targets).map(([asked, way]) => [
      asked,
      way.map((target) =>
        target.queue === queue.friendlyName ? { ...target, queue: friendlyName } : target,
      ),
    ]);
    state.workflow = { ...state.workflow, targets: Object.fromEntries(targets) };
    for (const task of state.tasks.values()) {
      if (task.queueSid === queue.sid) task.queueName = friendlyName;
    }
    queue.friendlyName = friendlyName;
  }

  private checkName(friendlyName: string): void {
    if (friendlyName.trim() === '') throw new TwilioError(400, 20001, 'A queue needs a FriendlyName');
    if ([...this.state.queues.values()].some((queue) => queue.friendlyName === friendlyName))
      throw new TwilioError(400, 20001, `There is a queue '${friendlyName}' already`);
  }
}
