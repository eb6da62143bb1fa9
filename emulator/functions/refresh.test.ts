/** The Function that browsers call, as it is deployed, in several processes, over the replies of the Functions platform. */
import path from 'node:path';
import type { DashboardData } from '../../src/schema/dashboardData';
import { inParallel } from '../../serverless/src/inParallel';
import { clockToleranceMs } from '../../serverless/src/CollectionTiming';
import { parseLease } from '../../serverless/src/lease';
import { recentMs } from '../../serverless/src/refreshOnRequest';
import { account, sid } from '../account';
import type { JournalEntry } from '../journal';
import { issueToken } from '../token';
import { pause } from './testing/pause';
import { startCollector, type Collector } from './testing/startCollector';

const processes = 3;
const timing = { intervalMs: 500, trailingMs: 500 };
const tolerance = clockToleranceMs(timing);

let collector: Collector;
/** The newest entry when a test began. */
let before: number;

beforeAll(async () => {
  collector = await startCollector({
    projectFolder: path.resolve(__dirname, '../..'),
    processes,
    environment: {
      DASHBOARD_INTERVAL: String(timing.intervalMs / 1_000),
      DASHBOARD_TRAILING_DELAY: String(timing.trailingMs / 1_000),
    },
  });
});
afterAll(() => collector.stop());

beforeEach(() => {
  collector.faults.clear();
  before = collector.journal.entries().at(-1)?.sequence ?? 0;
});

const since = (hop: JournalEntry['hop']): readonly JournalEntry[] =>
  collector.journal.entries({ after: before, hop });
/** Each collection reads the workspace's statistics once, whatever else it reads. */
const collections = () => since('statistics-call').filter(({ details }) => details.resource === 'Statistics');
const data = () => collector.document('dashboard-data') as DashboardData | undefined;
const tokenOf = (...roles: string[]): string => issueToken({ identity: 'ann@example.com', roles });

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, string>>;
}

async function send(init: RequestInit, query = ''): Promise<Reply> {
  const reply = await fetch(`${collector.platform.origin}/refreshDashboard${query}`, {
    headers: { origin: 'https://flex.twilio.com' },
    ...init,
  });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, body: text === '' ? {} : JSON.parse(text) };
}

const refresh = (Token: string): Promise<Reply> =>
  send({ method: 'POST', body: new URLSearchParams({ Token }) });

/** What a browser needs to hand a reply to a page of another origin. */
function expectReadable({ headers }: Reply): void {
  expect(headers.get('access-control-allow-origin')).toBe('*');
}

/** As if nothing had been collected for long: neither processes nor Sync know of a collection. */
async function makeQuiet(): Promise<void> {
  await collector.taskRouter.settled();
  for (const { uniqueName } of collector.sync.documents.list(account.defaultSyncServiceSid)) {
    collector.sync.documents.remove(account.defaultSyncServiceSid, uniqueName ?? '');
  }
  collector.platform.processes().forEach(({ number }) => collector.platform.killProcess(number));
  const started = () => new Set(since('function-call').map(({ details }) => details.process)).size;
  before = collector.journal.entries().at(-1)?.sequence ?? 0;
  while (started() < processes) await send({ method: 'OPTIONS' });
  before = collector.journal.entries().at(-1)?.sequence ?? 0;
}

test.each(['supervisor', 'admin'])('collects for a %s, and says so', async (role) => {
  await makeQuiet();
  const reply = await refresh(tokenOf(role, 'wfo.full_access'));

  expect({ status: reply.status, body: reply.body }).toEqual({ status: 200, body: { outcome: 'collected' } });
  expectReadable(reply);
  expect(data()?.collection).toBe(parseLease(collector.document('dashboard-data-lease')).number);
  expect(collections()).toHaveLength(2);
});

