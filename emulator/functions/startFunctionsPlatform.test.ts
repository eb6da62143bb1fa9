import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getExpectedBodyHash, getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { Journal } from '../journal';
import { forward } from './forward';
import {
  startFunctionsPlatform,
  type FunctionsPlatform,
  type FunctionsPlatformOptions,
} from './startFunctionsPlatform';
import { pause } from './testing/pause';

const serverlessFolder = path.resolve(__dirname, '../../serverless');
const authToken = 'token'.padEnd(32, '-');

/** Small Functions, each showing one thing that Functions do. */
const functions = {
  'hello.js': `exports.handler = (context, event, callback) => {
    const response = new Twilio.Response();
    response.setStatusCode(201);
    response.appendHeader('Access-Control-Allow-Origin', '*');
    response.setBody({ hello: event.name, greeting: context.GREETING });
    callback(null, response);
  };`,
  'counter.js': `let calls = 0;
  exports.handler = (context, event, callback) => callback(null, { pid: process.pid, calls: ++calls });`,
  'signed.protected.js': `exports.handler = (context, event, callback) => callback(null, 'called with ' + event.EventType);`,
  'hidden.private.js': `exports.handler = (context, event, callback) => callback(null, 'never seen');`,
  'nested/deep.js': `exports.handler = (context, event, callback) => callback(null, 'deep');`,
  'silent.js': `exports.handler = () => {};`,
  'spin.js': `exports.handler = () => { for (;;); };`,
  'crash.js': `exports.handler = () => process.exit(1);`,
  'environment.js': `exports.handler = (context, event, callback) => callback(null, Object.keys(process.env));`,
  'print.js': `exports.handler = (context, event, callback) => { console.error('printed by a Function'); callback(null, ''); };`,
  'get.js': `const https = require('https');
  exports.handler = (context, event, callback) => {
    https.get(event.url, (response) => response.on('data', (text) => callback(null, text.toString())))
      .on('error', (error) => callback(null, error.message));
  };`,
  'validateToken.js': `const https = require('https');
  exports.handler = (context, event, callback) => {
    const options = { hostname: 'iam.twilio.com', port: 443, path: '/v1/validate', method: 'POST', auth: 'user:secret' };
    const request = https.request(options, (response) => response.on('data', (text) => callback(null, text.toString())));
    request.write('token');
    request.end();
  };`,
  'client.js': `exports.handler = (context, event, callback) => {
    context.getTwilioClient().sync.v1.services('default').fetch().then(({ sid }) => callback(null, sid), callback);
  };`,
  'fetch.js': `exports.handler = (context, event, callback) => {
    fetch(event.url).then(() => callback(null, 'reached'), (error) => callback(null, error.cause.message));
  };`,
};

let functionsFolder: string;
let twilio: http.Server;
let twilioOrigin: string;
let platform: FunctionsPlatform;
const journal = new Journal();
/** The newest entry when a test began. */
let before: number;

beforeAll(async () => {
  functionsFolder = mkdtempSync(path.join(tmpdir(), 'functions-'));
  mkdirSync(path.join(functionsFolder, 'nested'));
  for (const [name, source] of Object.entries(functions))
    writeFileSync(path.join(functionsFolder, name), source);

  // Tells what reached it, in place of Twilio.
  twilio = http.createServer((request, response) => {
    const { method, url, headers } = request;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ sid: `${method} ${url} ${headers.authorization ?? 'no credentials'}` }));
  });
  await new Promise<void>((resolve) => twilio.listen(0, '127.0.0.1', resolve));
  twilioOrigin = `http://127.0.0.1:${(twilio.address() as AddressInfo).port}`;
});

beforeEach(async () => {
  platform ??= await start();
  before = journal.entries().at(-1)?.sequence ?? 0;
});

afterAll(async () => {
  await platform.stop();
  rmSync(functionsFolder, { recursive: true });
  await new Promise((resolve) => twilio.close(resolve).closeAllConnections());
});

const start = (options: Partial<FunctionsPlatformOptions> = {}) =>
  startFunctionsPlatform({
    functionsFolder,
    serverlessFolder,
    environment: { AUTH_TOKEN: authToken, GREETING: 'Good day' },
    twilioOrigin,
    journal,
    ...options,
  });

const call = async (pathAndQuery: string, { method = 'GET', headers = {}, body = '' } = {}) => {
  const port = Number(new URL(platform.origin).port);
  const reply = await forward(port, { method, url: pathAndQuery, headers }, Buffer.from(body));
  return { ...reply, body: reply.body.toString() };
};

const postEvent = (body: string, headers: Record<string, string>, pathAndQuery = '/signed') =>
  call(pathAndQuery, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });

