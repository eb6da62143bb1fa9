/** Sync is away while events go on. `npm run bench collector` measures the same for 30 s. */
import path from 'node:path';
import { outageOfSync } from './testing/outageOfSync';
import { startCollector, type Collector } from './testing/startCollector';

let collector: Collector;

beforeAll(async () => {
  collector = await startCollector({
    projectFolder: path.resolve(__dirname, '../..'),
    processes: 3,
    environment: { DASHBOARD_INTERVAL: '0.5', DASHBOARD_TRAILING_DELAY: '1' },
  });
});
afterAll(() => collector.stop());

test('while Sync answers 503, nobody collects in vain; after it, the events that go on bring the truth', async () => {
  const outage = await outageOfSync(collector, { seconds: 6, eventsPerSecond: 4, kind: 'answers 503' });

  expect(outage).toMatchObject({
    writtenDuring: 0,
    statisticsCallsDuring: 0,
    isRising: true,
    isTruth: true,
  });
});

test('while Sync does not answer, and does what it was asked when nobody wants it any more, nothing older replaces newer', async () => {
  const outage = await outageOfSync(collector, { seconds: 6, eventsPerSecond: 4, kind: 'does not answer' });

  expect(outage).toMatchObject({ isRising: true, isTruth: true });
});

test('nothing in this file asked for anything that is not emulated', () => {
  expect(collector.journal.entries({ hop: 'unexpected' })).toEqual([]);
});
