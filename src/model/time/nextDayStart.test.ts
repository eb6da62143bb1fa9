import { dayWindow } from '../../../serverless/src/dayWindow';
import { nextDayStart } from './nextDayStart';

const next = (after: string, time_zone: string, starts_at = '06:00'): string | undefined => {
  const start = nextDayStart(Date.parse(after), { time_zone, starts_at });
  return start === undefined ? undefined : new Date(start).toISOString();
};

it.each([
  ['2026-11-22T05:59:59.999Z', '2026-11-22T06:00:00.000Z'],
  ['2026-11-22T06:00:00.000Z', '2026-11-23T06:00:00.000Z'],
  ['2026-11-22T06:00:00.001Z', '2026-11-23T06:00:00.000Z'],
  ['2026-12-31T23:30:00.000Z', '2027-01-01T06:00:00.000Z'],
])('after %s the next day starts at %s', (after, start) => {
  expect(next(after, 'UTC')).toBe(start);
});

it.each([
  ['Sydney, already tomorrow there', '2026-11-21T22:00:00Z', 'Australia/Sydney', '2026-11-22T19:00:00.000Z'],
  ['New York, still yesterday there', '2027-01-01T03:00:00Z', 'America/New_York', '2027-01-01T11:00:00.000Z'],
  ['Kolkata, half an hour off', '2026-03-01T00:29:00Z', 'Asia/Kolkata', '2026-03-01T00:30:00.000Z'],
])('counts the local date given %s', (_, after, timeZone, start) => {
  expect(next(after, timeZone)).toBe(start);
});

it.each([
  ['Sydney springs forward', 'Australia/Sydney', '2026-10-02T20:00:00Z', '2026-10-03T19:00:00.000Z'],
  ['Sydney falls back', 'Australia/Sydney', '2026-04-03T19:00:00Z', '2026-04-04T20:00:00.000Z'],
  ['New York springs forward', 'America/New_York', '2026-03-07T11:00:00Z', '2026-03-08T10:00:00.000Z'],
  ['New York falls back', 'America/New_York', '2026-10-31T10:00:00Z', '2026-11-01T11:00:00.000Z'],
  ['London springs forward', 'Europe/London', '2026-03-28T06:00:00Z', '2026-03-29T05:00:00.000Z'],
  ['London falls back', 'Europe/London', '2026-10-24T05:00:00Z', '2026-10-25T06:00:00.000Z'],
  ['Brisbane never changes', 'Australia/Brisbane', '2026-10-02T20:00:00Z', '2026-10-03T20:00:00.000Z'],
])('starts at 06:00 local time when %s', (_, timeZone, after, start) => {
  expect(next(after, timeZone)).toBe(start);
});

it('starts as the clock jumps over the start time', () => {
  expect(next('2026-03-28T12:00:00Z', 'Europe/London', '01:30')).toBe('2026-03-29T01:00:00.000Z');
});

it('starts the first time that the wall shows a start time that comes twice, and only then', () => {
  expect(next('2026-10-24T12:00:00Z', 'Europe/London', '01:30')).toBe('2026-10-25T00:30:00.000Z');
  expect(next('2026-10-25T00:30:00Z', 'Europe/London', '01:30')).toBe('2026-10-26T01:30:00.000Z');
});

/** Often enough to see each day of the year from several sides. */
const hoursOf2026 = Array.from({ length: 1251 }, (_, index) => Date.UTC(2026, 0, 1) + index * 7 * 3_600_000);

it.each([
  ['Australia/Sydney', '06:00'],
  ['Australia/Lord_Howe', '01:45'],
  ['America/New_York', '02:30'],
  ['America/Havana', '00:00'],
  ['Europe/London', '01:00'],
  ['Asia/Kathmandu', '23:59'],
  ['Pacific/Kiritimati', '06:00'],
  ['Pacific/Pago_Pago', '00:00'],
])(
  'is the start of the first window of the Function that is a new one, in %s from %s all year',
  (zone, startsAt) => {
    /** What follows from the start of a day alone is asked once for each day. */
    const nextOf = new Map<string, number>();
    const wrong = hoursOf2026.filter((now) => {
      const day = dayWindow(now, zone, startsAt);
      const start = nextDayStart(now, day) ?? NaN;
      if (nextOf.get(day.start) === start) return false;
      nextOf.set(day.start, start);
      return (
        nextDayStart(Date.parse(day.start), day) !== start ||
        dayWindow(start - 1, zone, startsAt).start !== day.start ||
        Date.parse(dayWindow(start, zone, startsAt).start) !== start
      );
    });

    expect(wrong).toEqual([]);
  },
);

it.each([
  ['Mars/Olympus', '06:00'],
  ['UTC', '25:00'],
  ['UTC', ''],
])('is undefined given the zone %j and the start %j', (time_zone, starts_at) => {
  expect(nextDayStart(0, { time_zone, starts_at })).toBeUndefined();
});
