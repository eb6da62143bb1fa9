/** What holds of queue documents whatever happens to those who write them: in a simulated world, with the collector's own code. */
import fc from 'fast-check';
import type { PartDocument, StoredDashboardData } from '../../src/schema/dashboardData';
import type { PartContent } from './fitPart';
import { holdsForEvery } from './testing/holdsForEvery';
import { listedParts, simulateCollector, type Simulation } from './testing/simulateCollector';

const timing = { intervalMs: 2_000, trailingMs: 3_000 };
const lastEvent = 100_000;

const aQueue = (place: number, tasks: number): PartContent =>
  ({ queue: { sid: `WQ${place}`, friendly_name: `Queue ${place}`, tasks } }) as unknown as PartContent;

/** Queues that come and go, and whose numbers change now and then, also back to what they were. */
const queuesThatChange =
  (most: number, steps: readonly number[]) =>
  (time: number): readonly PartContent[] => {
    const step = steps[Math.floor(time / 1_500) % steps.length] ?? 0;
    const count = Math.max(1, most - (step % 3));
    return Array.from({ length: count }, (_, place) => aQueue(place, Math.floor(step / (place + 1)) % 2));
  };

const aSimulation = (more: {
  [key in keyof Simulation]?: fc.Arbitrary<NonNullable<Simulation[key]>>;
}): fc.Arbitrary<Simulation> =>
  fc
    .record({
      seed: fc.integer(),
      events: fc.array(fc.integer({ min: 0, max: 25_000 }), { minLength: 2, maxLength: 25 }),
      clockOffsets: fc.array(fc.integer({ min: -250, max: 250 }), { minLength: 1, maxLength: 4 }),
      serveMany: fc.boolean(),
      slowestRequestMs: fc.constantFrom(50, 400, 1_500),
      queuesAt: fc
        .record({
          most: fc.integer({ min: 1, max: 14 }),
          steps: fc.array(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 12 }),
        })
        .map(({ most, steps }) => queuesThatChange(most, steps)),
      ...more,
    })
    .map((part) => ({ ...timing, ...part }));

const accidents = {
  kills: fc.constantFrom(0, 0.01, 0.05),
  failures: fc.constantFrom(0, 0.1),
  lostAnswers: fc.constantFrom(0, 0.3),
  unanswered: fc.constantFrom(0, 0.05),
};

const numberOf = (data: unknown): number => (data as PartDocument).collection;

const withoutNumber = (part: PartDocument | undefined): unknown => {
  const { collection: _number, lease: _lease, collected_at: _at, ...content } = part ?? { collection: 0 };
  return content;
};

test('a queue document is never replaced by that of a collection with a lower number', () =>
  holdsForEvery(
    aSimulation(accidents),
    ({ parts }) => {
      for (const { writes } of parts.values()) {
        const numbers = writes.map(({ data }) => numberOf(data));
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      }
    },
    { numRuns: 600 },
  ));

test('a queue document holds what one collection found, never something of two', () =>
  holdsForEvery(
    aSimulation(accidents),
    ({ parts, found }) => {
      for (const [name, { writes }] of parts) {
        const place = Number(name.split('-').at(-1)) - 1;
        for (const { data } of writes) {
          expect(withoutNumber(data as PartDocument)).toEqual(found.get(numberOf(data))?.[place] ?? {});
        }
      }
    },
    { numRuns: 300 },
  ));

test('in the end all queues are what TaskRouter tells, whoever was killed, late or unheard before the last collection', () =>
  holdsForEvery(
    // Who is killed is killed in the first half minute; the last event comes when all is well again.
    aSimulation({ ...accidents, accidentsUntil: fc.constant(40_000) }).map((simulation) => ({
      ...simulation,
      events: [...simulation.events, lastEvent],
    })),
    (simulated, { queuesAt }) => {
      const { begun } = simulated.written.at(-1) ?? { begun: -1 };
      expect(begun).toBeGreaterThan(lastEvent);
      expect(listedParts(simulated).map(({ part }) => withoutNumber(part))).toEqual(queuesAt?.(begun));
    },
    { numRuns: 1_500 },
  ));

test('the data document lists each queue document with the number that it has', () =>
  holdsForEvery(
    aSimulation({ slowestRequestMs: fc.constantFrom(50, 150, 400) }),
    (simulated) => {
      const listed = listedParts(simulated);
      expect(listed.map(({ entry }) => entry[0])).toEqual(listed.map(({ part }) => part?.collection));
    },
    { numRuns: 150 },
  ));

test('a queue document is written only when its queue has changed, and read never, while no collection is missing', async () => {
  const events = Array.from({ length: 30 }, (_, index) => index * 1_000);
  const settings = {
    ...timing,
    seed: 1,
    events,
    clockOffsets: [0, 0],
    serveMany: true,
    slowestRequestMs: 20,
  };
  const simulated = await simulateCollector({
    ...settings,
    queuesAt: (time) => [aQueue(0, 0), aQueue(1, time > 15_000 ? 1 : 0), aQueue(2, time)],
  });

  const { collections, parts } = simulated;
  const [still, once, always] = [1, 2, 3].map((place) => parts.get(`data-queue-${place}`));
  expect([still?.writes.length, once?.writes.length]).toEqual([1, 2]);
  expect(always?.writes).toHaveLength(collections.length);
  // Once each, before the first list.
  expect([still?.reads, once?.reads, always?.reads]).toEqual([1, 1, 1]);
});

test('a queue that is gone leaves an empty document behind, which the next one fills', async () => {
  const count = (time: number): number => (time < 10_000 ? 3 : time < 30_000 ? 1 : 2);
  const simulated = await simulateCollector({
    ...{ ...timing, seed: 1, clockOffsets: [0], serveMany: true, slowestRequestMs: 20 },
    events: [0, 20_000, 40_000],
    queuesAt: (time) => Array.from({ length: count(time) }, (_, place) => aQueue(place, 0)),
  });

  const held = [2, 3].map((place) =>
    simulated.parts.get(`data-queue-${place}`)?.writes.map(({ data }) => withoutNumber(data as PartDocument)),
  );
  expect(held).toEqual([
    [aQueue(1, 0), {}, aQueue(1, 0)],
    [aQueue(2, 0), {}],
  ]);
  expect(listedParts(simulated)).toHaveLength(2);
});

test('no queue is left behind for good where there is never time to write all of them', async () => {
  const simulated = await simulateCollector({
    ...{ ...timing, seed: 1, clockOffsets: [0, 0], serveMany: true, slowestRequestMs: 3_000 },
    events: Array.from({ length: 240 }, (_, index) => index * 1_000),
    queuesAt: (time) => Array.from({ length: 120 }, (_, place) => aQueue(place, time)),
  });

  const writes = [...simulated.parts.values()].map((part) => part.writes.length);
  expect(writes).toHaveLength(120);
  expect(Math.min(...writes)).toBeGreaterThan(1);
  expect((simulated.data.stored?.data as StoredDashboardData).notices).toEqual([
    {
      code: 'parts-late',
      text: expect.stringMatching(/^\d+ documents of queues or channels could not be written in time/),
    },
  ]);
});
