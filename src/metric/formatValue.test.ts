import { formatValue } from './formatValue';

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
])('shows %d seconds as %s', (value, text) => {
  expect(formatValue(value, 'seconds')).toEqual({ text });
});

it.each([['soon'], [true], [NaN], [Infinity], ['12']])('says that %j is no number of seconds', (value) => {
  expect(formatValue(value, 'seconds')).toEqual({ problem: expect.stringContaining('needs a number') });
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
  expect(formatValue(value)).toEqual({ text });
  expect(formatValue(value, '')).toEqual({ text });
});

it.each([NaN, Infinity, -Infinity])(
  'has no text for %d without a format, and asks about a division by zero',
  (value) => {
    expect(formatValue(value)).toEqual({ problem: expect.stringContaining('divide by zero') });
  },
);

it.each(['minutes', 'constructor', 'toString'])(
  'names the known formats given the unknown format %j',
  (format) => {
    expect(formatValue(1, format)).toEqual({
      problem: `There is no format "${format}". The formats are "" and "seconds".`,
    });
  },
);
