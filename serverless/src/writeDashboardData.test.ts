import type { DashboardData } from '../../src/contract/dashboardData';
import { exampleStatistics } from './testing/exampleStatistics';
import { FakeClock } from './testing/FakeClock';
import { failing, TwilioAtTheWire, unreachable } from './testing/TwilioAtTheWire';
import { TimeBudget } from './TimeBudget';
import { writeDashboardData } from './writeDashboardData';

const now = '2026-11-22T11:42:15.678Z';
let wire: TwilioAtTheWire;
let clock: FakeClock;

beforeEach(() => {
  wire = new TwilioAtTheWire();
  clock = new FakeClock(now);
});

const collectedAt = (time: string): DashboardData => {
  const { realtime, cumulative } = exampleStatistics();
  return {
    version: 1,
    collected_at: time,
    day: { start: '2026-11-22T06:00:00Z', time_zone: 'UTC', starts_at: '06:00' },
    workspace_statistics: { realtime: { ...realtime, activity_statistics: [] }, cumulative },
  };
};
const older = collectedAt('2026-11-22T11:42:15.677Z');
const ours = collectedAt(now);
const newer = collectedAt('2026-11-22T11:42:15.679Z');

const write = (data = ours) =>
  writeDashboardData(
    wire.client().sync.v1.services('default'),
    'dashboard-data',
    data,
    new TimeBudget(clock),
  );

const askedInOrder = () => wire.requests.map(({ asked }) => asked);

test('creates the document where there is none', async () => {
  expect(await write()).toBe('written');
  expect(wire.document?.data).toEqual(ours);
  expect(wire.asked('create')[0]?.data.UniqueName).toBe('dashboard-data');
});

test('replaces older data on condition that nobody else has', async () => {
  wire.put({});
  wire.put(older);

  expect(await write()).toBe('written');
  expect(wire.document?.data).toEqual(ours);
  expect(wire.asked('update')[0]?.headers['If-Match']).toBe('1');
});

test.each([
  ['the empty object of a new document', {}],
  ['data of nobody knows when', { collected_at: 'lunch' }],
  ['what is no object', 'text'],
  ['data that claims to come from far ahead', collectedAt('2026-11-22T11:47:15.679Z')],
])('replaces %s', async (_, data) => {
  wire.put(data);

  expect(await write()).toBe('written');
  expect(wire.document?.data).toEqual(ours);
});

test.each([
  ['newer', newer],
  ['equally new', ours],
  ['the newest that another clock can have made', collectedAt('2026-11-22T11:47:15.678Z')],
])('leaves %s data alone', async (_, data) => {
  wire.put(data);

  expect(await write()).toBe('superseded');
  expect(wire.document).toEqual({ data, revision: '0' });
  expect(askedInOrder()).toEqual(['read']);
});

test('reads again and writes when somebody wrote older data in between (412)', async () => {
  wire.put({});
  wire.beforeNext('update', () => wire.put(older));

  expect(await write()).toBe('written');
  expect(wire.document?.data).toEqual(ours);
  expect(askedInOrder()).toEqual(['read', 'update', 'read', 'update']);
});

test('reads again and gives way when somebody wrote newer data in between (412)', async () => {
  wire.put(older);
  wire.beforeNext('update', () => wire.put(newer));

  expect(await write()).toBe('superseded');
  expect(wire.document?.data).toEqual(newer);
});

test('goes by the status 412, whatever its code', async () => {
  wire.put(older);
  wire.answerNext('update', failing(412, 99999));

  expect(await write()).toBe('written');
});

test('goes on with an update when somebody created the document in between (409)', async () => {
  wire.beforeNext('create', () => wire.put(older));

  expect(await write()).toBe('written');
  expect(wire.document?.data).toEqual(ours);
  expect(askedInOrder()).toEqual(['read', 'create', 'read', 'update']);
});

test('creates the document again when somebody deleted it in between (404)', async () => {
  wire.put(older);
  wire.beforeNext('update', () => (wire.document = undefined));

  expect(await write()).toBe('written');
  expect(wire.document?.data).toEqual(ours);
});

test('takes a write that arrived, though its answer did not, for done', async () => {
  wire.put(older);
  wire.beforeNext('update', () => wire.put(ours));
  wire.answerNext('update', unreachable);

  expect(await write()).toBe('superseded');
  expect(wire.document?.data).toEqual(ours);
});

test('gives up, with other data than its own in the document, when others always come first', async () => {
  wire.put(older);
  for (let round = 0; round < 99; round += 1) wire.beforeNext('update', () => wire.put(older));

  await expect(write()).rejects.toMatchObject({ status: 503, code: 'document-contended' });
  expect(wire.asked('update')).toHaveLength(20);
  expect(wire.document?.data).toEqual(older);
});

test.each(['read', 'update', 'create'] as const)('tries again when a %s answers 429', async (asked) => {
  if (asked !== 'create') wire.put(older);
  wire.answerNext(asked, failing(429, 54009), 2);

  expect(await write()).toBe('written');
  expect(wire.document?.data).toEqual(ours);
});

test.each(['read', 'update', 'create'] as const)(
  'gives up with 503 when a %s goes on answering 429',
  async (asked) => {
    if (asked !== 'create') wire.put(older);
    wire.answerNext(asked, failing(429, 54009), 99);

    await expect(write()).rejects.toMatchObject({ status: 503, code: 'twilio-busy' });
    expect(wire.asked(asked)).toHaveLength(4);
    expect(wire.document?.data).toEqual(asked === 'create' ? undefined : older);
  },
);

test('says so when the account has no such Sync service', async () => {
  wire.answerNext('create', failing(404, 20404));

  await expect(write()).rejects.toMatchObject({
    status: 500,
    code: 'unknown-sync-service',
    message: expect.stringContaining('Correct DASHBOARD_SYNC_SERVICE_SID'),
  });
});

/** Data whose JSON takes exactly so many bytes; the friendly name takes two for each letter. */
const ofBytes = (bytes: number): DashboardData => {
  const named = (friendlyName: string): DashboardData => {
    const { realtime, cumulative } = ours.workspace_statistics;
    const activity = { sid: '', friendly_name: friendlyName, workers: 1 };
    return {
      ...ours,
      workspace_statistics: { realtime: { ...realtime, activity_statistics: [activity] }, cumulative },
    };
  };
  const missing = bytes - Buffer.byteLength(JSON.stringify(named('')));
  return named('é'.repeat(Math.floor(missing / 2)) + 'e'.repeat(missing % 2));
};

test('writes data that just fits into a document', async () => {
  const data = ofBytes(16_384);

  expect(await write(data)).toBe('written');
  expect(wire.document?.data).toEqual(data);
});

test('refuses data one byte larger, names the size, and does not even ask', async () => {
  wire.put(older);

  await expect(write(ofBytes(16_385))).rejects.toMatchObject({
    status: 500,
    code: 'data-too-large',
    message: expect.stringContaining('takes 16385 bytes, more than the 16384 that a Sync document holds'),
  });
  expect(wire.requests).toEqual([]);
});

test('leaves the newest data behind, however many write at once', async () => {
  const times = Array.from({ length: 12 }, (_, index) => `2026-11-22T11:42:15.${100 + ((index * 7) % 12)}Z`);
  const results = await Promise.all(times.map((time) => write(collectedAt(time))));

  expect(wire.document?.data).toEqual(collectedAt('2026-11-22T11:42:15.111Z'));
  expect(results).toContain('superseded');
});
