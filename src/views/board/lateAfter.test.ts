import { lateAfter, noteCollection, type Collections } from './lateAfter';

const noon = Date.parse('2026-11-22T12:00:00.000Z');
const every = (seconds: number, count: number): Collections =>
  Array.from({ length: count }, (_, index) => noon + index * seconds * 1000).reduce<Collections>(
    noteCollection,
    [],
  );

describe('lateAfter', () => {
  it.each([
    ['half the limit, given one collection', every(1, 1), 90, 45],
    ['half the limit, given too few to know that events flow', every(1, 5), 90, 45],
    ['20 s, given a collection each second', every(1, 6), 90, 20],
    ['five times the usual pause, given one each 6 s', every(6, 9), 150, 30],
    ['half the limit, given one each minute', every(60, 9), 150, 75],
    ['half the limit, given a limit below 40 s', every(1, 9), 30, 15],
  ])('is %s', (_, collections, limit, seconds) => {
    expect(lateAfter(collections, limit)).toBe(seconds * 1000);
  });
});

describe('noteCollection', () => {
  it('counts the same collection, an older one and one without a date once', () => {
    const one = noteCollection([], noon);
    expect(noteCollection(one, noon)).toBe(one);
    expect(noteCollection(one, noon - 1)).toBe(one);
    expect(noteCollection(one, undefined)).toBe(one);
  });
});