const sign = (parameters: Record<string, string>, pathAndQuery = '/signed') => ({
  'x-twilio-signature': getExpectedTwilioSignature(authToken, platform.origin + pathAndQuery, parameters),
});

const functionCalls = () =>
  journal.entries({ after: before, hop: 'function-call' }).map(({ details }) => details);

test('runs a public Function for anybody, with its variables, and passes status, headers and body on', async () => {
  const { status, body, headers } = await call('/hello?name=Ada');

  expect(status).toBe(201);
  expect(headers['access-control-allow-origin']).toBe('*');
  expect(JSON.parse(body)).toEqual({ hello: 'Ada', greeting: 'Good day' });
});

test('finds a Function in a folder below by its path', async () => {
  expect(await call('/nested/deep')).toMatchObject({ status: 200, body: 'deep' });
});

test('runs a protected Function given a form post that the account signed', async () => {
  const reply = await postEvent('EventType=task.created', sign({ EventType: 'task.created' }));

  expect(reply).toMatchObject({ status: 200, body: 'called with task.created' });
  expect(functionCalls()).toEqual([
    {
      method: 'POST',
      path: '/signed',
      process: expect.any(Number),
      status: 200,
      durationMs: expect.any(Number),
    },
  ]);
});

test('runs a protected Function given a JSON post whose hash the account signed', async () => {
  const body = '{"EventType":"task.created"}';
  const pathAndQuery = `/signed?bodySHA256=${getExpectedBodyHash(body)}`;
  const headers = { ...sign({}, pathAndQuery), 'content-type': 'application/json' };

  expect(await postEvent(body, headers, pathAndQuery)).toMatchObject({ body: 'called with task.created' });
  expect(await postEvent(body.replace('created', 'deleted'), headers, pathAndQuery)).toMatchObject({
    status: 403,
  });
});

test.each([
  ['no signature', () => ({})],
  ['wrong signature', () => ({ 'x-twilio-signature': 'bogus' })],
  ['wrong signature', () => sign({ EventType: 'task.canceled' })],
  ['wrong signature', () => sign({ EventType: 'task.created' }, '/hello')],
  ['body not covered by the signature', () => ({ ...sign({}), 'content-type': 'application/json' })],
])('refuses a protected Function given %s, and journals it', async (refused, headers) => {
  const reply = await postEvent('EventType=task.created', headers());

  expect(reply).toMatchObject({ status: 403, body: refused });
  expect(functionCalls()).toEqual([{ method: 'POST', path: '/signed', status: 403, refused }]);
});

test.each(['/hidden', '/nowhere', '/', '/hidden.private'])(
  'answers 404 given %s, be it private or missing',
  async (pathname) => {
    expect(await call(pathname)).toMatchObject({ status: 404, body: 'no such Function' });
  },
);

test('answers a preflight request as the runtime does, also for a protected Function', async () => {
  const { status, headers } = await call('/signed', { method: 'OPTIONS' });

  expect(status).toBe(204);
  expect(headers['access-control-allow-origin']).toBe('*');
});

test('spreads requests over processes that each remember their own', async () => {
  const replies = [];
  for (let number = 0; number < 4; number += 1) replies.push(JSON.parse((await call('/counter')).body));

  const [first, second] = [...new Set(replies.map(({ pid }) => pid))];
  expect(replies).toEqual([
    { pid: first, calls: 1 },
    { pid: second, calls: 1 },
    { pid: first, calls: 2 },
    { pid: second, calls: 2 },
  ]);
});

test.each(['/silent', '/spin'])(
  'ends %s at the time limit, answers 504 and starts a fresh process',
  async (pathname) => {
    const usual = platform;
    platform = await start({ timeLimitMs: 3_000 });
    try {
      const numbers = platform.processes().map(({ number }) => number);

      expect(await call(pathname)).toMatchObject({
        status: 504,
        body: 'Error 82002: runtime application timed out',
      });
      expect(functionCalls()).toMatchObject([{ path: pathname, status: 504 }]);
      await expectFreshProcess(numbers);
    } finally {
      await platform.stop();
      platform = usual;
    }
  },
);

test('answers 500 given a Function that ends its process, and starts a fresh one', async () => {
  const numbers = platform.processes().map(({ number }) => number);

  expect(await call('/crash')).toMatchObject({ status: 500, body: 'runtime application exited' });
  await expectFreshProcess(numbers);
});

test('ends a process on demand with the request that it was working on', async () => {
  const numbers = platform.processes().map(({ number }) => number);
  const reply = call('/silent');
  const busy = await eventually(() => platform.processes().find(({ requests }) => requests > 0));
  platform.killProcess(busy.number);

  expect(await reply).toMatchObject({ status: 500 });
  await expectFreshProcess(numbers);
});

