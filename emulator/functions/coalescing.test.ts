/** What serverless/src/requestCollection.test.ts proves in a simulation, on the Function as it is deployed, in several processes. */
import path from 'node:path';
import type { DashboardData } from '../../src/contract/dashboardData';
import { account } from '../account';
import type { JournalEntry } from '../journal';
import { startCollector, type Collector } from './testing/startCollector';

jest.setTimeout(60_000);

const intervalMs = 500;
const processes = 3;
let collector: Collector;
/** The newest entry when a test began. */
let before: number;
/** Every number that stood in the document, in order: what a reader sees. */
let seen: number[];

beforeAll(async () => {
  collector = await startCollector({
    projectFolder: path.resolve(__dirname, '../..'),
    processes,
    environment: { DASHBOARD_INTERVAL: '0.5', DASHBOARD_TRAILING_DELAY: '1' },
  });
  collector.journal.subscribe(({ hop, details: { uniqueName, status } }) => {
    if (hop !== 'sync-write' || uniqueName !== 'dashboard-data' || Number(status) >= 300) return;
    seen.push(data()?.collection ?? 0);
  });
});
afterAll(() => collector.stop());

beforeEach(() => {
  seen = [];
  collector.faults.clear();
  before = collector.journal.entries().at(-1)?.sequence ?? 0;
});

const data = () => collector.document('dashboard-data') as DashboardData | undefined;
const since = (hop: JournalEntry['hop']): readonly JournalEntry[] =>
  collector.journal.entries({ after: before, hop });
const requestsFor = (hop: 'sync-read' | 'sync-write', uniqueName: string) =>
  since(hop).filter(({ details }) => details.uniqueName === uniqueName);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Events that change no number. */
function noise(events: number): void {
  const workers = collector.taskRouter.contactCentre.workers();
  for (let event = 0; event < events; event += 1) {
    const worker = workers[event % workers.length];
    if (worker) collector.taskRouter.contactCentre.setWorkerAttributes(worker.sid, { event });
  }
}

async function expectTruth(): Promise<void> {
  const { total_tasks, tasks_by_status, activity_statistics } = (await collector.truth()) as Record<
    string,
    unknown
  >;
  expect(data()?.workspace_statistics.realtime).toMatchObject({
    total_tasks,
    tasks_by_status,
    activity_statistics,
  });
}

const expectRising = () => expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));

test('a lone event is collected at once, and once more after the trailing delay', async () => {
  collector.taskRouter.contactCentre.updateWorkspace({});
  await collector.taskRouter.settled();

  expect(since('statistics-call')).toHaveLength(2);
  expect(seen).toHaveLength(2);
  expectRising();
});

test('hundreds of events in three processes cause a collection for each interval, and leave the truth behind', async () => {
  const began = Date.now();
  for (let burst = 0; burst < 8; burst += 1) {
    noise(40);
    collector.taskRouter.contactCentre.addTask({ queue: 'Support' });
    await pause(300);
  }
  await collector.taskRouter.settled();
  const intervals = (Date.now() - began) / intervalMs;

  const statuses = since('function-call').map(({ details }) => details.status);
  expect(statuses.length).toBeGreaterThan(320);
  expect(new Set(statuses)).toEqual(new Set([204]));
  expect(new Set(since('function-call').map(({ details }) => details.process)).size).toBe(processes);
  expect(since('statistics-call').length).toBeLessThanOrEqual(intervals + 2);
  expect(seen.length).toBeLessThanOrEqual(since('statistics-call').length);
  expect(requestsFor('sync-read', 'dashboard-data-lease').length).toBeLessThanOrEqual(
    (intervals + 2) * 2 * (processes + 1),
  );
  const refused = [...since('sync-read'), ...since('sync-write')].filter(
    ({ details }) => details.status === 429,
  );
  expect(refused).toEqual([]);
  expectRising();
  await expectTruth();
});

test.each([
  ['before it has asked for the lease', 'function-call', undefined],
  ['when it has read the lease', 'sync-read', 'dashboard-data-lease'],
  ['when it has promised a collection', 'sync-write', 'dashboard-data-lease'],
  ['when it has collected', 'statistics-call', undefined],
  ['when it has read the data', 'sync-read', 'dashboard-data'],
  ['when it has written the data', 'sync-write', 'dashboard-data'],
] as const)(
  'killed %s, it costs no more than its own promise: the next event is collected',
  async (_, hop, name) => {
    const { platform, journal, taskRouter } = collector;
    let killed = 0;
    const unsubscribe = journal.subscribe((entry) => {
      if (killed > 0 || entry.hop !== hop || (name && entry.details.uniqueName !== name)) return;
      killed += 1;
      // All of them: nothing that any instance remembers may be needed.
      platform.processes().forEach(({ number }) => platform.killProcess(number));
    });
    taskRouter.contactCentre.addTask({ queue: 'Support' });
    await taskRouter.settled();
    unsubscribe();
    expect(killed).toBe(1);
    // A promise that nobody keeps is good for one interval, and its time may be just as far ahead.
    await pause(intervalMs);

    taskRouter.contactCentre.addTask({ queue: 'Support' });
    await taskRouter.settled();
    expect(since('function-call').at(-1)?.details.status).toBe(204);
    expectRising();
    await expectTruth();
  },
);

test('processes killed again and again under load leave nothing older behind, and the truth in the end', async () => {
  const { platform, taskRouter } = collector;
  for (let round = 0; round < 10; round += 1) {
    noise(10);
    taskRouter.contactCentre.addTask({ queue: 'Support' });
    await pause(137);
    const { number } = platform.processes()[0] ?? {};
    if (number !== undefined) platform.killProcess(number);
    await pause(100);
  }
  await pause(intervalMs);
  taskRouter.contactCentre.addTask({ queue: 'Support' });
  await taskRouter.settled();

  expectRising();
  await expectTruth();
});

test('while Sync is down for seconds nothing is written, and the first event after it is collected', async () => {
  const { faults, taskRouter } = collector;
  faults.order({ target: 'sync-read', status: 503, times: 9_999 });
  faults.order({ target: 'sync-write', status: 503, times: 9_999 });
  for (let second = 0; second < 4; second += 1) {
    noise(5);
    taskRouter.contactCentre.addTask({ queue: 'Support' });
    await pause(1_000);
  }
  await taskRouter.settled();
  expect(seen).toEqual([]);
  expect(since('statistics-call')).toEqual([]);

  faults.clear();
  taskRouter.contactCentre.updateWorkspace({});
  await taskRouter.settled();
  expect(seen.length).toBeGreaterThanOrEqual(1);
  await expectTruth();
});

test('nothing in this file asked for anything that is not emulated', () => {
  expect(collector.journal.entries({ hop: 'unexpected' })).toEqual([]);
  expect(collector.sync.documents.list(account.defaultSyncServiceSid)).toHaveLength(2);
});
