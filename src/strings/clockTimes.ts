/** Making a format takes long, and a wall needs two a second. */
const formats = new Map<string, Intl.DateTimeFormat>();

const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** `HH:MM` in a time zone, in the browser's given none or one that the browser does not know. */
export const clockTime = (instant: number, timeZone: string | undefined): string =>
  format('en-GB', timeZone, time).format(instant);

const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/** The day of a moment in a time zone, such as `Fri 27 Nov`. */
export const dateInWords = (instant: number, timeZone: string | undefined, locale: string): string =>
  format(locale, timeZone, day).format(instant);

/** `HH:MM` in a time zone, and before it the day given a moment that is not of today. */
export function momentInWords(
  instant: number,
  now: number,
  timeZone: string | undefined,
  locale: string,
): string {
  const dayOf = (moment: number): string => dateInWords(moment, timeZone, locale);
  const words = clockTime(instant, timeZone);
  return dayOf(instant) === dayOf(now) ? words : `${dayOf(instant)}, ${words}`;
}

/** The weekday of a moment in a time zone, such as `Friday`. */
export const weekdayOf = (instant: number, timeZone: string | undefined, locale: string): string =>
  format(locale, timeZone, { weekday: 'long' }).format(instant);

/** The same of several, in the languages that there are: `Fridays`, `viernes`, `sábados`. */
export const weekdaysOf = (instant: number, timeZone: string | undefined, locale: string): string =>
  weekdayOf(instant, timeZone, locale).replace(/([^s])$/, '$1s');

function format(
  locale: string,
  timeZone: string | undefined,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const name = JSON.stringify([locale, timeZone, options]);
  const known = formats.get(name) ?? makeFormat(locale, timeZone, options);
  formats.set(name, known);
  return known;
}

function makeFormat(
  locale: string,
  timeZone: string | undefined,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(undefined, options);
  }
}
