import { RateLimiter, sustainedWritesPerSecond } from './RateLimiter';

describe('sustainedWritesPerSecond', () => {
  test.each([
    [0, 20],
    [1023, 20],
    [1024, 20],
    [5632, 11],
    [10_240, 2],
    [10_241, 2],
    [16_384, 2],
  ])('given %i bytes returns %i', (bytes, perSecond) => {
    expect(sustainedWritesPerSecond(bytes)).toBe(perSecond);
  });

  test('falls as soon as the data exceed 1 KiB', () => {
    expect(sustainedWritesPerSecond(1025)).toBeLessThan(20);
  });
});

describe('RateLimiter', () => {
  let time = 0;
  let limiter: RateLimiter;

  beforeEach(() => {
    time = 0;
    limiter = new RateLimiter(() => time);
  });

  const takeAll = (perSecond: number): number => {
    let taken = 0;
    while (taken < 10_000 && limiter.take('a', perSecond)) taken += 1;
    return taken;
  };

  test.each([
    [20, 200],
    [2, 20],
  ])('at %i a second lets a burst of ten seconds through, %i, and no more', (perSecond, burst) => {
    expect(takeAll(perSecond)).toBe(burst);
  });

  test('lets one more through when time for one has passed, not before', () => {
    takeAll(2);
    time = 499;
    expect(limiter.take('a', 2)).toBe(false);
    time = 500;
    expect(limiter.take('a', 2)).toBe(true);
    expect(limiter.take('a', 2)).toBe(false);
  });

  test('saves up no more than a burst, however long nothing happens', () => {
    takeAll(2);
    time = 3_600_000;
    expect(takeAll(2)).toBe(20);
  });

  test('counts small and large writes against the same ten seconds', () => {
    for (let written = 0; written < 100; written += 1) limiter.take('a', 20);
    expect(takeAll(2)).toBe(10);
  });

  test('keeps keys apart', () => {
    takeAll(2);
    expect(limiter.take('b', 2)).toBe(true);
  });
});
