import type { HistoryKind } from './history';

/** What a column of a document of the past is, as a path into `realtime` or `cumulative` of a workspace, queue or channel. */
export type FieldPath = readonly string[];

const counts = [
  'reservations_created',
  'reservations_accepted',
  'reservations_rejected',
  'reservations_timed_out',
  'reservations_canceled',
  'reservations_rescinded',
  'tasks_completed',
  'tasks_canceled',
  'tasks_deleted',
  'tasks_moved',
];
const countsOf = {
  workspace: ['tasks_created', 'tasks_timed_out_in_workflow'],
  channels: ['tasks_created', 'tasks_timed_out_in_workflow'],
  queues: ['tasks_entered'],
} as const;

const waits = {
  wait_duration_until_accepted: 'reservations_accepted',
  wait_duration_until_canceled: 'tasks_canceled',
};
const waitsInQueue = { wait_duration_in_queue_until_accepted: 'reservations_accepted' };
const splitCounts = ['reservations_accepted', 'tasks_canceled'];

const gauges: readonly FieldPath[] = [
  ['total_tasks'],
  ...['pending', 'reserved', 'assigned', 'wrapping'].map((status) => ['tasks_by_status', status]),
  ['longest_task_waiting_age'],
];
const gaugesOf: Readonly<Record<string, readonly FieldPath[]>> = {
  'workspace-gauges': [['total_workers']],
  'channel-gauges': [['total_workers']],
  'queue-gauges': [
    ['total_available_workers'],
    ['total_eligible_workers'],
    ['longest_relative_task_age_in_queue'],
  ],
};

/** A field, and what can be told of it from the fields before it: the column then holds the difference, which is nearly always 0. */
export interface Field {
  readonly path: FieldPath;
  readonly expected?: (value: (path: FieldPath) => number | null) => number | null;
}

/**
 * The columns of a document, in their order.
 * @param labels wait splits of cumulative kinds, names of activities of workspace gauges
 */
export function fieldsOf(kind: HistoryKind, labels: readonly string[]): readonly Field[] {
  const fixed = gaugesOf[kind];
  if (fixed) {
    const activities = kind === 'workspace-gauges' ? labels.map((name) => ['activity_statistics', name]) : [];
    return [...gauges, ...fixed, ...activities].map((path) => ({ path }));
  }
  const waiting = { ...waits, ...(kind === 'queues' && waitsInQueue) };
  const split = (side: string, what: string) =>
    labels.map((label) => ['split_by_wait_time', label, side, what]);
  const read: readonly FieldPath[] = [
    ...[...countsOf[kind as keyof typeof countsOf], ...counts].map((name) => [name]),
    ...Object.keys(waiting).flatMap((wait) => ['total', 'max', 'min'].map((part) => [wait, part])),
    ...splitCounts.flatMap((what) => split('below', what)),
  ];
  return [
    ...read.map((path) => ({ path })),
    ...splitCounts.flatMap((what) =>
      split('above', what).map((path) => ({
        path,
        expected: (value: (of: FieldPath) => number | null) =>
          minus(value([what]), value([path[0] ?? '', path[1] ?? '', 'below', what])),
      })),
    ),
    ...Object.entries(waiting).map(([wait, count]) => ({
      path: [wait, 'avg'],
      expected: (value: (of: FieldPath) => number | null) => {
        const average = over(value([wait, 'total']), value([count]));
        return average === null ? null : Math.round(average);
      },
    })),
    {
      path: ['avg_task_acceptance_time'],
      expected: (value) =>
        over(value(['wait_duration_until_accepted', 'total']), value(['reservations_accepted'])),
    },
  ];
}

const minus = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one - other;

const over = (total: number | null, count: number | null): number | null =>
  total === null || count === null ? null : count === 0 ? 0 : total / count;
