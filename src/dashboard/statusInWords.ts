import type { Strings } from '../strings/Strings';
import { ageInWords } from '../strings/timesInWords';
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

/** `America/Argentina/Buenos_Aires` is Buenos Aires to who works there. */
const placeOf = (timeZone: string): string => timeZone.split('/').pop()?.replace(/_/g, ' ') ?? timeZone;
