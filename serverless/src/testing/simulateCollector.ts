import type { PartDocument, PartEntry, StoredDashboardData } from '../../../src/schema/dashboardData';
import { readingMs, type Collected } from '../collectStatistics';
import type { ConditionalDocument } from '../ConditionalDocument';
import type { CollectionTiming } from '../CollectionTiming';
import type { PartContent } from '../fitPart';
import { InstanceMemory } from '../InstanceMemory';
import { parseLease, type Lease } from '../lease';
import { recentEnough } from '../refreshOnRequest';
import { requestCollection } from '../requestCollection';
import { TimeBudget } from '../TimeBudget';
import { writeCollection } from '../writeCollection';
import type { NumberedDashboardData } from '../writeDashboardData';
import { exampleStatistics } from './exampleStatistics';
import { Random } from '../../../src/testing/Random';
import { SimulatedDocument } from './SimulatedDocument';
import { keepSimulatedPast, type SimulatedPast } from './simulatedPast';
import { SimulatedTime } from './SimulatedTime';

export interface Simulation extends CollectionTiming {
  readonly seed: number;
  /** When an event reaches a Function: milliseconds from the beginning. Order, gaps and duplicates as they come. */
  readonly events: readonly number[];
  /** When a dashboard whose data is old asks for a collection. */
  readonly refreshes?: readonly number[];
  /** For each warm instance, how far its clock is ahead, in milliseconds. */
  readonly clockOffsets: readonly number[];
  /** Whether an instance serves many events at once, as the emulator does, or one after another, with cold instances started as needed. */
  readonly serveMany: boolean;
  /** Invocations that may be open at once. An event above it is turned away (429) and never comes back. */
  readonly mostInvocations?: number;
  /** Whether every event meets an instance that remembers nothing. */
  readonly cold?: boolean;
  /** What each queue tells at a time; left out, there are none. */
  readonly queuesAt?: (time: number) => readonly PartContent[];
  /** Milliseconds that one request takes at the most, there and back. */
  readonly slowestRequestMs: number;
  /** Milliseconds that a collection takes, at the least and at the most. @default one request */
  readonly statisticsMs?: readonly [number, number];
  /** When somebody deletes the lease. */
  readonly deletions?: readonly number[];
  /** Part of requests at which the instance is killed, before or after the request has done its work. */
  readonly kills?: number;
  /** The instance is killed at this moment of keeping the past: before or after its first request, its second, and so on. 1 for the first. */
  readonly killAtMoment?: number;
  /** Part of attempts that fail; a request is tried four times. */
  readonly failures?: number;
  /** Part of writes that arrive, though their answer does not, so that they are sent again. */
  readonly lostAnswers?: number;
  /** Part of writes that arrive, though their writer never hears of it and gives up. */
  readonly unanswered?: number;
  /** After this time nobody is killed, nothing fails, no answer is lost, and no request takes longer than 50 ms. */
  readonly accidentsUntil?: number;
  /** While Sync answers nothing at all, from one time to another. */
  readonly syncDown?: readonly [number, number];
  /** What is kept of the past; left out, nothing is. */
  readonly history?: SimulatedPast;
}

export interface Simulated {
  /** Each write of the data document: when it was taken, the number, and when its collection began. */
  readonly written: readonly { readonly at: number; readonly number: number; readonly begun: number }[];
  /** When each collection began. */
  readonly collections: readonly number[];
  /** When an instance was killed or an invocation failed. */
  readonly accidents: readonly number[];
  /** Collections whose statistics took more time than was left: of which invocation, and when they began. */
  readonly outOfTime: readonly { readonly by: string; readonly begun: number }[];
  readonly lease: SimulatedDocument;
  readonly data: SimulatedDocument;
  /** The part documents by their names. */
  readonly parts: ReadonlyMap<string, SimulatedDocument>;
  /** What the collection of each number that was written, in part or in whole, found out about the queues. */
  readonly found: ReadonlyMap<number, readonly PartContent[]>;
  /** Invocations that were open at the same time, at the most, other than those that only asked for a promise. */
  readonly mostCollecting: number;
  readonly answers: {
    readonly covered: number;
    readonly collected: number;
    readonly failed: number;
    /** Events for which no invocation was free. */
    readonly turnedAway: number;
  };
  /** Milliseconds that each invocation took that found a promise. */
  readonly coveredMs: readonly number[];
  /** The documents of the past by their names, and when TaskRouter was asked for it. */
  readonly past: ReadonlyMap<string, SimulatedDocument>;
  readonly pastCalls: readonly number[];
  /** How many moments there were at which an instance could have been killed while it kept the past. */
  readonly pastMoments: number;
}

/** Twilio ends a Function after 10 s. */
const endsAfterMs = 10_000;

interface Instance {
  readonly clockOffset: number;
  memory: InstanceMemory;
  killed: boolean;
}

