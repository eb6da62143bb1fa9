import { numberedAgents } from '../../emulator/scenarios/agents';
import { startSync } from '../../emulator/sync/testing/startSync';
import { SyncClients } from '../../emulator/sync/testing/syncClients';
import type { ContactCentre } from '../../emulator/taskrouter/ContactCentre';
import { liveIndexes } from '../../emulator/taskrouter/liveIndexes';
import { smallContactCentre } from '../../emulator/taskrouter/testing/smallContactCentre';
import { issueToken } from '../../emulator/token';
import type { Loaded } from '../model/metric/Loaded';
import { Random } from './Random';
import { memorySources } from '../sources/memory/memorySources';
import type { Agent } from '../sources/agents/Agent';
import { agents } from '../sources/agents/agents';

export interface Storm {
  readonly seed: number;
  readonly agents: number;
  /** How many bursts of changes, each of up to eight. */
  readonly bursts: number;
  /** How many of them come while the connection is cut. */
  readonly cuts: number;
}

export interface StormOutcome {
  /** How many states the source gave, and how many of them were marked as old. */
  readonly compared: number;
  readonly marked: number;
  /** States that were not marked and that the contact centre was never in since the source was last up to date. */
  readonly untrue: readonly string[];
}

type Ready = Extract<Loaded<readonly Agent[]>, { status: 'ready' }>;

/** What the contact centre says at one moment. */
interface Truth {
  readonly whole: string;
  readonly tasksOf: ReadonlyMap<string, string>;
}

/**
 * Changes an emulated contact centre at random, follows it with the real client, and compares each state of the source with those of the
 * contact centre since both were last the same, or since the connection was cut. After each burst it waits until they are the same.
 */
export async function compareInAStorm({ seed, agents: count, bursts, cuts }: Storm): Promise<StormOutcome> {
  const random = new Random(seed);
  const { contactCentre, pass } = smallContactCentre(numberedAgents(count, 'Available'));
  const running = await startSync({ indexes: liveIndexes(contactCentre) });
  const clients = new SyncClients(running.socketUrl);
  const client = clients.connect(issueToken({ identity: 'sup' }), { productId: 'flex_insights' });
  const source = agents({ gatherFor: 1, lingerFor: 1 }).open(memorySources({ data: {} }), {
    insightsClient: () => client,
    activities: () =>
      contactCentre.activities().map(({ friendlyName: name, available }) => ({ name, available })),
    agentSettings: { attributes: [], offline: ['Offline'], showsNames: true },
  });
  const outcome = { compared: 0, marked: 0, untrue: [] as string[] };
  let truths: Truth[] = [truthOf(contactCentre)];
  let look: () => void = () => undefined;
  const leave = source.subscribe(() => {
    const state = source.get() as Loaded<readonly Agent[]>;
    if (state.status === 'ready') {
      outcome.compared += 1;
      if (state.collectedAt !== undefined) outcome.marked += 1;
      else if (!isTrue(state.value, truths)) outcome.untrue.push(whole(state.value));
    }
    look();
  });
  const until = (isSo: (state: Ready) => boolean): Promise<void> =>
    new Promise((resolve) => {
      look = (): void => {
        const state = source.get() as Loaded<readonly Agent[]>;
        if (state.status !== 'ready' || !isSo(state)) return;
        look = () => undefined;
        resolve();
      };
      look();
    });
  const untilTheSame = async (): Promise<void> => {
    await until(({ value, collectedAt }) => collectedAt === undefined && isTrue(value, truths.slice(-1)));
    truths = truths.slice(-1);
  };
  const change = (): void => {
    pass(1 + Math.floor(random.next() * 3));
    changeAtRandom(contactCentre, random);
    truths.push(truthOf(contactCentre));
  };
  try {
    await untilTheSame();
    for (let burst = 0; burst < bursts; burst += 1) {
      const isCut = burst % Math.ceil(bursts / Math.max(1, cuts)) === 0 && cuts > 0;
      const reconnect = isCut ? clients.cutOff() : undefined;
      if (isCut) {
        await until(({ collectedAt }) => collectedAt !== undefined);
        // From here on, what was so before the cut is old.
        change();
        truths = truths.slice(-1);
      }
      for (let left = 1 + Math.floor(random.next() * 8); left > 0; left -= 1) change();
      reconnect?.();
      await untilTheSame();
    }
  } finally {
    leave();
    await clients.shutdown();
    await running.stop();
  }
  return outcome;
}

function changeAtRandom(centre: ContactCentre, random: Random): void {
  const one = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(random.next() * items.length)];
  const offered = one(centre.reservations().filter(({ status }) => status === 'pending'));
  const held = one(centre.reservations().filter(({ status }) => status === 'accepted'));
  const kind = random.next();
  if (kind < 0.3) centre.addTask({ queue: one(['Support', 'Sales']) ?? 'Support' });
  else if (kind < 0.5 && offered) centre.acceptReservation(offered.sid);
  else if (kind < 0.6 && held) centre.completeTask(held.taskSid);
  else {
    const worker = one(centre.workers());
    const activity = one(centre.activities());
    if (worker && activity) centre.setWorkerActivity(worker.sid, activity.friendlyName);
  }
}

function truthOf(centre: ContactCentre): Truth {
  const openTasks = new Map<string, readonly string[]>();
  for (const { workerSid, status, updatedAt } of centre.reservations())
    if (['pending', 'accepted', 'wrapping'].includes(status))
      openTasks.set(workerSid, [...(openTasks.get(workerSid) ?? []), `${status} ${iso(updatedAt)}`]);
  const listed = centre.workers().filter(({ activityName }) => activityName !== 'Offline');
  return {
    whole: JSON.stringify(
      listed
        .map(({ friendlyName, activityName, statusChangedAt }) => [
          friendlyName,
          activityName,
          iso(statusChangedAt),
        ])
        .sort(byFirst),
    ),
    tasksOf: new Map(
      centre.workers().map(({ sid }) => [sid, JSON.stringify([...(openTasks.get(sid) ?? [])].sort())]),
    ),
  };
}

const iso = (time: number): string => new Date(time).toISOString();
const byFirst = ([a = '']: readonly string[], [b = '']: readonly string[]): number => (a < b ? -1 : 1);

const whole = (found: readonly Agent[]): string =>
  JSON.stringify(found.map(({ name, activity, since }) => [name, activity, since]));

/** Activities and tasks come by two queries, so each agent's tasks are of a moment of their own. */
const isTrue = (found: readonly Agent[], truths: readonly Truth[]): boolean =>
  truths.some((truth) => truth.whole === whole(found)) &&
  found.every(({ sid, tasks }) => {
    const said = JSON.stringify(tasks.map(({ status, since }) => `${status} ${since}`).sort());
    return truths.some(({ tasksOf }) => tasksOf.get(sid) === said);
  });
