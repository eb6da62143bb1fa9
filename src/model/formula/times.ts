import { FormulaError } from './FormulaError';
import type { Run } from './Run';
import { quote } from './values';

const { parse } = Date;

/** A year, a month or a day, which ECMAScript reads as UTC; anything with a time of day needs a zone after it. */
const dayAlone = /^\s*[+-]?\d{4,6}(-\d\d(-\d\d)?)?\s*$/;
const timeWithZone =
  /\d:\d\d(:\d\d([.,]\d+)?)?\s*([ap]m)?\s*(Z|(UTC?|GMT)([+-]\d\d:?\d\d)?|[ECMP][SD]T|[+-]\d\d:?\d\d)\s*(\([^()]*\))?\s*$/i;
const longestTime = 100;

/**
 * `Date.parse`: milliseconds since 1970, NaN for what is no time. JavaScript reads a time without a zone in the zone of the browser,
 * so that two screens would show two values; such a time is refused.
 */
export function parseTime(text: string, run: Run): number {
  run.charge(10 + (text.length >> 3));
  if (text.length > longestTime)
    throw new FormulaError('too-large', `A time has at most ${longestTime} characters.`);
  const begun = run.beginHostCall();
  const time = parse(text);
  run.endHostCall(begun);
  if (Number.isNaN(time) || dayAlone.test(text) || timeWithZone.test(text)) return time;
  throw new FormulaError(
    'blocked',
    `${quote(text)} does not say in which time zone it is. Write it with its offset, as in "2026-01-31T09:00:00Z" or "2026-01-31T09:00:00+01:00".`,
  );
}
