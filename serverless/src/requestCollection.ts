import type { Clock } from './Clock';
import { CollectorError } from './CollectorError';
import {
  busyFrom,
  clockToleranceMs,
  hasTimeToReach,
  lastBeginMs,
  lastTrailingMs,
  lookEveryMs,
  maximumRounds,
  reachMs,
  writingMs,
  type CollectionTiming,
} from './CollectionTiming';
import type { ConditionalDocument } from './ConditionalDocument';
import type { InstanceMemory } from './InstanceMemory';
import { noLease, parseLease, type Lease } from './lease';
import { answerWithinMs } from './TimeBudget';

/** Everything that the protocol touches, so that a simulation runs the same code as the Function. */
export interface CollectionWorld<Collected> {
  /** Tells one invocation from every other. */
  readonly invocation: string;
  readonly clock: Clock;
  readonly lease: ConditionalDocument;
  /**
   * One collection, however many requests it takes.
   * @param begun when it began, by the clock: what it is dated, so that of two numbers the higher is never dated earlier
   */
  collect(begun: number): Promise<Collected>;
  /** Writes it to however many documents, but to none that already holds a newer collection by the number of this lease. */
  write(collected: Collected, lease: Lease): Promise<void>;
}

/** One invocation's part in the protocol, with what it needs at hand. */
interface Part<Collected> {
  readonly world: CollectionWorld<Collected>;
  readonly timing: CollectionTiming;
  readonly memory: InstanceMemory;
  /** When the invocation began. */
  readonly start: number;
}

/** What has to be promised, because of an event or in place of a promise that its owner gave up. */
interface Wanted {
  /** When the collection has to begin surely after. */
  readonly asked: number;
  /** For when a lease that is gone promised it; that has come. */
  readonly promised?: number;
}

/** A promise, and when its collection began. */
interface Begun {
  readonly promise: Lease;
  readonly begun: number;
}

interface Kept extends Begun {
  /** Whether somebody else had promised a later one by then. */
  readonly followed: boolean;
}

/**
 * Makes sure that a collection begins after now and within the interval. Returns at once when somebody has promised one;
 * otherwise promises it, waits until it is due, collects, writes, and stays for the trailing collection unless somebody
 * promises a later one. docs/decisions/0004-coalescing-without-a-server.md says why this is enough.
 *
 * @param asked when the collection has to begin surely after; now, unless one that began a little earlier will do
 * @throws CollectorError and whatever `world` throws; then the promise is broken, and the next request makes another
 */
export async function requestCollection<Collected>(
  world: CollectionWorld<Collected>,
  timing: CollectionTiming,
  memory: InstanceMemory,
  asked = world.clock.now(),
): Promise<'covered' | 'collected'> {
  const part = { world, timing, memory, start: world.clock.now() };
  const kept = await collectAs(part, (broken) => promiseUnlessCovered(part, broken ?? { asked }));
  if (!kept) return 'covered';

  const trailing = trailingBegin(part, kept.begun);
  if (trailing !== undefined && !kept.followed && (await isStillLast(part, kept, trailing))) {
    await collectAs(part, () =>
      takeLease(part, (last, now) => (isFollowed(kept, last, now, timing) ? undefined : now), {
        trails: true,
      }),
    );
  } else {
    // The promise of a trailing collection would have said it.
    await tellHowLong(part, kept.promise);
  }
  return 'collected';
}

/**
 * When to begin the trailing collection, which must have the time to read everything and to be written.
 * @returns undefined when it cannot have that. Statistics that are so slow came about as long after the event as the delay is.
 */
function trailingBegin({ timing, memory, start, world }: Part<unknown>, begun: number): number | undefined {
  // Whoever waited long for its promise has little time left. The last event that it covers came the tolerance before `begun`,
  // so that the trailing delay passes since then all the same.
  const soonest = begun + timing.trailingMs - clockToleranceMs(timing);
  const begin = Math.min(begun + timing.trailingMs, Math.max(soonest, start + lastTrailingMs));
  const end = Math.max(begin, world.clock.now()) + (memory.took ?? 0) + writingMs;
  return end <= start + answerWithinMs ? begin : undefined;
}

/**
 * Takes a promise, waits until it is due, and keeps it.
 * @param take is told what has to take the place of its own promise, if that was given up: that one, and all before it, cover nothing any more
 * @returns undefined when there was no need to promise one
 */
