import http from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Faults } from '../faults';
import { Journal } from '../journal';
import { createSync, type EmulatedSync } from '../sync/createSync';
import { createTaskRouter, type EmulatedTaskRouter } from '../taskrouter/createTaskRouter';
import { controlRest } from './controlRest';

let server: http.Server;
let journal: Journal;
let faults: Faults;
let sync: EmulatedSync;
let taskRouter: EmulatedTaskRouter;
let killed: number[];

beforeEach(async () => {
  killed = [];
  journal = new Journal();
  faults = new Faults();
  sync = createSync({ journal, faults });
  taskRouter = createTaskRouter({ journal, faults, scenario: 'still' });
  const app = express();
  app.use(
    '/emulator',
    controlRest({
      journal,
      faults,
      sync,
      taskRouter,
      documents: { 'dashboard-definitions': { waiting: { metric: { label: 'Waiting' } } } },
      functions: {
        all: () => [],
        platforms: () => [
          {
            processes: () => [3, 4].map((number) => ({ number, pid: undefined, requests: 0 })),
            killProcess: (number: number) => killed.push(number),
          },
        ],
      },
    }),
  );
  server = http.createServer(app);
  server.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  await taskRouter.stop();
  await sync.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const portOf = (): number => (server.address() as AddressInfo).port;

/** Status, and the JSON of the answer if it is some. */
function ask(method: string, path: string, body: object = {}): Promise<[number, Record<string, unknown>]> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const options = { port: portOf(), host: '127.0.0.1', method, path: `/emulator/${path}`, headers };
    const request = http.request(options, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () =>
        resolve([response.statusCode ?? 0, text.startsWith('{') ? JSON.parse(text) : {}]),
      );
    });
    request.on('error', reject).end(method === 'GET' ? undefined : JSON.stringify(body));
  });
}

test('tells the scenarios with a line about each, the lag and whether there are limits', async () => {
  const [, state] = await ask('GET', 'state');
  expect(state).toMatchObject({ scenario: 'still', statisticsLagSeconds: 0, statisticsLimits: true });
  expect(state.scenarios).toHaveLength(5);
  expect(state.scenarios).toContainEqual({
    name: 'quiet-night',
    description: expect.stringContaining('customer every few minutes'),
  });
});

test('sets how far statistics trail and whether they have limits, each for itself', async () => {
  expect((await ask('POST', 'statistics', { lagSeconds: 3 }))[0]).toBe(204);
  expect((await ask('POST', 'statistics', { limits: false }))[0]).toBe(204);
  expect((await ask('GET', 'state'))[1]).toMatchObject({ statisticsLagSeconds: 3, statisticsLimits: false });
  for (const wrong of [
    { lagSeconds: -1 },
    { lagSeconds: 61 },
    { lagSeconds: '3' },
    { limits: 1 },
    { pastDiffers: 'no' },
  ])
    expect((await ask('POST', 'statistics', wrong))[0]).toBe(400);
});

test('adds queues up to 200, and loads a scenario with so many', async () => {
  const queues = async (): Promise<number> => ((await ask('GET', 'state'))[1].queues as unknown[]).length;
  expect((await ask('POST', 'queues', { count: 7 }))[0]).toBe(204);
  expect(await queues()).toBe(10);
  expect((await ask('POST', 'queues', { count: 191 }))[0]).toBe(400);
  expect((await ask('POST', 'queues', { count: 190 }))[0]).toBe(204);
  expect(await queues()).toBe(200);
  expect((await ask('POST', 'scenario', { name: 'still', queues: 20 }))[0]).toBe(204);
  expect(await queues()).toBe(20);
  expect((await ask('POST', 'scenario', { name: 'still', queues: 2 }))[0]).toBe(400);
  expect((await ask('POST', 'scenario', { name: 'still' }))[0]).toBe(204);
  expect(await queues()).toBe(3);
});

test('puts the default board back, and leaves what was collected', async () => {
  const put = (name: string): unknown => ask('PUT', `documents/account/${name}`, { changed: true });
  for (const name of [
    'dashboard-definitions',
    'dashboard-definitions-2',
    'dashboard-board',
    'dashboard-data',
  ])
    await put(name);
  expect((await ask('POST', 'board/reset'))[0]).toBe(204);
  expect((await ask('GET', 'documents/account/dashboard-definitions'))[1]).toEqual({
    waiting: { metric: { label: 'Waiting' } },
  });
  expect((await ask('GET', 'documents/account/dashboard-definitions-2'))[0]).toBe(404);
  expect((await ask('GET', 'documents/account/dashboard-board'))[0]).toBe(404);
  expect((await ask('GET', 'documents/account/dashboard-data'))[1]).toEqual({ changed: true });
});

test('ends every process of the Functions', async () => {
  expect((await ask('POST', 'functions/kill'))[0]).toBe(204);
  expect(killed).toEqual([3, 4]);
});

test('orders a fault for the requests that it names', async () => {
  const fault = { target: 'plugin-api', times: 1, status: 500, request: 'POST /v1/PluginService/Releases' };
  expect((await ask('POST', 'faults', fault))[0]).toBe(204);
  expect(await faults.strike('plugin-api', 'GET /v1/PluginService/Releases')).toEqual({});
  expect((await faults.strike('plugin-api', fault.request)).error).toMatchObject({ status: 500 });
  expect((await ask('POST', 'faults', { ...fault, request: 1 }))[0]).toBe(400);
});

test('orders a fault with all that it can do', async () => {
  const fault = { target: 'event-post', times: 1, share: 1, delayMs: 1, duplicate: 2, reorder: 3 };
  expect((await ask('POST', 'faults', fault))[0]).toBe(204);
  expect(await faults.strike('event-post')).toEqual({ duplicate: 2, reorder: 3 });
});

test.each([
  [{ target: 'moon', times: 1 }, /"target" must be one of statistics/],
  [{ target: 'statistics' }, /"times"/],
  [{ target: 'statistics', times: 0 }, /"times"/],
  [{ target: 'statistics', times: 1, status: 99 }, /"status"/],
  [{ target: 'statistics', times: 1, share: 0 }, /"share"/],
  [{ target: 'statistics', times: 1, garbage: 7 }, /"garbage"/],
  [{ target: 'statistics', times: 1, duplicate: 1 }, /for event-post only/],
  [{ target: 'statistics', times: 1, delay: 1 }, /has no "delay"/],
])('refuses the fault %j', async (fault, message) => {
  const [status, answer] = await ask('POST', 'faults', fault);
  expect([status, answer.message]).toEqual([400, expect.stringMatching(message)]);
  expect(await faults.strike('statistics')).toEqual({});
});

/** What a new socket is told: 101 when it is let in. */
const knock = (): Promise<number | undefined> =>
  new Promise((resolve) => {
    const request = http.get({
      port: portOf(),
      host: '127.0.0.1',
      path: '/v3/wsconnect',
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      },
    });
    request.on('upgrade', (response, socket) => {
      resolve(response.statusCode);
      socket.destroy();
    });
    request.on('response', (response) => resolve(response.statusCode));
    request.on('error', () => resolve(undefined));
  });

test('refuses sockets for as long as a scenario or a person says, or until told otherwise', async () => {
  expect(await knock()).toBe(101);
  faults.cutSockets(60);
  expect(await knock()).not.toBe(101);
  await ask('POST', 'sockets/refuse', { seconds: 0 });
  expect(await knock()).toBe(101);
  await ask('POST', 'sockets/refuse', { seconds: 60 });
  expect(await knock()).not.toBe(101);
  await ask('POST', 'sockets/drop');
  expect(await knock()).toBe(101);
});
