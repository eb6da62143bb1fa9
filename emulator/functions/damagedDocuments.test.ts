/** Anybody in Flex can write and delete the collector's documents. The next event has to mend whatever was done to them. */
import path from 'node:path';
import { account } from '../account';
import { DataWatch } from './testing/DataWatch';
import { nextEvent } from './testing/killAtRequest';
import { pause } from './testing/pause';
import { startCollector, type Collector } from './testing/startCollector';

const intervalMs = 500;
const years = 10 * 365 * 24 * 3_600_000;
const leaseName = 'dashboard-data-lease';
let collector: Collector;

beforeAll(async () => {
  collector = await startCollector({
    projectFolder: path.resolve(__dirname, '../..'),
    processes: 2,
    environment: { DASHBOARD_INTERVAL: '0.5', DASHBOARD_TRAILING_DELAY: '0.5' },
  });
  nextEvent(collector);
  await collector.taskRouter.settled();
});
afterAll(() => collector.stop());

const remove = (name: string) => collector.sync.documents.remove(account.defaultSyncServiceSid, name);
const put = (name: string, data: object) =>
  collector.sync.documents.put(account.defaultSyncServiceSid, name, { ...data });
const forgeLease = (data: object) => put(leaseName, data);
const forgeData = (collection: unknown) =>
  put('dashboard-data', { ...Object(collector.document('dashboard-data')), collection });

const numberOf = (name: string): number => Object(collector.document(name)).number;

test.each([
  ['the data document was deleted', () => remove('dashboard-data')],
  ['the lease was deleted, so that numbers begin again', () => remove(leaseName)],
  ['both were deleted', () => [remove('dashboard-data'), remove(leaseName)]],
  ['the data document was emptied', () => put('dashboard-data', {})],
  ['the data claim a number that was never handed out', () => forgeData(1e15)],
  ['the data claim the number that is handed out next', () => forgeData(numberOf(leaseName) + 1)],
  ['the data claim the highest number there is', () => forgeData(Number.MAX_SAFE_INTEGER)],
  ['the data claim a number above all whole ones', () => forgeData(1e300)],
  ['the data claim a number that is text', () => forgeData('7')],
  ['the data claim a number below 0', () => forgeData(-7)],
  ['the lease was emptied', () => forgeLease({})],
  ['the lease holds a huge number', () => forgeLease({ number: 1e15, due: Date.now(), by: 'nobody' })],
  [
    'the lease holds the highest number',
    () => forgeLease({ number: Number.MAX_SAFE_INTEGER, due: 0, by: '' }),
  ],
  ['the lease holds a number long past', () => forgeLease({ number: 1, due: Date.now(), by: 'nobody' })],
  ['the lease is due in years', () => forgeLease({ number: 9, due: Date.now() + years, by: 'nobody' })],
  ['the lease was due years ago', () => forgeLease({ number: 9, due: Date.now() - years, by: 'nobody' })],
  ['the lease is due at no time', () => forgeLease({ number: 9, due: 'soon', by: 'nobody' })],
])('the next event is collected when %s, and so are those that follow', async (_, damage) => {
  // What warm processes remember of the last promise is over, so that only the documents count.
  await pause(intervalMs);
  damage();
  const watch = new DataWatch(collector);

  nextEvent(collector);
  await watch.untilTruth();
  await collector.taskRouter.settled();
  nextEvent(collector);
  await watch.untilTruth();
  await collector.taskRouter.settled();

  expect(watch.isRising()).toBe(true);
  expect(watch.seen.at(-1)?.number).toBe(numberOf(leaseName));
  watch.stop();
});

test('nothing in this file asked for anything that is not emulated', () => {
  expect(collector.journal.entries({ hop: 'unexpected' })).toEqual([]);
});
