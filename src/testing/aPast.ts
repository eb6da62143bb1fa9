import type { Past, PastDay, PastState } from '../model/series/Past';

export const quarterHour = 900_000;
const day = 24 * 4 * quarterHour;
/** A Friday at 06:00 in London. */
export const dayStart = Date.parse('2026-11-27T06:00:00Z');

/** A day with the data of each quarter-hour; undefined makes a gap. */
export function aPastDay(
  start: number,
  data: readonly unknown[],
  read: (data: unknown, at: number) => unknown = (content) => content,
): PastDay {
  const states = data.flatMap((content, index): readonly PastState[] => {
    const at = start + (index + 1) * quarterHour;
    return content === undefined ? [] : [{ at, read: () => read(content, at) }];
  });
  return { start, end: start + day, states };
}

/** Today and days of the weeks before, the latest first: each is a list of the data of its quarter-hours. */
export function aPast(
  today: readonly unknown[],
  before: readonly (readonly unknown[])[] = [],
  rest: Partial<Past> = {},
): Past {
  return {
    today: aPastDay(dayStart, today),
    before: before.map((data, index) => aPastDay(dayStart - (index + 1) * 7 * day, data)),
    interval: quarterHour,
    timeZone: 'Europe/London',
    since: 0,
    isDistrusted: false,
    ...rest,
  };
}
