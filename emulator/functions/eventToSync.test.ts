import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import express from 'express';
import { getExpectedBodyHash, getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import type { DashboardData } from '../../src/schema/dashboardData';
import { parseLease } from '../../serverless/src/lease';
import { account } from '../account';
import { Faults, type Fault } from '../faults';
import { Journal } from '../journal';
import { createSync, type EmulatedSync } from '../sync/createSync';
import { createTaskRouter, type EmulatedTaskRouter } from '../taskrouter/createTaskRouter';
import { forward } from './forward';
import { startFunctionsPlatform, type FunctionsPlatform } from './startFunctionsPlatform';

const serverlessFolder = path.resolve(__dirname, '../../serverless');
const functionPath = '/dashboardStats';

const journal = new Journal(Date.now, Infinity);
const faults = new Faults();
/** Built anew, so that this never tests what somebody built yesterday. */
let functionsFolder: string;
let deployed: string;
let taskRouter: EmulatedTaskRouter;
let sync: EmulatedSync;
let server: Server;
let platform: FunctionsPlatform;
let lines: string[];
/** The newest entry when a test began. */
let before: number;

beforeAll(async () => {
  deployed = mkdtempSync(path.join(tmpdir(), 'deployed-'));
  symlinkSync(path.join(serverlessFolder, 'node_modules'), path.join(deployed, 'node_modules'));
  functionsFolder = path.join(deployed, 'functions');
  execFileSync(process.execPath, ['build.mjs', functionsFolder], { cwd: serverlessFolder });
  taskRouter = createTaskRouter({ journal, faults, scenario: 'still' });
  sync = createSync({ journal, faults });
  const app = express();
  app.use('/_tw/taskrouter.twilio.com', taskRouter.rest);
  app.use('/_tw/sync.twilio.com', sync.rest);
  await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', resolve)));
  platform = await startPlatform({
    TWILIO_WORKSPACE_SID: account.workspaceSid,
    DASHBOARD_INTERVAL: '0.5',
    DASHBOARD_TRAILING_DELAY: '0.5',
    DASHBOARD_HISTORY: 'off',
  });
  taskRouter.setEventCallback(platform.origin + functionPath);
  await taskRouter.settled();
});

afterAll(async () => {
  await taskRouter.stop();
  await platform.stop();
  await sync.stop();
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
  rmSync(deployed, { recursive: true });
});

const startPlatform = (environment: Record<string, string>): Promise<FunctionsPlatform> =>
  startFunctionsPlatform({
    functionsFolder,
    serverlessFolder,
    environment,
    twilioOrigin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    journal,
    onLine: (line) => lines.push(line),
  });

const earlier = { collected_at: '2026-01-01T00:00:00.000Z', collected: 'earlier' };

beforeEach(() => {
  lines = [];
  faults.clear();
  sync.documents.put(account.defaultSyncServiceSid, 'dashboard-data', earlier);
  // So that the first event of each test is collected at once.
  sync.documents.remove(account.defaultSyncServiceSid, 'dashboard-data-lease');
  before = journal.entries().at(-1)?.sequence ?? 0;
});

const stored = (): unknown => sync.documents.get(account.defaultSyncServiceSid, 'dashboard-data')?.data;
const lease = (): unknown => sync.documents.get(account.defaultSyncServiceSid, 'dashboard-data-lease')?.data;
const pending = (): unknown =>
  (stored() as Partial<DashboardData>).workspace_statistics?.realtime.tasks_by_status.pending;
const hops = () => journal.entries({ after: before }).map(({ hop }) => hop);
const functionStatuses = () =>
  journal.entries({ after: before, hop: 'function-call' }).map(({ details }) => details.status);

/** One event happens and is posted; resolves when it is answered, which is after the trailing collection. */
async function oneEvent(): Promise<void> {
  taskRouter.contactCentre.updateWorkspace({});
  await taskRouter.settled();
}

interface Post {
  readonly origin?: string;
  readonly query?: string;
  readonly body: string;
  readonly signature?: string;
  readonly contentType?: string;
}

async function post({ origin = platform.origin, query = '', body, signature, contentType }: Post) {
  const headers = {
    'content-type': contentType ?? 'application/x-www-form-urlencoded',
    ...(signature === undefined ? {} : { 'x-twilio-signature': signature }),
  };
  const request = { method: 'POST', url: functionPath + query, headers };
  const reply = await forward(Number(new URL(origin).port), request, Buffer.from(body));
  return { status: reply.status, body: reply.body.toString() };
}

const sign = (parameters: Record<string, string>, { origin = platform.origin, query = '' } = {}) =>
  getExpectedTwilioSignature(account.authToken, origin + functionPath + query, parameters);

test('an event goes from TaskRouter through the Function into Sync, hop by hop', async () => {
  taskRouter.contactCentre.addTask({ queue: 'Support' });
  await taskRouter.settled();
  before = journal.entries().at(-1)?.sequence ?? 0;
  await oneEvent();

  const hopsOf = (document: string) => [`sync-read ${document}`, `sync-write ${document}`];
  // Each follows from the one before. What else is asked at the same time has its own order.
  const collection = [
    ...hopsOf('dashboard-data-lease'),
    'statistics-call Statistics',
    'sync-write dashboard-data',
  ];
  const wanted = ['event-post', 'function-call', ...collection, ...collection, 'event-post'];
  const steps = journal
    .entries({ after: before })
    .map(({ hop, details: { uniqueName, resource } }) =>
      [hop, uniqueName ?? resource].filter(Boolean).join(' '),
    );
  let next = 0;
  for (const step of steps) if (step === wanted[next]) next += 1;
  // The second is the trailing collection.
  expect(wanted.slice(0, next)).toEqual(wanted);
  expect(steps).toEqual(
    expect.arrayContaining(['statistics-call TaskQueues/Statistics', 'sync-read dashboard-data']),
  );
  expect(functionStatuses()).toEqual([204]);
  expect(pending()).toBe(taskRouter.contactCentre.tasks().length);
  expect(stored()).toMatchObject({
    version: 1,
    day: { time_zone: 'UTC', starts_at: '06:00' },
    workspace_statistics: { cumulative: { split_by_wait_time: { '5': {}, '20': {}, '60': {}, '120': {} } } },
  });
});

test('a burst of events at once, in several processes, loses nothing', async () => {
  for (let task = 0; task < 10; task += 1) taskRouter.contactCentre.addTask({ queue: 'Support' });
  await taskRouter.settled();

  expect(functionStatuses().length).toBeGreaterThanOrEqual(10);
  expect(new Set(functionStatuses())).toEqual(new Set([204]));
  expect(pending()).toBe(taskRouter.contactCentre.tasks().length);
  const processes = journal
    .entries({ after: before, hop: 'function-call' })
    .map(({ details }) => details.process);
  expect(new Set(processes).size).toBe(2);
});

test.each([
  ['no signature', undefined],
  ['a signature of something else', () => sign({ EventType: 'task.canceled' })],
  [
    'a signature by another account',
    () => getExpectedTwilioSignature('another', platform.origin + functionPath, {}),
  ],
])('an event post with %s is refused and changes nothing', async (_, signature) => {
  const reply = await post({ body: 'EventType=task.created', signature: signature?.() });

  expect(reply.status).toBe(403);
  expect(hops()).toEqual(['function-call']);
  expect(stored()).toEqual(earlier);
});

test.each(['no form at all', '{"EventType":"task.created"}', 'EventType=', 'EventType=a&EventType=b', ''])(
  'an event post with the malformed body %p, signed as it is, answers 400 and changes nothing',
  async (body) => {
    const form = new URLSearchParams(body);
    const parameters = Object.fromEntries([...form.keys()].map((key) => [key, form.getAll(key)]));
    const signature = sign(parameters as unknown as Record<string, string>);
    const reply = await post({ body, signature });

    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.body)).toMatchObject({ code: 'malformed-event' });
    expect(hops()).toEqual(['function-call']);
    expect(stored()).toEqual(earlier);
  },
);

