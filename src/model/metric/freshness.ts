import { futureMs } from '../time/futureMs';
import { nextDayStart } from '../time/nextDayStart';
import { timeIn } from '../time/timeIn';
import type { Age, Freshness } from './Reading';

/** What the data says about its own time: milliseconds since 1970. */
interface DataTimes {
  /** Undefined when the data does not say. */
  readonly collectedAt: number | undefined;
  /** Whether it says so in a way that nobody can read. */
  readonly isDateUnreadable: boolean;
  /** When its day is over, and totals of the day are those of the day before; Infinity when the data does not say. */
  readonly dayEndsAt: number;
  readonly timeZone: string | undefined;
}

interface DatedData {
  readonly collected_at?: unknown;
  readonly day?: { readonly start?: unknown; readonly time_zone?: unknown; readonly starts_at?: unknown };
}

/** Every metric asks, each second. */
const knownTimes = new WeakMap<object, DataTimes>();

/** Reads the times out of dashboard data. */
export function dataTimes(data: unknown): DataTimes {
  if (typeof data !== 'object' || data === null) return readTimes({});
  const times = knownTimes.get(data) ?? readTimes(data);
  knownTimes.set(data, times);
  return times;
}

function readTimes({ collected_at, day }: DatedData): DataTimes {
  return {
    collectedAt: timeIn(collected_at),
    isDateUnreadable: collected_at != null && timeIn(collected_at) === undefined,
    dayEndsAt: dayEndOf(day),
    timeZone: textOrNothing(day?.time_zone),
  };
}

/** Of the day asked about last, which is that of nearly all data that comes. */
let lastDay: { start: unknown; zone: unknown; startsAt: unknown; endsAt: number } = {
  start: undefined,
  zone: undefined,
  startsAt: undefined,
  endsAt: Infinity,
};

function dayEndOf(day: DatedData['day']): number {
  const { start, time_zone: zone, starts_at: startsAt } = day ?? {};
  if (!lastDay || lastDay.start !== start || lastDay.zone !== zone || lastDay.startsAt !== startsAt)
    lastDay = { start, zone, startsAt, endsAt: findDayEnd(start, zone, startsAt) };
  return lastDay.endsAt;
}

function findDayEnd(start: unknown, zone: unknown, startsAt: unknown): number {
  const [time_zone, starts_at] = [textOrNothing(zone), textOrNothing(startsAt)];
  if (time_zone === undefined || starts_at === undefined) return Infinity;
  return nextDayStart(timeIn(start) ?? NaN, { time_zone, starts_at }) ?? Infinity;
}

/** How a moment stands to the data: whether it is fresh, until when, and how long an age may have grown. */
export interface Timeliness {
  readonly freshness: Freshness;
  /** When `freshness` becomes another by time alone; Infinity for never. */
  readonly changesAt: number;
  /** The last moment, no later than now, at which the data was fresh. Values that grow have grown until then. */
  readonly freshAt: number;
}

/**
 * Judges data by when it was collected, not by whether a connection stands.
 * Data of unknown age is stale: what comes from the future, and what is dated in a way that nobody can read. Data that is
 * not dated at all counts as fresh.
 *
 * @param now milliseconds since 1970, by the clock that `collected_at` was written by, as well as that is known
 * @param readsTotals whether totals of the day are asked about: when the day is over those are the day before's, which
 *   says more than that they are stale
 */
export function timelinessOf(
  data: unknown,
  now: number,
  staleAfterSeconds: number,
  readsTotals: boolean,
): Timeliness {
  return timelinessAt(dataTimes(data), now, staleAfterSeconds, readsTotals);
}

/** The same of anything that was collected once. @param collectedAt milliseconds since 1970; undefined for what does not age */
export const timelinessSince = (
  collectedAt: number | undefined,
  now: number,
  staleAfterSeconds: number,
): Timeliness =>
  timelinessAt({ collectedAt, isDateUnreadable: false, dayEndsAt: Infinity }, now, staleAfterSeconds, false);

/** Of two things that a value was made of, the value is as old as the older. */
export const older = (a: Timeliness, b: Timeliness): Timeliness => ({
  freshness: ageRank(a.freshness) >= ageRank(b.freshness) ? a.freshness : b.freshness,
  changesAt: Math.min(a.changesAt, b.changesAt),
  freshAt: Math.min(a.freshAt, b.freshAt),
});

/** Something of unknown age may be the oldest; totals of the day before say more than that they are stale. */
function ageRank(freshness: Freshness): number {
  if (freshness.status === 'fresh') return 0;
  if (freshness.status === 'previous-day') return Number.MAX_VALUE;
  const { age } = freshness;
  return age ? 1 + age.amount * millisecondsOf(age.unit) : Infinity;
}

const millisecondsOf = (unit: Age['unit']): number => steps.find((each) => each.unit === unit)?.of ?? 1;

function timelinessAt(
  { collectedAt, isDateUnreadable, dayEndsAt }: Omit<DataTimes, 'timeZone'>,
  now: number,
  staleAfterSeconds: number,
  readsTotals: boolean,
): Timeliness {
  const isFuture = collectedAt !== undefined && collectedAt > now + futureMs;
  if (isFuture || isDateUnreadable)
    return {
      freshness: { status: 'stale', age: undefined },
      changesAt: isFuture ? collectedAt - futureMs : Infinity,
      freshAt: collectedAt ?? now,
    };
  // The first millisecond at which the data is older than it may be.
  const staleAt = collectedAt === undefined ? Infinity : collectedAt + staleAfterSeconds * 1000 + 1;
  const endsAt = readsTotals ? Math.min(staleAt, dayEndsAt) : staleAt;
  const freshAt = Math.min(now, endsAt - 1);
  if (readsTotals && now >= dayEndsAt)
    return { freshness: { status: 'previous-day' }, changesAt: Infinity, freshAt };
  if (collectedAt === undefined || now < staleAt)
    return { freshness: { status: 'fresh' }, changesAt: endsAt, freshAt };
  const { age, nextAt } = ageOf(now - collectedAt);
  const olderAt = collectedAt + nextAt;
  return {
    freshness: { status: 'stale', age },
    changesAt: readsTotals ? Math.min(olderAt, dayEndsAt) : olderAt,
    freshAt,
  };
}

/** How stale something of `at` is at `now`, whatever the data; both in milliseconds since 1970. */
export function staleSince(at: number, now: number): Pick<Timeliness, 'freshness' | 'changesAt'> {
  const { age, nextAt } = ageOf(Math.max(0, now - at));
  return { freshness: { status: 'stale', age }, changesAt: at + nextAt };
}

const second = 1000;
const steps = [
  // Coarse enough that an age on screen changes seldom.
  { until: 600 * second, unit: 'second', of: second, step: 10 },
  { until: 7200 * second, unit: 'minute', of: 60 * second, step: 1 },
  { until: 172_800 * second, unit: 'hour', of: 3600 * second, step: 1 },
  { until: Infinity, unit: 'day', of: 86_400 * second, step: 1 },
] as const;

/** An age rounded down to what is worth showing, and the age in milliseconds at which it reads otherwise. */
function ageOf(milliseconds: number): { readonly age: Age; readonly nextAt: number } {
  const { unit, of, step } = steps.find(({ until }) => milliseconds < until) ?? steps[3];
  const amount = Math.floor(milliseconds / of / step) * step;
  return { age: { amount, unit }, nextAt: (amount + step) * of };
}

const textOrNothing = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