async function collectAs<Collected>(
  part: Part<Collected>,
  take: (broken: Wanted | undefined) => Promise<Lease | undefined>,
): Promise<Kept | undefined> {
  const { world, timing, memory, start } = part;
  const { clock } = world;
  let broken: Wanted | undefined;
  let running: { readonly due: number; readonly collecting: Promise<Collected> } | undefined;
  for (;;) {
    const promise = await take(broken);
    if (!promise) return undefined;
    const waits = promise.due - clock.now();
    await clock.wait(Math.max(0, waits));
    const begun = clock.now();
    if (begun > start + lastBeginMs) {
      throw new CollectorError(
        503,
        'out-of-time',
        `The collection could not begin in time, because ${world.lease.name} answered too slowly. The next event collects again.`,
      );
    }
    // Promised again for the same moment, the collection that began then is late enough, too. Another may lack the time.
    const earlier = running?.due === promise.due ? running.collecting : undefined;
    // Whoever is this late may be overtaken by the next number, and its data would look older than they are. Ask again.
    const isLate = begun > promise.due + timing.intervalMs - clockToleranceMs(timing);
    if (isLate && !earlier) {
      broken = { asked: begun };
      continue;
    }
    const collecting = isLate && earlier ? earlier : collectOr(earlier, world.collect(begun));
    collecting.catch(() => undefined);
    running = { due: promise.due, collecting };
    const seen = waits > 0 ? await look(world.lease) : undefined;
    // A promise of a lease that is deleted meanwhile is made again: then whatever another lease hands out begins later than this.
    if (seen && seen.life !== promise.life) {
      memory.due = -Infinity;
      broken = { asked: begun - clockToleranceMs(timing), promised: promise.due };
      continue;
    }
    const collected = await collecting;
    memory.took = clock.now() - begun;
    await world.write(collected, promise);
    const followed = seen !== undefined && isFollowed({ promise, begun }, seen, begun, timing);
    return { promise, begun, followed };
  }
}

/** One that fails leaves the earlier one, if there is any. */
const collectOr = <Collected>(
  earlier: Promise<Collected> | undefined,
  collecting: Promise<Collected>,
): Promise<Collected> => (earlier ? collecting.catch(() => earlier) : collecting);

/** The lease as it is now; undefined where Sync does not tell. */
async function look(lease: ConditionalDocument): Promise<Lease | undefined> {
  try {
    return parseLease((await lease.read())?.data);
  } catch {
    return undefined;
  }
}

async function promiseUnlessCovered(
  part: Part<unknown>,
  { asked, promised }: Wanted,
): Promise<Lease | undefined> {
  const { world, timing, memory, start } = part;
  // Where events come thick, every instance has to know of a promise all the time. One that reaches further is asked for less often.
  const isBusy = memory.answered >= busyFrom && promised === undefined;
  const further = (last: Lease): number =>
    isBusy && hasTimeToReach(timing, last.took) ? reachMs(timing) - timing.intervalMs : 0;
  // Whoever finds a question under way waits for it, and asks again only if what it found does not cover this request.
  while (!covers(memory.due, asked, world.clock.now(), timing)) {
    if (memory.asking) {
      await memory.asking;
      continue;
    }
    memory.answered = 0;
    memory.asking = takeLease(part, (last, now) => {
      const due = dueBy(last, now);
      // A trailing collection may lack the time: it covers only what had passed when this invocation began.
      const mayCover = last.trails !== true || due <= start;
      if (mayCover && covers(due, asked + further(last), now, timing)) return undefined;
      const next = isPlausible(due, now, timing) ? due + timing.intervalMs : -Infinity;
      if (promised === undefined) return Math.max(now, next);
      return promised >= next ? promised : now;
    });
    try {
      return await memory.asking;
    } finally {
      memory.asking = undefined;
    }
  }
  memory.answered += 1;
  return undefined;
}

/** Waits, and looks now and then whether somebody else has promised a later collection. */
async function isStillLast({ world, timing }: Part<unknown>, kept: Begun, until: number): Promise<boolean> {
  const { clock, lease } = world;
  while (clock.now() + lookEveryMs < until) {
    await clock.wait(lookEveryMs);
    if (isFollowed(kept, parseLease((await lease.read())?.data), clock.now(), timing)) return false;
  }
  await clock.wait(Math.max(0, until - clock.now()));
  return true;
}