test('a hundred calls, fifteen at a time, cause one collection while it is recent, and the one that trails it', async () => {
  await makeQuiet();
  const began = Date.now();
  const calls = 100;
  // A hundred at once are 33 in each process, more than Twilio runs of a Function; a machine with no time to spare then has the one
  // that collects open for 10 s, and it is ended before it can say "collected".
  const replies = await inParallel(
    Array.from({ length: calls }, () => tokenOf('supervisor')),
    refresh,
    15,
  );
  // On a machine that is busy, the last call may be served when the first collection is no longer recent.
  const most = 1 + Math.floor((Date.now() - began) / (recentMs - tolerance));

  const collected = replies.filter(({ body }) => body.outcome === 'collected').length;
  expect(collected).toBeGreaterThanOrEqual(1);
  expect(collected).toBeLessThanOrEqual(most);
  expect(replies.filter(({ body }) => body.outcome === 'covered')).toHaveLength(calls - collected);
  expect(new Set(since('function-call').map(({ details }) => details.process)).size).toBe(processes);
  expect(since('token-validation')).toHaveLength(calls);
  expect(collections().length).toBeLessThanOrEqual(2 * collected);
});

test('calls without a pause for as long as a collection is recent cause no other one', async () => {
  await makeQuiet();
  await refresh(tokenOf('supervisor'));
  const recentUntil = (): number => Date.parse(data()?.collected_at ?? '') + recentMs;
  const end = recentUntil() - tolerance;
  const outcomes: (string | undefined)[] = [];
  for (;;) {
    const { outcome } = (await refresh(tokenOf('supervisor'))).body;
    // Whoever is answered after it may have been served after it.
    if (Date.now() >= end) break;
    outcomes.push(outcome);
  }

  expect(new Set(outcomes)).toEqual(new Set(['covered']));
  expect(collections().filter(({ at }) => Date.parse(at) < end)).toHaveLength(2);
  await pause(recentUntil() + tolerance - Date.now());
  expect((await refresh(tokenOf('supervisor'))).body).toEqual({ outcome: 'collected' });
});

test('an event is collected as ever right after a refresh', async () => {
  await makeQuiet();
  await refresh(tokenOf('supervisor'));
  collector.taskRouter.contactCentre.addTask({ queue: 'Support' });
  await collector.taskRouter.settled();

  expect(data()?.workspace_statistics.realtime.total_tasks).toBe(
    ((await collector.truth()) as { total_tasks: number }).total_tasks,
  );
  expect(collections().length).toBeGreaterThanOrEqual(4);
});

describe('refuses, readable by a browser and without asking for statistics,', () => {
  const supervisor = { identity: 'ann', roles: ['supervisor'] };
  const form = (Token: string): RequestInit => ({ method: 'POST', body: new URLSearchParams({ Token }) });

  test.each<[string, RequestInit, number, string]>([
    ['an agent', form(issueToken({ identity: 'bob', roles: ['agent'] })), 403, 'wrong-role'],
    ['nobody in particular', form(issueToken({ identity: 'bob', roles: [] })), 403, 'wrong-role'],
    [
      'a token that has expired',
      form(issueToken({ ...supervisor, expiresInSeconds: -1 })),
      401,
      'refused-token',
    ],
    [
      'a token of another account',
      form(issueToken({ ...supervisor, accountSid: sid('AC', 2) })),
      401,
      'refused-token',
    ],
    ['garbage', form('garbage'), 401, 'refused-token'],
    ['text that is no token', form('a b"ü'), 401, 'refused-token'],
    [
      'a token that is far too long',
      form(`${issueToken(supervisor)}${'a'.repeat(8_192)}`),
      401,
      'refused-token',
    ],
    ['two tokens', { method: 'POST', body: new URLSearchParams('Token=a&Token=b') }, 401, 'refused-token'],
    ['an empty token', form(''), 401, 'missing-token'],
    ['no token', { method: 'POST', body: new URLSearchParams() }, 401, 'missing-token'],
    ['no body', { method: 'POST' }, 400, 'malformed-request'],
    [
      'a body that is no form',
      {
        method: 'POST',
        body: JSON.stringify({ Token: issueToken(supervisor) }),
        headers: { 'content-type': 'application/json' },
      },
      400,
      'malformed-request',
    ],
  ])('%s', async (_, init, status, code) => {
    const reply = await send(init);

    expect({ status: reply.status, code: reply.body.code }).toEqual({ status, code });
    expectReadable(reply);
    expect(since('statistics-call')).toEqual([]);
    expect(since('sync-read')).toEqual([]);
  });

  test('a token in the address, where it would stand in logs', async () => {
    const reply = await send({ method: 'GET' }, `?Token=${issueToken(supervisor)}`);

    expect(reply).toMatchObject({ status: 400, body: { code: 'malformed-request' } });
    expectReadable(reply);
  });
});

