import type { Strings } from '../strings/Strings';
import type { BoardStatus } from './boardState';
import { isAgeUnknown } from './causeOf';

/** The parts of the line about a board: connection, age of the data, what "today" means. Connection and age are apart. */
export function statusInWords(
  { connection, collectedAt, now, day, isDayOver, freshness, isLate }: BoardStatus,
  strings: Strings,
): readonly string[] {
  const connectionWord = {
    connecting: 'Connecting',
    connected: 'Connected',
    disconnected: 'Disconnected',
  } as const;
  return [
    strings.text(connectionWord[connection]),
    ...(isAgeUnknown(freshness)
      ? [strings.text('DataAgeUnknown')]
      : collectedAt === undefined
        ? []
        : [
            strings.text(isLate ? 'DataLate' : 'DataAge', {
              age: ageInWords((now - collectedAt) / 1000, strings),
            }),
          ]),
    ...(day === undefined
      ? []
      : [
          strings.text(isDayOver ? 'YesterdaySince' : 'TodaySince', {
            time: day.startsAt,
            place: placeOf(day.timeZone),
          }),
        ]),
  ];
}

/** How long ago, or how long until, in the largest unit that tells enough; rounded down, and less than nothing is nothing. */
export function ageInWords(seconds: number, strings: Strings): string {
  const age = Math.max(0, seconds);
  if (age < 600) return strings.text('Seconds', { amount: Math.floor(age) });
  if (age < 7200) return strings.text('Minutes', { amount: Math.floor(age / 60) });
  if (age < 172_800) return strings.text('Hours', { amount: Math.floor(age / 3600) });
  return strings.text('Days', { count: Math.floor(age / 86_400) });
}

/** `America/Argentina/Buenos_Aires` is Buenos Aires to who works there. */
const placeOf = (timeZone: string): string => timeZone.split('/').pop()?.replace(/_/g, ' ') ?? timeZone;

/** A time of day as this person writes it, in this person's zone. */
export const timeOfDay = (time: number, { locale }: Strings): string =>
  new Date(time).toLocaleTimeString(locale);