/**
 * Hands the next number out to this invocation.
 * @param decide when to collect, given the promise that was made last, or undefined if there is no need to
 * @param more what else the promise says
 */
async function takeLease(
  { world, timing, memory }: Part<unknown>,
  decide: (last: Lease, now: number) => number | undefined,
  more: Pick<Lease, 'trails'> = {},
): Promise<Lease | undefined> {
  const { clock, lease: document, invocation } = world;
  const remember = (last: Lease): void => {
    const due = dueBy(last, clock.now());
    if (isPlausible(due, clock.now(), timing)) memory.due = Math.max(memory.due, due);
  };
  let written: Lease | undefined;
  for (let round = 0; round < maximumRounds; round += 1) {
    const stored = await document.read();
    const last = parseLease(stored?.data);
    remember(last);
    // The write arrived, and only its answer did not.
    if (written && isOrFollows(last, written)) return written;
    const due = decide(last, clock.now());
    if (due === undefined) return undefined;
    // Each number forgets a little, so that one slow collection is not remembered for ever.
    const took = last.took === undefined ? memory.took : last.took * 0.97;
    written = {
      number: last.number + 1,
      due,
      by: invocation,
      before: last.by,
      // Where there was no lease, a life begins. One invocation may begin two.
      life: last.life ?? `${invocation.slice(-4)}${Math.floor(clock.now()).toString(36)}`,
      ...(took !== undefined && { took: Math.round(took) }),
      ...more,
    };
    if (await document.write(written, stored)) {
      remember(written);
      return written;
    }
  }
  throw new CollectorError(
    503,
    'document-contended',
    `Other invocations kept changing the document ${document.name} first. The next event collects again.`,
  );
}

/**
 * Leaves in the lease how long the collection took, where that changes how far ahead the others may promise. They need not know
 * how long it took to be right: who cannot tell them gives up in silence.
 */
async function tellHowLong({ world, timing, memory }: Part<unknown>, promise: Lease): Promise<void> {
  const { took = 0 } = memory;
  const isSlow = !hasTimeToReach(timing, took);
  const isNews = ({ took: known }: Lease): boolean =>
    known === undefined || (isSlow && (hasTimeToReach(timing, known) || known < took / 2));
  if (!isNews(promise)) return;
  try {
    for (let round = 0; round < 3; round += 1) {
      const stored = await world.lease.read();
      const last = parseLease(stored?.data);
      if (last === noLease || !isNews(last)) return;
      if (await world.lease.write({ ...last, took: Math.round(took) }, stored)) return;
    }
  } catch {
    // The next collection tells it.
  }
}

/**
 * Whether the promise stands in the lease, or is the one before. A second one is made on top of it an interval later at the
 * earliest; whoever waited that long for an answer breaks the promise, as if killed.
 */
const isOrFollows = (last: Lease, promise: Lease): boolean =>
  // An earlier version of the Function keeps no life.
  (last.life === undefined || last.life === promise.life) &&
  ((last.by === promise.by && last.number === promise.number) ||
    (last.before === promise.by && last.number === promise.number + 1));

/**
 * Whether somebody else has promised a later collection and stays for the trailing one, or has promised one as late as that.
 * A lease that was deleted promises nothing, and one that came in its place may promise something earlier.
 */
function isFollowed({ promise, begun }: Begun, last: Lease, now: number, timing: CollectionTiming): boolean {
  if (last.by === promise.by || !isPlausible(last.due, now, timing)) return false;
  return last.trails === true
    ? last.due >= begun + timing.trailingMs - clockToleranceMs(timing)
    : last.due > promise.due;
}

/** Whether a collection due then surely begins after `asked`, however the two clocks differ within the tolerance. */
const covers = (due: number, asked: number, now: number, timing: CollectionTiming): boolean =>
  due >= asked + clockToleranceMs(timing) && isPlausible(due, now, timing);

/** When it is due as seen from now: a trailing collection is due as it is promised, so that only a clock can put it later. */
const dueBy = ({ due, trails }: Lease, now: number): number => (trails === true ? Math.min(due, now) : due);

/** Nobody promises further ahead than this, so nobody may keep everybody else waiting: not a mad clock, not a forged lease. */
const isPlausible = (due: number, now: number, timing: CollectionTiming): boolean =>
  due <= now + reachMs(timing) + 2 * clockToleranceMs(timing);
