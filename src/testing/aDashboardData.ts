import type {
  DashboardData,
  WorkspaceCumulativeStatistics,
  WorkspaceRealtimeStatistics,
} from '../schema/dashboardData';

/** Dashboard data of a busy moment, collected at 2026-11-22T11:42:15Z; parts of it can be replaced. */
export function aDashboardData(
  part: {
    collectedAt?: string;
    realtime?: Partial<WorkspaceRealtimeStatistics>;
    cumulative?: Partial<WorkspaceCumulativeStatistics>;
  } = {},
): DashboardData {
  return {
    version: 1,
    collected_at: part.collectedAt ?? '2026-11-22T11:42:15.000Z',
    day: { start: '2026-11-21T19:00:00Z', time_zone: 'Australia/Sydney', starts_at: '06:00' },
    workspace_statistics: {
      realtime: {
        total_tasks: 65,
        total_workers: 120,
        longest_task_waiting_age: 184,
        longest_task_waiting_sid: 'WT1',
        tasks_by_status: { assigned: 41, pending: 15, reserved: 3, wrapping: 6 },
        tasks_by_priority: { '0': 53, '10': 12 },
        activity_statistics: [
          'Offline',
          'Available',
          'Unavailable',
          'Break',
          'Follow Up',
          'Lunch Break',
          'Training',
          'Meeting',
          'Personal Break',
        ].map((friendly_name, index) => ({ friendly_name, sid: `WA${index}`, workers: 10 + index })),
        ...part.realtime,
      },
      cumulative: {
        start_time: '2026-11-21T19:00:00Z',
        end_time: '2026-11-22T11:42:15Z',
        avg_task_acceptance_time: 27,
        reservations_created: 455,
        reservations_accepted: 412,
        reservations_rejected: 9,
        reservations_timed_out: 31,
        reservations_canceled: 3,
        reservations_rescinded: 0,
        tasks_created: 447,
        tasks_completed: 398,
        tasks_canceled: 19,
        tasks_deleted: 0,
        tasks_moved: 22,
        tasks_timed_out_in_workflow: 1,
        wait_duration_until_accepted: { avg: 27, min: 1, max: 312, total: 11_124 },
        wait_duration_until_canceled: { avg: 71, min: 3, max: 405, total: 1349 },
        split_by_wait_time: {
          '20': {
            above: { tasks_canceled: 14, reservations_accepted: 101 },
            below: { tasks_canceled: 5, reservations_accepted: 311 },
          },
        },
        ...part.cumulative,
      },
    },
  };
}
