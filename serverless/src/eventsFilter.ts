/**
 * The events after which statistics differ. Left out are those that change no number and are many:
 * worker.attributes.update, worker.channel.availability.update, workflow.entered, workflow.target-matched, task.updated.
 */
export const wantedEvents: readonly string[] = [
  'task.created',
  'task.canceled',
  'task.completed',
  'task.deleted',
  'task.system-deleted',
  'task.wrapup',
  'task-queue.entered',
  'task-queue.moved',
  'task-queue.timeout',
  'reservation.created',
  'reservation.accepted',
  'reservation.rejected',
  'reservation.timeout',
  'reservation.canceled',
  'reservation.rescinded',
  'reservation.completed',
  'reservation.wrapup',
  'workflow.timeout',
  'worker.activity.update',
  'worker.created',
  'worker.deleted',
  'activity.created',
  'activity.updated',
  'activity.deleted',
];

/** The events that a workspace's filter lets through; undefined means all of them. */
export function eventsOf(filter: string): readonly string[] | undefined {
  const events = filter
    .split(',')
    .map((event) => event.trim())
    .filter((event) => event !== '');
  return events.length > 0 ? events : undefined;
}

/** The wanted events that the filter keeps back. */
export function missingEvents(filter: string): readonly string[] {
  const events = eventsOf(filter);
  return events ? wantedEvents.filter((event) => !events.includes(event)) : [];
}

/** The filter to set: all wanted events, and whatever else it already let through by name. */
export function improvedFilter(filter: string): string {
  return [...new Set([...wantedEvents, ...(eventsOf(filter) ?? [])])].join(',');
}
