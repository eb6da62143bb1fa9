import { quarterMs, type HistoryState } from '../../src/schema/history';
import { aDashboardData } from '../../src/testing/aDashboardData';
import { aHistory, type HistoryParts } from '../../src/testing/aHistory';
import type { Control } from './control';

/** Seven and a quarter hours of a day that began at a whole quarter-hour, so that the end of the story is now. */
const quartersOfToday = 29;

export interface PastStory {
  /** What happens in the last hours of today. */
  readonly rush?: boolean;
  /** Quarter-hours of today that were not collected. */
  readonly gap?: readonly [first: number, last: number];
  readonly weeks?: readonly number[];
  readonly state?: Partial<HistoryState>;
}

/** Tasks that arrived until the end of a quarter-hour; weeks differ by a few per cent. */
const arrivedBy = (week: number, quarter: number): number =>
  Array.from({ length: quarter + 1 }, (_, index) => arrivalsIn(week, index)).reduce(
    (sum, count) => sum + count,
    0,
  );

const arrivalsIn = (week: number, quarter: number): number =>
  Math.round(
    (10 + 14 * Math.exp(-((quarter - 16) ** 2) / 90) + 9 * Math.exp(-((quarter - 36) ** 2) / 120)) *
      (quarter > 52 ? 0 : 1) *
      [1.06, 1, 0.92, 1.1, 1.02][week]!,
  );

const waitingAt = (week: number, quarter: number, rush: boolean): number =>
  rush && week === 0 && quarter > quartersOfToday - 5
    ? 5 + (quarter - quartersOfToday + 5) * 8
    : quarter > 52
      ? 0
      : Math.max(0, Math.round(3 + arrivalsIn(week, quarter) / 8 + 2 * Math.sin(week + quarter)));

/** Puts the past of the last four weeks into Sync, and data of now that goes on from it. */
export async function putPast(control: Control, story: PastStory = {}): Promise<void> {
  const { rush = false, gap = [-1, -1], weeks, state } = story;
  const now = Date.now();
  const start = Math.floor(now / quarterMs) * quarterMs - quartersOfToday * quarterMs;
  const isGap = (week: number, quarter: number): boolean =>
    week === 0 && quarter >= gap[0] && quarter <= gap[1];
  const rows: HistoryParts['rows'] = {
    workspace: (week, quarter) => (isGap(week, quarter) ? undefined : { '': totalsAt(week, quarter, rush) }),
    'workspace-gauges': (week, minute) => {
      const quarter = Math.floor(minute / 15);
      return isGap(week, quarter) || minute % 5 !== 4
        ? undefined
        : { '': gaugesAt(waitingAt(week, quarter, rush)) };
    },
  };
  const startsAt = new Date(start).toISOString().slice(11, 16);
  const documents = aHistory({
    start,
    now,
    startsAt,
    rows,
    labels: { workspace: ['20'] },
    ...(weeks && { weeks }),
    ...(state && { state }),
  });
  for (const [name, value] of documents) await control.putDocument(name, value as object);
  const data = aDashboardData({
    collectedAt: new Date().toISOString(),
    realtime: gaugesAt(waitingAt(0, quartersOfToday, rush)),
    cumulative: totalsAt(0, quartersOfToday, rush) as object,
  });
  const day = {
    start: new Date(start).toISOString().replace('.000Z', 'Z'),
    time_zone: 'UTC',
    starts_at: startsAt,
  };
  await control.putDocument('dashboard-data', { ...data, day });
}

const gaugesAt = (pending: number) => ({
  total_tasks: pending + 20,
  total_workers: 21,
  tasks_by_status: { pending, reserved: 0, assigned: 20, wrapping: 0 },
  longest_task_waiting_age: pending * 9,
});

function totalsAt(week: number, quarter: number, rush: boolean) {
  const tasks_created = arrivedBy(week, quarter);
  const late = rush && week === 0 ? Math.max(0, quarter - quartersOfToday + 6) * 9 : 0;
  const tasks_canceled = Math.round(tasks_created * 0.05) + late;
  const reservations_accepted = tasks_created - tasks_canceled;
  const within = Math.round(reservations_accepted * 0.88) - late;
  const total = reservations_accepted * 18 + late * 90;
  const avg = Math.round(total / Math.max(1, reservations_accepted));
  const wait = { avg, min: 1, max: 200, total };
  return {
    tasks_created,
    tasks_canceled,
    tasks_completed: reservations_accepted,
    reservations_created: reservations_accepted + 12,
    reservations_accepted,
    avg_task_acceptance_time: avg,
    wait_duration_until_accepted: wait,
    wait_duration_until_canceled: { avg: 30, min: 2, max: 90, total: 30 * tasks_canceled },
    split_by_wait_time: {
      '20': {
        below: { reservations_accepted: within, tasks_canceled: 1 },
        above: { reservations_accepted: reservations_accepted - within, tasks_canceled: tasks_canceled - 1 },
      },
    },
  };
}

const cumulative = (field: string): string => `data.workspace_statistics.cumulative.${field}`;
const limits = (first: number, second: number, rest: object = {}) => ({
  firstThresholdValue: first,
  firstThresholdStyle: 'Warn',
  secondThresholdValue: second,
  secondThresholdStyle: 'Error Strong',
  ...rest,
});

/** Metrics of all kinds that have a past, and one that has none. */
export const metricsWithPast = {
  waiting: { metric: { label: 'Waiting now', formula: 'waiting()', ...limits(12, 20) } },
  offered: { metric: { label: 'Offered', formula: cumulative('tasks_created') } },
  abandoned: {
    metric: {
      label: 'Abandoned today',
      formula: `percent(${cumulative('tasks_canceled')}, ${cumulative('tasks_created')})`,
      format: 'percent',
      decimals: 1,
      ...limits(8, 15),
    },
  },
  answer: {
    metric: {
      label: 'Average time to answer',
      formula: cumulative('avg_task_acceptance_time'),
      format: 'seconds',
      ...limits(25, 60),
    },
  },
  level: {
    metric: {
      label: 'Service level',
      formula: 'serviceLevel(data, 20)',
      format: 'percent',
      ...limits(80, 60, { invertThresholds: true }),
    },
  },
  priority: {
    metric: {
      label: 'High priority',
      formula: "data.workspace_statistics.realtime.tasks_by_priority?.['10'] ?? 0",
    },
  },
};

/** A board of them: each as a trend, and one as a number. */
export async function putTrendBoard(control: Control): Promise<void> {
  const trend = (metric: string, columns = 3) => ({
    key: metric,
    span: { columns, rows: 1 },
    visual: { kind: 'trend', metric },
  });
  const tiles = [
    trend('waiting', 4),
    trend('level', 4),
    trend('abandoned', 4),
    trend('offered'),
    trend('answer'),
  ];
  const last = [
    trend('priority'),
    { key: 'plain', label: 'Plain', visual: { kind: 'number', metric: 'offered' } },
  ];
  await control.putDocument('dashboard-board-trends01', {
    sections: [{ title: 'Now', tiles: [...tiles, ...last] }],
  });
  await control.putDocument('dashboard-boards', { boards: [{ id: 'trends01', title: 'Main' }] });
}
