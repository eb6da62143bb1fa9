/** Queues on their whole way: TaskRouter, the Function as it is deployed, Sync, the plugin's source, a formula. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { DashboardData, StoredDashboardData } from '../../src/schema/dashboardData';
import type { DocumentSources } from '../../src/sources/DashboardSources';
import { syncSources } from '../../src/sources/sync/syncSources';
import { compileFormula } from '../../src/model/formula';
import { snapshotOf } from '../../src/testing/followSources';
import { account } from '../account';
import type { JournalEntry } from '../journal';
import { SyncClients } from '../sync/testing/syncClients';
import { issueToken } from '../token';
import { pause } from './testing/pause';
import { startCollector, type Collector } from './testing/startCollector';

const queuesMax = 200;
const intervalMs = 500;
let collector: Collector;
let server: Server;
let clients: SyncClients;
let source: DocumentSources;
let leave: () => void;
let before: number;

beforeAll(async () => {
  collector = await startCollector({
    projectFolder: path.resolve(__dirname, '../..'),
    processes: 2,
    environment: {
      DASHBOARD_INTERVAL: String(intervalMs / 1_000),
      DASHBOARD_TRAILING_DELAY: '0.5',
      DASHBOARD_QUEUES_MAX: String(queuesMax),
      DASHBOARD_TASK_CHANNELS: 'voice,chat',
    },
  });
  server = createServer().on('upgrade', collector.sync.handleUpgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  clients = new SyncClients(`ws://127.0.0.1:${port}/_tw/tsock.us1.twilio.com/v3/wsconnect`);
  const client = clients.connect(issueToken({ identity: 'supervisor' }));
  source = syncSources({
    documents: { data: 'dashboard-data', definitions: 'dashboard-definitions', board: 'dashboard-board' },
    clientChoice: 'account',
    flexClient: () => client,
    openAccountClient: () => ({ client, close: () => undefined }),
    retryAfter: 200,
    lingerFor: 0,
  });
  leave = source.use();
});
afterAll(async () => {
  leave();
  await clients.shutdown();
  await collector.stop();
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
});
beforeEach(() => {
  collector.faults.clear();
  before = collector.journal.entries().at(-1)?.sequence ?? 0;
});

const stored = () => collector.document('dashboard-data') as StoredDashboardData;
const since = (hop: JournalEntry['hop']): readonly JournalEntry[] =>
  collector.journal.entries({ after: before, hop });
const queueWrites = (): readonly string[] =>
  since('sync-write')
    .map(({ details }) => String(details.uniqueName))
    .filter((name) => name.startsWith('dashboard-data-queue-'));

/** Lets an event happen that changes no number, and everything that follows from what happened before. */
async function collected(): Promise<void> {
  collector.taskRouter.contactCentre.updateWorkspace({});
  await collector.taskRouter.settled();
}

/**
 * Collects again until a collection with these notices came out: on a machine that is busy, one of hundreds of queues may take
 * longer than a Function has. `before` is then the newest entry when that round began.
 */
async function collectedWith(...codes: readonly string[]): Promise<void> {
  for (let round = 0; round < 30; round += 1) {
    before = collector.journal.entries().at(-1)?.sequence ?? 0;
    const began = Date.now();
    await collected();
    const { collected_at, notices = [] } = stored();
    if (Date.parse(collected_at) >= began && notices.map(({ code }) => code).join() === codes.join()) return;
  }
  throw new Error(`Never ${codes.join()}: ${JSON.stringify(stored().notices)}`);
}

/** What the source gives once it has the newest collection. */
async function dataOf(): Promise<DashboardData> {
  const newest = stored().collection;
  const { data } = await snapshotOf(
    source,
    ({ data }) => data.status === 'ready' && (data.value as DashboardData).collection === newest,
  );
  return (data as { value: DashboardData }).value;
}

const valueOf = async (formula: string): Promise<unknown> =>
  compileFormula(formula).evaluate({ data: await dataOf() });

test('a call that waits in a queue is what a formula about that queue says, and about no other', async () => {
  const { contactCentre } = collector.taskRouter;
  contactCentre.workers().forEach(({ sid }) => contactCentre.setWorkerActivity(sid, 'Lunch Break'));
  await collectedWith();
  const waitingBefore = await valueOf("[waiting('Support'), waiting('Sales')]");
  contactCentre.addTask({ queue: 'Support' });
  await collectedWith();

  const [support = 0, sales = 0] = waitingBefore as readonly number[];
  expect(await valueOf("[waiting('Support'), waiting('Sales')]")).toEqual([support + 1, sales]);
  expect(await valueOf("queue('Support').realtime.total_available_workers")).toBe(0);
  expect(await valueOf("serviceLevel(queue('Support'), 20)")).toBeNull();
  expect(await valueOf('sum(data.queues, (q) => q.realtime.total_tasks)')).toBe(
    await valueOf('data.workspace_statistics.realtime.total_tasks'),
  );
  expect(
    await valueOf('data.channels.voice.realtime.total_tasks + data.channels.chat.realtime.total_tasks'),
  ).toBe(await valueOf('data.workspace_statistics.realtime.total_tasks'));
});

