import { startDailyReload, type DailyReloadOptions } from './dailyReload';

const hour = 3_600_000;
const minute = 60_000;

interface Wall {
  readonly reloads: readonly string[];
  readonly postponed: readonly boolean[];
  isReachable: boolean;
  asked: number;
  stop(): void;
}

const memoryOf = (): DailyReloadOptions['memory'] => {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value) === kept,
  };
};

function wallFrom(start: string, part: Partial<DailyReloadOptions> = {}): Wall {
  jest.setSystemTime(Date.parse(start));
  const reloads: string[] = [];
  const postponed: boolean[] = [];
  const wall: Wall = { reloads, postponed, isReachable: true, asked: 0, stop: () => undefined };
  wall.stop = startDailyReload({
    reloadAt: () => '04:00',
    timeZone: () => 'Australia/Sydney',
    now: () => Date.now(),
    isReachable: () => {
      wall.asked += 1;
      return Promise.resolve(wall.isReachable);
    },
    reload: () => reloads.push(new Date().toISOString().slice(0, 16)),
    memory: memoryOf(),
    onPostponed: (value) => postponed.push(value),
    ...part,
  });
  return wall;
}

/** Lets time pass with its timers, and the answers to what they asked. */
async function pass(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += minute) {
    jest.advanceTimersByTime(Math.min(minute, milliseconds - passed));
    await Promise.resolve();
    await Promise.resolve();
  }
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.clearAllTimers();
  jest.useRealTimers();
});

// 04:00 in Sydney, in summer, is 17:00 UTC of the day before.
it('reloads within a minute or two after the hour in the zone of the data, and not before', async () => {
  const wall = wallFrom('2026-11-22T15:00:00Z');
  await pass(2 * hour - minute);
  expect(wall.reloads).toEqual([]);
  await pass(3 * minute);
  expect(wall.reloads).toHaveLength(1);
  expect(['2026-11-22T17:00', '2026-11-22T17:01']).toContain(wall.reloads[0]);
});

it('waits for the next day given a wall that was opened after the hour', async () => {
  const wall = wallFrom('2026-11-22T17:00:00Z');
  await pass(23 * hour);
  expect(wall.reloads).toEqual([]);
  await pass(hour + 2 * minute);
  expect(wall.reloads).toHaveLength(1);
});

it('uses the zone of the browser while no data has told one', async () => {
  const wall = wallFrom('2026-11-22T03:00:00Z', { timeZone: () => undefined });
  await pass(hour + 2 * minute);
  expect(wall.reloads).toHaveLength(1);
});

it('follows a setting that changes', async () => {
  let reloadAt = '04:00';
  const wall = wallFrom('2026-11-22T15:00:00Z', { reloadAt: () => reloadAt });
  reloadAt = '03:00'; // 16:00 UTC
  await pass(hour + 2 * minute);
  expect(wall.reloads).toHaveLength(1);
});

it('postpones while the page cannot be reached, says so, and reloads when it can', async () => {
  const wall = wallFrom('2026-11-22T16:59:00Z');
  wall.isReachable = false;
  await pass(20 * minute);
  expect(wall.reloads).toEqual([]);
  expect(wall.asked).toBeGreaterThan(2);
  expect(wall.asked).toBeLessThan(6);
  expect(new Set(wall.postponed)).toEqual(new Set([true]));
  wall.isReachable = true;
  await pass(6 * minute);
  expect(wall.reloads).toHaveLength(1);
  expect(wall.postponed.slice(-1)).toEqual([false]);
});

it('reloads on waking given a machine that slept through the hour', async () => {
  const wall = wallFrom('2026-11-22T15:00:00Z');
  jest.setSystemTime(Date.parse('2026-11-22T21:00:00Z'));
  await pass(minute);
  expect(wall.reloads).toEqual(['2026-11-22T21:01']);
});

it('does not reload twice in a row, even when the clock is put back over the hour', async () => {
  const memory = memoryOf();
  const first = wallFrom('2026-11-22T16:59:00Z', { memory });
  await pass(3 * minute);
  expect(first.reloads).toHaveLength(1);
  first.stop();
  const second = wallFrom('2026-11-22T16:58:00Z', { memory });
  await pass(11 * hour);
  expect(second.reloads).toEqual([]);
  expect(second.asked).toBe(0);
});

it('reloads the next day again', async () => {
  const memory = memoryOf();
  wallFrom('2026-11-22T16:59:00Z', { memory });
  await pass(3 * minute);
  const next = wallFrom('2026-11-22T17:02:00Z', { memory });
  await pass(24 * hour);
  expect(next.reloads).toHaveLength(1);
});

it('does nothing given a zone or an hour that there is none of', async () => {
  const nowhere = wallFrom('2026-11-22T16:59:00Z', { timeZone: () => 'Mars/Olympus' });
  const never = wallFrom('2026-11-22T16:59:00Z', { reloadAt: () => 'never' });
  await pass(25 * hour);
  expect([nowhere.reloads, never.reloads]).toEqual([[], []]);
});

it('leaves no timer, and does not reload, after it was ended while it asked', async () => {
  let answer: (reachable: boolean) => void = () => undefined;
  const wall = wallFrom('2026-11-22T16:59:00Z', {
    isReachable: () => new Promise((resolve) => (answer = resolve)),
  });
  await pass(3 * minute);
  wall.stop();
  answer(true);
  await pass(minute);
  expect(wall.reloads).toEqual([]);
  expect(jest.getTimerCount()).toBe(0);
});
