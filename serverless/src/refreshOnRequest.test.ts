import fc from 'fast-check';
import { clockToleranceMs, reachMs } from './CollectionTiming';
import { recentEnough, recentMs } from './refreshOnRequest';
import { holdsForEvery } from './testing/holdsForEvery';
import { simulateCollector, type Simulated, type Simulation } from './testing/simulateCollector';

const timing = { intervalMs: 2_000, trailingMs: 3_000 };
const tolerance = clockToleranceMs(timing);
const slowestRequestMs = 150;
const collectionMs = 5 * slowestRequestMs;

const times = (most: number) =>
  fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: most }).map((all) => all.sort((a, b) => a - b));

/** Many dashboards that ask at about the same time, here and there, among events. */
const aMixture = (more: { [key in keyof Simulation]?: fc.Arbitrary<NonNullable<Simulation[key]>> } = {}) =>
  fc
    .record({
      seed: fc.integer(),
      events: times(20),
      refreshes: fc
        .array(fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 30 })), {
          maxLength: 6,
        })
        .map((groups) =>
          groups.flatMap(([at, dashboards]) =>
            Array.from({ length: dashboards }, (_, index) => at + index * 37),
          ),
        ),
      clockOffsets: fc.array(fc.integer({ min: -tolerance / 2, max: tolerance / 2 }), {
        minLength: 1,
        maxLength: 6,
      }),
      serveMany: fc.boolean(),
      ...more,
    })
    .map((part) => ({ ...timing, slowestRequestMs, ...part }));

const holds = (
  simulations: fc.Arbitrary<Simulation & { refreshes: readonly number[] }>,
  check: (simulated: Simulated, simulation: Simulation & { refreshes: readonly number[] }) => void,
): Promise<void> => holdsForEvery(simulations, check, { numRuns: 600 });

const freshAt = ({ written }: Simulated, time: number): number =>
  Math.min(...written.filter(({ begun }) => begun >= time).map(({ at }) => at));

const spread = (offsets: readonly number[]): number => Math.max(...offsets) - Math.min(...offsets);

/** How long whoever is covered may have to wait, at the most. */
const limitOf = ({ clockOffsets }: Simulation): number =>
  reachMs(timing) + collectionMs + spread(clockOffsets);

test('events are collected within the interval and the collection itself, whoever asks for a refresh among them', () =>
  holds(aMixture(), (simulated, simulation) => {
    const limit = timing.intervalMs + collectionMs + spread(simulation.clockOffsets);
    const stale = simulation.events.filter((event) => freshAt(simulated, event) > event + limit);
    expect(stale).toEqual([]);
    expect(simulated.answers.failed).toBe(0);
  }));

test('a refresh is followed by data of a collection that began after it, or a few seconds before', () =>
  holds(aMixture(), (simulated, simulation) => {
    const { refreshes, clockOffsets } = simulation;
    const stale = refreshes.filter(
      (at) => freshAt(simulated, at - recentMs - spread(clockOffsets)) > at + limitOf(simulation),
    );
    expect(stale).toEqual([]);
  }));

test('a refresh that meets a broken promise is made good by one that comes after the promise is no longer recent', () =>
  holds(aMixture({ kills: fc.constantFrom(0.02, 0.1) }), (simulated, simulation) => {
    const { refreshes, clockOffsets } = simulation;
    const limit = limitOf(simulation);
    const goodFor = recentMs + reachMs(timing) + tolerance;
    const stale = refreshes
      .filter((at) =>
        simulated.accidents.every((accident) => accident < at - goodFor || accident > at + limit),
      )
      .filter((at) => freshAt(simulated, at - recentMs - spread(clockOffsets)) > at + limit);
    expect(stale).toEqual([]);
  }));

test('readers never see an older collection after a newer one, whatever happens', () =>
  holds(
    aMixture({
      kills: fc.constantFrom(0, 0.03),
      failures: fc.constantFrom(0, 0.2),
      lostAnswers: fc.constantFrom(0, 0.3),
    }),
    ({ written }) => {
      const numbers = written.map(({ number }) => number);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    },
  ));

test.each([1, 10, 100])(
  'however often they ask, refreshes alone cause two collections for each time that one is recent: %d a second for a minute',
  async (perSecond) => {
    const seconds = 60;
    const { collections, lease, answers } = await simulateCollector({
      ...timing,
      seed: perSecond,
      events: [],
      refreshes: Array.from({ length: perSecond * seconds }, (_, index) => (index * 1_000) / perSecond),
      clockOffsets: [0, 100, -100],
      serveMany: true,
      slowestRequestMs,
    });
    const cycles = Math.ceil((seconds * 1_000) / (timing.trailingMs + recentMs - tolerance - 200));

    expect(answers.failed).toBe(0);
    expect(collections.length).toBeGreaterThan(8);
    expect(collections.length).toBeLessThanOrEqual(2 * (cycles + 1));
    expect(lease.writes).toHaveLength(collections.length);
    // Each cycle, every instance asks once, and whoever waits for the trailing collection looks now and then.
    expect(lease.reads).toBeLessThanOrEqual((cycles + 1) * (3 * 2 + 6));
    expect(lease.refused).toBe(0);
  },
);

test('a hundred dashboards that ask within a second cause one collection, and the one that trails it', async () => {
  const { collections, answers } = await simulateCollector({
    ...timing,
    seed: 3,
    events: [],
    refreshes: Array.from({ length: 100 }, (_, index) => 60_000 + index * 10),
    clockOffsets: [0, 200, -200, 0],
    serveMany: true,
    slowestRequestMs,
  });

  expect(collections).toHaveLength(2);
  expect(answers).toMatchObject({ collected: 1, covered: 99 });
});

test('a collection of the day before is not recent enough, however recent', () => {
  const now = 1_000_000;

  expect(recentEnough(now, now - 60_000)).toBe(now - recentMs);
  expect(recentEnough(now, now - recentMs)).toBe(now - recentMs);
  expect(recentEnough(now, now - 1)).toBe(now - 1);
});
