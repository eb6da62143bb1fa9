interface Counts {
  readonly pending: number;
  readonly reserved: number;
  readonly assigned: number;
  readonly wrapping: number;
}

/** Tasks answered within so many seconds, answered later, and left later. */
type Waits = Readonly<Record<'5' | '20', readonly [within: number, after: number, leftAfter: number]>>;

const window = { start_time: '2026-01-31T06:00:00Z', end_time: '2026-01-31T14:00:00Z' };

function splits(waits: Waits, canceled: number): unknown {
  return Object.fromEntries(
    Object.entries(waits).map(([seconds, [within, after, leftAfter]]) => [
      seconds,
      {
        below: { reservations_accepted: within, tasks_canceled: canceled - leftAfter },
        above: { reservations_accepted: after, tasks_canceled: leftAfter },
      },
    ]),
  );
}

interface QueueNumbers {
  readonly name: string;
  readonly tasks: Counts;
  readonly oldest: number;
  readonly available: number;
  readonly eligible: number;
  readonly entered: number;
  readonly moved: number;
  readonly accepted: number;
  readonly canceled: number;
  readonly averageWait: number;
  readonly waits: Waits;
}

function queue(numbers: QueueNumbers): unknown {
  const { tasks } = numbers;
  return {
    task_queue_sid: `WQ-${numbers.name}`,
    friendly_name: numbers.name,
    realtime: {
      total_tasks: tasks.pending + tasks.reserved + tasks.assigned + tasks.wrapping,
      total_available_workers: numbers.available,
      total_eligible_workers: numbers.eligible,
      longest_task_waiting_age: numbers.oldest,
      longest_relative_task_age_in_queue: Math.max(0, numbers.oldest - 10),
      tasks_by_status: tasks,
      tasks_by_priority: { '0': tasks.pending, '10': '1' },
      activity_statistics: [
        { friendly_name: 'Available', workers: numbers.available },
        { friendly_name: 'Offline', workers: numbers.eligible - numbers.available },
      ],
    },
    cumulative: {
      ...window,
      reservations_accepted: numbers.accepted,
      tasks_entered: numbers.entered,
      tasks_moved: numbers.moved,
      tasks_canceled: numbers.canceled,
      avg_task_acceptance_time: numbers.averageWait,
      wait_duration_in_queue_until_accepted: {
        avg: numbers.averageWait,
        min: 2,
        max: 4 * numbers.averageWait,
        total: 0,
      },
      split_by_wait_time: splits(numbers.waits, numbers.canceled),
    },
  };
}

const none: Counts = { pending: 0, reserved: 0, assigned: 0, wrapping: 0 };

function activities(workers: Readonly<Record<string, number>>): unknown {
  return Object.entries(workers).map(([friendly_name, count]) => ({ friendly_name, workers: count }));
}

/** What formulas read of a task channel. */
const channel = (tasks: Counts, oldest: number, waits: Waits, canceled: number): unknown => ({
  realtime: {
    total_tasks: tasks.pending + tasks.reserved + tasks.assigned + tasks.wrapping,
    longest_task_waiting_age: oldest,
    tasks_by_status: tasks,
  },
  cumulative: { ...window, tasks_canceled: canceled, split_by_wait_time: splits(waits, canceled) },
});