test('asks Twilio nothing about what cannot be a token', async () => {
  await refresh('a b');
  await refresh('a'.repeat(8_193));

  expect(since('token-validation')).toEqual([]);
});

describe('while the service that knows tokens', () => {
  test.each([
    ['answers 429', { status: 429, code: 20429 }, 503, 'twilio-busy'],
    ['answers 500', { status: 500, code: 20500 }, 502, 'twilio-failed'],
    ['answers 503', { status: 503, code: 20503 }, 502, 'twilio-failed'],
    ['answers 503 with a page', { status: 503, garbage: '<html>' }, 502, 'twilio-failed'],
    ["refuses the Function's own credentials", { status: 401, code: 20003 }, 502, 'twilio-refused'],
    ['answers null', { garbage: 'null' }, 502, 'twilio-garbage'],
    ['answers nothing at all', { garbage: '' }, 502, 'twilio-garbage'],
    ['answers a page', { garbage: '<html>' }, 502, 'twilio-garbage'],
    ['answers something else', { garbage: '{"sid":"x"}' }, 502, 'twilio-garbage'],
    ['does not answer for 4 s', { delayMs: 4_000 }, 502, 'twilio-unreachable'],
  ])('%s, no token is called refused, and a browser can read that', async (_, fault, status, code) => {
    collector.faults.order({ target: 'token-validation', times: 1, ...fault });
    const reply = await refresh(tokenOf('supervisor'));

    expect(reply).toMatchObject({ status, body: { code } });
    expect(reply.body.message).not.toMatch(/refused-token|Flex session|next event/);
    expectReadable(reply);
    expect(since('sync-read')).toEqual([]);
  });
});

test('answers 502, readable by a browser, when statistics fail, and the next call collects', async () => {
  await makeQuiet();
  collector.faults.order({ target: 'statistics', times: 1, status: 401, code: 20003 });
  const reply = await refresh(tokenOf('supervisor'));

  expect(reply).toMatchObject({ status: 502, body: { code: 'twilio-refused' } });
  expectReadable(reply);
  await pause(recentMs);
  expect((await refresh(tokenOf('supervisor'))).body).toEqual({ outcome: 'collected' });
});

test('a preflight request is answered by the platform, and allows a form to be posted from anywhere', async () => {
  const reply = await send({
    method: 'OPTIONS',
    headers: {
      origin: 'https://flex.twilio.com',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });

  expect(reply.status).toBe(204);
  expectReadable(reply);
  expect(reply.headers.get('access-control-allow-methods')).toContain('POST');
  expect(reply.headers.get('access-control-allow-headers')?.toLowerCase()).toMatch(/\*|content-type/);
  expect(since('token-validation')).toEqual([]);
});

test('tokens stand in no log line, in no reply and in no entry of the journal', async () => {
  const tokens = [
    tokenOf('supervisor'),
    tokenOf('agent'),
    issueToken({ identity: 'ann', expiresInSeconds: -1 }),
  ];
  collector.faults.order({ target: 'token-validation', times: 1, garbage: 'no JSON' });
  const replies = [...(await Promise.all(tokens.map(refresh))), await refresh(tokens[0] ?? '')];
  const kept = JSON.stringify([
    replies.map(({ body }) => body),
    collector.lines,
    collector.journal.entries(),
    ...collector.sync.documents.list(account.defaultSyncServiceSid),
  ]);

  expect(collector.lines.some((line) => line.startsWith('refreshDashboard: 502 twilio-garbage'))).toBe(true);
  for (const token of tokens) expect(kept).not.toContain(token.split('.')[1]);
});

test('nothing in this file asked for anything that is not emulated', () => {
  expect(collector.journal.entries({ hop: 'unexpected' })).toEqual([]);
});
