import defaultStats from '../../../default_stats.json';
import { aDashboardData } from '../../testing/aDashboardData';
import { aMoment, evaluated } from '../../testing/anEvaluatedMetric';
import { arrangeBoard } from '../board/arrangeBoard';
import { parseMetricDefinitions } from './parseMetricDefinitions';

const texts = (data: unknown): Record<string, unknown> =>
  Object.fromEntries(
    parseMetricDefinitions(defaultStats).map((parsed) => {
      const { reading } = evaluated(parsed, aMoment({ data }));
      return [reading.label, reading.status === 'value' ? reading.text : reading.status];
    }),
  );

it('shows what each label of default_stats.json says', () => {
  const queue = (friendly_name: string, waited: number, available: number): object => ({
    friendly_name,
    realtime: {
      longest_task_waiting_age: waited,
      total_available_workers: available,
      tasks_by_status: { pending: waited > 0 ? 2 : 0, reserved: 0 },
    },
  });
  const queues = [queue('Sales', 20, 1), queue('Support', 184, 0), queue('Billing', 0, 0)];
  expect(texts({ ...aDashboardData(), queues })).toEqual({
    'Tasks waiting': '18',
    'Longest wait': '3:04',
    'Queue with the longest wait': 'Support',
    'Queues with nobody available': '1',
    'Agents available': '11',
    'Agents logged in': '116',
    'Answered within 20 s': '73%',
    Abandoned: '4.4%',
    'Average speed of answer': '0:27',
    'Average wait until given up': '1:11',
    Answered: '412',
    'Given up': '19',
    Offline: '10',
    Unavailable: '12',
    Break: '13',
  });
});

/** What a new account has before anything happened. */
const untouched = (): unknown => {
  const { workspace_statistics: workspace, ...data } = aDashboardData({
    realtime: { longest_task_waiting_age: 0, tasks_by_status: {} },
    cumulative: {
      reservations_accepted: 0,
      tasks_completed: 0,
      tasks_canceled: 0,
      split_by_wait_time: {
        '20': {
          above: { tasks_canceled: 0, reservations_accepted: 0 },
          below: { tasks_canceled: 0, reservations_accepted: 0 },
        },
      },
    },
  });
  const activities = workspace.realtime.activity_statistics.slice(0, 4);
  const realtime = {
    ...workspace.realtime,
    activity_statistics: activities.map((each) => ({ ...each, workers: 0 })),
  };
  return { ...data, queues: [], workspace_statistics: { ...workspace, realtime } };
};

it('breaks nothing and alarms of nothing in a new account', () => {
  const readings = parseMetricDefinitions(defaultStats).map(
    (parsed) => evaluated(parsed, aMoment({ data: untouched() })).reading,
  );
  expect(readings.filter(({ status }) => /error/.test(status))).toEqual([]);
  expect(readings.filter((reading) => reading.status === 'value' && reading.level !== 'normal')).toEqual([]);
  expect(texts(untouched())).toMatchObject({
    'Tasks waiting': '0',
    'Longest wait': '0:00',
    'Queue with the longest wait': 'none',
    'Answered within 20 s': 'no-answer',
    Abandoned: 'no-answer',
    'Average speed of answer': 'no-answer',
    'Average wait until given up': 'no-answer',
  });
});

it('has no answer about queues where none are collected', () => {
  expect(texts(aDashboardData())).toMatchObject({
    'Queue with the longest wait': 'no-answer',
    'Queues with nobody available': 'no-answer',
  });
});

it('counts workers logged in without an Offline activity', () => {
  const activities = aDashboardData().workspace_statistics.realtime.activity_statistics;
  const data = aDashboardData({
    realtime: { activity_statistics: activities.filter(({ friendly_name }) => friendly_name !== 'Offline') },
  });
  expect(texts(data)['Agents logged in']).toBe('116');
});

it('does not say that nobody is logged in where TaskRouter told nothing of activities', () => {
  expect(texts(aDashboardData({ realtime: { activity_statistics: [] } }))['Agents logged in']).toBe(
    'no-answer',
  );
});

it('stands in three sections, in an order that does not rest on the order of JSON keys', () => {
  const backwards = [...parseMetricDefinitions(defaultStats)].reverse();
  expect(
    arrangeBoard(backwards, []).map(({ name, tiles }) => [name, tiles.map(({ key }) => key).join(' ')]),
  ).toEqual([
    [
      'Now',
      'tasks_waiting longest_waiting longest_waiting_queue queues_unstaffed workers_available workers_logged_in',
    ],
    [
      'Today',
      'service_level abandonment average_speed_of_answer average_until_cancelled reservations_accepted total_cancelled',
    ],
    ['Agents', 'workers_offline workers_unavailable workers_break'],
  ]);
});

it('does not judge an average of a few answers', () => {
  const data = aDashboardData({
    cumulative: {
      reservations_accepted: 9,
      wait_duration_until_accepted: { avg: 300, min: 1, max: 312, total: 2700 },
    },
  });
  expect(texts(data)).toMatchObject({ 'Average speed of answer': 'too-few' });
});
