type Named = readonly [name: string, value: unknown];

/** Names and figures of all queues; none where there are none. */
export function queuesIn(data: unknown): readonly Named[] {
  return entriesOf(data, 'queues').map((queue) => [queue.friendly_name, queue]);
}

/** Names of all activities, with how many workers are in each. */
export function activitiesIn(data: unknown): readonly Named[] {
  return entriesOf(data, 'workspace_statistics', 'realtime', 'activity_statistics').map((activity) => [
    activity.friendly_name,
    activity.workers,
  ]);
}

interface Entry {
  readonly friendly_name: string;
  readonly workers?: unknown;
}

function entriesOf(data: unknown, ...keys: readonly string[]): readonly Entry[] {
  const found = fieldIn(data, ...keys);
  return Array.isArray(found) ? found.filter(isEntry) : [];
}

/** What the data hold of their own at the end of a path; undefined where the path leads nowhere. */
export function fieldIn(data: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined,
    data,
  );
}

const isEntry = (entry: unknown): entry is Entry =>
  typeof entry === 'object' &&
  entry !== null &&
  'friendly_name' in entry &&
  typeof entry.friendly_name === 'string';
