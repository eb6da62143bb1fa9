import { isRecord } from './fieldChecks';

/** Agents that a formula counts: those in an activity, undefined for every available one; of a queue, or of all. */
export interface CountedAgents {
  readonly activity: string | undefined;
  readonly queue: string | undefined;
}

/** Tasks that a formula counts: in this status, of a queue or a channel, or all. */
export interface CountedTasks {
  readonly status: TaskStatus;
  readonly queue: string | undefined;
  readonly channel: string | undefined;
}

const statuses = ['pending', 'reserved', 'assigned', 'wrapping'] as const;
export type TaskStatus = (typeof statuses)[number];

export interface Counted {
  readonly agents: readonly CountedAgents[];
  readonly tasks: readonly CountedTasks[];
}

/** What a formula gives over some data; undefined where it gives nothing. */
export type Ask = (data: unknown) => unknown;

type Fields = Readonly<Record<string, unknown>>;
/** Where something is counted besides the workspace: in a queue or on a channel of this name, or in all of them. */
type Place = { readonly queue?: string; readonly channel?: string } | 'all' | 'nowhere';

/** More than any threshold in a formula. */
const many = 1e6;

/**
 * What a formula counts of the statistics, found by asking it: it is evaluated over the data as if nobody were there, and
 * again with many in one activity, or many tasks in one status, in one queue. What changes its answer, it counts. A formula that
 * answers only where nothing is empty is asked as if there were one of each, and counts what makes it greater.
 */
export function whatIsCounted(ask: Ask, data: unknown): Counted {
  const empty = countedBeside(0, ask, data, (value, base) => value !== base);
  return empty.agents.length + empty.tasks.length > 0
    ? empty
    : countedBeside(1, ask, data, (value, base) => value > base);
}

/** Which of some entries, such as agents, a formula over their list counts. @param data with a list of its own */
export function entriesCounted<Entry>(
  ask: Ask,
  data: (list: readonly Entry[]) => unknown,
  entries: readonly Entry[],
): readonly Entry[] {
  const base = answer(ask(data([])));
  return entries.filter((entry) => answer(ask(data([entry]))) !== base);
}

function countedBeside(
  others: number,
  ask: Ask,
  data: unknown,
  isCounted: (value: string | number, base: string | number) => boolean,
): Counted {
  const world = new World(data, others);
  const base = answer(ask(world.with({}, 'nowhere')));
  const counts = (change: Fields, place: Place): boolean =>
    isCounted(answer(ask(world.with(change, place))), base);
  /** The workspace, where that is enough; else each queue or channel that is counted in. */
  const placesOf = (change: Fields): readonly Place[] =>
    !counts(change, 'all')
      ? []
      : counts(change, 'nowhere')
        ? ['nowhere']
        : world.places.filter((place) => counts(change, place));
  const nameIn = (place: Place, kind: 'queue' | 'channel'): string | undefined =>
    typeof place === 'object' ? place[kind] : undefined;

  return {
    agents: [...world.activities, undefined].flatMap((activity) =>
      placesOf(agentsIn(activity))
        .filter((place) => nameIn(place, 'channel') === undefined)
        .map((place) => ({ activity, queue: nameIn(place, 'queue') })),
    ),
    tasks: statuses.flatMap((status) =>
      placesOf(tasksIn(status)).map((place) => ({
        status,
        queue: nameIn(place, 'queue'),
        channel: nameIn(place, 'channel'),
      })),
    ),
  };
}

/** Fields of statistics as they are with many agents in an activity. Only queues say how many are available. */
const agentsIn = (activity: string | undefined): Fields =>
  activity === undefined
    ? { total_available_workers: many }
    : { total_workers: many, total_eligible_workers: many, activity_statistics: activity };

const tasksIn = (status: TaskStatus): Fields => ({
  total_tasks: many,
  tasks_by_status: status,
  ...(status === 'pending' || status === 'reserved'
    ? { longest_task_waiting_age: many, longest_relative_task_age_in_queue: many }
    : {}),
});

/** The data as if there were as many of everything now. The day so far stays as it is. */
class World {
  private readonly data: Fields;
  readonly activities: readonly string[];
  readonly places: readonly Exclude<Place, string>[];

  constructor(
    data: unknown,
    private readonly others: number,
  ) {
    this.data = isRecord(data) ? data : {};
    const { workspace_statistics: workspace, queues, channels } = this.data;
    this.activities = namesIn(fieldsOf(fieldsOf(workspace).realtime).activity_statistics);
    this.places = [
      ...namesIn(queues).map((queue) => ({ queue })),
      ...Object.keys(fieldsOf(channels)).map((channel) => ({ channel })),
    ];
  }

  with(change: Fields, place: Place): unknown {
    const { workspace_statistics: workspace, queues, channels } = this.data;
    const isAt = (kind: 'queue' | 'channel', name: unknown): boolean =>
      place === 'all' || (place !== 'nowhere' && place[kind] === name);
    const made = (statistics: unknown, isThere: boolean): unknown =>
      isRecord(statistics) ? this.made(statistics, isThere ? change : {}) : statistics;
    return {
      ...this.data,
      workspace_statistics: made(workspace, true),
      ...(Array.isArray(queues)
        ? {
            queues: queues.map((queue: unknown) => made(queue, isAt('queue', fieldsOf(queue).friendly_name))),
          }
        : {}),
      ...(isRecord(channels)
        ? {
            channels: Object.fromEntries(
              Object.entries(channels).map(([name, channel]) => [name, made(channel, isAt('channel', name))]),
            ),
          }
        : {}),
    };
  }

  private made(statistics: Fields, change: Fields): Fields {
    const { others } = this;
    const count = (value: unknown): unknown =>
      typeof value === 'number'
        ? others
        : isRecord(value)
          ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, count(part)]))
          : value;
    const realtime = Object.entries(fieldsOf(statistics.realtime)).map(([key, value]) => {
      const changed = change[key];
      if (key === 'activity_statistics' && Array.isArray(value))
        return [
          key,
          value.map((entry: unknown) => ({
            ...fieldsOf(entry),
            workers: fieldsOf(entry).friendly_name === changed ? many : others,
          })),
        ];
      if (key === 'tasks_by_status')
        return [
          key,
          { ...fieldsOf(count(value)), ...(changed === undefined ? {} : { [String(changed)]: many }) },
        ];
      return [key, typeof changed === 'number' ? changed : count(value)];
    });
    return { ...statistics, realtime: Object.fromEntries(realtime) as Fields };
  }
}

const fieldsOf = (value: unknown): Fields => (isRecord(value) ? value : {});

const namesIn = (list: unknown): readonly string[] =>
  Array.isArray(list)
    ? list.flatMap((entry: unknown) => {
        const { friendly_name: name } = fieldsOf(entry);
        return typeof name === 'string' ? [name] : [];
      })
    : [];

/** No answer counts like 0, and a truth value as a number; lists and objects by what they hold. */
function answer(value: unknown): string | number {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  const number = Number(value ?? 0);
  return Number.isNaN(number) ? 0 : number;
}