/** The data of every example in docs/formulas.md: two in the afternoon of an ordinary day. */
export const busyDay = {
  version: 1,
  collected_at: '2026-01-31T14:00:00.000Z',
  day: { start: '2026-01-31T06:00:00Z', time_zone: 'Europe/London', starts_at: '06:00' },
  workspace_statistics: {
    realtime: {
      total_tasks: 19,
      total_workers: 40,
      longest_task_waiting_age: 75,
      longest_task_waiting_sid: 'WT-1',
      tasks_by_status: { pending: 5, reserved: 2, assigned: 9, wrapping: 3 },
      activity_statistics: activities({
        Offline: 15,
        Available: 16,
        Break: 2,
        'Lunch Break': 3,
        'Personal Break': 1,
        Training: 3,
      }),
    },
    cumulative: {
      ...window,
      avg_task_acceptance_time: 18,
      reservations_created: 250,
      reservations_accepted: 200,
      reservations_rejected: 12,
      reservations_timed_out: 30,
      tasks_created: 240,
      tasks_completed: 180,
      tasks_canceled: 25,
      tasks_timed_out_in_workflow: 4,
      wait_duration_until_accepted: { avg: 18, min: 1, max: 190, total: 3600 },
      wait_duration_until_canceled: { avg: 42, min: 2, max: 120, total: 1050 },
      split_by_wait_time: splits({ '5': [80, 120, 20], '20': [150, 50, 10] }, 25),
    },
  },
  queues: [
    queue({
      name: 'Support',
      tasks: { pending: 4, reserved: 1, assigned: 6, wrapping: 2 },
      oldest: 75,
      available: 0,
      eligible: 20,
      entered: 160,
      moved: 16,
      accepted: 120,
      canceled: 20,
      averageWait: 22,
      waits: { '5': [40, 80, 15], '20': [80, 40, 8] },
    }),
    queue({
      name: 'Sales',
      tasks: { pending: 1, reserved: 1, assigned: 3, wrapping: 1 },
      oldest: 20,
      available: 6,
      eligible: 12,
      entered: 80,
      moved: 2,
      accepted: 80,
      canceled: 5,
      averageWait: 12,
      waits: { '5': [40, 40, 5], '20': [70, 10, 2] },
    }),
    queue({
      name: 'Billing',
      tasks: none,
      oldest: 0,
      available: 10,
      eligible: 15,
      entered: 0,
      moved: 0,
      accepted: 0,
      canceled: 0,
      averageWait: 0,
      waits: { '5': [0, 0, 0], '20': [0, 0, 0] },
    }),
  ],
  channels: {
    chat: channel(
      { pending: 2, reserved: 1, assigned: 3, wrapping: 1 },
      40,
      { '5': [10, 28, 4], '20': [30, 8, 2] },
      5,
    ),
    voice: channel(
      { pending: 3, reserved: 1, assigned: 6, wrapping: 2 },
      75,
      { '5': [70, 92, 16], '20': [120, 42, 8] },
      20,
    ),
  },
} as const;

const quiet = {
  entered: 0,
  moved: 0,
  accepted: 0,
  canceled: 0,
  averageWait: 0,
  oldest: 0,
  tasks: none,
  available: 0,
  waits: { '5': [0, 0, 0], '20': [0, 0, 0] },
} as const;

/** Before the first call of the day: everybody is offline and nothing has happened. */
export const quietNight = {
  ...busyDay,
  workspace_statistics: {
    realtime: {
      ...busyDay.workspace_statistics.realtime,
      total_tasks: 0,
      longest_task_waiting_age: 0,
      longest_task_waiting_sid: null,
      tasks_by_status: none,
      activity_statistics: activities({
        Offline: 40,
        Available: 0,
        Break: 0,
        'Lunch Break': 0,
        'Personal Break': 0,
        Training: 0,
      }),
    },
    cumulative: {
      ...Object.fromEntries(Object.keys(busyDay.workspace_statistics.cumulative).map((key) => [key, 0])),
      ...window,
      end_time: window.start_time,
      wait_duration_until_accepted: { avg: 0, min: 0, max: 0, total: 0 },
      wait_duration_until_canceled: { avg: 0, min: 0, max: 0, total: 0 },
      split_by_wait_time: splits(quiet.waits, 0),
    },
  },
  queues: ['Support', 'Sales', 'Billing'].map((name) => queue({ name, eligible: 15, ...quiet })),
  channels: { chat: channel(none, 0, quiet.waits, 0), voice: channel(none, 0, quiet.waits, 0) },
};
