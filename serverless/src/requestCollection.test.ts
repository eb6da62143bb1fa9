import fc from 'fast-check';
import type { StoredDashboardData } from '../../src/schema/dashboardData';
import { clockToleranceMs, reachMs } from './CollectionTiming';
import type { PartContent } from './fitPart';
import type { Lease } from './lease';
import { holdsForEvery } from './testing/holdsForEvery';
import { listedParts, simulateCollector, type Simulated, type Simulation } from './testing/simulateCollector';

const timing = { intervalMs: 2_000, trailingMs: 3_000 };
const tolerance = clockToleranceMs(timing);
const reach = reachMs(timing);
const slowestRequestMs = 150;

/** Bursts, lone events and pauses; some of them twice. */
const someEvents = fc
  .array(
    fc.record({
      after: fc.oneof(fc.integer({ min: 0, max: 12_000 }), fc.integer({ min: 1_400, max: 2_100 })),
      events: fc.integer({ min: 1, max: 12 }),
      within: fc.constantFrom(0, 5, 100, 700, 2_500),
      twice: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((bursts) => {
    let start = 0;
    return bursts.flatMap(({ after, events, within, twice }) => {
      start += after;
      const times = Array.from({ length: events }, (_, index) => start + (index * within) / events);
      return twice ? [...times, ...times.map((time) => time + 180)] : times;
    });
  });

const clocksWithin = (milliseconds: number) =>
  fc.array(fc.integer({ min: -milliseconds / 2, max: milliseconds / 2 }), { minLength: 1, maxLength: 6 });

const aSimulation = (more: {
  [key in keyof Simulation]?: fc.Arbitrary<NonNullable<Simulation[key]>>;
}): fc.Arbitrary<Simulation> =>
  fc
    .record({
      seed: fc.integer(),
      events: someEvents,
      clockOffsets: clocksWithin(tolerance),
      serveMany: fc.boolean(),
      ...more,
    })
    .map((part) => ({ ...timing, slowestRequestMs, ...part }));

const holds = (
  simulations: fc.Arbitrary<Simulation>,
  check: (simulated: Simulated, simulation: Simulation) => void,
  runs: { readonly numRuns?: number; readonly found?: readonly Simulation[] } = {},
): Promise<void> => holdsForEvery(simulations, check, { numRuns: 600, ...runs });

/** When the first data stood in Sync whose collection began at that time or later. */
const freshAt = ({ written }: Simulated, time: number): number =>
  Math.min(...written.filter(({ begun }) => begun >= time).map(({ at }) => at));

const spread = (offsets: readonly number[]): number => Math.max(...offsets) - Math.min(...offsets);

/** A collection's own duration: the lease, the statistics, and the data document read and written, each at its slowest. */
const collectionMs = 5 * slowestRequestMs;

function expectFresh(simulated: Simulated, events: readonly number[], limitMs: number): void {
  const stale = events.filter((event) => freshAt(simulated, event) > event + limitMs);
  expect({ stale, simulated: stale.length > 0 ? simulated.written : [] }).toEqual({
    stale: [],
    simulated: [],
  });
}

function expectMonotonic({ written }: Simulated): void {
  const numbers = written.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
}

/** Between two lives of the lease, clocks decide, and they differ. */
function expectNothingOlder({ written }: Simulated, clockOffsets: readonly number[]): void {
  const back = written.map(({ begun }, index) => Math.max(0, (written[index - 1]?.begun ?? 0) - begun));
  expect(Math.max(...back)).toBeLessThanOrEqual(spread(clockOffsets) + 1);
}

test('(a) every event is followed, within the interval and the collection itself, by data of a collection that began after it', () =>
  holds(aSimulation({}), (simulated, { events, clockOffsets }) => {
    expectFresh(simulated, events, timing.intervalMs + collectionMs + spread(clockOffsets));
    expect(simulated.answers.failed).toBe(0);
  }));

test('(a) holds when answers to writes get lost, so that they are sent twice', () =>
  holds(aSimulation({ lostAnswers: fc.constantFrom(0.1, 0.5) }), (simulated, { events, clockOffsets }) =>
    expectFresh(simulated, events, timing.intervalMs + 2 * collectionMs + spread(clockOffsets)),
  ));

test('a lone event after a quiet time is collected at once', async () => {
  const simulated = await simulateCollector({
    ...timing,
    seed: 1,
    events: [0, 60_000],
    clockOffsets: [0, 0],
    serveMany: true,
    slowestRequestMs,
  });

  expect(freshAt(simulated, 60_000)).toBeLessThanOrEqual(60_000 + collectionMs);
});

test('(b) collections, reads and writes stay within the same bounds, however many events there are', () =>
  holds(
    fc
      .record({
        perSecond: fc.constantFrom(1, 10, 100, 500),
        seconds: fc.integer({ min: 1, max: 12 }),
        seed: fc.integer(),
        clockOffsets: clocksWithin(tolerance),
      })
      .map(({ perSecond, seconds, seed, clockOffsets }) => ({
        ...timing,
        seed,
        clockOffsets,
        serveMany: true,
        slowestRequestMs,
        events: Array.from({ length: perSecond * seconds }, (_, index) => (index * 1_000) / perSecond),
      })),
    (simulated, { events, clockOffsets }) => {
      const { collections, lease, data } = simulated;
      const intervals = ((events.at(-1) ?? 0) + timing.trailingMs + reach) / timing.intervalMs + 1;

      expect(collections.length).toBeLessThanOrEqual(intervals);
      expect(data.writes.length).toBeLessThanOrEqual(collections.length);
      expect(data.reads).toBeLessThanOrEqual(collections.length + 2);
      const promises = new Set(lease.writes.map(({ data }) => (data as Lease).number));
      expect(promises.size).toBe(collections.length);
      // Each promise is written once. One more write says how long collections take, if it has not been said when the first
      // owner goes: all later promises say it, too, and where collections are quick there is nothing else to tell.
      expect(lease.writes.length).toBeLessThanOrEqual(collections.length + 1);
      expect(lease.conflicts).toBeLessThanOrEqual(intervals * clockOffsets.length);
      expect(lease.reads).toBeLessThanOrEqual(intervals * (2 * clockOffsets.length + 2));
      expect([lease.refused, data.refused]).toEqual([0, 0]);
    },
    { numRuns: 40 },
  ));

test.each([1, 20, 100, 500, 1_000, 2_000])(
  '(b) Sync refuses nothing (429) at %d events a second, with 30 and with 60 instances of one invocation each',
  async (perSecond) => {
    const seconds = 60;
    for (const instances of [30, 60]) {
      const { lease, data, answers } = await simulateCollector({
        ...timing,
        seed: 1,
        clockOffsets: Array.from({ length: instances }, (_, index) => (index % 11) * 20 - 100),
        serveMany: false,
        mostInvocations: instances,
        slowestRequestMs,
        events: Array.from({ length: perSecond * seconds }, (_, index) => (index * 1_000) / perSecond),
      });

      expect([lease.refused, data.refused, answers.failed]).toEqual([0, 0, 0]);
      // Each asks once for two intervals, and now and then again because others were first.
      expect(lease.reads / seconds).toBeLessThan(4 + instances / (timing.intervalMs / 1_000));
    }
  },
);

test('(b) instances that remember nothing are refused reads, and yet collect as often and as fresh as ever', async () => {
  const events = Array.from({ length: 12_000 }, (_, index) => index * 5);
  const simulated = await simulateCollector({
    ...timing,
    seed: 1,
    clockOffsets: Array.from({ length: 30 }, () => 0),
    serveMany: false,
    cold: true,
    mostInvocations: 30,
    slowestRequestMs,
    events,
  });

  expect(simulated.lease.refused).toBeGreaterThan(0);
  expectFresh(simulated, events, timing.intervalMs + collectionMs + 3_000);
  expectMonotonic(simulated);
});

test('(b) at most four invocations stay open to collect; all others have asked, and go', () =>
  holds(aSimulation({}), ({ mostCollecting, coveredMs }) => {
    expect(mostCollecting).toBeLessThanOrEqual(4);
    expect(Math.max(0, ...coveredMs)).toBeLessThanOrEqual(12 * slowestRequestMs);
  }));

test('whoever waits for the trailing collection goes soon after somebody else has promised a later one', async () => {
  const events = Array.from({ length: 200 }, (_, index) => index * 100);
  const settings = { ...timing, seed: 1, clockOffsets: [0, 0, 0], serveMany: true, slowestRequestMs };

  expect((await simulateCollector({ ...settings, events })).mostCollecting).toBe(3);
});

test('an event that a promise covers, duplicate or not, causes no collection and no write', async () => {
  const lone = [0, 10_000];
  const settings = { ...timing, seed: 1, clockOffsets: [0, 0], serveMany: true, slowestRequestMs };
  // The second event promises a collection for 12,000; all that come until 11,500 are surely before it.
  const few = await simulateCollector({ ...settings, events: [...lone, 10_300] });
  const duplicates = Array.from({ length: 300 }, (_, index) => 10_700 + (index % 100) * 8);
  const many = await simulateCollector({ ...settings, events: [...lone, 10_300, ...duplicates] });

  expect(many.collections).toHaveLength(few.collections.length);
  expect(many.lease.writes).toHaveLength(few.lease.writes.length);
  expect(many.data.writes).toHaveLength(few.data.writes.length);
});

test('(c) data are never replaced by those of a collection with a lower number, or that began earlier, whatever happens', () =>
  holds(
    aSimulation({
      kills: fc.constantFrom(0, 0.03),
      failures: fc.constantFrom(0, 0.2),
      lostAnswers: fc.constantFrom(0, 0.3),
      slowestRequestMs: fc.constantFrom(50, 800, 3_000),
    }),
    (simulated) => {
      expectMonotonic(simulated);
      const begun = simulated.written.map(({ begun }) => begun);
      expect(begun).toEqual([...begun].sort((a, b) => a - b));
    },
    { numRuns: 2_000 },
  ));

test('(c) numbers only ever rise even where clocks are hours apart', () =>
  holds(aSimulation({ clockOffsets: clocksWithin(8 * 3_600_000) }), expectMonotonic));

/** Events that no accident concerns. Whoever came while a broken promise was good, or broke one, waits for the next event. */
const untouched = ({ accidents }: Simulated, { events }: Simulation, limitMs: number): readonly number[] =>
  events.filter((event) => accidents.every((at) => at < event - reach - tolerance || at > event + limitMs));

test('(d) a killed invocation delays others for no longer than the promise it broke', () =>
  holds(
    aSimulation({ kills: fc.constantFrom(0.01, 0.05, 0.2) }),
    (simulated, simulation) => {
      const limit = timing.intervalMs + collectionMs + spread(simulation.clockOffsets);
      expectFresh(simulated, untouched(simulated, simulation, limit), limit);
    },
    { numRuns: 2_000 },
  ));

/** Twilio refuses a write of the lease for so long that its writer gives the promise up; it is for 9,739, and nothing comes after it. */
const ownPromiseBroken: Simulation = {
  ...timing,
  slowestRequestMs,
  seed: 1451227472,
  events: [
    0, 175, 350, 525, 3647, 3657, 3667, 3677, 3687, 3697, 3707, 3717, 3727, 3737, 3827, 3837, 3847, 3857,
    3867, 3877, 3887, 3897, 3907, 3917, 9739,
  ],
  clockOffsets: [0, 0, 87, 192],
  serveMany: false,
  kills: 0.02,
  failures: 0.2,
};

test('(d) so does one that fails, but for the time that it takes to try again', () =>
  holds(
    aSimulation({ kills: fc.constantFrom(0, 0.02), failures: fc.constantFrom(0.05, 0.2) }),
    (simulated, simulation) => {
      const attemptsMs = 3_000 + 4 * slowestRequestMs;
      const limit = timing.intervalMs + collectionMs + spread(simulation.clockOffsets) + 3 * attemptsMs;
      expectFresh(simulated, untouched(simulated, simulation, limit), limit);
    },
    { numRuns: 1_000, found: [ownPromiseBroken] },
  ));

test('(d) after Sync was down for 30 s, the first event that comes is collected as ever', () =>
  holds(
    aSimulation({}).map((simulation) => ({
      ...simulation,
      events: [...simulation.events.map((time) => time / 3), 31_000 + 30_000],
      syncDown: [500, 30_500] as const,
    })),
    (simulated, { clockOffsets }) => {
      expectFresh(simulated, [61_000], timing.intervalMs + collectionMs + spread(clockOffsets));
      expectMonotonic(simulated);
    },
    { numRuns: 40 },
  ));

test('(d) a lease that nobody can have written keeps nobody waiting', async () => {
  const hours = 3_600_000;
  const simulated = await simulateCollector({
    ...timing,
    seed: 1,
    // One clock is hours ahead, and one hours behind.
    clockOffsets: [0, 5 * hours, -5 * hours, 0, 0],
    events: Array.from({ length: 40 }, (_, index) => index * 977),
    serveMany: true,
    slowestRequestMs,
  });

  expectFresh(
    simulated,
    Array.from({ length: 40 }, (_, index) => index * 977),
    timing.intervalMs + collectionMs,
  );
});

test('(e) another collection follows the last event after the trailing delay, when statistics have caught up', () =>
  holds(aSimulation({}), ({ collections }, { events, clockOffsets }) => {
    const last = Math.max(...events);
    const latest = last + 2 * timing.trailingMs + collectionMs + spread(clockOffsets);
    // One clock may have counted the delay, and another one the event.
    const trailing = collections.filter((begun) => begun >= last + timing.trailingMs - spread(clockOffsets));
    expect(trailing.some((begun) => begun <= latest)).toBe(true);
    // After busy times, a promise may reach so far that it is the first of two.
    expect(trailing.length).toBeLessThanOrEqual(2);
  }));

test('(e) holds after a storm with a slow Twilio, when the last promise was made two intervals ahead', async () => {
  const events = Array.from({ length: 1_000 }, (_, index) => index * 10);
  for (let seed = 1; seed <= 100; seed += 1) {
    const { answers, collections } = await simulateCollector({
      ...timing,
      seed,
      clockOffsets: [0, 0, 0],
      serveMany: true,
      slowestRequestMs: 350,
      events,
    });

    expect(answers.failed).toBe(0);
    expect(collections.at(-1)).toBeGreaterThanOrEqual(Math.max(...events) + timing.trailingMs);
  }
});

/** So many events a second for 20 s, and one after a pause. */
const stormOf = (perSecond: number, pause: number): readonly number[] => {
  const storm = Array.from({ length: 20 * perSecond }, (_, index) => (index * 1_000) / perSecond);
  return [...storm, 20_000 + pause];
};

const slowTimes = {
  slowestRequestMs: 60,
  statisticsMs: [3_000, 6_000],
  queuesAt: (time: number) => [{ queue: { sid: 'WQ1', time } } as unknown as PartContent],
} as const;

const slow = (more: { [key in keyof Simulation]?: fc.Arbitrary<NonNullable<Simulation[key]>> } = {}) =>
  aSimulation({
    slowestRequestMs: fc.constant(slowTimes.slowestRequestMs),
    statisticsMs: fc.constant(slowTimes.statisticsMs),
    queuesAt: fc.constant(slowTimes.queuesAt),
    // A storm of 20 s, in which every instance learns how slow they are.
    events: fc
      .record({ perSecond: fc.constantFrom(2, 10, 40), pause: fc.integer({ min: 0, max: 3_000 }) })
      .map(({ perSecond, pause }) => stormOf(perSecond, pause)),
    ...more,
  });
/**
 * In the end the data are of a collection that began after the last event, and so is the queue in a document of its own, unless
 * there was no time left to write it. Then the data say so, and list what the document holds.
 */
const expectTruth = (simulated: Simulated, since: number): void => {
  expect(simulated.written.at(-1)?.begun).toBeGreaterThanOrEqual(since);
  const { completeness, notices } = simulated.data.stored?.data as unknown as StoredDashboardData;
  const queue = simulated.parts.get('data-queue-1')?.stored;
  const held = queue?.data as { collection: number; queue: { time: number } } | undefined;
  if (completeness?.queues?.late !== 1) {
    expect(held?.queue.time).toBeGreaterThanOrEqual(since);
    return;
  }
  expect(completeness.queues).toEqual({ collected: 1, of: 1, late: 1 });
  expect(notices).toEqual([expect.objectContaining({ code: 'parts-late' })]);
  const [listed] = listedParts(simulated);
  expect(listed?.entry[0]).toBe(held?.collection ?? 0);
  // Without a hash, the next collection writes it.
  expect(['', queue?.revision]).toContain(listed?.entry[2]);
};

/**
 * What clocks hide in the end that differ by more than the tolerance: a promise may seem to cover an event that comes so long after
 * it. When the lease is deleted after the last event, they alone tell which of two leases' collections is newer.
 */
const hidden = ({ events, clockOffsets, deletions = [] }: Simulation): number =>
  deletions.some((at) => at > Math.max(...events))
    ? spread(clockOffsets)
    : Math.max(0, spread(clockOffsets) - tolerance);

/**
 * Whether somebody promised again, for another moment than before, because a lease was deleted, and then had no time left for
 * statistics: the one promise that is broken though nobody was killed.
 */
const brokeNewPromise = ({ outOfTime, lease }: Simulated, since: number): boolean =>
  outOfTime.some(({ by, begun }) => {
    const promises = lease.writes.map(({ data }) => data as Lease);
    const dues = promises.filter((each) => each.by === by && each.trails !== true).map(({ due }) => due);
    return begun >= since && new Set(dues).size > 1;
  });

const expectTruthButHidden = (simulated: Simulated, simulation: Simulation): void => {
  const since = Math.max(...simulation.events) - hidden(simulation);
  if (!brokeNewPromise(simulated, since)) expectTruth(simulated, since);
};

describe('given statistics that take 3 to 6 s', () => {
  test('the last event of a storm is collected, with its queues', () =>
    holds(slow(), (simulated, { events }) => expectTruth(simulated, Math.max(...events)), {
      numRuns: 60,
      found: [
        {
          ...timing,
          ...slowTimes,
          seed: -134930391,
          events: stormOf(40, 36),
          clockOffsets: [0, 0],
          serveMany: false,
        },
      ],
    }));

  test('clocks 2 s apart hide nothing that they do not hide from a promise', () =>
    holds(slow({ clockOffsets: fc.constant([-1_000, 0, 1_000]) }), expectTruthButHidden, { numRuns: 60 }));

  test('lone events are collected as they come', () =>
    holds(
      slow({ events: fc.constant([0, 30_000, 60_000, 90_000]) }),
      (simulated, { events }) => expectTruth(simulated, Math.max(...events)),
      { numRuns: 30 },
    ));
});

test('given statistics that leave no time to write queues, the data say so, and list what is there', () =>
  holds(
    slow({
      slowestRequestMs: fc.constant(20),
      statisticsMs: fc.constant([8_500, 8_500] as const),
      events: fc.constant([0, 30_000]),
    }),
    (simulated, { events }) => {
      expectTruth(simulated, Math.max(...events));
      expect((simulated.data.stored?.data as StoredDashboardData).completeness?.queues?.late).toBe(1);
    },
    { numRuns: 20 },
  ));

describe('given statistics that take 3 to 6 s, a lease that is deleted, and clocks 2 s apart', () => {
  const apart = 2_000;
  const storm = slow({
    clockOffsets: fc.array(fc.constantFrom(-apart / 2, 0, apart / 2), { minLength: 3, maxLength: 6 }),
    deletions: fc.array(fc.integer({ min: 500, max: 24_000 }), { minLength: 1, maxLength: 6 }),
  });

  test('nothing older ever replaces anything newer', () =>
    holds(storm, (simulated, { clockOffsets }) => expectNothingOlder(simulated, clockOffsets), {
      numRuns: 100,
    }));

  test('the last event is collected, with its queues, but for what clocks hide', () =>
    holds(storm, expectTruthButHidden, {
      numRuns: 100,
      found: [
        {
          ...timing,
          ...slowTimes,
          seed: 292467149,
          events: stormOf(10, 1_675),
          clockOffsets: [0, 0, -1_000, 0, 1_000, 1_000],
          serveMany: true,
          deletions: [15_632, 904, 21_714, 20_129, 15_020, 4_730],
        },
        // A trailing collection that lacks the time seems to stand for a promise whose lease was deleted.
        {
          ...timing,
          ...slowTimes,
          seed: -2108749297,
          events: stormOf(2, 0),
          clockOffsets: [0, 1_000, -1_000, -1_000, -1_000],
          serveMany: true,
          deletions: [19_006, 6_056, 9_501],
        },
      ],
    }));

  test('what they hide is there once an open dashboard has asked again', () =>
    holds(
      storm.map((simulation) => ({ ...simulation, refreshes: [Math.max(...simulation.events) + 75_000] })),
      (simulated, { events }) => expectTruth(simulated, Math.max(...events)),
      { numRuns: 60 },
    ));
});

test('clocks 2 s apart hide in the end no event that they do not hide from a promise', () =>
  holds(aSimulation({ clockOffsets: fc.constant([-1_000, 0, 1_000]) }), (simulated, simulation) =>
    expect(simulated.written.at(-1)?.begun).toBeGreaterThanOrEqual(
      Math.max(...simulation.events) - hidden(simulation),
    ),
  ));

test('given slow statistics and a deleted lease, the last event is collected with its queues', () =>
  holds(
    slow({ deletions: fc.array(fc.integer({ min: 500, max: 24_000 }), { minLength: 1, maxLength: 6 }) }),
    (simulated, simulation) => {
      expectNothingOlder(simulated, simulation.clockOffsets);
      expectTruthButHidden(simulated, simulation);
    },
    {
      numRuns: 150,
      found: [
        {
          ...timing,
          ...slowTimes,
          seed: -1143049867,
          events: stormOf(40, 0),
          clockOffsets: [-87, 135],
          serveMany: false,
          deletions: [5_829, 13_718],
        },
        // Beginning another collection, after a promise was made again, leaves no time for the slowest statistics.
        {
          ...timing,
          ...slowTimes,
          seed: 1922739553,
          events: stormOf(40, 0),
          clockOffsets: [236, -106, 90],
          serveMany: false,
          deletions: [19_351, 7_886, 3_914, 11_003, 15_448],
        },
      ],
    },
  ));

test('the lease deleted every 1.3 s: nothing older ever replaces anything newer, and the last event is collected', () =>
  holds(
    aSimulation({
      statisticsMs: fc.constant([0, 1_500] as const),
      events: fc.constant(Array.from({ length: 200 }, (_, index) => index * 100)),
      deletions: fc.constant(Array.from({ length: 15 }, (_, index) => 1_300 * (index + 1))),
    }),
    (simulated, { clockOffsets }) => {
      expectNothingOlder(simulated, clockOffsets);
      expect(simulated.written.at(-1)?.begun).toBeGreaterThanOrEqual(19_900);
    },
    { numRuns: 100 },
  ));
