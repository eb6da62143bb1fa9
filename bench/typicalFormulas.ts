const workspace = 'data.workspace_statistics';

/** What dashboards ask for: from one value to a look at every queue. */
export const typicalFormulas: readonly string[] = [
  `${workspace}.realtime.total_workers`,
  `${workspace}.realtime.tasks_by_status.assigned`,
  `${workspace}.cumulative.tasks_created - ${workspace}.cumulative.tasks_completed`,
  `${workspace}.realtime.tasks_by_status.pending + ${workspace}.realtime.tasks_by_status.reserved`,
  `${workspace}.cumulative.tasks_canceled > 10 ? 'high' : 'normal'`,
  `100 * ${workspace}.cumulative.tasks_canceled / ${workspace}.cumulative.tasks_created`,
  `${workspace}.cumulative.split_by_wait_time?.['30']?.below.reservations_accepted ?? 0`,
  `${workspace}.realtime.activity_statistics.find((e) => e.friendly_name === 'Available').workers`,
  `${workspace}.realtime.activity_statistics.find((a) => a.friendly_name === 'Meeting')?.workers || 0`,
  `${workspace}.realtime.total_workers - ${workspace}.realtime.activity_statistics.find((a) => a.friendly_name === 'Offline').workers`,
  `${workspace}.realtime.activity_statistics.filter((a) => a.friendly_name !== 'Offline').reduce((n, a) => n + a.workers, 0)`,
  `data.queues.find((q) => q.friendly_name === 'VIP').realtime.total_tasks`,
  `data.queues.length`,
  `data.queues.reduce((n, q) => n + (q.realtime?.total_tasks ?? 0), 0)`,
  `Math.max(...data.queues.map((q) => q.realtime?.longest_task_waiting_age ?? 0))`,
  `data.queues.filter((q) => q.realtime?.longest_task_waiting_age > 60).length`,
  `data.queues.filter((q) => ['VIP', 'Sales'].includes(q.friendly_name)).reduce((n, q) => n + q.cumulative.tasks_completed, 0)`,
  `data.queues.map((q) => q.cumulative.tasks_completed).sort((a, b) => b - a)[0]`,
  '`${data.queues.filter((q) => q.realtime === null).length} of ${data.queues.length}`',
  `data.queues.flatMap((q) => q.realtime?.activity_statistics ?? []).filter((a) => a.friendly_name === 'Available').reduce((n, a) => n + a.workers, 0)`,
];
