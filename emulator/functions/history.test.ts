/** The past as the deployed Function keeps it, against the raw list of what happened. */
import path from 'node:path';
import {
  endOfRow,
  historyDocumentNames,
  historyTtlSeconds,
  rowAt,
  type HistoryDay,
  type HistoryState,
} from '../../src/schema/history';
import { decodeHistory, type HistoryRows } from '../../src/schema/historyRows';
import { pastDay, type PastDay } from '../../src/schema/pastData';
import { account } from '../account';
import type { Happening } from '../taskrouter/History';
import { pause } from './testing/pause';
import { startCollector, type Collector } from './testing/startCollector';

let collector: Collector;
let today: HistoryDay;
let past: PastDay;

const state = (): HistoryState | undefined =>
  collector.document('dashboard-data-history') as HistoryState | undefined;

/** The day starts some hours ago, whenever the test runs. */
const startOfDay = new Date(Date.now() - 3 * 3_600_000).toISOString().slice(11, 16);

beforeAll(async () => {
  collector = await startCollector({
    projectFolder: path.resolve(__dirname, '../..'),
    processes: 2,
    scenario: 'quiet-night',
    environment: {
      DASHBOARD_INTERVAL: '0.5',
      DASHBOARD_TRAILING_DELAY: '0.5',
      DASHBOARD_DAY_START: startOfDay,
      DASHBOARD_TASK_CHANNELS: 'voice',
      DASHBOARD_HISTORY: 'on',
      DASHBOARD_HISTORY_RATE: '20',
    },
  });
  const until = Date.now() + 120_000;
  const isThere = (): boolean => {
    const [day] = state()?.days ?? [];
    const first = Math.floor(((day?.start ?? 0) * 1000) / 900_000) + 1;
    return day !== undefined && (state()?.missing ?? []).every(([, last]) => last < first);
  };
  while (!isThere()) {
    if (Date.now() > until) throw new Error(`Today is not there: ${JSON.stringify(state())}`);
    collector.taskRouter.contactCentre.updateWorkspace({});
    await collector.taskRouter.settled();
    await pause(50);
  }
  today = state()?.days[0] as HistoryDay;
  const rows = (['workspace', 'queues', 'channels', 'workspace-gauges'] as const).flatMap((kind) =>
    historyDocumentNames('dashboard-data', today, kind).flatMap((name): readonly HistoryRows[] => {
      const decoded = decodeHistory(collector.document(name));
      return decoded ? [decoded] : [];
    }),
  );
  past = pastDay(rows) as PastDay;
});
afterAll(() => collector.stop());

/** Counts in the raw list, without any of the emulator's own statistics. */
function happened(end: number, isCounted: (happening: Happening) => boolean): number {
  const { history } = collector.taskRouter.contactCentre.state;
  return history.between(today.start * 1000, end).filter(isCounted).length;
}

test('every quarter-hour of the day that has ended is there', () => {
  const last = (state()?.upTo ?? 0) * 900_000;
  const rows = rowAt(today, 'workspace', last) + 1;

  expect(past.quarters).toEqual(Array.from({ length: rows }, (_, row) => endOfRow(today, 'workspace', row)));
  expect(rows).toBeGreaterThan(10);
});

test('each tells what had happened since the day started, of the workspace, its queues and its channels', () => {
  for (const end of past.quarters) {
    const { workspace_statistics: workspace, queues, channels } = past.at(end);
    const created = ({ kind }: Happening): boolean => kind === 'task-created';

    expect(workspace.cumulative?.tasks_created).toBe(happened(end, created));
    expect(workspace.cumulative?.reservations_accepted).toBe(
      happened(end, ({ kind }) => kind === 'reservation-accepted'),
    );
    expect(channels?.voice?.cumulative?.tasks_created).toBe(
      happened(end, (happening) => created(happening) && happening.channel === 'voice'),
    );
    expect(queues?.map(({ friendly_name }) => friendly_name)).toEqual(['Billing', 'Sales', 'Support']);
    for (const { sid, cumulative } of queues ?? []) {
      const entered = ({ kind, queueSid }: Happening): boolean =>
        queueSid === sid && ['task-created', 'task-moved-in'].includes(kind);
      expect(cumulative?.tasks_entered).toBe(happened(end, entered));
      const late = ({ kind, queueSid, waited }: Happening): boolean =>
        queueSid === sid && kind === 'reservation-accepted' && waited > 20;
      expect(cumulative?.split_by_wait_time?.['20']?.above.reservations_accepted).toBe(happened(end, late));
    }
  }
});

test('the "now" figures of a minute are kept with the activities by their names', () => {
  const [minute = NaN] = past.minutes;
  const { realtime } = past.at(minute).workspace_statistics;

  expect(realtime?.total_workers).toBe(25);
  expect(realtime?.activity_statistics).toContainEqual(
    expect.objectContaining({ friendly_name: 'Available', workers: expect.any(Number) as number }),
  );
});

test('all of it expires 35 days after it was written', () => {
  const names = ['dashboard-data-history', ...historyDocumentNames('dashboard-data', today, 'workspace')];
  for (const name of names) {
    const document = collector.sync.documents.get(account.defaultSyncServiceSid, name);
    const days = ((document?.expiresAt ?? 0) - Date.now()) / 1000;
    if (document) expect(Math.abs(days - historyTtlSeconds)).toBeLessThan(300);
  }
  expect(collector.sync.documents.get(account.defaultSyncServiceSid, 'dashboard-data-history')).toBeDefined();
});

test('no request was refused, and every post of TaskRouter was answered with success', () => {
  const statuses = ['statistics-call', 'sync-read', 'sync-write', 'function-call'].flatMap((hop) =>
    collector.journal.entries({ hop: hop as 'sync-read' }).map(({ details }) => Number(details.status)),
  );

  expect(statuses.filter((status) => status === 429 || status >= 500)).toEqual([]);
});
