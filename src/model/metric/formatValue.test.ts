import { inEnglish } from '../../testing/inEnglish';
import { prepareFormat, type FormatResult } from './formatValue';
import type { MetricValue } from './Reading';

const british = { locale: 'en-GB', timeZone: 'Australia/Sydney' };
const format = (
  value: MetricValue,
  name?: string,
  decimals?: number,
  place: { readonly locale: string; readonly timeZone: string | undefined } = british,
): FormatResult =>
  prepareFormat(
    { ...(name === undefined ? {} : { format: name }), ...(decimals === undefined ? {} : { decimals }) },
    place.locale,
  )(value, place.timeZone);

it.each([
  [0, '0:00', 0],
  [5, '0:05', 5],
  [59.99, '0:59', 59],
  [60, '1:00', 60],
  [245, '4:05', 245],
  [3599, '59:59', 3599],
  [3600, '1:00:00', 3600],
  [90_000, '25:00:00', 90_000],
  [-5, '-0:05', -5],
  [-0.5, '0:00', 0],
])('shows %d seconds as %s, and says that these are %d', (value, text, seconds) => {
  expect(format(value, 'seconds')).toEqual({ text, seconds });
});

it.each([
  [0, '00:00:00'],
  [59, '00:00:59'],
  [59.99, '00:00:59'],
  [60, '00:01:00'],
  [3599, '00:59:59'],
  [3600, '01:00:00'],
  [86_399, '23:59:59'],
  [90_000, '25:00:00'],
  [360_000, '100:00:00'],
  [-5, '-00:00:05'],
  [-0.5, '00:00:00'],
])('shows %d seconds on a clock with hours as %s', (value, text) => {
  expect(format(value, 'hh:mm:ss')).toMatchObject({ text });
});

it.each([
  [0, '0'],
  [0.04, '0'],
  [7.25, '7.3'],
  [999, '999'],
  [1234, '1.2k'],
  [12_345, '12.3k'],
  [2_000_000, '2m'],
  [-4321, '-4.3k'],
])('shortens %d to %s', (value, text) => {
  expect(format(value, 'compact')).toEqual({ text });
});

it.each([
  [0, '0 s'],
  [59.9, '59 s'],
  [60, '1 m 0 s'],
  [252, '4 m 12 s'],
  [3599, '59 m 59 s'],
  [3600, '1 h 0 m'],
  [86_399, '23 h 59 m'],
  [86_400, '1 d 0 h'],
  [1_209_600, '14 d 0 h'],
  [-252, '-4 m 12 s'],
  [-0.5, '0 s'],
])('shows a duration of %d as %s', (value, text) => {
  expect(format(value, 'duration')).toMatchObject({ text });
});

it.each([
  [0, undefined, '0'],
  [1234.567, undefined, '1,234.57'],
  [1234.567, 0, '1,235'],
  [0.125, 2, '0.13'],
  [3, 2, '3.00'],
  [-1234, undefined, '-1,234'],
  [-0.004, undefined, '0'],
  [-0.4, 0, '0'],
  [-0.5, 0, '-1'],
  [1_234_567, 6, '1,234,567.000000'],
])('shows the number %d with %s decimals as %s', (value, decimals, text) => {
  expect(format(value, 'number', decimals)).toEqual({ text });
});

it.each([
  [0, undefined, '0%'],
  [71.42857142857143, undefined, '71%'],
  [71.42857142857143, 1, '71.4%'],
  [100, undefined, '100%'],
  [1234.5, 1, '1,234.5%'],
  [-0.2, undefined, '0%'],
])('shows %d percent with %s decimals as %s', (value, decimals, text) => {
  expect(format(value, 'percent', decimals)).toEqual({ text });
});

it('groups and marks decimals as the language does', () => {
  const german = { ...british, locale: 'de-DE' };
  expect(format(12_345.6, 'number', 1, german)).toEqual({ text: '12.345,6' });
  expect(format(71.4, 'percent', 1, { ...british, locale: 'es-ES' })).toEqual({ text: '71,4\u00a0%' });
});

it('takes a locale that is none for the own one of the browser', () => {
  expect(format(3, 'number', 0, { ...british, locale: 'en_GB.UTF-8' })).toEqual({ text: '3' });
});

it.each([
  ['2026-11-21T19:00:00Z', '06:00'],
  ['2026-11-21T13:05:59.999Z', '00:05'],
  ['2026-11-22T00:00:00+11:00', '00:00'],
  [Date.parse('2026-11-22T11:42:15Z'), '22:42'],
  [Date.parse('2026-07-01T00:00:00Z'), '10:00'],
])('tells the time %j in the zone of the data as %s', (value, text) => {
  expect(format(value, 'time')).toEqual({ text });
});

it.each(['06:00', '2026-11-22', '2026-11-22T06:00:00', '2026-13-22T06:00:00Z', '', NaN, 8.64e15 + 1, true])(
  'says that %j is no time that means the same everywhere',
  (value) => {
    expect(format(value, 'time')).toEqual({
      problem: { kind: 'format-needs-time', found: typeof value === 'string' ? `"${value}"` : String(value) },
    });
  },
);

it.each([
  [undefined, { kind: 'no-time-zone' }],
  ['Mars/Olympus', { kind: 'unknown-time-zone', timeZone: 'Mars/Olympus' }],
])('tells no time given the time zone %j', (timeZone, problem) => {
  expect(format(0, 'time', undefined, { ...british, timeZone })).toEqual({ problem });
});

it.each(['seconds', 'duration', 'number', 'percent'])('needs a number for the format "%s"', (name) => {
  for (const value of ['soon', true, NaN, Infinity, '12'])
    expect(format(value, name)).toEqual({
      problem: {
        kind: 'format-needs-number',
        format: name,
        found: typeof value === 'string' ? `"${value}"` : String(value),
      },
    });
});

it.each([
  [3, '3'],
  [0, '0'],
  [-2, '-2'],
  [27.333333333333332, '27.33'],
  [0.1 + 0.2, '0.3'],
  ['Support', 'Support'],
  ['', ''],
  [false, 'false'],
])('shows %j as %j without a format', (value, text) => {
  expect(format(value)).toEqual({ text });
  expect(format(value, '')).toEqual({ text });
});

it('cuts text that no tile can hold', () => {
  expect(format('x'.repeat(10_000))).toEqual({ text: 'x'.repeat(200) });
});

it.each([NaN, Infinity, -Infinity])(
  'has no text for %d without a format, and asks about a division by zero',
  (value) => {
    const formatted = format(value);
    expect('problem' in formatted && inEnglish(formatted.problem)).toBe(
      `The formula gives ${value}, which is not a number. Does it divide by zero?`,
    );
  },
);

it.each(['minutes', 'Percent', 'constructor', 'toString'])(
  'names the known formats given the unknown format %j',
  (name) => {
    const formatted = format(1, name);
    expect('problem' in formatted && inEnglish(formatted.problem)).toBe(
      `There is no format "${name}". The formats are "", "number", "compact", "percent", "seconds", "hh:mm:ss", "duration" and "time".`,
    );
  },
);
