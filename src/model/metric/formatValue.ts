import type { MetricDefinition } from '../../schema/metricDefinition';
import { timeIn } from '../time/timeIn';
import { numberFormat, timeFormat } from './intlFormats';
import type { FormatProblem } from './Problem';
import type { MetricValue } from './Reading';

export type FormatResult =
  | {
      readonly text: string;
      /** Of a length of time: what the text says in whole seconds, for those who hear it. */
      readonly seconds?: number;
    }
  | { readonly problem: FormatProblem };

/**
 * Writes a value as the tile shows it, or says why the value and the format do not fit together.
 * @param timeZone IANA name of the zone in which times are told; undefined when the data does not say
 */
export type Format = (value: MetricValue, timeZone: string | undefined) => FormatResult;

/** BCP 47, such as `en-GB`: how numbers are written. */
type MakeFormat = (decimals: number | undefined, locale: string) => Format;

/** Longer text is cut: a tile holds a few words, and drawing thousands of characters stalls the page. */
const longestText = 200;

/** Every format there is; what the editor offers and which thresholds are checked follow from it. */
const formats = {
  '': { takes: 'anything', make: () => asItIs },
  number: {
    takes: 'numbers',
    make: (decimals, locale) => ofNumber('number', numberFormat(locale, 'decimal', decimals)),
  },
  compact: {
    takes: 'numbers',
    make: (_decimals, locale) => ofNumber('compact', numberFormat(locale, 'compact', 1)),
  },
  percent: {
    takes: 'numbers',
    make: (decimals = 0, locale) => ofNumber('percent', numberFormat(locale, 'percent', decimals)),
  },
  seconds: { takes: 'numbers', make: () => ofSeconds('seconds', minutesText) },
  'hh:mm:ss': { takes: 'numbers', make: () => ofSeconds('hh:mm:ss', clockText) },
  duration: { takes: 'numbers', make: () => ofSeconds('duration', durationText) },
  time: { takes: 'anything', make: () => time },
} as const satisfies Readonly<Record<string, { takes: 'numbers' | 'anything'; make: MakeFormat }>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];

export const isFormatName = (name: string): name is FormatName =>
  Object.prototype.hasOwnProperty.call(formats, name);

/** Whether a threshold that is text, `60s` for one, would never be crossed there. */
export const takesOnlyNumbers = (name: string): boolean =>
  isFormatName(name) && formats[name].takes === 'numbers';

/** Resolves the format of a metric in a language. */
export function prepareFormat(
  { format = '', decimals }: Pick<MetricDefinition, 'format' | 'decimals'>,
  locale: string,
): Format {
  if (isFormatName(format)) return formats[format].make(decimals, locale);
  const problem: FormatProblem = {
    kind: 'unknown-format',
    format: format.slice(0, longestText),
    formats: formatNames,
  };
  return () => ({ problem });
}

function asItIs(value: MetricValue): FormatResult {
  if (typeof value !== 'number')
    return { text: typeof value === 'string' ? value.slice(0, longestText) : String(value) };
  return Number.isFinite(value)
    ? { text: plainNumber(value) }
    : { problem: { kind: 'not-finite', found: String(value) } };
}

/** At most two decimals: an average such as 27.333333333333332 would fill the tile and say no more. */
const plainNumber = (value: number): string => String(Math.round(value * 100) / 100);

function ofNumber(name: string, write: (value: number) => string): Format {
  return (value) =>
    typeof value === 'number' && Number.isFinite(value)
      ? { text: write(value) }
      : { problem: { kind: 'format-needs-number', format: name, found: quoted(value) } };
}

function ofSeconds(name: string, write: (seconds: number) => string): Format {
  const format = ofNumber(name, write);
  return (value, timeZone) => {
    const result = format(value, timeZone);
    return 'text' in result ? { ...result, seconds: Math.trunc(Number(value)) + 0 } : result;
  };
}

/** m:ss, and h:mm:ss from an hour on. */
function minutesText(seconds: number): string {
  const [hours, minutes, rest] = clockParts(seconds);
  const parts = hours > 0 ? [hours, twoDigits(minutes), twoDigits(rest)] : [minutes, twoDigits(rest)];
  return signOf(seconds) + parts.join(':');
}

/** HH:MM:SS; hours go on above 24 and above 99. */
const clockText = (seconds: number): string => signOf(seconds) + clockParts(seconds).map(twoDigits).join(':');

function clockParts(seconds: number): readonly [hours: number, minutes: number, seconds: number] {
  const whole = Math.trunc(Math.abs(seconds));
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
}

const twoDigits = (part: number): string => String(part).padStart(2, '0');

/** The two largest units, both always, so that a growing age does not change its width at every minute. */
function durationText(seconds: number): string {
  const whole = Math.trunc(Math.abs(seconds));
  const days = Math.floor(whole / 86_400);
  const hours = Math.floor(whole / 3600) % 24;
  const minutes = Math.floor(whole / 60) % 60;
  const text =
    days > 0
      ? `${days} d ${hours} h`
      : hours > 0
        ? `${hours} h ${minutes} m`
        : minutes > 0
          ? `${minutes} m ${whole % 60} s`
          : `${whole} s`;
  return signOf(seconds) + text;
}

/** None for what is cut to 0. */
const signOf = (seconds: number): string => (seconds <= -1 ? '-' : '');

function time(value: MetricValue, timeZone: string | undefined): FormatResult {
  const instant = typeof value === 'string' ? timeIn(value) : value;
  if (typeof instant !== 'number' || Number.isNaN(new Date(instant).getTime())) {
    return { problem: { kind: 'format-needs-time', found: quoted(value) } };
  }
  if (timeZone === undefined) return { problem: { kind: 'no-time-zone' } };
  const write = timeFormat(timeZone);
  return write
    ? { text: write(instant) }
    : { problem: { kind: 'unknown-time-zone', timeZone: timeZone.slice(0, longestText) } };
}

const quoted = (value: MetricValue): string =>
  typeof value === 'string' ? `"${value.slice(0, longestText)}"` : String(value);
