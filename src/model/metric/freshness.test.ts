import { aDashboardData } from '../../testing/aDashboardData';
import { timelinessOf } from './freshness';

const collected = Date.parse('2026-11-22T11:42:15.000Z');
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const data = aDashboardData();
/** Six o'clock in Sydney, where the day of the data began at six. */
const dayOver = Date.parse('2026-11-22T19:00:00.000Z');
const after = (milliseconds: number, readsTotals = false, of: unknown = data) =>
  timelinessOf(of, collected + milliseconds, 150, readsTotals);

it.each([-5_000, 0, 149 * second, 150 * second])('is fresh %d ms after the collection', (age) => {
  expect(after(age)).toEqual({
    freshness: { status: 'fresh' },
    changesAt: collected + 150_001,
    freshAt: collected + age,
  });
});

it.each([
  [150 * second + 1, 150, 'second', 160 * second],
  [10 * minute - 1, 590, 'second', 10 * minute],
  [10 * minute, 10, 'minute', 11 * minute],
  [2 * hour - 1, 119, 'minute', 2 * hour],
  [2 * hour, 2, 'hour', 3 * hour],
  [48 * hour - 1, 47, 'hour', 48 * hour],
  [48 * hour, 2, 'day', 72 * hour],
])('is stale %d ms after the collection, with an age of %d %s', (age, amount, unit, changesAfter) => {
  expect(after(age)).toEqual({
    freshness: { status: 'stale', age: { amount, unit } },
    changesAt: collected + changesAfter,
    freshAt: collected + 150 * second,
  });
});

it.each([
  [20_001, 20, 30_000],
  [29_999, 20, 30_000],
  [119_999, 110, 120_000],
])('rounds an age of %d ms to %d seconds, so that it changes seldom', (age, amount, changesAfter) => {
  expect(timelinessOf(data, collected + age, 20, false)).toMatchObject({
    freshness: { status: 'stale', age: { amount, unit: 'second' } },
    changesAt: collected + changesAfter,
  });
});

it('marks totals as those of the day before once their day is over, which says more than that they are stale', () => {
  expect(after(dayOver - 1 - collected, true)).toMatchObject({
    freshness: { status: 'stale' },
    changesAt: dayOver,
  });
  expect(after(dayOver - collected, true)).toEqual({
    freshness: { status: 'previous-day' },
    changesAt: Infinity,
    freshAt: collected + 150 * second,
  });
  expect(after(dayOver - collected)).toMatchObject({ freshness: { status: 'stale' } });
});

it('marks totals of a day that ended after the collection, though the data is fresh', () => {
  const late = aDashboardData({ collectedAt: '2026-11-22T18:59:30.000Z' });
  expect(timelinessOf(late, dayOver - 1, 150, true)).toEqual({
    freshness: { status: 'fresh' },
    changesAt: dayOver,
    freshAt: dayOver - 1,
  });
  expect(timelinessOf(late, dayOver, 150, true)).toEqual({
    freshness: { status: 'previous-day' },
    changesAt: Infinity,
    freshAt: dayOver - 1,
  });
  expect(timelinessOf(late, dayOver, 150, false).freshness).toEqual({ status: 'fresh' });
});

it.each([
  [{ day: 5 }],
  [{ day: { start: 'soon', time_zone: 'UTC', starts_at: '06:00' } }],
  [{ day: { start: '2026-11-21T19:00:00Z', time_zone: 'Mars/Olympus', starts_at: '06:00' } }],
  [{ day: { start: '2026-11-21T19:00:00Z', starts_at: '06:00' } }],
])('knows of no end of the day given %j', (part) => {
  const odd = { ...data, ...part };
  expect(timelinessOf(odd, dayOver, 1e9, true).freshness).toEqual({ status: 'fresh' });
});

it('is of unknown age given a collection of the future, until the clock has come near it', () => {
  expect(after(-hour)).toEqual({
    freshness: { status: 'stale', age: undefined },
    changesAt: collected - 5000,
    freshAt: collected,
  });
  expect(after(-5000).freshness).toEqual({ status: 'fresh' });
});

it.each([['soon'], [5], [{ toString: -1 }], [[]]])(
  'is of unknown age given data that is dated %j',
  (collected_at) => {
    expect(after(0, false, { ...data, collected_at })).toMatchObject({
      freshness: { status: 'stale', age: undefined },
      changesAt: Infinity,
    });
  },
);

it.each([[{}], [{ collected_at: null }], [null]])(
  'takes data for fresh that does not say when it was collected, as in %j',
  (undated) => {
    expect(after(24 * hour, false, undated)).toEqual({
      freshness: { status: 'fresh' },
      changesAt: Infinity,
      freshAt: collected + 24 * hour,
    });
  },
);
