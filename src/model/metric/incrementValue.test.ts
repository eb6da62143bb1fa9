import { incrementValue } from './incrementValue';

const collectedAt = Date.parse('2026-11-22T10:00:00.000Z');

it.each([
  [0, 10],
  [999, 10],
  [1000, 11],
  [61_500, 71],
])('%d ms after its collection, an age of 10 has become %d', (later, expected) => {
  expect(incrementValue(10, collectedAt, collectedAt + later)).toBe(expected);
});

it.each([0, -3])('leaves %d as it is: nothing waits', (value) => {
  expect(incrementValue(value, collectedAt, collectedAt + 60_000)).toBe(value);
});

it('adds nothing given a collection in the future', () => {
  expect(incrementValue(10, collectedAt, collectedAt - 5000)).toBe(10);
});

it('adds nothing given data that does not say when it was collected', () => {
  expect(incrementValue(10, undefined, collectedAt)).toBe(10);
});
