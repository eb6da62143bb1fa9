/** A Function may end at any moment: what that costs, on the Function as it is deployed, in several processes. */
import path from 'node:path';
import { parseLease, type Lease } from '../../serverless/src/lease';
import { DataWatch } from './testing/DataWatch';
import { pause } from './testing/pause';
import { killAtRequest, nextEvent, requestsOfLoneEvent, type KilledAtRequest } from './testing/killAtRequest';
import { startCollector, type Collector } from './testing/startCollector';
import type { TwilioRequest } from './testing/TwilioRequests';

const intervalMs = 500;
let collectors: readonly Collector[];

beforeAll(async () => {
  const options = {
    projectFolder: path.resolve(__dirname, '../..'),
    processes: 2,
    // The trailing delay is long enough for a look at the lease in between, unless the machine is busy.
    environment: { DASHBOARD_INTERVAL: '0.5', DASHBOARD_TRAILING_DELAY: '1.3' },
  };
  // Cases are mostly waiting, so several contact centres share them.
  collectors = await Promise.all(Array.from({ length: 2 }, () => startCollector(options)));
});
afterAll(() => Promise.all(collectors.map((collector) => collector.stop())));

const firstCollector = (): Collector => {
  const [collector] = collectors;
  if (!collector) throw new Error('No collector was started');
  return collector;
};

async function killAtEach(phase: TwilioRequest['phase']): Promise<readonly KilledAtRequest[]> {
  const left = [...(await requestsOfLoneEvent(firstCollector(), intervalMs))];
  expect(left.length).toBeGreaterThan(10);
  const outcomes: KilledAtRequest[] = [];
  await Promise.all(
    collectors.map(async (collector) => {
      await requestsOfLoneEvent(collector, intervalMs);
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        outcomes.push(await killAtRequest(collector, intervalMs, next, phase));
      }
    }),
  );
  return outcomes;
}

test('an invocation promises, collects and writes, looks whether its promise is still the last, and collects again', async () => {
  const collector = firstCollector();
  await requestsOfLoneEvent(collector, intervalMs);
  const names = (await requestsOfLoneEvent(collector, intervalMs)).map(({ name }) => name);
  const promises = names.flatMap((name, place) => (name === 'write dashboard-data-lease' ? [place] : []));
  const [first = 0, second = 0] = promises;

  expect(promises).toHaveLength(2);
  expect(names.slice(0, first)).toEqual(['read dashboard-data-lease']);
  // Side by side, or with a look at the lease in between.
  for (const collection of [names.slice(first, second), names.slice(second)]) {
    expect(collection).toEqual(
      expect.arrayContaining(['ask Statistics', 'read dashboard-data', 'write dashboard-data']),
    );
  }
  expect(names[second - 1]).toBe('read dashboard-data-lease');
});

test.each(['received', 'answered'] as const)(
  'killed when any of its requests was %s, it keeps the next event from nothing, and leaves nothing older behind',
  async (phase) => {
    const outcomes = await killAtEach(phase);

    expect(outcomes.filter(({ isRising }) => !isRising)).toEqual([]);
  },
);

/** An event that is promised for later, and its promise. On a machine that is busy, it may be due already when one looks. */
async function promiseForLater(collector: Collector, watch: DataWatch): Promise<Lease> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await requestsOfLoneEvent(collector, intervalMs);
    // The first is collected at once; the second is promised for an interval later.
    nextEvent(collector);
    await watch.untilTruth();
    const promised = new Promise<void>((resolve) => {
      const stop = collector.requests.watch(({ name, phase }) => {
        if (phase !== 'answered' || name !== 'write dashboard-data-lease') return undefined;
        stop();
        resolve();
        return undefined;
      });
    });
    nextEvent(collector);
    await promised;
    const lease = parseLease(collector.document('dashboard-data-lease'));
    if (lease.due > Date.now() + intervalMs / 4) return lease;
    await collector.taskRouter.settled();
  }
  throw new Error('No event was promised for later');
}

test('killed while it waits until its promise is due, it costs the events of that promise a wait for the next one', async () => {
  const collector = firstCollector();
  const { platform, taskRouter } = collector;
  const watch = new DataWatch(collector);
  const broken = await promiseForLater(collector, watch);
  platform.processes().forEach(({ number }) => platform.killProcess(number));
  // Nobody knows that the promise is broken. It is good until it is due, and then for nothing.
  await pause(broken.due - Date.now() + 1);
  nextEvent(collector);
  await watch.untilTruth();
  await taskRouter.settled();

  expect(watch.seen.map(({ number }) => number)).not.toContain(broken.number);
  expect(watch.isRising()).toBe(true);
  watch.stop();
});

test('killed again and again under load, processes leave nothing older behind, and the truth in the end', async () => {
  const collector = firstCollector();
  const { platform, taskRouter } = collector;
  const watch = new DataWatch(collector);
  for (let round = 0; round < 20; round += 1) {
    nextEvent(collector);
    taskRouter.contactCentre.addTask({ queue: 'Support' });
    await pause(137);
    const [next] = platform.processes();
    if (round % 2 === 0 && next) platform.killProcess(next.number);
  }
  await pause(3 * intervalMs);
  nextEvent(collector);
  await watch.untilTruth();
  await taskRouter.settled();

  expect(watch.isRising()).toBe(true);
  watch.stop();
});

test('nothing in this file asked for anything that is not emulated', () => {
  expect(collectors.flatMap(({ journal }) => journal.entries({ hop: 'unexpected' }))).toEqual([]);
});