test('an event post with half a JSON body, signed by its hash, answers 400 and changes nothing', async () => {
  const body = '{"EventType":';
  const query = `?bodySHA256=${getExpectedBodyHash(body)}`;
  const reply = await post({ query, body, signature: sign({}, { query }), contentType: 'application/json' });

  expect(reply.status).toBe(400);
  expect(stored()).toEqual(earlier);
});

test('an event type that nobody has heard of is collected like any other', async () => {
  const reply = await post({
    body: 'EventType=task.teleported',
    signature: sign({ EventType: 'task.teleported' }),
  });

  expect(reply).toEqual({ status: 204, body: '' });
  expect(pending()).toBe(taskRouter.contactCentre.tasks().length);
});

test('a missing variable answers 500, and names it to the caller and in the log', async () => {
  const other = await startPlatform({ DASHBOARD_TIMEZONE: 'Mars/Olympus' });
  const { origin } = other;
  const reply = await post({ origin, body: 'EventType=a', signature: sign({ EventType: 'a' }, { origin }) });
  await other.stop();

  expect(reply.status).toBe(500);
  expect(JSON.parse(reply.body)).toMatchObject({ code: 'invalid-configuration' });
  expect(reply.body).toMatch(/TWILIO_WORKSPACE_SID is missing.*DASHBOARD_TIMEZONE is .*Mars/);
  expect(stored()).toEqual(earlier);
});

