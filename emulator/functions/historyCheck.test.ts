/** Totals of the past that TaskRouter tells otherwise later: from its answer over the deployed Function to the words of a trend. */
import path from 'node:path';
import { quarterMs, type HistoryState } from '../../src/schema/history';
import { PastMaker } from '../../src/sources/history/PastMaker';
import { wantedDays } from '../../src/sources/history/wantedDocuments';
import { createStrings } from '../../src/strings/createStrings';
import { trendStateInWords } from '../../src/visuals/trend/trendInWords';
import { account } from '../account';
import { pause } from './testing/pause';
import { startCollector, type Collector } from './testing/startCollector';

const hourMs = 3_600_000;
/** Eleven hours ago, so that the night has had its tasks; a whole quarter-hour, as days start. */
const dayStart = Math.floor((Date.now() - 11 * hourMs) / quarterMs) * quarterMs;

/** What the Function finds when it asks again for a window that a dashboard truly showed 70 minutes ago. */
async function checkAgain(pastDiffers: boolean): Promise<HistoryState> {
  const collector: Collector = await startCollector({
    projectFolder: path.resolve(__dirname, '../..'),
    processes: 1,
    scenario: 'quiet-night',
    environment: {
      DASHBOARD_DAY_START: new Date(dayStart).toISOString().slice(11, 16),
      DASHBOARD_HISTORY: 'on',
    },
  });
  try {
    const { taskRouter, sync } = collector;
    const end = Math.floor(Date.now() / 1000) * 1000 - 70 * 60_000;
    const happened = taskRouter.contactCentre.state.history.between(dayStart, end);
    const count = (kind: string): number => happened.filter((happening) => happening.kind === kind).length;
    const shown = ['task-created', 'task-completed', 'task-canceled', 'reservation-accepted'].map(count);
    const day = {
      date: new Date(dayStart).toISOString().slice(0, 10),
      start: dayStart / 1000,
      until: dayStart / 1000 + 86_400,
      queues: 3,
      channels: 0,
    };
    const state: HistoryState = {
      version: 1,
      since: new Date(dayStart).toISOString(),
      time_zone: 'UTC',
      starts_at: new Date(dayStart).toISOString().slice(11, 16),
      upTo: Math.floor(Date.now() / quarterMs),
      missing: [],
      asked: 0,
      days: [day],
      check: { windows: 0, differing: [], pending: [{ start: dayStart, end, shown }] },
    };
    sync.documents.put(account.defaultSyncServiceSid, 'dashboard-data-history', { ...state });
    taskRouter.pastDiffers = pastDiffers;
    const found = (): HistoryState => collector.document('dashboard-data-history') as HistoryState;
    const until = Date.now() + 30_000;
    while (found().check.windows === 0) {
      if (Date.now() > until) throw new Error(`Nothing was asked again: ${JSON.stringify(found())}`);
      taskRouter.contactCentre.updateWorkspace({});
      await taskRouter.settled();
      await pause(100);
    }
    return found();
  } finally {
    await collector.stop();
  }
}

/** What a trend of totals says over that. */
function saidBy(state: HistoryState): string | undefined {
  const days = wantedDays(state, Date.now());
  if (!days) throw new Error('There are no days.');
  const past = new PastMaker().make(state, days, [], Date.now());
  const point = { at: dayStart, value: 1, isJudged: true };
  const trend = {
    past,
    today: { points: [point] },
    before: [],
    lacks: [],
    isSampled: false,
    isDistrusted: past.isDistrusted,
  };
  return trendStateInWords({ status: 'ready', value: trend }, createStrings('en'));
}

test('a trend is hidden, and says why, when TaskRouter tells fewer tasks than were shown', async () => {
  const state = await checkAgain(true);

  expect(state.check.differing.map(({ field }) => field)).toContain('tasks_created');
  expect(saidBy(state)).toBe('History hidden: Twilio now reports different totals for past times');
});

test('it is shown when TaskRouter tells the same', async () => {
  const state = await checkAgain(false);

  expect(state.check.differing).toEqual([]);
  expect(saidBy(state)).toBeUndefined();
});
