/** Making a format takes a hundred times as long as using it, and a dashboard needs few. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const timeFormats = new Map<string, Intl.DateTimeFormat | undefined>();

/**
 * Writes numbers as a language does, grouped and with its own decimal mark.
 *
 * @param locale BCP 47; one that the browser does not take for a language stands for its own
 * @param style of `percent`, 100 is the whole; `compact` writes 12.3K
 * @param decimals digits after the decimal mark; without, as many as there are up to two
 */
export function numberFormat(
  locale: string,
  style: 'decimal' | 'percent' | 'compact',
  decimals: number | undefined,
): (value: number) => string {
  const name = `${locale} ${style} ${decimals}`;
  let format = numberFormats.get(name);
  if (!format) {
    format = makeNumberFormat(locale, {
      ...(style === 'percent' ? { style: 'unit', unit: 'percent' } : {}),
      ...(style === 'compact' ? { notation: 'compact' } : { minimumFractionDigits: decimals ?? 0 }),
      maximumFractionDigits: decimals ?? 2,
    });
    numberFormats.set(name, format);
  }
  const known = format;
  const smallest = 0.5 / 10 ** (decimals ?? 2);
  // What is rounded to 0 has no sign.
  return (value) => known.format(Math.abs(value) < smallest ? 0 : value);
}

function makeNumberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, options);
  } catch {
    return new Intl.NumberFormat(undefined, options);
  }
}

/** Says a length of time in words, the two largest units of it: `4 minutes, 5 seconds`. */
export function spokenSeconds(seconds: number, locale: string): string {
  const whole = Math.abs(seconds);
  const parts = [
    [Math.floor(whole / 3600), 'hour'],
    [Math.floor(whole / 60) % 60, 'minute'],
    [whole % 60, 'second'],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).slice(0, 2);
  const words = (said.length > 0 ? said : parts.slice(2)).map(([amount, unit]) =>
    unitFormat(locale, unit)(amount),
  );
  return (seconds < 0 ? '−' : '') + words.join(', ');
}

function unitFormat(locale: string, unit: 'hour' | 'minute' | 'second'): (value: number) => string {
  const name = `${locale} ${unit}`;
  const format =
    numberFormats.get(name) ?? makeNumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  numberFormats.set(name, format);
  return (value) => format.format(value);
}

/** Writes a moment (milliseconds since 1970) as `HH:MM` in a time zone; undefined given one that the browser does not know. */
export function timeFormat(timeZone: string): ((instant: number) => string) | undefined {
  if (!timeFormats.has(timeZone)) timeFormats.set(timeZone, makeTimeFormat(timeZone));
  const format = timeFormats.get(timeZone);
  return format && ((instant) => format.format(instant));
}

function makeTimeFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    // The British way is HH:MM, and the same in Spanish.
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  } catch {
    return undefined;
  }
}
