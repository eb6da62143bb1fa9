import { quarterMs, type HistoryState, type ShownWindow } from '../../src/schema/history';
import type { Clock } from './Clock';
import type { Collected } from './collectStatistics';
import type { ConditionalDocument, StoredDocument } from './ConditionalDocument';
import { checkDue, withCheck, withShown } from './historyCheck';
import { rowsOfQuarter, type QuarterRow } from './historyDays';
import {
  advanceHistory,
  beginHistory,
  closeAfterMs,
  lastClosable,
  nextQuarters,
  parseHistoryState,
  withDay,
  withoutQuarters,
} from './historyPlan';
import type { InstanceMemory } from './InstanceMemory';
import { sampleGauges } from './sampleGauges';
import type { TimeBudget } from './TimeBudget';
import { TwilioFailure } from './TwilioFailure';
import { writeHistory, type CollectedRow, type HistoryPlace } from './writeHistory';

/** Everything that keeping the past touches, so that a simulation runs the same code as the Function. */
export interface HistoryWorld {
  readonly invocation: string;
  readonly clock: Clock;
  /** The document of the `HistoryState`. */
  readonly state: ConditionalDocument;
  readonly place: HistoryPlace;
  /** What each kind was from the start of the day to the end of that quarter-hour. */
  collect(quarter: QuarterRow): Promise<readonly CollectedRow[]>;
  /** How many calls that takes. */
  readonly calls: number;
  /** How many tasks there were in a window, by `checkedFields`. */
  count(window: Pick<ShownWindow, 'start' | 'end'>): Promise<readonly number[]>;
  /** Calls a second, on average. */
  readonly rate: number;
}

/** Nothing of the past is begun with less time than this: milliseconds. */
export const leastMs = 3_000;
/** Another quarter-hour is begun only while so much is left, so that what was collected can be written: milliseconds. */
const anotherMs = 2_500;
/** Longer than any invocation has; then what was claimed is claimed by the next: milliseconds. */
const claimMs = 12_000;
/** After a failure: milliseconds. */
const pauseMs = 15_000;
/** How often to write the state when others write it at the same time. */
const maximumRounds = 5;

/**
 * A slice of what is to be done for the past, once the live data is out: the "now" figures of the minute, then the quarter-hours
 * that have ended, the backfill, or a window that is asked for again. Whoever claims the slice does it alone; killed at
 * any point, another does it again, and nothing is written twice. docs/decisions/0013-the-past.md
 *
 * @param live what this invocation has just written
 */
export async function keepHistory(
  given: HistoryWorld,
  live: Collected,
  memory: InstanceMemory,
  time: TimeBudget,
): Promise<void> {
  if (time.left() < leastMs) return;
  const ahead = clockAhead(live);
  const clock: Clock = { now: () => given.clock.now() - ahead, wait: (ms) => given.clock.wait(ms) };
  const world = { ...given, clock };
  const sampledAt = Date.parse(live.data.collected_at) - ahead;
  const minute = Math.floor(sampledAt / 60_000);
  if (memory.sampledMinute !== minute) {
    await sampleGauges(world.place, live, sampledAt);
    memory.sampledMinute = minute;
  }
  if (time.left() < leastMs || clock.now() < memory.historyDue) return;
  const claimed = await claimSlice(world, live, memory);
  if (claimed) memory.historyDue = await doSlice(world, live, claimed, time);
}

/** No clock is further ahead; then TaskRouter's answer is in doubt, which must not stop the past for longer. Milliseconds. */
const mostAhead = 3_600_000;

/**
 * By how many milliseconds the clock of this instance is ahead of TaskRouter's, which says until when it counted. A quarter-hour that is
 * closed before its end would stay too small.
 */
function clockAhead({ data }: Collected): number {
  const counted = Date.parse(data.workspace_statistics.cumulative.end_time);
  const ahead = Date.parse(data.collected_at) - counted;
  return Number.isFinite(ahead) ? Math.min(Math.max(0, ahead), mostAhead) : 0;
}

interface Claimed {
  readonly state: HistoryState;
  readonly revision: string;
}

