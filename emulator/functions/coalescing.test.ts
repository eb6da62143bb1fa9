/** What serverless/src/requestCollection.test.ts proves in a simulation, on the Function as it is deployed, in several processes. */
import path from 'node:path';
import type { JournalEntry } from '../journal';
import { DataWatch } from './testing/DataWatch';
import { pause } from './testing/pause';
import { startCollector, type Collector } from './testing/startCollector';

const intervalMs = 500;
const processes = 3;
let collector: Collector;
/** The newest entry when a test began. */
let before: number;
let watch: DataWatch;

beforeAll(async () => {
  collector = await startCollector({
    projectFolder: path.resolve(__dirname, '../..'),
    processes,
    environment: { DASHBOARD_INTERVAL: '0.5', DASHBOARD_TRAILING_DELAY: '1' },
  });
});
afterAll(() => collector.stop());

beforeEach(() => {
  watch = new DataWatch(collector);
  before = collector.journal.entries().at(-1)?.sequence ?? 0;
});

afterEach(() => watch.stop());

const since = (hop: JournalEntry['hop']): readonly JournalEntry[] =>
  collector.journal.entries({ after: before, hop });
/** Each collection asks once for the workspace, whatever else it asks for. */
const collections = () => since('statistics-call').filter(({ details }) => details.resource === 'Statistics');
const requestsFor = (hop: 'sync-read' | 'sync-write', uniqueName: string) =>
  since(hop).filter(({ details }) => details.uniqueName === uniqueName);

/** Posts of TaskRouter that are not answered yet. */
const openPosts = (): number =>
  since('event-post').reduce((open, { details }) => open + (details.phase === 'sent' ? 1 : -1), 0);

/** Events that change no number. */
function noise(events: number): void {
  const workers = collector.taskRouter.contactCentre.workers();
  for (let event = 0; event < events; event += 1) {
    const worker = workers[event % workers.length];
    if (worker) collector.taskRouter.contactCentre.setWorkerAttributes(worker.sid, { event });
  }
}

test('a lone event is collected at once, and once more after the trailing delay', async () => {
  collector.taskRouter.contactCentre.updateWorkspace({});
  await collector.taskRouter.settled();

  expect(collections()).toHaveLength(2);
  expect(watch.seen).toHaveLength(2);
  expect(watch.isRising()).toBe(true);
});

test('hundreds of events in three processes cause a collection for each interval, and leave the truth behind', async () => {
  const began = Date.now();
  for (let burst = 0; burst < 8; burst += 1) {
    noise(40);
    collector.taskRouter.contactCentre.addTask({ queue: 'Support' });
    await pause(300);
    // TaskRouter gives a post up after 15 s. On a machine with no time to spare those are missing that came after hundreds of others.
    while (openPosts() > 45) await pause(50);
  }
  await collector.taskRouter.settled();
  const intervals = (Date.now() - began) / intervalMs;

  const statuses = since('function-call').map(({ details }) => details.status);
  // Eight bursts of 40, and more than one for each task.
  expect(statuses.length).toBeGreaterThan(320);
  expect(new Set(statuses)).toEqual(new Set([204]));
  expect(new Set(since('function-call').map(({ details }) => details.process)).size).toBe(processes);
  expect(collections().length).toBeLessThanOrEqual(intervals + 2);
  expect(watch.seen.length).toBeLessThanOrEqual(collections().length);
  expect(requestsFor('sync-read', 'dashboard-data-lease').length).toBeLessThanOrEqual(
    (intervals + 2) * 2 * (processes + 1),
  );
  const refused = [...since('sync-read'), ...since('sync-write')].filter(
    ({ details }) => details.status === 429,
  );
  expect(refused).toEqual([]);
  expect(watch.isRising()).toBe(true);
  expect(await watch.isTruth()).toBe(true);
});

test('nothing in this file asked for anything that is not emulated', () => {
  expect(collector.journal.entries({ hop: 'unexpected' })).toEqual([]);
});