test('a missing document is created', async () => {
  sync.documents.remove(account.defaultSyncServiceSid, 'dashboard-data');
  await oneEvent();

  expect(functionStatuses()).toEqual([204]);
  expect(pending()).toBe(taskRouter.contactCentre.tasks().length);
});

test('statistics that take 5 s are collected all the same, and nobody is asked twice', async () => {
  faults.order({ target: 'statistics', delayMs: 5_000, times: 1 });
  await oneEvent();

  expect(functionStatuses()).toEqual([204]);
  expect(pending()).toBe(taskRouter.contactCentre.tasks().length);
});

test('when statistics do not answer at all, the Function answers before Twilio would end it', async () => {
  faults.order({ target: 'statistics', delayMs: 20_000, times: 99 });
  await oneEvent();

  expect(functionStatuses()).toEqual([502]);
  expect(lines).toEqual([expect.stringMatching(/twilio-unreachable.*Reading the workspace statistics/)]);
  expect(stored()).toEqual(earlier);
});

const statisticsBusy = { target: 'statistics', status: 429, code: 20429 } as const;
const statisticsFail = { target: 'statistics', status: 500 } as const;
const statisticsGarbage = { target: 'statistics', garbage: '<html>Oops</html>' } as const;
const writesBusy = { target: 'sync-write', status: 429, code: 54009 } as const;

test.each<[string, Omit<Fault, 'times'>]>([
  ['statistics answer 429', statisticsBusy],
  ['statistics answer 500', statisticsFail],
  ['statistics answer garbage', statisticsGarbage],
  ['statistics answer half a body', { target: 'statistics', garbage: '{"realtime":{"total_' }],
  ['statistics answer {}', { target: 'statistics', garbage: '{}' }],
  ['Sync refuses to read with 429', { target: 'sync-read', status: 429, code: 54009 }],
  ['Sync refuses to write with 429', writesBusy],
  ['Sync fails to write with 500', { target: 'sync-write', status: 500 }],
])('when %s twice, the same event is still collected', async (_, fault) => {
  faults.order({ ...fault, times: 2 });
  await oneEvent();

  expect(functionStatuses()).toEqual([204]);
  expect(pending()).toBe(taskRouter.contactCentre.tasks().length);
  expect(lines).toEqual([]);
});

test.each<[string, Omit<Fault, 'times'>, number, string]>([
  ['statistics answer 429', statisticsBusy, 503, 'twilio-busy'],
  ['statistics answer 500', statisticsFail, 502, 'twilio-failed'],
  ['statistics answer garbage', statisticsGarbage, 502, 'twilio-garbage'],
  ['Sync refuses to write with 429', writesBusy, 503, 'twilio-busy'],
])(
  'when %s for long, the answer and one log line say so, data stay, and the next event makes it good',
  async (_, fault, status, code) => {
    faults.order({ ...fault, times: 99 });
    await oneEvent();

    expect(functionStatuses()).toEqual([status]);
    expect(stored()).toEqual(earlier);
    const event = `event EV[0-9a-f]{32}, workspace\\.updated`;
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`^dashboardStats: ${status} ${code}, ${event}: `)),
    ]);

    faults.clear();
    await oneEvent();
    expect(functionStatuses()).toEqual([status, 204]);
    expect(pending()).toBe(taskRouter.contactCentre.tasks().length);
  },
);

test('when Sync answers 412, the Function reads again and writes', async () => {
  await oneEvent();
  faults.order({ target: 'sync-write', status: 412, code: 54103, times: 2 });
  await oneEvent();

  expect(functionStatuses()).toEqual([204, 204]);
  expect(pending()).toBe(taskRouter.contactCentre.tasks().length);
});

test('when the data claim a number that was never handed out, they are replaced', async () => {
  sync.documents.put(account.defaultSyncServiceSid, 'dashboard-data', { collection: 1e9 });
  await oneEvent();

  expect(functionStatuses()).toEqual([204]);
  expect(stored()).toMatchObject({ collection: parseLease(lease()).number });
  expect(pending()).toBe(taskRouter.contactCentre.tasks().length);
});

test('nothing in this file asked for anything that is not emulated', () => {
  expect(journal.entries({ hop: 'unexpected' })).toEqual([]);
});
