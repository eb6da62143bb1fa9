import { secondsSince } from './elapsed';
import { FormulaError } from './FormulaError';
import { unrecorded } from './joinSources';
import { field, missing, namesInstead, pathOfActivities, queueNamed } from './namedEntries';
import type { Run } from './Run';
import { describeKind, isList, quote } from './values';
import { partMissing } from './whatIsCollected';

/** The words that read `data.agents`. */
export const wordsOfAgents: ReadonlySet<string> = new Set(['agents', 'longestIn', 'free']);

/** All agents that are logged in; given the name of an activity, or several, those in it. */
export function agentsIn(activity: unknown, run: Run): readonly unknown[] {
  const agents = agentsOf(run);
  if (activity === undefined) return agents;
  const names = namesOf('agents', activity);
  run.charge(8 * names.length * agents.length);
  names.forEach((name) => checkActivity(name, agents, run));
  return agents.filter((agent) => names.includes(String(field(agent, 'activity'))));
}

/** How many seconds the agent who is in an activity longest has been in it; `null` when nobody is. */
export function longestIn(activity: unknown, run: Run): number | null {
  const agents = agentsIn(activity ?? missingActivity(), run);
  let longest: number | null = null;
  for (const agent of agents) {
    const seconds = secondsSince(field(agent, 'since') ?? null, run);
    if (seconds !== null && (longest === null || seconds > longest)) longest = seconds;
  }
  return longest;
}

/** How many agents are in an available activity and hold no task at all; given the name of a queue, of those who serve it. */
export function freeAgents(queue: unknown, run: Run): number {
  const name =
    queue === undefined
      ? undefined
      : unrecorded(run.data, () => field(queueNamed(queue, run), 'friendly_name'));
  return agentsOf(run).filter((agent) => {
    const [tasks, queues] = [field(agent, 'tasks'), field(agent, 'queues')];
    const isFree = field(agent, 'available') === true && isList(tasks) && tasks.length === 0;
    return isFree && (name === undefined || (isList(queues) && queues.includes(name)));
  }).length;
}

function agentsOf(run: Run): readonly unknown[] {
  const read = (data: unknown): unknown => field(data, 'agents');
  const agents = read(run.data);
  if (!isList(agents)) throw missing(partMissing('data', 'agents') ?? '');
  run.charge(4 + 6 * agents.length);
  run.reads?.add(read, agents);
  return agents;
}

function namesOf(word: string, given: unknown): readonly string[] {
  const names: readonly unknown[] = isList(given) ? given : [given];
  return names.map((name) => {
    if (typeof name === 'string') return name;
    throw new FormulaError(
      'type',
      `${word} needs the name of an activity, as in ${word}('Lunch'), and ${describeKind(name)} was given.`,
    );
  });
}

const missingActivity = (): never => {
  throw new FormulaError('type', "longestIn needs the name of an activity, as in longestIn('Lunch').");
};

/** An activity that nobody is in has no agents; one that there is not is a mistake. Without statistics nobody can tell. */
function checkActivity(name: string, agents: readonly unknown[], run: Run): void {
  const read = (data: unknown): unknown => field(data, ...pathOfActivities);
  if (agents.some((agent) => field(agent, 'activity') === name)) return;
  const activities = unrecorded(run.data, () => read(run.data));
  run.reads?.add(read, activities);
  if (!isList(activities) || activities.some((activity) => field(activity, 'friendly_name') === name)) return;
  throw missing(`There is no activity ${quote(name)}.${namesInstead(name, activities)}`);
}
