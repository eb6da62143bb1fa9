import type { BoardStatus } from '../board/boardState';
import { createStrings } from '../../strings/createStrings';
import { wallNotice } from './wallNotice';

const now = Date.UTC(2026, 10, 22, 9);
const fine: BoardStatus = {
  connection: 'connected',
  refresh: { status: 'idle' },
  now,
  data: { status: 'present' },
  collectedAt: now - 3000,
  freshness: { status: 'fresh' },
  isLate: false,
  isDayOver: false,
  day: { start: Date.UTC(2026, 10, 22, 6), startsAt: '06:00', timeZone: 'Etc/UTC' },
  notices: [],
};
const stale: Partial<BoardStatus> = {
  collectedAt: now - 600_000,
  freshness: { status: 'stale', age: { amount: 10, unit: 'minute' } },
};

const notice = (status: Partial<BoardStatus>, hasLoginEnded = false, isAdmin = true) =>
  wallNotice({
    status: { ...fine, ...status },
    hasLoginEnded,
    isAdmin,
    dataDocument: 'dashboard-data',
    strings: createStrings('en'),
  });

test('says nothing given numbers of the present', () => {
  expect(notice({})).toBeUndefined();
});

test('says that totals are of yesterday given a day that is over', () => {
  expect(notice({ isDayOver: true })?.headline).toBe('Totals are still yesterday’s.');
});

test.each([
  ['missing', 'There is no Sync document dashboard-data.'],
  ['empty', 'dashboard-data is still empty'],
] as const)('says that there is no data yet given data that is %s', (status, words) => {
  const said = notice({ data: { status }, collectedAt: undefined });
  expect(said).toEqual({ headline: 'No data yet', detail: expect.stringContaining(words) });
});

test('names the document and the problem given data that cannot be read', () => {
  expect(notice({ data: { status: 'failed', problem: 'no right' } })?.detail).toContain('no right');
});

test('says why nothing new comes given stale numbers, as far as that is known', () => {
  expect(notice(stale)?.detail).toBe('Connected, but nothing new has been collected since then.');
  expect(notice({ ...stale, refresh: { status: 'failed', problem: 'HTTP 500', retryAt: now } })?.detail).toBe(
    'Connected, but new numbers were asked for and did not come: HTTP 500',
  );
});

test('names why a collection fails to admins alone', () => {
  const failed = { ...stale, refresh: { status: 'failed', problem: 'HTTP 500', retryAt: now } } as const;
  expect(notice(failed, false, false)?.detail).toBe(
    'Connected, but nothing new has been collected since then.',
  );
});

test('names the gravest cause alone: login, connection, document, age, day', () => {
  const all: Partial<BoardStatus> = {
    ...stale,
    connection: 'disconnected',
    data: { status: 'failed', problem: 'no right' },
    isDayOver: true,
  };
  const connected: Partial<BoardStatus> = { ...all, connection: 'connected' };
  const readable: Partial<BoardStatus> = { ...connected, data: { status: 'present' } };
  expect([
    notice(all, true)?.detail,
    notice(all)?.detail,
    notice(connected)?.detail,
    notice(readable)?.detail,
    notice({ ...readable, freshness: { status: 'fresh' } })?.headline,
  ]).toEqual([
    expect.stringContaining('login has ended'),
    expect.stringContaining('connection to Twilio is lost'),
    expect.stringContaining('no right'),
    expect.stringContaining('nothing new has been collected'),
    expect.stringContaining('yesterday'),
  ]);
});