test('queues are in the order of their names, one that is created and one that is renamed as well', async () => {
  const { contactCentre } = collector.taskRouter;
  contactCentre.addQueue({ friendlyName: 'Aardvarks', targetWorkers: '1==1' });
  await collectedWith();
  expect(await valueOf('data.queues[0].friendly_name')).toBe('Aardvarks');
  contactCentre.updateQueue('Aardvarks', { friendlyName: 'Zebras' });
  await collectedWith();
  expect(await valueOf('data.queues.map((q) => q.friendly_name).slice(-1)')).toEqual(['Zebras']);

  contactCentre.removeQueue('Zebras');
  await collectedWith();
  const names = contactCentre.queues().map(({ friendlyName }) => friendlyName);
  expect(await valueOf('data.queues.map((q) => q.friendly_name)')).toEqual([...names].sort());
});

test('a collection in which nothing changed writes no queue document', async () => {
  const { contactCentre } = collector.taskRouter;
  contactCentre.tasks().forEach(({ sid }) => contactCentre.cancelTask(sid, 'test'));
  await collectedWith();
  before = collector.journal.entries().at(-1)?.sequence ?? 0;
  await collected();

  expect(since('sync-write').filter(({ details }) => details.uniqueName === 'dashboard-data')).not.toEqual(
    [],
  );
  expect(queueWrites()).toEqual([]);
});

test.each([429, 500])(
  'given a TaskRouter that answers %i for queues, the workspace goes on, queues stay as they are, and a notice says so',
  async (status) => {
    const { contactCentre } = collector.taskRouter;
    const before = await dataOf();
    collector.faults.order({ target: 'queue-statistics', status, times: 9_999 });
    const { sid } = contactCentre.addTask({ queue: 'Sales' });
    await collectedWith('queues-failed');

    const during = await dataOf();
    const { total_tasks } = before.workspace_statistics.realtime;
    expect(during.workspace_statistics.realtime.total_tasks).toBe(total_tasks + 1);
    expect(during.queues).toEqual(before.queues);

    collector.faults.clear();
    await collectedWith();
    expect(await valueOf("waiting('Sales')")).toBe(1);
    contactCentre.cancelTask(sid, 'test');
    await collectedWith();
  },
);

test('a Function killed among its queue documents leaves nothing wrong behind once the next event is collected', async () => {
  const { contactCentre } = collector.taskRouter;
  let killed = false;
  const unsubscribe = collector.journal.subscribe(({ hop, details: { uniqueName } }) => {
    if (killed || hop !== 'sync-write' || !String(uniqueName).startsWith('dashboard-data-queue-')) return;
    killed = true;
    collector.platform.processes().forEach(({ number }) => collector.platform.killProcess(number));
  });
  const { sid } = contactCentre.addTask({ queue: 'Sales' });
  await collector.taskRouter.settled();
  unsubscribe();
  expect(killed).toBe(true);
  contactCentre.cancelTask(sid, 'test');
  // The kill broke promises, which reach no further than two intervals. Whoever comes after them is collected.
  await pause(2 * intervalMs);
  await collectedWith();

  expect(await valueOf("waiting('Sales')")).toBe(0);
});

test('collects two hundred queues in one page, none of their documents above 4 KiB', async () => {
  const { contactCentre } = collector.taskRouter;
  contactCentre.addQueues(queuesMax - contactCentre.queues().length);
  await collectedWith();

  expect(await valueOf('data.queues.length')).toBe(queuesMax);
  expect((await dataOf()).notices).toBeUndefined();
  const calls = since('statistics-call').map(({ details }) => String(details.resource));
  const collections = calls.filter((resource) => resource === 'TaskQueues/Statistics').length;
  expect(collections).toBeGreaterThan(0);
  // One page for all queues, however many times the workspace was read.
  expect(new Set(calls)).toEqual(new Set(['Statistics', 'TaskQueues/Statistics']));
  const sizes = Array.from({ length: queuesMax }, (_, place) =>
    Buffer.byteLength(JSON.stringify(collector.document(`dashboard-data-queue-${place + 1}`))),
  );
  expect(Math.max(...sizes)).toBeLessThanOrEqual(4 * 1024);
  const statuses = since('function-call').map(({ details }) => details.status);
  // A Function that has no time left on a busy machine answers 503; what Twilio refuses is looked for below.
  expect([204, 503]).toEqual(expect.arrayContaining([...new Set(statuses)]));
  const refused = [...since('sync-read'), ...since('sync-write'), ...since('statistics-call')].filter(
    ({ details }) => details.status === 429,
  );
  expect(refused).toEqual([]);
});

test('more queues than DASHBOARD_QUEUES_MAX are left out, the newest, and a notice says how many', async () => {
  collector.taskRouter.contactCentre.addQueue({ friendlyName: 'One too many', targetWorkers: '1==1' });
  await collectedWith('queues-capped');

  expect(await valueOf("data.queues.some((q) => q.friendly_name === 'One too many')")).toBe(false);
  expect((await dataOf()).notices).toEqual([
    {
      code: 'queues-capped',
      text: '1 of 201 queues are left out, the newest: DASHBOARD_QUEUES_MAX is 200. Raise it (200 is the most), or choose queues with DASHBOARD_QUEUES.',
    },
  ]);
});

test('nothing in this file asked for anything that is not emulated', () => {
  expect(collector.journal.entries({ hop: 'unexpected' })).toEqual([]);
  expect(
    collector.sync.documents.get(account.defaultSyncServiceSid, 'dashboard-data-queue-201'),
  ).toBeUndefined();
});
