/** A Function may end at any moment: what that costs, on the Function as it is deployed, in several processes. */
import path from 'node:path';
import { DataWatch } from './testing/DataWatch';
import { pause } from './testing/pause';
import { killAtRequest, nextEvent, requestsOfLoneEvent, type KilledAtRequest } from './testing/killAtRequest';
import { startCollector, type Collector } from './testing/startCollector';
import type { TwilioRequest } from './testing/TwilioRequests';

jest.setTimeout(120_000);

const intervalMs = 500;
let collectors: readonly Collector[];

beforeAll(async () => {
  const options = {
    projectFolder: path.resolve(__dirname, '../..'),
    processes: 2,
    // The trailing delay is long enough for a look at the lease in between.
    environment: { DASHBOARD_INTERVAL: '0.5', DASHBOARD_TRAILING_DELAY: '1.3' },
  };
  // Cases are mostly waiting, so several contact centres share them.
  collectors = await Promise.all(Array.from({ length: 4 }, () => startCollector(options)));
});
afterAll(() => Promise.all(collectors.map((collector) => collector.stop())));

const firstCollector = (): Collector => {
  const [collector] = collectors;
  if (!collector) throw new Error('No collector was started');
  return collector;
};

async function killAtEach(phase: TwilioRequest['phase']): Promise<readonly KilledAtRequest[]> {
  const names = await requestsOfLoneEvent(firstCollector(), intervalMs);
  const outcomes: KilledAtRequest[] = [];
  const positions = names.map((_, position) => position);
  await Promise.all(
    collectors.map(async (collector) => {
      await requestsOfLoneEvent(collector, intervalMs);
      for (let position = positions.shift(); position !== undefined; position = positions.shift()) {
        outcomes[position] = await killAtRequest(collector, intervalMs, position, phase);
      }
    }),
  );
  expect(outcomes.map(({ request }) => request)).toEqual(names);
  return outcomes;
}

test('an invocation asks Twilio for lease, statistics and data, then for its lease once more, and collects again', async () => {
  const collector = firstCollector();
  await requestsOfLoneEvent(collector, intervalMs);
  const collection = expect.arrayContaining([
    'ask Statistics',
    'read dashboard-data',
    'write dashboard-data',
  ]);
  const names = await requestsOfLoneEvent(collector, intervalMs);
  const look = names.lastIndexOf('write dashboard-data-lease') - 2;

  expect(names.slice(0, 2)).toEqual(['read dashboard-data-lease', 'write dashboard-data-lease']);
  expect(names.slice(2, look)).toEqual(collection);
  expect(names.slice(look, look + 3)).toEqual([
    'read dashboard-data-lease',
    'read dashboard-data-lease',
    'write dashboard-data-lease',
  ]);
  expect(names.slice(look + 3)).toEqual(collection);
});

test.each(['received', 'answered'] as const)(
  'killed when any of its requests was %s, it keeps the next event from nothing, and leaves nothing older behind',
  async (phase) => {
    const outcomes = await killAtEach(phase);

    expect(outcomes.filter(({ isRising }) => !isRising)).toEqual([]);
  },
);

test('killed while it waits until its promise is due, it costs the events of that promise a wait for the next one', async () => {
  const { platform, requests, taskRouter } = firstCollector();
  await requestsOfLoneEvent(firstCollector(), intervalMs);
  const watch = new DataWatch(firstCollector());
  // The first is collected at once; the second is promised for an interval later.
  nextEvent(firstCollector());
  await watch.untilTruth();
  const promised = new Promise<void>((resolve) => {
    const stop = requests.watch(({ name, phase }) => {
      if (phase !== 'answered' || name !== 'write dashboard-data-lease') return undefined;
      stop();
      resolve();
      return undefined;
    });
  });
  nextEvent(firstCollector());
  await promised;
  const numberOfPromise = watch.seen.length;
  platform.processes().forEach(({ number }) => platform.killProcess(number));
  // Nobody knows that the promise is broken. It is good until it is due, and then for nothing.
  await pause(2 * intervalMs);
  expect(watch.seen).toHaveLength(numberOfPromise);

  nextEvent(firstCollector());
  await watch.untilTruth();
  await taskRouter.settled();
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
