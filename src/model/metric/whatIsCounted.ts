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
/** Where something is counted besides the workspace. */
type Place = { readonly queue: string } | { readonly channel: string };

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
  const base = answer(ask(world.with(nothing, 0, 0)));
  const { places } = world;
  /** Whether the answer is another one with this in the workspace, and in these places. */
  const counts = (change: Change, from: number, to: number): boolean =>
    isCounted(answer(ask(world.with(change, from, to))), base);
  const placesIn = (change: Change, from: number, to: number): readonly Place[] => {
    if (from === to || !counts(change, from, to)) return [];
    if (to - from === 1) return places.slice(from, to);
    const middle = (from + to) >> 1;
    return [...placesIn(change, from, middle), ...placesIn(change, middle, to)];
  };
  /** Undefined for the workspace, where it is counted whatever the place. */
  const whereCounted = (change: Change): readonly (Place | undefined)[] =>
    counts(change, 0, 0) ? [undefined] : placesIn(change, 0, places.length);

  return {
    agents: [...world.activities, undefined].flatMap((activity) =>
      whereCounted(agentsIn(activity)).flatMap((place) =>
        place && 'channel' in place ? [] : [{ activity, queue: place?.queue }],
      ),
    ),
    tasks: statuses.flatMap((status) =>
      whereCounted(tasksIn(status)).map((place) => ({
        status,
        queue: place && 'queue' in place ? place.queue : undefined,
        channel: place && 'channel' in place ? place.channel : undefined,
      })),
    ),
  };
}

/** What statistics count more of. */
interface Change {
  /** Fields with a number. */
  readonly fields: ReadonlySet<string>;
  readonly activity?: string;
  readonly status?: TaskStatus;
}

/** Many agents in an activity. Only queues say how many are available. */
const agentsIn = (activity: string | undefined): Change =>
  activity === undefined
    ? { fields: new Set(['total_available_workers']) }
    : { fields: new Set(['total_workers', 'total_eligible_workers']), activity };

const waits = ['longest_task_waiting_age', 'longest_relative_task_age_in_queue'];

const tasksIn = (status: TaskStatus): Change => ({
  fields: new Set(['total_tasks', ...(status === 'pending' || status === 'reserved' ? waits : [])]),
  status,
});

const nothing: Change = { fields: new Set() };

/** The data as if there were as many of everything now. The day so far stays as it is. */
class World {
  private readonly data: Fields;
  readonly activities: readonly string[];
  /** Queues, then channels. */
  readonly places: readonly Place[];
  /** Their statistics, where there is no more of anything: most places are like that each time. */
  private readonly calm: readonly unknown[];

  constructor(
    data: unknown,
    private readonly others: number,
  ) {
    this.data = fieldsOf(data);
    const { workspace_statistics: workspace, queues, channels } = this.data;
    this.activities = namesIn(fieldsOf(fieldsOf(workspace).realtime).activity_statistics);
    this.places = [
      ...namesIn(queues).map((queue) => ({ queue })),
      ...Object.keys(fieldsOf(channels)).map((channel) => ({ channel })),
    ];
    const all = [
      ...(Array.isArray(queues) ? (queues as readonly unknown[]) : []),
      ...Object.values(fieldsOf(channels)),
    ];
    this.calm = all.map((statistics) => this.made(statistics, nothing, 0));
  }

  /** @param from the first place where there is more, up to the one before `to` */
  with(change: Change, from: number, to: number): unknown {
    const { workspace_statistics: workspace, queues, channels } = this.data;
    let place = 0;
    const next = (statistics: unknown): unknown => {
      const index = place++;
      // Another amount in each place: differences between them are seen.
      return index >= from && index < to ? this.made(statistics, change, many + index) : this.calm[index];
    };
    return {
      ...this.data,
      workspace_statistics: this.made(workspace, change, many),
      ...(Array.isArray(queues) ? { queues: queues.map(next) } : {}),
      ...(isRecord(channels) ? { channels: mapFields(channels, next) } : {}),
    };
  }

  private made(statistics: unknown, { fields, activity, status }: Change, amount: number): unknown {
    if (!isRecord(statistics) || !isRecord(statistics.realtime)) return statistics;
    const realtime = mapFields(statistics.realtime, (value, field) => {
      if (fields.has(field)) return amount;
      if (field === 'activity_statistics' && Array.isArray(value))
        return value.map((entry: unknown) => ({
          ...fieldsOf(entry),
          workers: activity !== undefined && nameOf(entry) === activity ? amount : this.others,
        }));
      const counted = this.counted(value);
      return field === 'tasks_by_status' && status ? { ...fieldsOf(counted), [status]: amount } : counted;
    });
    return { ...statistics, realtime };
  }

  private counted(value: unknown): unknown {
    if (typeof value === 'number') return this.others;
    return isRecord(value) ? mapFields(value, (part) => this.counted(part)) : value;
  }
}

const mapFields = (fields: Fields, change: (value: unknown, field: string) => unknown): Fields =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, change(value, field)]));

const nameOf = (entry: unknown): unknown => fieldsOf(entry).friendly_name;

const fieldsOf = (value: unknown): Fields => (isRecord(value) ? value : {});

/** One for each entry, so that places are where their statistics are. */
const namesIn = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.map((entry: unknown) => String(nameOf(entry))) : [];

/** No answer counts like 0, and a truth value as a number; lists and objects by what they hold. */
function answer(value: unknown): string | number {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  const number = Number(value ?? 0);
  return Number.isNaN(number) ? 0 : number;
}
