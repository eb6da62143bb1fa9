/** TaskRouter's answer to a request for combined workspace statistics, in full. */
export const exampleStatistics = () => ({
  account_sid: `AC${'1'.padStart(32, '0')}`,
  workspace_sid: `WS${'1'.padStart(32, '0')}`,
  url: `https://taskrouter.twilio.com/v1/Workspaces/WS${'1'.padStart(32, '0')}/Statistics`,
  realtime: {
    total_tasks: 7,
    total_workers: 3,
    longest_task_waiting_age: 184,
    longest_task_waiting_sid: `WT${'7'.padStart(32, '0')}`,
    tasks_by_status: { assigned: 2, pending: 4, reserved: 1, wrapping: 0 },
    tasks_by_priority: { '0': 5, '10': 2 },
    activity_statistics: [
      { friendly_name: 'Offline', sid: `WA${'1'.padStart(32, '0')}`, workers: 1 },
      { friendly_name: 'Available', sid: `WA${'2'.padStart(32, '0')}`, workers: 2 },
    ] as unknown[],
  },
  cumulative: {
    start_time: '2026-11-22T06:00:00Z',
    end_time: '2026-11-22T11:42:15Z',
    avg_task_acceptance_time: 27.5,
    reservations_created: 45,
    reservations_accepted: 41,
    reservations_rejected: 1,
    reservations_timed_out: 3,
    reservations_canceled: 0,
    reservations_rescinded: 0,
    tasks_created: 47,
    tasks_completed: 38,
    tasks_canceled: 2,
    tasks_deleted: 0,
    tasks_moved: 2,
    tasks_timed_out_in_workflow: 1,
    wait_duration_until_accepted: { avg: 27, min: 1, max: 312, total: 1107 },
    wait_duration_until_canceled: { avg: 71, min: 3, max: 139, total: 142 },
    split_by_wait_time: {
      '20': {
        above: { tasks_canceled: 1, reservations_accepted: 10 },
        below: { tasks_canceled: 1, reservations_accepted: 31 },
      },
    },
  },
});

/** TaskRouter's answer to a request for combined statistics of one queue, in full. */
export const exampleQueueStatistics = (queueSid: string) => {
  const { account_sid, workspace_sid, realtime, cumulative } = exampleStatistics();
  const { total_workers: _workers, ...current } = realtime;
  const { tasks_created, tasks_timed_out_in_workflow: _timedOut, ...sofar } = cumulative;
  return {
    account_sid,
    workspace_sid,
    task_queue_sid: queueSid,
    realtime: {
      ...current,
      total_available_workers: 1,
      total_eligible_workers: 2,
      longest_relative_task_age_in_queue: 61,
      longest_relative_task_sid_in_queue: current.longest_task_waiting_sid,
    },
    cumulative: {
      ...sofar,
      tasks_entered: tasks_created,
      wait_duration_in_queue_until_accepted: { avg: 26, min: 1, max: 300, total: 1066 },
    },
  };
};
