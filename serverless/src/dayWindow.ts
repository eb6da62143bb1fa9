import moment from 'moment-timezone';
import type { DashboardDay } from '../../src/schema/dashboardData';

/**
 * The contact centre's day that contains `now`.
 *
 * A day starts at the first instant of its date at which the clock on the wall shows the start time or later. So when
 * the clock jumps over the start time, the day starts as it jumps; when the start time comes twice, the first one counts.
 *
 * @param timeZone IANA name that moment-timezone knows
 * @param startsAt local time of day, `HH:MM`
 */
export function dayWindow(now: number, timeZone: string, startsAt: string): DashboardDay {
  const today = moment.tz(now, timeZone);
  let start = startOfDay(today, startsAt);
  if (start > now) start = startOfDay(today.subtract(1, 'day'), startsAt);
  return { start: moment.utc(start).format(), time_zone: timeZone, starts_at: startsAt };
}

function startOfDay(date: moment.Moment, startsAt: string): number {
  const timeZone = date.tz() ?? 'UTC';
  const start = moment.tz(`${date.format('YYYY-MM-DD')} ${startsAt}`, 'YYYY-MM-DD HH:mm', timeZone);
  if (start.format('HH:mm') === startsAt) return start.valueOf();
  // The clock jumps over this time, and moment has gone as far past the jump as the time lies inside it.
  const changes = moment.tz.zone(timeZone)?.untils ?? [];
  return Math.max(...changes.filter((change) => change <= start.valueOf()));
}
