import { isRecord } from '../../model/metric/fieldChecks';
import type { Agent, AgentSettings, AgentTask } from './Agent';
import { initialsOf } from '../../model/metric/initialsOf';

/** Items of a live query, by their keys. */
export type Items = Readonly<Record<string, unknown>>;

/** What is known beside the items. */
export interface AgentContext extends Pick<AgentSettings, 'attributes' | 'showsNames'> {
  /** Names of queues by SID. */
  readonly queues: ReadonlyMap<string, string>;
  /** Whether agents in an activity, by its name, are offered tasks. */
  readonly isAvailable: (activity: string) => boolean;
}

/** The agents in the order of their names, with their tasks. Fields that are not as expected count as missing. */
export function readAgents(workers: Items, reservations: Items, context: AgentContext): readonly Agent[] {
  const tasks = tasksByWorker(reservations);
  const agents = Object.entries(workers).flatMap(([sid, item]) =>
    isRecord(item) ? [readAgent(sid, item, tasks.get(sid) ?? [], context)] : [],
  );
  return agents.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.sid < b.sid ? -1 : 1));
}

function readAgent(
  sid: string,
  item: Readonly<Record<string, unknown>>,
  tasks: readonly AgentTask[],
  { attributes: allowed, showsNames, queues, isAvailable }: AgentContext,
): Agent {
  const attributes = pick(item.attributes, allowed);
  const name = textIn(attributes.full_name) ?? textIn(item.friendly_name) ?? sid;
  const activity = textIn(item.activity_name) ?? '';
  const { full_name: _, ...nameless } = attributes;
  return {
    sid,
    name: showsNames ? name : initialsOf(name),
    activity,
    since: timeIn(item.date_activity_changed),
    available: isAvailable(activity),
    team: textIn(attributes.team_name) ?? null,
    queues: textsIn(item.queue_sids).flatMap((queue) => queues.get(queue) ?? []),
    skills: textsIn(isRecord(attributes.routing) ? attributes.routing.skills : undefined),
    tasks,
    attributes: showsNames ? attributes : nameless,
  };
}

/** Twilio calls wrap-up by two names. */
const statuses: ReadonlyMap<unknown, AgentTask['status']> = new Map([
  ['pending', 'pending'],
  ['accepted', 'accepted'],
  ['wrapup', 'wrapping'],
  ['wrapping', 'wrapping'],
]);

function tasksByWorker(reservations: Items): ReadonlyMap<string, readonly AgentTask[]> {
  const found = new Map<string, AgentTask[]>();
  for (const item of Object.values(reservations)) {
    if (!isRecord(item)) continue;
    const status = statuses.get(item.status);
    const worker = textIn(item.worker_sid);
    const since = timeIn(item.date_updated) ?? timeIn(item.date_created);
    if (!status || worker === undefined || since === null) continue;
    const task = {
      sid: textIn(item.task_sid) ?? '',
      channel: textIn(item.task_channel_unique_name) ?? '',
      queue: textIn(item.queue_name) ?? '',
      status,
      since,
    };
    found.set(worker, [...(found.get(worker) ?? []), task]);
  }
  for (const tasks of found.values()) tasks.sort((a, b) => (a.since < b.since ? -1 : 1));
  return found;
}

/** The parts of some attributes at these paths, nested as they were. */
function pick(attributes: unknown, paths: readonly string[]): Readonly<Record<string, unknown>> {
  const picked: Record<string, unknown> = {};
  for (const path of paths) {
    const keys = path.split('.');
    const value = keys.reduce<unknown>((part, key) => ownIn(part, key), attributes);
    // No worker can write to what all objects inherit.
    if (value === undefined || keys.includes('__proto__')) continue;
    let place = picked;
    for (const key of keys.slice(0, -1)) {
      const inside = isRecord(place[key]) ? place[key] : {};
      place[key] = inside;
      place = inside;
    }
    place[keys[keys.length - 1] ?? path] = value;
  }
  return picked;
}

const ownIn = (part: unknown, key: string): unknown =>
  isRecord(part) && Object.prototype.hasOwnProperty.call(part, key) ? part[key] : undefined;

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];

/** A time that formulas can read; null where there is none. */
function timeIn(value: unknown): string | null {
  const time = typeof value === 'string' || typeof value === 'number' ? new Date(value) : undefined;
  return time && !Number.isNaN(time.getTime()) ? time.toISOString() : null;
}
