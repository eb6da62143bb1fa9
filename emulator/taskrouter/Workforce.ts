import { TwilioError } from '../twilioError';
import { channelNames } from './contactCentreState';
import type { Activity, ChannelName, ContactCentreState, Worker } from './contactCentreState';
import type { ContactCentreEvents } from './ContactCentreEvents';
import { tasksHeld } from './nextMatch';
import type { WorkerPlan } from './Population';

/** Activities and workers of a contact centre. */
export class Workforce {
  constructor(
    private readonly state: ContactCentreState,
    private readonly events: ContactCentreEvents,
  ) {}

  activity(nameOrSid: string): Activity {
    const { activities } = this.state;
    const found = [...activities.values()].find(
      ({ sid, friendlyName }) => sid === nameOrSid || friendlyName === nameOrSid,
    );
    if (found) return found;
    const names = [...activities.values()].map(({ friendlyName }) => friendlyName).join(', ');
    throw new TwilioError(404, 20404, `There is no activity '${nameOrSid}'. Activities: ${names}`);
  }

  worker(nameOrSid: string): Worker {
    const found = [...this.state.workers.values()].find(
      ({ sid, friendlyName }) => sid === nameOrSid || friendlyName === nameOrSid,
    );
    if (found) return found;
    throw new TwilioError(404, 20404, `There is no worker '${nameOrSid}'. GET /Workers lists them`);
  }

  addActivity(friendlyName: string, available: boolean): Activity {
    if (friendlyName.trim() === '') throw new TwilioError(400, 20001, 'An activity needs a name');
    if ([...this.state.activities.values()].some((activity) => activity.friendlyName === friendlyName)) {
      throw new TwilioError(400, 20001, `There is an activity '${friendlyName}' already`);
    }
    const activity = {
      sid: this.events.nextSid('WA'),
      friendlyName,
      available,
      createdAt: this.events.time(),
    };
    this.state.activities.set(activity.sid, activity);
    this.events.emit('activity.created', `Activity ${friendlyName} created`, { activity });
    return activity;
  }

  removeActivity(nameOrSid: string): void {
    const activity = this.activity(nameOrSid);
    if (activity.friendlyName === 'Offline') {
      throw new TwilioError(
        400,
        20001,
        "'Offline' is the workspace's default and time-out activity and stays",
      );
    }
    const inIt = [...this.state.workers.values()].filter(({ activitySid }) => activitySid === activity.sid);
    if (inIt.length > 0) {
      throw new TwilioError(
        400,
        20001,
        `${inIt.length} workers are in activity '${activity.friendlyName}': move them first`,
      );
    }
    this.state.activities.delete(activity.sid);
    this.events.emit('activity.deleted', `Activity ${activity.friendlyName} deleted`, { activity });
  }

  addWorker(plan: WorkerPlan): Worker {
    if ([...this.state.workers.values()].some(({ friendlyName }) => friendlyName === plan.friendlyName)) {
      throw new TwilioError(400, 20001, `There is a worker '${plan.friendlyName}' already`);
    }
    const activity = this.activity(plan.activity);
    const at = this.events.time();
    const worker: Worker = {
      sid: this.events.nextSid('WK'),
      friendlyName: plan.friendlyName,
      attributes: plan.attributes,
      activitySid: activity.sid,
      activityName: activity.friendlyName,
      available: activity.available,
      statusChangedAt: at,
      queues: plan.queues,
      capacity: plan.capacity,
      lastReservedAt: 0,
      createdAt: at,
      updatedAt: at,
      version: 0,
    };
    this.state.workers.set(worker.sid, worker);
    this.events.emit('worker.created', `Worker ${worker.friendlyName} created`, { worker });
    return worker;
  }

  removeWorker(nameOrSid: string): void {
    const worker = this.worker(nameOrSid);
    if (channelNames.some((channel) => tasksHeld(this.state, worker.sid, channel) > 0)) {
      throw new TwilioError(400, 20001, `Worker '${worker.friendlyName}' holds tasks: complete them first`);
    }
    this.state.workers.delete(worker.sid);
    this.events.emit('worker.deleted', `Worker ${worker.friendlyName} deleted`, { worker });
  }

  /** Says whether anything changed: setting the activity that a worker has is no event. */
  setActivity(worker: Worker, activity: Activity): boolean {
    if (worker.activitySid === activity.sid) return false;
    const at = this.events.time();
    const previousActivity = {
      sid: worker.activitySid,
      friendlyName: worker.activityName,
      lastedMs: at - worker.statusChangedAt,
    };
    worker.activitySid = activity.sid;
    worker.activityName = activity.friendlyName;
    worker.available = activity.available;
    worker.statusChangedAt = at;
    this.touch(worker);
    this.events.emit(
      'worker.activity.update',
      `Worker ${worker.friendlyName} went from ${previousActivity.friendlyName} to ${activity.friendlyName}`,
      { worker, previousActivity },
    );
    return true;
  }

  setAttributes(worker: Worker, attributes: Readonly<Record<string, unknown>>): void {
    worker.attributes = attributes;
    this.touch(worker);
    this.events.emit('worker.attributes.update', `Worker ${worker.friendlyName} attributes updated`, {
      worker,
    });
  }

  setCapacity(worker: Worker, channelName: ChannelName, capacity: number): void {
    if (!Number.isInteger(capacity) || capacity < 0 || capacity > 50) {
      throw new TwilioError(400, 20001, `A capacity is a whole number from 0 to 50, not ${capacity}`);
    }
    const previousCapacity = worker.capacity[channelName];
    worker.capacity = { ...worker.capacity, [channelName]: capacity };
    this.touch(worker);
    this.events.emit(
      'worker.capacity.update',
      `Worker ${worker.friendlyName} takes ${capacity} ${channelName} tasks`,
      {
        worker,
        channel: this.state.channels.find(({ uniqueName }) => uniqueName === channelName),
        workerChannel: {
          capacity,
          previousCapacity,
          taskCount: tasksHeld(this.state, worker.sid, channelName),
        },
      },
    );
  }

  /** To be called after the number of tasks that a worker holds went from `before` to what it is now. */
  announceAvailability(worker: Worker, channelName: ChannelName, before: number): void {
    const taskCount = tasksHeld(this.state, worker.sid, channelName);
    const capacity = worker.capacity[channelName];
    if (before < capacity === taskCount < capacity) return;
    this.events.emit(
      'worker.channel.availability.update',
      `Worker ${worker.friendlyName} ${taskCount < capacity ? 'has' : 'has no'} capacity left for ${channelName}`,
      {
        worker,
        channel: this.state.channels.find(({ uniqueName }) => uniqueName === channelName),
        workerChannel: { capacity, previousCapacity: capacity, taskCount },
      },
    );
  }

  private touch(worker: Worker): void {
    worker.updatedAt = this.events.time();
    worker.version += 1;
  }
}
