import { timeFormat } from '../metric/intlFormats';
import type { PastDay } from './Past';

/**
 * The moment of another day at which clocks show what they show at a moment of the first. A day on which clocks are changed has 23 or
 * 25 hours, and from then on as much time since its start means another hour.
 * @param timeZone IANA name of the contact centre's zone
 * @returns undefined for a time that clocks leave out on the other day
 */
export function sameClock(
  at: number,
  day: PastDay,
  other: PastDay,
  timeZone: string | undefined,
): number | undefined {
  const moment = other.start + (at - day.start);
  const clock = timeZone === undefined ? undefined : timeFormat(timeZone);
  if (!clock || other.end - other.start === day.end - day.start) return moment;
  const wanted = clock(at);
  const minutes = minutesOf(wanted) - minutesOf(clock(moment));
  // Midnight may lie between both.
  const found = moment + (((minutes + 1.5 * dayMinutes) % dayMinutes) - dayMinutes / 2) * 60_000;
  return clock(found) === wanted ? found : undefined;
}

const dayMinutes = 24 * 60;

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};
