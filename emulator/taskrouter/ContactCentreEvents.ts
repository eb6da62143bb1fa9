import { sid } from '../account';
import type { Activity, Reservation, Task, TaskChannel, TaskQueue, Worker } from './contactCentreState';

/** The event types that this contact centre causes, of the 49 that TaskRouter knows. */
export const eventTypes = [
  'activity.created',
  'activity.deleted',
  'reservation.created',
  'reservation.accepted',
  'reservation.rejected',
  'reservation.timeout',
  'reservation.canceled',
  'reservation.rescinded',
  'reservation.completed',
  'reservation.wrapup',
  'task.created',
  'task.updated',
  'task.canceled',
  'task.wrapup',
  'task.completed',
  'task.deleted',
  'task.system-deleted',
  'task-queue.created',
  'task-queue.deleted',
  'task-queue.entered',
  'task-queue.timeout',
  'task-queue.moved',
  'task-queue.expression.updated',
  'worker.created',
  'worker.activity.update',
  'worker.attributes.update',
  'worker.capacity.update',
  'worker.channel.availability.update',
  'worker.deleted',
  'workflow.entered',
  'workflow.target-matched',
  'workflow.timeout',
  'workspace.updated',
] as const;
export type EventType = (typeof eventTypes)[number];

/** What an event is about. Live objects: read them while listening, or copy them. */
export interface EventSubject {
  readonly task?: Task;
  readonly reservation?: Reservation;
  readonly worker?: Worker;
  readonly activity?: Activity;
  readonly queue?: TaskQueue;
  readonly channel?: TaskChannel;
  /** Set by worker.activity.update. */
  readonly previousActivity?: {
    readonly sid: string;
    readonly friendlyName: string;
    readonly lastedMs: number;
  };
  /** Set by worker.channel.availability.update and worker.capacity.update. */
  readonly workerChannel?: {
    readonly capacity: number;
    readonly previousCapacity: number;
    readonly taskCount: number;
  };
}

export interface ContactCentreEvent extends EventSubject {
  readonly sid: string;
  readonly type: EventType;
  /** Milliseconds since 1970 */
  readonly at: number;
  /** One line for people. */
  readonly description: string;
}

export type EventListener = (event: ContactCentreEvent) => void;

/** Hands out times and SIDs that never go back, and tells listeners at once what happens. */
export class ContactCentreEvents {
  private readonly listeners = new Set<EventListener>();
  private readonly numbers = new Map<string, number>();
  private latest = 0;
  private muted = false;

  constructor(private readonly now: () => number) {}

  /** How many events there have been. */
  get count(): number {
    return this.numbers.get('EV') ?? 0;
  }

  /** The clock, kept from going back: history is in order of time. */
  time(): number {
    this.latest = Math.max(this.latest, this.now());
    return this.latest;
  }

  nextSid(prefix: string): string {
    const number = (this.numbers.get(prefix) ?? 0) + 1;
    this.numbers.set(prefix, number);
    return sid(prefix, number);
  }

  /** Runs `change` without telling anybody, with these SIDs numbered from 1 again and the clock free to have gone back. */
  renew(renumbered: readonly string[], change: () => void): void {
    renumbered.forEach((prefix) => this.numbers.delete(prefix));
    this.latest = 0;
    this.muted = true;
    try {
      change();
    } finally {
      this.muted = false;
    }
  }

  subscribe(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(type: EventType, description: string, subject: EventSubject = {}): void {
    if (this.muted) return;
    const event = { ...subject, sid: this.nextSid('EV'), type, at: this.time(), description };
    [...this.listeners].forEach((listener) => listener(event));
  }
}