/** Both places are filled again, one of them by a process that was not there before, and it serves. */
async function expectFreshProcess(numbers: readonly number[]): Promise<void> {
  const fresh = await eventually(() => platform.processes().find(({ number }) => !numbers.includes(number)));
  await eventually(async () => {
    await call('/counter');
    return functionCalls().find(({ process, status }) => process === fresh.number && status === 200);
  });
  await eventually(() => platform.processes().length === 2 || undefined);
}

test('serves while every process is being replaced, as soon as one is ready', async () => {
  platform.processes().forEach(({ number }) => platform.killProcess(number));

  expect(await call('/hello')).toMatchObject({ status: 201 });
});

test('sends the twilio library to the emulator, with the credentials of the account', async () => {
  const { body } = await call('/client');

  expect(body).toMatch(/^GET \/_tw\/sync.twilio.com\/v1\/Services\/default Basic /);
});

test('sends https.get and https.request for hosts of Twilio to the emulator, however they are called', async () => {
  const get = await call(
    `/get?url=${encodeURIComponent('https://taskrouter.twilio.com/v1/Workspaces?Page=2')}`,
  );
  const post = await call('/validateToken');

  expect(get.body).toContain('GET /_tw/taskrouter.twilio.com/v1/Workspaces?Page=2');
  expect(post.body).toContain(
    `POST /_tw/iam.twilio.com/v1/validate Basic ${Buffer.from('user:secret').toString('base64')}`,
  );
});

test.each([
  ['/get', 'https://example.com/', 'example.com:443'],
  ['/get', 'https://twilio.com.example.org/', 'twilio.com.example.org:443'],
  ['/fetch', 'https://api.twilio.com/', 'api.twilio.com:443'],
  ['/fetch', 'http://127.0.0.1:8123/', '127.0.0.1:8123'],
])('lets nothing else out: %s of %s fails and is journalled', async (pathname, url, host) => {
  const { body } = await call(`${pathname}?url=${encodeURIComponent(url)}`);

  expect(body).toContain(`lets no Function reach ${host}`);
  expect(journal.entries({ after: before, hop: 'unexpected' })).toMatchObject([{ details: { host } }]);
});

test('shows Functions nothing of the environment of this machine', async () => {
  expect(JSON.parse((await call('/environment')).body).sort()).toEqual(['PATH', 'TZ']);
});

test('hands on what Functions print, line by line', async () => {
  const usual = platform;
  const lines: string[] = [];
  platform = await start({ onLine: (line) => lines.push(line), processes: 1 });
  try {
    await call('/print');
    await eventually(() => lines[0]);
  } finally {
    await platform.stop();
    platform = usual;
  }

  expect(lines).toEqual(['printed by a Function']);
});

test('says what to do given a folder without Functions', async () => {
  await expect(start({ functionsFolder: '/nowhere' })).rejects.toThrow(
    'There is no folder /nowhere. Build the Functions',
  );
});

test('says which port is taken', async () => {
  const port = Number(new URL(platform.origin).port);
  await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE', port });
});

test('says why given a set-up in which no process can start', async () => {
  await expect(start({ serverlessFolder: tmpdir(), onLine: () => undefined })).rejects.toThrow(
    /@twilio\/runtime-handler/,
  );
});

test('leaves no process behind when the program that started it is killed', async () => {
  const program = `
    const { startFunctionsPlatform } = require(${JSON.stringify(path.join(__dirname, 'startFunctionsPlatform.ts'))});
    const { Journal } = require(${JSON.stringify(path.join(__dirname, '../journal.ts'))});
    startFunctionsPlatform({ ...${JSON.stringify({ functionsFolder, serverlessFolder, twilioOrigin })},
      environment: { AUTH_TOKEN: ${JSON.stringify(authToken)} }, journal: new Journal() })
      .then((platform) => console.log(JSON.stringify(platform.processes().map(({ pid }) => pid))));`;
  const parent = spawn(process.execPath, ['--import', 'tsx', '-e', program], { cwd: serverlessFolder });
  const pids: number[] = await new Promise((resolve) =>
    parent.stdout.once('data', (text) => resolve(JSON.parse(text))),
  );
  expect(pids.filter(isAlive)).toHaveLength(2);
  parent.kill('SIGKILL');

  await eventually(() => pids.every((pid) => !isAlive(pid)) || undefined);
  expect(pids.filter(isAlive)).toEqual([]);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Looks again and again until there is something to see; the test's time limit ends it. */
async function eventually<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await pause(20);
  }
}
