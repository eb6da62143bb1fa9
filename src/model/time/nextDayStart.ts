import type { DashboardDay } from '../../schema/dashboardData';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * When the contact centre's next day starts, in milliseconds since 1970. Given the start of a day, this is when it is over.
 *
 * A day starts at the first instant of its date at which the clock on the wall shows the start time or later, as in the
 * Function, whose time zones come from moment-timezone; ours are the browser's. So when the clock jumps over the start
 * time, the day starts as it jumps; when the start time comes twice, the first one counts.
 *
 * @param after milliseconds since 1970; a day that starts then is not the next one
 * @param when where and at what local time days start, as the dashboard data says
 * @returns undefined given a time zone that the browser does not know, or what is no time of day
 */
export function nextDayStart(
  after: number,
  when: Pick<DashboardDay, 'time_zone' | 'starts_at'>,
): number | undefined {
  const timeOfDay = readTimeOfDay(when.starts_at);
  const wall = wallClock(when.time_zone);
  if (timeOfDay === undefined || wall === undefined || !Number.isFinite(after)) return undefined;
  const today = Math.floor(wall(after) / day) * day;
  // Two dates would do, but for clocks that are turned back over midnight: then the next one may have started before.
  return [0, 1, 2]
    .map((days) => firstAt(today + days * day + timeOfDay, wall))
    .find((start) => start > after);
}

/** What a clock on the wall shows at an instant, written as if the wall were in UTC. */
type WallClock = (instant: number) => number;

/** The first instant at which the wall shows this or, when the clock jumps over it, more. */
function firstAt(shown: number, wall: WallClock): number {
  const offset = (instant: number): number => wall(instant) - instant;
  // Clocks differ from UTC by less than a day, and change at most once in three.
  const [before, after] = [offset(shown - day), offset(shown + day)];
  const candidates = [shown - before, shown - after].filter((instant) => wall(instant) === shown);
  if (candidates.length > 0) return Math.min(...candidates);

  let [early, late] = [shown - day, shown + day];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (offset(middle) === before) early = middle;
    else late = middle;
  }
  return late;
}

/** Making one takes long, and a dashboard asks about one zone only. */
const wallClocks = new Map<string, WallClock | undefined>();

function wallClock(timeZone: string): WallClock | undefined {
  if (!wallClocks.has(timeZone)) wallClocks.set(timeZone, makeWallClock(timeZone));
  return wallClocks.get(timeZone);
}

function makeWallClock(timeZone: string): WallClock | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
  return (instant) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
    const { year = 0, month = 0, day: date = 0, hour: hours = 0, minute = 0, second = 0 } = part;
    const wholeSeconds = Math.floor(instant / 1000) * 1000;
    return Date.UTC(year, month - 1, date, hours, minute, second) + (instant - wholeSeconds);
  };
}

function readTimeOfDay(text: unknown): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(String(text)) ?? [];
  return hours === undefined ? undefined : Number(hours) * hour + Number(minutes) * 60_000;
}