const emptyData = (): NumberedDashboardData => ({
  version: 1,
  collection: 0,
  collected_at: '',
  day: { start: '', time_zone: 'UTC', starts_at: '06:00' },
  workspace_statistics: exampleStatistics() as unknown as NumberedDashboardData['workspace_statistics'],
});

/** Runs the collector's own protocol over a simulated Sync, in simulated time. */
export async function simulateCollector(simulation: Simulation): Promise<Simulated> {
  const { seed, events, refreshes = [], clockOffsets, serveMany, slowestRequestMs } = simulation;
  const { mostInvocations = Infinity, cold = false } = simulation;
  const { kills = 0, failures = 0, lostAnswers = 0, syncDown = [0, 0] } = simulation;
  const { accidentsUntil = Infinity, unanswered = 0, statisticsMs, deletions = [] } = simulation;
  const random = new Random(seed).next;
  const time = new SimulatedTime();
  const lease = new SimulatedDocument(time.now);
  const data = new SimulatedDocument(time.now);
  const parts = new Map<string, SimulatedDocument>();
  const found = new Map<number, readonly PartContent[]>();
  const partOf = (name: string): SimulatedDocument => {
    const part = parts.get(name) ?? new SimulatedDocument(time.now);
    parts.set(name, part);
    return part;
  };
  const past = new Map<string, SimulatedDocument>();
  const pastCalls: number[] = [];
  let pastMoments = 0;
  const collections: number[] = [];
  const accidents: number[] = [];
  const outOfTime: { by: string; begun: number }[] = [];
  const coveredMs: number[] = [];
  const answers = { covered: 0, collected: 0, failed: 0, turnedAway: 0 };
  let invocations = 0;
  let collecting = 0;
  let mostCollecting = 0;

  const fresh = (clockOffset: number): Instance => ({
    clockOffset,
    memory: new InstanceMemory(),
    killed: false,
  });
  let instances = clockOffsets.map(fresh);
  const chance = (part: number): boolean => part > 0 && time.now() < accidentsUntil && random() < part;

  /** A request of an instance: there, done, and back; or an accident on the way. */
  async function request<T>(
    instance: Instance,
    toSync: boolean,
    act: () => T | 'refused',
    isForPast = false,
  ): Promise<T> {
    const half = () => time.wait((random() * (time.now() < accidentsUntil ? slowestRequestMs : 50)) / 2);
    const never = new Promise<never>(() => undefined);
    const mayBeKilled = async (): Promise<void> => {
      if (isForPast) pastMoments += 1;
      if (chance(kills / 2) || (isForPast && pastMoments === simulation.killAtMoment)) {
        instance.killed = true;
        accidents.push(time.now());
        instances = instances.map((other) => (other === instance ? fresh(instance.clockOffset) : other));
      }
      if (instance.killed) await never;
    };
    for (const pause of [250, 750, 2_000, undefined]) {
      await half();
      await mayBeKilled();
      const isDown = toSync && time.now() >= syncDown[0] && time.now() < syncDown[1];
      const done = isDown || chance(failures) ? 'refused' : act();
      await half();
      await mayBeKilled();
      if (done !== 'refused') return done;
      if (pause !== undefined) await time.wait(pause * (0.5 + random() / 2));
    }
    throw new Error('Twilio refused four times');
  }

  const asSeenBy = (
    instance: Instance,
    name: string,
    document: SimulatedDocument,
    isEnded = () => false,
    isForPast = false,
  ): ConditionalDocument => ({
    name,
    read: () => request(instance, true, () => document.read(), isForPast),
    write: async (written, replaced) => {
      if (isEnded()) await new Promise<never>(() => undefined);
      const write = () => request(instance, true, () => document.write(written, replaced), isForPast);
      const done = await write();
      if (chance(unanswered)) throw new Error('No answer, four times');
      if (done.revision === undefined || !chance(lostAnswers)) return done.revision;
      return (await write()).revision;
    },
  });

  const endOf = async (began: number): Promise<never> => {
    await time.wait(began + endsAfterMs - time.now());
    throw new Error('Twilio ended the Function');
  };

  /** A slice of the past, as the Function makes one after its last collection. */
  async function keepPast(
    instance: Instance,
    invocation: string,
    budget: TimeBudget,
    documentOf: (name: string, document: SimulatedDocument) => ConditionalDocument,
  ): Promise<void> {
    if (!simulation.history) return;
    const pastOf = (name: string): SimulatedDocument => {
      const document = past.get(name) ?? new SimulatedDocument(time.now);
      past.set(name, document);
      return document;
    };
    await keepSimulatedPast(simulation.history, {
      invocation,
      clock: budget.clock,
      memory: instance.memory,
      budget,
      document: (name) => documentOf(name, pastOf(name)),
      trueNow: time.now,
      ask: (answer) =>
        request(
          instance,
          false,
          () => {
            pastCalls.push(time.now());
            return answer();
          },
          true,
        ),
    }).catch(() => undefined);
  }

  async function invoke(instance: Instance, because: 'event' | 'refresh'): Promise<void> {
    invocations += 1;
    const began = time.now();
    const isEnded = (): boolean => statisticsMs !== undefined && time.now() >= began + endsAfterMs;
    const seen = (name: string, document: SimulatedDocument) => asSeenBy(instance, name, document, isEnded);
    const leaseSeen = seen('lease', lease);
    let counted = false;
    const clock = { now: () => time.now() + instance.clockOffset, wait: time.wait };
    const budget = new TimeBudget(clock);
    const finished = (): void => {
      if (counted) collecting -= 1;
    };
    const invocation = `invocation-${invocations}`;
    const world = {
      invocation,
      clock,
      lease: {
        ...leaseSeen,
        write: async (...parameters: Parameters<ConditionalDocument['write']>) => {
          const done = await leaseSeen.write(...parameters);
          if (done && !counted) {
            counted = true;
            collecting += 1;
            mostCollecting = Math.max(mostCollecting, collecting);
          }
          return done;
        },
      },
      collect: async () => {
        const begun = time.now();
        const collectedAt = new Date(clock.now()).toISOString();
        collections.push(begun);
        if (statisticsMs) {
          const [least, most] = statisticsMs;
          const wait = least + random() * (most - least);
          const limit = readingMs(budget);
          await time.wait(Math.min(wait, limit));
          if (wait > limit) {
            outOfTime.push({ by: invocation, begun });
            throw new Error('TaskRouter did not answer');
          }
        }
        return request(instance, false, () => ({
          // By its own clock, as the Function has it, and by the true one for the test.
          data: { ...emptyData(), collected_at: collectedAt, ...{ begun } },
          queues: simulation.queuesAt?.(begun) ?? [],
          channels: [],
        }));
      },
      write: async (collected: Collected, { number, life }: Lease) => {
        found.set(number, collected.queues ?? []);
        const documents = {
          data: seen('data', data),
          part: (name: string) => seen(name, partOf(name)),
          readLease: async () => parseLease((await leaseSeen.read())?.data),
        };
        await writeCollection(documents, collected, { collection: number, lease: life ?? '' }, budget);
      },
    };
    try {
      const asked = because === 'refresh' ? recentEnough(clock.now(), -Infinity) : undefined;
      const collecting = requestCollection(world, simulation, instance.memory, asked);
      const answer = await (statisticsMs ? Promise.race([collecting, endOf(began)]) : collecting);
      answers[answer] += 1;
      if (answer === 'covered') coveredMs.push(time.now() - began);
      else
        await keepPast(instance, invocation, budget, (name, document) =>
          asSeenBy(instance, name, document, isEnded, true),
        );
    } catch {
      answers.failed += 1;
      accidents.push(time.now());
    }
    finished();
  }

  const busy = new Set<Instance>();
  let open = 0;
  const serve = async (because: 'event' | 'refresh'): Promise<void> => {
    if (open >= mostInvocations) {
      answers.turnedAway += 1;
      return;
    }
    open += 1;
    const idle = instances.filter((instance) => serveMany || !busy.has(instance));
    let instance = idle[Math.floor(random() * idle.length)];
    if (!instance) {
      instance = fresh(clockOffsets[Math.floor(random() * clockOffsets.length)] ?? 0);
      instances.push(instance);
    }
    if (cold) instance.memory = new InstanceMemory();
    busy.add(instance);
    await invoke(instance, because);
    busy.delete(instance);
    open -= 1;
  };
  // The last first: each then comes before all that is planned, where it is quickly put in.
  const calls = [
    ...events.map((at) => ({ at, because: 'event' as const })),
    ...refreshes.map((at) => ({ at, because: 'refresh' as const })),
  ];
  for (const { at, because } of calls.sort((a, b) => b.at - a.at)) time.at(at, () => void serve(because));
  for (const at of deletions) time.at(at, () => lease.remove());
  await time.run();

  const written = data.writes.map(({ at, data: each }) => {
    const { collection, begun } = each as NumberedDashboardData & { readonly begun: number };
    return { at, number: collection, begun };
  });
  return {
    written,
    collections,
    accidents,
    outOfTime,
    lease,
    data,
    parts,
    found,
    mostCollecting,
    answers,
    coveredMs,
    past,
    pastCalls,
    pastMoments,
  };
}

/** The parts that the data document lists, with their entries and what they hold. */
export function listedParts({
  data,
  parts,
}: Simulated): readonly { readonly entry: PartEntry; readonly part: PartDocument | undefined }[] {
  const { documents } = (data.stored?.data ?? {}) as Partial<StoredDashboardData>;
  return (documents?.queues ?? []).map((entry, index) => ({
    entry,
    part: parts.get(`data-queue-${index + 1}`)?.stored?.data as PartDocument | undefined,
  }));
}
