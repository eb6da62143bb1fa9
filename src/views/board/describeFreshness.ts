import { momentInWords } from '../../strings/clockTimes';
import type { Strings } from '../../strings/Strings';
import { ageInWords } from '../../strings/timesInWords';
import type { BoardStatus } from './boardState';
import { primaryIssue, isAgeUnknown } from './primaryIssue';

/** What a board says of its own freshness in one breath, at a desk and on a wall. */
export interface FreshnessInWords {
  /** `waiting` until there is data to be fresh; `late` is a warning, `cut-off` says that the numbers are not those of now. */
  readonly state: 'waiting' | 'live' | 'late' | 'cut-off';
  readonly text: string;
  /** Where there is little room. */
  readonly short?: string;
}

export function describeFreshness(status: BoardStatus, strings: Strings): FreshnessInWords {
  const { connection, collectedAt, now, freshness, isLate, day } = status;
  const { text } = strings;
  switch (primaryIssue(status)?.kind) {
    case 'disconnected':
    case 'failed':
    case 'stale': {
      if (collectedAt === undefined || isAgeUnknown(freshness))
        return { state: 'cut-off', text: text('NotUpdating') };
      const time = momentInWords(collectedAt, now, day?.timeZone, strings.locale);
      return {
        state: 'cut-off',
        text: text('NotUpdatingSince', { time }),
        short: text('NotUpdatingShort', { time }),
      };
    }
    case 'age-unknown':
      return { state: 'cut-off', text: text('AgeOfDataUnknown') };
    case 'missing':
    case 'empty':
      return { state: 'waiting', text: text('NoDataYet') };
  }
  if (connection === 'connecting') return { state: 'waiting', text: text('Connecting') };
  if (collectedAt === undefined) return { state: 'live', text: text('Live') };
  const age = ageInWords((now - collectedAt) / 1000, strings);
  return isLate
    ? { state: 'late', text: text('DataOld', { age }) }
    : { state: 'live', text: text('LiveSince', { age }) };
}

/** Since when totals count; undefined when the data does not say. */
export function describeDay(
  { day, isDayOver, now }: Pick<BoardStatus, 'day' | 'isDayOver' | 'now'>,
  { text, locale }: Strings,
): string | undefined {
  if (day === undefined) return undefined;
  if (isDayOver) return text('StillYesterday');
  const { start, startsAt, timeZone } = day;
  const time = start === undefined ? startsAt : momentInWords(start, now, timeZone, locale);
  return text('TotalsSince', { time, place: placeOf(timeZone) });
}

/** `America/Argentina/Buenos_Aires` is Buenos Aires to people who work there. */
const placeOf = (timeZone: string): string => timeZone.split('/').pop()?.replace(/_/g, ' ') ?? timeZone;