/** @returns undefined when there is nothing to do, or somebody else does it */
async function claimSlice(
  { state: document, clock, invocation, place: { settings } }: HistoryWorld,
  live: Collected,
  memory: InstanceMemory,
): Promise<Claimed | undefined> {
  const stored = await document.read();
  const now = clock.now();
  const known = parseHistoryState(stored?.data, settings);
  const claim = known?.claim;
  // A claim further ahead than any honest one counts for nothing.
  if (claim && claim.until > now && claim.until <= now + 2 * claimMs) {
    memory.historyDue = claim.until;
    return undefined;
  }
  const before = known ?? beginHistory(now, settings);
  const advanced = advanceHistory(before, now, settings);
  const isClosing = advanced.upTo !== known?.upTo;
  const state = isClosing ? withShown(advanced, live) : advanced;
  const pause = state.pause !== undefined && state.pause <= now + 60_000 ? state.pause : 0;
  const due = state.missing.length > 0 ? pause : dueOf(state, now);
  if (due > now) {
    memory.historyDue = due;
    return undefined;
  }
  const mine: HistoryState = { ...state, claim: { by: invocation, until: now + claimMs } };
  const revision = await document.write(mine, stored);
  if (revision !== undefined) return { state: mine, revision };
  // Somebody else was first, or the answer got lost, and the claim ends by itself.
  memory.historyDue = now + 1_000;
  return undefined;
}

/** When there is something to do, if no quarter is missing. */
function dueOf({ upTo, check: { pending } }: HistoryState, now: number): number {
  const closes = (upTo + 1) * quarterMs + closeAfterMs;
  return Math.min(lastClosable(now) > upTo ? now : closes, ...pending.map((shown) => checkDue(shown)));
}

/** @returns when to look again */
async function doSlice(
  world: HistoryWorld,
  live: Collected,
  claimed: Claimed,
  time: TimeBudget,
): Promise<number> {
  const { clock, place } = world;
  const { state } = claimed;
  const collected: number[] = [];
  const done: number[] = [];
  const rows: CollectedRow[] = [];
  let checked: ((state: HistoryState) => HistoryState) | undefined;
  let pause = 0;
  const begun = clock.now();
  let calls = 0;
  try {
    for (const quarter of nextQuarters(state, place.settings)) {
      if (calls > 0)
        await clock.wait(
          Math.min(begun + (calls / world.rate) * 1000 - clock.now(), time.left() - anotherMs),
        );
      if (time.left() <= anotherMs || clock.now() < begun + (calls / world.rate) * 1000) break;
      rows.push(...(await collectQuarter(world, quarter)));
      calls += world.calls;
      collected.push(quarter);
    }
    await writeHistory(place, rows);
    done.push(...collected);
    const [due] = state.check.pending.filter((shown) => checkDue(shown) <= begun);
    if (due && time.left() > anotherMs) {
      const later = await world.count(due);
      calls += 1;
      checked = (now) => withCheck(now, due, later, clock.now());
    }
  } catch {
    // What was not written is collected again: a gap in the past is no reason to fail a request whose live data is out.
    pause = clock.now() + pauseMs;
  }
  pause = Math.max(pause, begun + (calls / world.rate) * 1000);
  const places = {
    queues: live.queues?.length ?? 0,
    channels: live.channels?.length ?? 0,
  };
  const days = done.flatMap((quarter) => rowsOfQuarter(quarter, place.settings).map(({ day }) => day));
  const finished = await finishSlice(world, claimed, (now) => {
    let next = withoutQuarters(checked ? checked(now) : now, done);
    for (const day of days) next = withDay(next, day, places);
    return { ...next, pause: Math.round(pause) };
  });
  if (!finished) return pause;
  return finished.missing.length > 0 ? pause : Math.max(pause, dueOf(finished, clock.now()));
}

/** A quarter that TaskRouter refuses for good is a gap; one more attempt would stand in the way of all others. */
async function collectQuarter(world: HistoryWorld, quarter: number): Promise<readonly CollectedRow[]> {
  const rows: CollectedRow[] = [];
  for (const row of rowsOfQuarter(quarter, world.place.settings)) {
    try {
      rows.push(...(await world.collect(row)));
    } catch (error: unknown) {
      if (!(error instanceof TwilioFailure) || error.twilioStatus !== 400) throw error;
    }
  }
  return rows;
}

/** Says what is done. Whoever was too slow says it to whoever claimed the slice since. */
async function finishSlice(
  { state: document, invocation, place: { settings } }: HistoryWorld,
  { state: claimed, revision }: Claimed,
  change: (state: HistoryState) => HistoryState,
): Promise<HistoryState | undefined> {
  let found: Pick<StoredDocument, 'revision'> = { revision };
  let state = claimed;
  for (let round = 0; round < maximumRounds; round += 1) {
    const { claim, ...rest } = change(state);
    const next: HistoryState = claim && claim.by !== invocation ? { ...rest, claim } : rest;
    if (await document.write(next, found)) return next;
    const stored = await document.read();
    const parsed = parseHistoryState(stored?.data, settings);
    // Somebody deleted it, or changed the settings.
    if (!stored || !parsed) return undefined;
    [found, state] = [stored, parsed];
  }
  return undefined;
}
