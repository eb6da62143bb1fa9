import { dayWindow } from './dayWindow';

const startOf = (now: string, timeZone: string, startsAt = '06:00') =>
  dayWindow(Date.parse(now), timeZone, startsAt).start;

test('tells the start in UTC without milliseconds, with the zone and the local time it was asked for', () => {
  expect(dayWindow(Date.parse('2026-11-22T11:42:15.678Z'), 'America/New_York', '06:00')).toEqual({
    start: '2026-11-22T11:00:00Z',
    time_zone: 'America/New_York',
    starts_at: '06:00',
  });
});

test.each([
  ['2026-11-22T05:59:59.999Z', '2026-11-21T06:00:00Z'],
  ['2026-11-22T06:00:00.000Z', '2026-11-22T06:00:00Z'],
  ['2026-11-22T06:00:00.001Z', '2026-11-22T06:00:00Z'],
])('at %s the day has begun at %s', (now, start) => {
  expect(startOf(now, 'UTC')).toBe(start);
});

test.each([
  ['Sydney, already tomorrow there', '2026-11-21T22:00:00Z', 'Australia/Sydney', '2026-11-21T19:00:00Z'],
  ['New York, still yesterday there', '2027-01-01T03:00:00Z', 'America/New_York', '2026-12-31T11:00:00Z'],
  ['Kolkata, half an hour off', '2026-03-01T00:29:00Z', 'Asia/Kolkata', '2026-02-28T00:30:00Z'],
])('counts the local date given %s', (_, now, timeZone, start) => {
  expect(startOf(now, timeZone)).toBe(start);
});

test.each([
  // The clock changes in the night, so the day that began the evening before is an hour shorter or longer.
  [
    'Sydney springs forward',
    'Australia/Sydney',
    '2026-10-03',
    '2026-10-02T20:00:00Z',
    '2026-10-03T19:00:00Z',
    23,
  ],
  ['Sydney falls back', 'Australia/Sydney', '2026-04-04', '2026-04-03T19:00:00Z', '2026-04-04T20:00:00Z', 25],
  [
    'New York springs forward',
    'America/New_York',
    '2026-03-07',
    '2026-03-07T11:00:00Z',
    '2026-03-08T10:00:00Z',
    23,
  ],
  [
    'New York falls back',
    'America/New_York',
    '2026-10-31',
    '2026-10-31T10:00:00Z',
    '2026-11-01T11:00:00Z',
    25,
  ],
  [
    'London springs forward',
    'Europe/London',
    '2026-03-28',
    '2026-03-28T06:00:00Z',
    '2026-03-29T05:00:00Z',
    23,
  ],
  ['London falls back', 'Europe/London', '2026-10-24', '2026-10-24T05:00:00Z', '2026-10-25T06:00:00Z', 25],
  [
    'Brisbane never changes',
    'Australia/Brisbane',
    '2026-10-03',
    '2026-10-02T20:00:00Z',
    '2026-10-03T20:00:00Z',
    24,
  ],
])('starts at 06:00 local time on both sides when %s', (_, timeZone, _date, start, nextStart, hours) => {
  const lastMoment = new Date(Date.parse(nextStart) - 1).toISOString();

  expect(startOf(start, timeZone)).toBe(start);
  expect(startOf(lastMoment, timeZone)).toBe(start);
  expect(startOf(nextStart, timeZone)).toBe(nextStart);
  expect(Date.parse(nextStart) - Date.parse(start)).toBe(hours * 3_600_000);
});

test.each([
  ['Sydney', 'Australia/Sydney', '02:30', '2026-10-03T16:00:00Z'],
  ['New York', 'America/New_York', '02:30', '2026-03-08T07:00:00Z'],
  ['London', 'Europe/London', '01:30', '2026-03-29T01:00:00Z'],
  ['Lord Howe, by half an hour', 'Australia/Lord_Howe', '02:15', '2026-10-03T15:30:00Z'],
  ['Santiago, at midnight', 'America/Santiago', '00:00', '2026-09-06T04:00:00Z'],
])('starts as the clock jumps over the start time in %s', (_, timeZone, startsAt, jump) => {
  const dayBefore = startOf(new Date(Date.parse(jump) - 1).toISOString(), timeZone, startsAt);

  expect(startOf(jump, timeZone, startsAt)).toBe(jump);
  expect(Date.parse(jump) - Date.parse(dayBefore)).toBeGreaterThan(23 * 3_600_000);
  expect(Date.parse(jump) - Date.parse(dayBefore)).toBeLessThanOrEqual(24 * 3_600_000);
});

test.each([
  ['Sydney', 'Australia/Sydney', '02:30', '2026-04-04T15:30:00Z'],
  ['New York', 'America/New_York', '01:30', '2026-11-01T05:30:00Z'],
  ['London', 'Europe/London', '01:30', '2026-10-25T00:30:00Z'],
])(
  'starts once, at the first of two, when the start time comes twice in %s',
  (_, timeZone, startsAt, first) => {
    const after = (minutes: number) => new Date(Date.parse(first) + minutes * 60_000).toISOString();

    expect(startOf(first, timeZone, startsAt)).toBe(first);
    expect(startOf(after(45), timeZone, startsAt)).toBe(first);
    expect(startOf(after(60), timeZone, startsAt)).toBe(first);
    expect(startOf(after(24 * 60), timeZone, startsAt)).toBe(first);
    expect(startOf(after(25 * 60), timeZone, startsAt)).not.toBe(first);
  },
);

test.each(['Australia/Sydney', 'America/New_York', 'Europe/London', 'Asia/Tokyo', 'Australia/Lord_Howe'])(
  'never moves backwards and never starts more than 25 hours ago, through a whole year in %s',
  (timeZone) => {
    let last = '';
    for (
      let now = Date.parse('2026-01-01T00:00:00Z');
      now < Date.parse('2027-01-01T00:00:00Z');
      now += 3_600_000
    ) {
      const { start } = dayWindow(now, timeZone, '02:15');
      if (start < last || Date.parse(start) > now || now - Date.parse(start) >= 25 * 3_600_000) {
        throw new Error(
          `At ${new Date(now).toISOString()} the day began at ${start}, after one that began at ${last}`,
        );
      }
      last = start;
    }
    expect(last > '2026-12-30').toBe(true);
  },
);
