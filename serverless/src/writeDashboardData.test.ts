import type { WorkspaceStatistics } from '../../src/schema/dashboardData';
import { syncDocument } from './syncDocument';
import { exampleStatistics } from './testing/exampleStatistics';
import { FakeClock } from './testing/FakeClock';
import { failing, TwilioAtTheWire, unreachable } from './testing/TwilioAtTheWire';
import { TimeBudget } from './TimeBudget';
import { writeDashboardData, type NumberedDashboardData } from './writeDashboardData';

let wire: TwilioAtTheWire;
let handedOut: number;
/** Which lease there is now; the data of these tests are of none that is known, unless they say so. */
let life: string | undefined;

beforeEach(() => {
  wire = new TwilioAtTheWire();
  handedOut = 9;
  life = undefined;
});

const collectionOf = (collection: number): NumberedDashboardData => {
  const { realtime, cumulative } = exampleStatistics();
  return {
    version: 1,
    collection,
    // The same for all, because no clock decides.
    collected_at: '2026-11-22T11:42:15.678Z',
    day: { start: '2026-11-22T06:00:00Z', time_zone: 'UTC', starts_at: '06:00' },
    workspace_statistics: {
      realtime: { ...realtime, activity_statistics: [] },
      cumulative,
    } as WorkspaceStatistics,
  };
};
const older = collectionOf(7);
const ours = collectionOf(8);
const newer = collectionOf(9);

const write = async (data = ours) => {
  const time = new TimeBudget(new FakeClock('2026-11-22T11:42:15.678Z'));
  const document = syncDocument(wire.client().sync.v1.services('default'), 'dashboard-data', time);
  return writeDashboardData(document, data, await document.read(), async () => ({ number: handedOut, life }));
};

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
  ['data without a number', { ...ours, collection: undefined }],
  ['what is no object', 'text'],
  ['a number that is none', { ...ours, collection: '9' }],
  ['a number that the lease has not handed out', collectionOf(10)],
])('replaces %s', async (_, data) => {
  wire.put(data);

  expect(await write()).toBe('written');
  expect(wire.document?.data).toEqual(ours);
});

test.each([
  ['the next collection', newer],
  ['the same collection', ours],
])('leaves %s alone', async (_, data) => {
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
  expect(wire.asked('update')).toHaveLength(5);
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
const ofBytes = (bytes: number): NumberedDashboardData => {
  const named = (friendlyName: string): NumberedDashboardData => {
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

test('refuses data one byte larger, names the size, and does not even try', async () => {
  wire.put(older);

  await expect(write(ofBytes(16_385))).rejects.toMatchObject({
    status: 500,
    code: 'data-too-large',
    message: expect.stringContaining('takes 16385 bytes, more than the 16384 that a Sync document holds'),
  });
  expect(askedInOrder()).toEqual(['read']);
});

test('leaves the highest number behind, however many write at once', async () => {
  handedOut = 12;
  const numbers = Array.from({ length: 5 }, (_, index) => 8 + ((index * 3) % 5));
  const results = await Promise.all(numbers.map((number) => write(collectionOf(number))));

  expect(wire.document?.data).toEqual(collectionOf(12));
  expect(results).toContain('superseded');
});

describe('after the lease was deleted', () => {
  const of = (lease: string, collection: number): NumberedDashboardData => ({
    ...collectionOf(collection),
    lease,
  });

  test.each([
    [
      'a number from before loses against any number of the lease that there is now',
      of('old', 900),
      of('new', 1),
      'superseded',
    ],
    [
      'the lease that there is now wins against any number from before',
      of('new', 1),
      of('old', 900),
      'written',
    ],
    ['two numbers from before keep their order', of('old', 6), of('old', 7), 'superseded'],
    ['two numbers from before keep their order the other way round', of('old', 7), of('old', 6), 'written'],
    ['a number of no known lease counts as before', of('new', 3), collectionOf(2), 'written'],
  ] as const)('%s', async (_, data, stored, outcome) => {
    wire.put(stored);
    [life, handedOut] = ['new', 1];
    expect(await write(data)).toBe(outcome);
    expect(wire.document?.data).toEqual(outcome === 'written' ? data : stored);
  });

  const at = (data: NumberedDashboardData, collected_at: string): NumberedDashboardData => ({
    ...data,
    collected_at,
  });

  const momentBefore = '2026-11-22T11:42:14.678Z';
  const momentAfter = '2026-11-22T11:42:16.678Z';

  test.each([
    ['a number from before loses', of('old', 900), of('new', 1), momentBefore, 'superseded'],
    ['a number of the present lease wins', of('new', 1), of('old', 900), momentAfter, 'written'],
  ] as const)('%s whatever clocks say', async (_, data, stored, storedAt, outcome) => {
    wire.put(at(stored, storedAt));
    [life, handedOut] = ['new', 1];
    expect(await write(data)).toBe(outcome);
  });

  test.each([
    ['a little later', momentBefore, 'written'],
    ['a little earlier', momentAfter, 'superseded'],
    ['at no time that clocks agree on', '2026-11-22T12:42:00.000Z', 'written'],
    ['while the data say no time', 'soon', 'written'],
  ] as const)('of two leases that are gone, a collection that began %s', async (_, storedAt, outcome) => {
    wire.put(at(of('old', 1), storedAt));
    [life, handedOut] = ['new', 1];
    expect(await write(of('older', 900))).toBe(outcome);
  });

  test('two numbers from before keep their order while there is no lease', async () => {
    wire.put(of('old', 7));
    [life, handedOut] = [undefined, 0];
    expect(await write(of('old', 6))).toBe('superseded');
  });

  test('whoever collects while there is no lease writes, because nobody came later', async () => {
    wire.put(of('older', 900));
    [life, handedOut] = [undefined, 0];
    expect(await write(of('old', 7))).toBe('written');
  });
});
