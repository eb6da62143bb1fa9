import { timeIn } from './timeIn';

const sixInLondon = Date.UTC(2026, 10, 22, 6);

describe('timeIn', () => {
  it.each([
    '2026-11-22T06:00:00.000Z',
    '2026-11-22T06:00:00Z',
    '2026-11-22T06:00Z',
    '2026-11-22T07:00:00+01:00',
    '2026-11-21T20:00:00.000-10:00',
  ])('reads %s, wherever the browser is', (text) => expect(timeIn(text)).toBe(sixInLondon));

  it.each([
    '2026-11-22T06:00:00',
    '2026-11-22T06:00:00.000',
    '2026-11-22T06:00',
    '2026-11-22 06:00:00',
    '2026-11-22',
    '11/22/2026 6:00 AM',
    'Sun, 22 Nov 2026 06:00:00',
  ])('refuses %s, which each browser would read in its own zone', (text) =>
    expect(timeIn(text)).toBeUndefined(),
  );

  it.each([
    '2026-13-22T06:00:00Z',
    '2026-11-22T06:00:00+99:99',
    '1',
    '',
    'soon',
    1_795_000_000_000,
    null,
    undefined,
    {},
  ])('takes %j for no time', (value) => expect(timeIn(value)).toBeUndefined());
});
