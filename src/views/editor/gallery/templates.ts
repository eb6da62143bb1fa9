import type { Template } from './Template';

/** The 52 templates of docs/formulas.md, in its order; a test holds them to it. Labels and descriptions are in templateTexts. */
export const templates = {
  waiting: {
    theme: 'now',
    formula: 'waiting(data)',
    format: 'number',
    better: 'lower',
    warnAt: 5,
    alarmAt: 10,
  },
  pending: {
    theme: 'now',
    formula: 'data.workspace_statistics.realtime.tasks_by_status.pending ?? 0',
    format: 'number',
    better: 'lower',
  },
  ringing: {
    theme: 'now',
    formula: 'data.workspace_statistics.realtime.tasks_by_status.reserved ?? 0',
    format: 'number',
    better: 'neither',
  },
  inProgress: {
    theme: 'now',
    formula: 'data.workspace_statistics.realtime.tasks_by_status.assigned ?? 0',
    format: 'number',
    better: 'neither',
  },
  wrapUp: {
    theme: 'now',
    formula: 'data.workspace_statistics.realtime.tasks_by_status.wrapping ?? 0',
    format: 'number',
    better: 'lower',
  },
  active: {
    theme: 'now',
    formula:
      '((tasks) => sum([tasks.assigned ?? 0, tasks.wrapping ?? 0]))(data.workspace_statistics.realtime.tasks_by_status)',
    format: 'number',
    better: 'neither',
  },
  open: {
    theme: 'now',
    formula:
      '((tasks) => sum([tasks.pending ?? 0, tasks.reserved ?? 0, tasks.assigned ?? 0, tasks.wrapping ?? 0]))(data.workspace_statistics.realtime.tasks_by_status)',
    format: 'number',
    better: 'lower',
  },
  longestWait: {
    theme: 'now',
    formula: 'data.workspace_statistics.realtime.longest_task_waiting_age',
    format: 'seconds',
    increment: true,
    better: 'lower',
    warnAt: 60,
    alarmAt: 120,
  },
  queueWaiting: {
    theme: 'queues',
    formula: 'waiting({{queue}})',
    format: 'number',
    better: 'lower',
    warnAt: 5,
    alarmAt: 10,
  },
  queueLongestWait: {
    theme: 'queues',
    formula:
      'queue({{queue}}).realtime.longest_relative_task_age_in_queue ?? queue({{queue}}).realtime.longest_task_waiting_age',
    format: 'seconds',
    increment: true,
    better: 'lower',
    warnAt: 60,
    alarmAt: 120,
  },
  worstQueue: {
    theme: 'queues',
    formula:
      'data.queues.filter((q) => q.realtime.longest_task_waiting_age > 0).sort((a, b) => b.realtime.longest_task_waiting_age - a.realtime.longest_task_waiting_age)[0]?.friendly_name ?? null',
    format: '',
    better: 'neither',
  },
  slowQueues: {
    theme: 'queues',
    formula: 'data.queues.filter((q) => longestWait(q) > {{wait}}).length',
    format: 'number',
    better: 'lower',
  },
  unstaffedQueues: {
    theme: 'queues',
    formula: 'data.queues.filter((q) => waiting(q) > 0 && q.realtime.total_available_workers === 0).length',
    format: 'number',
    better: 'lower',
    alarmAt: 0,
  },
  queuePriority: {
    theme: 'queues',
    formula: "Number(queue({{queue}}).realtime.tasks_by_priority?.['{{priority}}'] ?? 0)",
    format: 'number',
    better: 'lower',
  },
  channelWaiting: {
    theme: 'channels',
    formula: 'waiting(data.channels[{{channel}}])',
    format: 'number',
    better: 'lower',
    warnAt: 5,
    alarmAt: 10,
  },
  channelLongestWait: {
    theme: 'channels',
    formula: 'data.channels[{{channel}}].realtime.longest_task_waiting_age',
    format: 'seconds',
    increment: true,
    better: 'lower',
    warnAt: 60,
    alarmAt: 120,
  },
  channelServiceLevel: {
    theme: 'channels',
    formula: 'serviceLevel(data.channels[{{channel}}], {{within}})',
    format: 'percent',
    better: 'higher',
  },
  loggedIn: {
    theme: 'agents',
    formula: 'data.workspace_statistics.realtime.total_workers - activity({{offline}})',
    format: 'number',
    better: 'higher',
  },
  available: {
    theme: 'agents',
    formula: 'activity({{available}})',
    format: 'number',
    better: 'higher',
  },
  onBreak: {
    theme: 'agents',
    formula: '{{breaks}}',
    format: 'number',
    better: 'lower',
  },
  breakShare: {
    theme: 'agents',
    formula: 'percent({{breaks}}, data.workspace_statistics.realtime.total_workers - activity({{offline}}))',
    format: 'percent',
    better: 'lower',
  },
  notAvailable: {
    theme: 'agents',
    formula:
      'data.workspace_statistics.realtime.total_workers - activity({{offline}}) - activity({{available}})',
    format: 'number',
    better: 'lower',
  },
  availability: {
    theme: 'agents',
    formula:
      'percent(activity({{available}}), data.workspace_statistics.realtime.total_workers - activity({{offline}}))',
    format: 'percent',
    better: 'higher',
  },
  queueAvailable: {
    theme: 'agents',
    formula: 'queue({{queue}}).realtime.total_available_workers',
    format: 'number',
    better: 'higher',
  },
  queueAvailability: {
    theme: 'agents',
    formula:
      'percent(queue({{queue}}).realtime.total_available_workers, queue({{queue}}).realtime.total_eligible_workers)',
    format: 'percent',
    better: 'higher',
  },
  free: {
    theme: 'agents',
    formula:
      '((tasks) => Math.max(0, activity({{available}}) - sum([tasks.reserved ?? 0, tasks.assigned ?? 0, tasks.wrapping ?? 0])))(data.workspace_statistics.realtime.tasks_by_status)',
    format: 'number',
    better: 'higher',
  },
  occupancy: {
    theme: 'agents',
    formula:
      '((tasks) => percent(Math.min(activity({{available}}), sum([tasks.assigned ?? 0, tasks.wrapping ?? 0])), activity({{available}})))(data.workspace_statistics.realtime.tasks_by_status)',
    format: 'percent',
    better: 'lower',
  },
  waitingPerAgent: {
    theme: 'agents',
    formula: 'activity({{available}}) > 0 ? waiting(data) / activity({{available}}) : null',
    format: 'number',
    decimals: 1,
    better: 'lower',
  },
  offered: {
    theme: 'volume',
    formula: 'data.workspace_statistics.cumulative.tasks_created',
    format: 'number',
    better: 'neither',
  },
  answered: {
    theme: 'volume',
    formula: 'data.workspace_statistics.cumulative.reservations_accepted',
    format: 'number',
    better: 'higher',
  },
  completed: {
    theme: 'volume',
    formula: 'data.workspace_statistics.cumulative.tasks_completed',
    format: 'number',
    better: 'higher',
  },
  abandoned: {
    theme: 'volume',
    formula: 'data.workspace_statistics.cumulative.tasks_canceled',
    format: 'number',
    better: 'lower',
  },
  abandonment: {
    theme: 'volume',
    formula:
      '((left, answered) => (answered === null ? null : percent(left, left + answered)))(data.workspace_statistics.cumulative.tasks_canceled, data.workspace_statistics.cumulative.reservations_accepted)',
    format: 'percent',
    decimals: 1,
    better: 'lower',
    warnAt: 5,
    alarmAt: 10,
    sample:
      'data.workspace_statistics.cumulative.tasks_canceled + data.workspace_statistics.cumulative.reservations_accepted',
  },
  abandonmentLater: {
    theme: 'volume',
    formula:
      "((left, answered) => (answered === null ? null : percent(left, left + answered)))(data.workspace_statistics.cumulative.split_by_wait_time['{{short}}'].above.tasks_canceled, data.workspace_statistics.cumulative.reservations_accepted)",
    format: 'percent',
    decimals: 1,
    better: 'lower',
    warnAt: 5,
    alarmAt: 10,
    sample:
      "data.workspace_statistics.cumulative.split_by_wait_time['{{short}}'].above.tasks_canceled + data.workspace_statistics.cumulative.reservations_accepted",
  },
  leftAtOnce: {
    theme: 'volume',
    formula: "data.workspace_statistics.cumulative.split_by_wait_time['{{short}}'].below.tasks_canceled",
    format: 'number',
    better: 'neither',
  },
  serviceLevel: {
    theme: 'serviceLevel',
    formula: 'serviceLevel(data, {{within}})',
    format: 'percent',
    better: 'higher',
    warnAt: 90,
    alarmAt: 60,
    sample:
      "((split) => sum([split.below.reservations_accepted, split.above.reservations_accepted, split.above.tasks_canceled]))(data.workspace_statistics.cumulative.split_by_wait_time['{{within}}'])",
  },
  queueServiceLevel: {
    theme: 'serviceLevel',
    formula: 'serviceLevel({{queue}}, {{within}})',
    format: 'percent',
    better: 'higher',
    warnAt: 90,
    alarmAt: 60,
    sample:
      "((split) => sum([split.below.reservations_accepted, split.above.reservations_accepted, split.above.tasks_canceled]))(queue({{queue}}).cumulative.split_by_wait_time['{{within}}'])",
  },
  queuesServiceLevel: {
    theme: 'serviceLevel',
    formula: 'serviceLevel({{queues}}, {{within}})',
    format: 'percent',
    better: 'higher',
    warnAt: 90,
    alarmAt: 60,
    sample:
      "sum({{queues}}, (name) => ((split) => sum([split.below.reservations_accepted, split.above.reservations_accepted, split.above.tasks_canceled]))(queue(name).cumulative.split_by_wait_time['{{within}}']))",
  },
  answersToTarget: {
    theme: 'serviceLevel',
    formula:
      "((split) => ((inTime, all) => Math.max(0, Math.ceil(({{target}} * all - 100 * inTime) / (100 - {{target}}))))(split.below.reservations_accepted, split.below.reservations_accepted + split.above.reservations_accepted + split.above.tasks_canceled))(data.workspace_statistics.cumulative.split_by_wait_time['{{within}}'])",
    format: 'number',
    better: 'lower',
  },
  queuesUnderTarget: {
    theme: 'serviceLevel',
    formula:
      "data.queues.filter((q) => serviceLevel(q, {{within}}) < {{target}} && ((split) => sum([split.below.reservations_accepted, split.above.reservations_accepted, split.above.tasks_canceled]))(q.cumulative.split_by_wait_time['{{within}}']) >= 10).length",
    format: 'number',
    better: 'lower',
  },
  speedOfAnswer: {
    theme: 'speed',
    formula:
      'data.workspace_statistics.cumulative.reservations_accepted > 0 ? data.workspace_statistics.cumulative.wait_duration_until_accepted.avg : null',
    format: 'seconds',
    better: 'lower',
    warnAt: 30,
    alarmAt: 60,
    sample: 'data.workspace_statistics.cumulative.reservations_accepted',
  },
  queueSpeedOfAnswer: {
    theme: 'speed',
    formula:
      '((day) => day.reservations_accepted > 0 ? (day.wait_duration_in_queue_until_accepted?.avg ?? day.avg_task_acceptance_time) : null)(queue({{queue}}).cumulative)',
    format: 'seconds',
    better: 'lower',
    warnAt: 30,
    alarmAt: 60,
    sample: 'queue({{queue}}).cumulative.reservations_accepted',
  },
  longestAnswered: {
    theme: 'speed',
    formula:
      'data.workspace_statistics.cumulative.reservations_accepted > 0 ? data.workspace_statistics.cumulative.wait_duration_until_accepted.max : null',
    format: 'seconds',
    better: 'lower',
  },
  patience: {
    theme: 'speed',
    formula:
      'data.workspace_statistics.cumulative.tasks_canceled > 0 ? data.workspace_statistics.cumulative.wait_duration_until_canceled.avg : null',
    format: 'seconds',
    better: 'neither',
  },
  offersAccepted: {
    theme: 'offers',
    formula:
      'percent(data.workspace_statistics.cumulative.reservations_accepted, data.workspace_statistics.cumulative.reservations_created)',
    format: 'percent',
    better: 'higher',
  },
  offersMissed: {
    theme: 'offers',
    formula: 'data.workspace_statistics.cumulative.reservations_timed_out',
    format: 'number',
    better: 'lower',
  },
  offersDeclined: {
    theme: 'offers',
    formula: 'data.workspace_statistics.cumulative.reservations_rejected',
    format: 'number',
    better: 'lower',
  },
  queueMoved: {
    theme: 'offers',
    formula: 'percent(queue({{queue}}).cumulative.tasks_moved, queue({{queue}}).cumulative.tasks_entered)',
    format: 'percent',
    better: 'lower',
  },
  timedOut: {
    theme: 'offers',
    formula: 'data.workspace_statistics.cumulative.tasks_timed_out_in_workflow',
    format: 'number',
    better: 'lower',
  },
  completedPerAgent: {
    theme: 'pace',
    formula:
      '((completed, agents) => (completed !== null && agents > 0 ? completed / agents : null))(data.workspace_statistics.cumulative.tasks_completed, data.workspace_statistics.realtime.total_workers - activity({{offline}}))',
    format: 'number',
    decimals: 1,
    better: 'neither',
  },
  offeredPerHour: {
    theme: 'pace',
    formula:
      '((created, hours) => (created !== null && hours >= 0.25 ? created / hours : null))(data.workspace_statistics.cumulative.tasks_created, seconds(data.workspace_statistics.cumulative.start_time, data.workspace_statistics.cumulative.end_time) / 3600)',
    format: 'number',
    decimals: 1,
    better: 'neither',
  },
  timeToClear: {
    theme: 'pace',
    formula:
      '((day) => day.reservations_accepted > 0 ? (waiting(data) * seconds(day.start_time, day.end_time)) / day.reservations_accepted : null)(data.workspace_statistics.cumulative)',
    format: 'seconds',
    better: 'lower',
  },
} as const satisfies Readonly<Record<string, Template>>;

export type TemplateKey = keyof typeof templates;

export const templateKeys = (): readonly TemplateKey[] => Object.keys(templates) as TemplateKey[];

export const templateOf = (key: TemplateKey): Template => templates[key];
