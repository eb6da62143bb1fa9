import moment from 'moment-timezone';
import { endOfRow, quarterMs, rowAt, type HistoryDay } from '../../src/schema/history';
import { dayWindow } from './dayWindow';

/** Where and when days start. */
export interface DaySettings {
  readonly timeZone: string;
  readonly dayStart: string;
}

export type Day = Pick<HistoryDay, 'date' | 'start' | 'until'>;

const hourMs = 3_600_000;

/** Days that were asked for last: time zones take long to look up, and a slice asks for few days many times. */
const recent: (DaySettings & { readonly day: Day })[] = [];
const mostRecent = 8;

/** The contact centre's day that contains an instant, with its end: days have 23 to 25 hours. */
export function dayAt(time: number, settings: DaySettings): Day {
  const known = recent.find(
    ({ timeZone, dayStart, day }) =>
      timeZone === settings.timeZone &&
      dayStart === settings.dayStart &&
      time >= day.start * 1000 &&
      time < day.until * 1000,
  );
  if (known) return known.day;
  const day = makeDay(time, settings);
  recent.unshift({ ...settings, day });
  recent.splice(mostRecent);
  return day;
}

function makeDay(time: number, { timeZone, dayStart }: DaySettings): Day {
  const start = Date.parse(dayWindow(time, timeZone, dayStart).start);
  // Between the end of the longest day and the end of the shortest one after it.
  const until = Date.parse(dayWindow(start + 30 * hourMs, timeZone, dayStart).start);
  return {
    date: moment.tz(start, timeZone).format('YYYY-MM-DD'),
    start: start / 1000,
    until: until / 1000,
  };
}

/** The same weekday so many weeks earlier. */
export const weeksBefore = (day: Day, weeks: number, settings: DaySettings): Day =>
  // The middle of it, as clocks may have changed since.
  dayAt(day.start * 1000 + 12 * hourMs - weeks * 7 * 24 * hourMs, settings);

/** The quarters of a day, first and last, numbered since 1970 by their ends. */
export const quartersOf = ({ start, until }: Day): readonly [first: number, last: number] => [
  Math.floor((start * 1000) / quarterMs) + 1,
  Math.ceil((until * 1000) / quarterMs),
];

/** One row that a quarter-hour closes. */
export interface QuarterRow {
  readonly day: Day;
  readonly row: number;
  /** Milliseconds since 1970. */
  readonly end: number;
}

/** What a quarter-hour closes: a row of the day it lies in, and of the next one where that starts inside of it. */
export function rowsOfQuarter(quarter: number, settings: DaySettings): readonly QuarterRow[] {
  const end = quarter * quarterMs;
  const [day, next] = [dayAt(end - quarterMs, settings), dayAt(end - 1, settings)];
  return (day.start === next.start ? [day] : [day, next]).map((each) => {
    const closes = Math.min(end, each.until * 1000);
    const row = rowAt(each, 'workspace', closes);
    return { day: each, row, end: endOfRow(each, 'workspace', row) };
  });
}
