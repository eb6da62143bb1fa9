import {
  historyKinds,
  historyTtlSeconds,
  isHistoryDay,
  isStretch,
  quarterMs,
  type HistoryDay,
  type HistoryState,
} from '../../src/schema/history';
import { isShownWindow } from './historyCheck';
import { dayAt, quartersOf, rowsOfQuarter, weeksBefore, type Day, type DaySettings } from './historyDays';

/** A quarter-hour is closed so long after its end, when statistics have caught up with it: milliseconds. */
export const closeAfterMs = 120_000;
/** TaskRouter's statistics reach back 30 days; a window that begins earlier is refused: milliseconds. */
const reachMs = (30 * 24 - 1) * 3_600_000;
/** With so many weeks before a day is compared. */
export const weeksCompared = 4;

type Stretch = HistoryState['missing'][number];

/** What the document holds, or undefined for one of other settings, or what is no state: then history begins anew. */
export function parseHistoryState(
  data: unknown,
  { timeZone, dayStart }: DaySettings,
): HistoryState | undefined {
  return isHistoryState(data) && data.time_zone === timeZone && data.starts_at === dayStart
    ? data
    : undefined;
}

/** Anybody in Flex can write any document. */
export function isHistoryState(data: unknown): data is HistoryState {
  const state = Object(data) as Partial<HistoryState>;
  return (
    state.version === 1 &&
    typeof state.since === 'string' &&
    Number.isFinite(Date.parse(state.since)) &&
    Number.isSafeInteger(state.upTo) &&
    Number.isSafeInteger(state.asked) &&
    Array.isArray(state.missing) &&
    state.missing.every(isStretch) &&
    Array.isArray(state.days) &&
    state.days.every(isHistoryDay) &&
    typeof state.check === 'object' &&
    Array.isArray(state.check?.pending) &&
    state.check.pending.every(isShownWindow) &&
    Array.isArray(state.check.differing)
  );
}

/** Nothing is there yet: today, and the same weekday of four weeks before. */
export function beginHistory(now: number, settings: DaySettings): HistoryState {
  const today = dayAt(now, settings);
  const upTo = lastClosable(now);
  const [first] = quartersOf(today);
  const missing = [...stretch(first, upTo), ...sameWeekdays(today, settings)];
  return {
    version: 1,
    since: new Date(now).toISOString(),
    time_zone: settings.timeZone,
    starts_at: settings.dayStart,
    upTo,
    missing,
    asked: countOf(missing),
    days: [],
    check: { windows: 0, differing: [], pending: [] },
  };
}

/** Adds the quarters that have ended since, and with a new day those it is to be compared with, if history is younger than that. */
export function advanceHistory(state: HistoryState, now: number, settings: DaySettings): HistoryState {
  const closable = lastClosable(now);
  if (state.missing.some(([, last]) => last > closable)) {
    // Totals of a time to come would be kept as those of its end.
    const past = state.missing.flatMap(([first, last]) => stretch(first, Math.min(last, closable)));
    return advanceHistory({ ...state, missing: past }, now, settings);
  }
  const isReached = (quarter: number): boolean =>
    dayAt(quarter * quarterMs - 1, settings).start * 1000 > now - reachMs;
  // A clock that was ahead may have said more than there is.
  const upTo = Math.min(state.upTo, closable);
  if (closable === upTo) return state.upTo === upTo ? state : { ...state, upTo };
  const reached = Math.max(upTo + 1, Math.ceil((now - reachMs) / quarterMs));
  const today = dayAt(closable * quarterMs - 1, settings);
  const [firstOfToday] = quartersOf(today);
  const isNewDay = firstOfToday > upTo;
  const weekBefore = weeksBefore(today, 1, settings);
  const isYounger = dayAt(Date.parse(state.since), settings).start > weekBefore.start;
  const missing = [
    ...stretch(reached, closable),
    ...state.missing,
    ...(isNewDay && isYounger ? sameWeekdays(today, settings) : []),
  ].filter(([, last]) => isReached(last));
  const joined = joinFirst(missing);
  return {
    ...state,
    upTo: closable,
    missing: joined,
    asked:
      state.missing.length === 0 ? countOf(joined) : state.asked + countOf(joined) - countOf(state.missing),
    // Documents of older days have expired.
    days: state.days.filter(({ until }) => until * 1000 > now - historyTtlSeconds * 1000),
    check: { ...state.check, pending: state.check.pending.filter(({ start }) => start > now - reachMs) },
  };
}

/** The next quarters to collect, the newest first: those that share the hour's documents. */
export function nextQuarters({ missing: [next] }: HistoryState, settings: DaySettings): readonly number[] {
  if (!next) return [];
  const [first, last] = next;
  const block = (quarter: number): string => {
    const [{ day, row } = { day: { date: '' }, row: 0 }] = rowsOfQuarter(quarter, settings).slice(-1);
    return `${day.date} ${Math.floor(row / historyKinds.queues.rows)}`;
  };
  const quarters: number[] = [];
  for (let quarter = last; quarter >= first && block(quarter) === block(last); quarter -= 1)
    quarters.push(quarter);
  return quarters;
}

/** The state once these are collected, however often that is said. */
export function withoutQuarters(state: HistoryState, done: readonly number[]): HistoryState {
  let missing: readonly Stretch[] = state.missing;
  for (const quarter of done) {
    missing = missing.flatMap(([first, last]) =>
      quarter < first || quarter > last
        ? [[first, last] as const]
        : [...stretch(quarter + 1, last), ...stretch(first, quarter - 1)],
    );
  }
  return { ...state, missing };
}

/** The state once this day has documents. */
export function withDay(
  state: HistoryState,
  day: Day,
  places: Pick<HistoryDay, 'queues' | 'channels'>,
): HistoryState {
  const known = state.days.find(({ date }) => date === day.date);
  const entry: HistoryDay = {
    ...day,
    queues: Math.max(places.queues, known?.queues ?? 0),
    channels: Math.max(places.channels, known?.channels ?? 0),
  };
  const others = state.days.filter(({ date }) => date !== day.date);
  return { ...state, days: [...others, entry].sort((a, b) => b.start - a.start) };
}

export const countOf = (missing: readonly Stretch[]): number =>
  missing.reduce((sum, [first, last]) => sum + last - first + 1, 0);

/** The last quarter that may be closed. */
export const lastClosable = (now: number): number => Math.floor((now - closeAfterMs) / quarterMs);

const sameWeekdays = (day: Day, settings: DaySettings): readonly Stretch[] =>
  Array.from({ length: weeksCompared }, (_, index) => quartersOf(weeksBefore(day, index + 1, settings)));

const stretch = (first: number, last: number): readonly Stretch[] => (first <= last ? [[first, last]] : []);

/** What has just ended joins what ended before it, so that a slice collects both. */
function joinFirst([newest, next, ...rest]: readonly Stretch[]): readonly Stretch[] {
  if (!newest) return [];
  if (!next) return [newest];
  return next[1] + 1 === newest[0] ? [[next[0], newest[1]], ...rest] : [newest, next, ...rest];
}
