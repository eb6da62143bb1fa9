import type { MetricDefinition } from '../contract/metricDefinition';
import { timeIn } from '../day/timeIn';
import { numberFormat, timeFormat } from './intlFormats';
import type { FormatProblem } from './Problem';
import type { MetricValue } from './Reading';

export type FormatResult = { readonly text: string } | { readonly problem: FormatProblem };

/**
 * Writes a value as the tile shows it, or says why the value and the format do not fit together.
 * @param timeZone IANA name of the zone in which times are told; undefined when the data does not say
 */
export type Format = (value: MetricValue, timeZone: string | undefined) => FormatResult;

/** BCP 47, such as `en-GB`: how numbers are written. */
type MakeFormat = (decimals: number | undefined, locale: string) => Format;

/** Longer text is cut: a tile holds a few words, and drawing thousands of characters stalls the page. */
const longestText = 200;

const formats: ReadonlyMap<string, MakeFormat> = new Map<string, MakeFormat>([
  ['', () => asItIs],
  ['seconds', () => ofNumber('seconds', clockText)],
  ['duration', () => ofNumber('duration', durationText)],
  ['number', (decimals, locale) => ofNumber('number', numberFormat(locale, 'decimal', decimals))],
  ['percent', (decimals = 0, locale) => ofNumber('percent', numberFormat(locale, 'percent', decimals))],
  ['time', () => time],
]);

/** Resolves the format of a metric in a language. */
export function prepareFormat(
  { format = '', decimals }: Pick<MetricDefinition, 'format' | 'decimals'>,
  locale: string,
): Format {
  const known = formats.get(format);
  if (known) return known(decimals, locale);
  const problem: FormatProblem = {
    kind: 'unknown-format',
    format: format.slice(0, longestText),
    formats: [...formats.keys()],
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

/** HH:MM:SS; hours go on above 24 and above 99. */
function clockText(seconds: number): string {
  const whole = Math.trunc(Math.abs(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return signOf(seconds) + parts.map((part) => String(part).padStart(2, '0')).join(':');
}

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
