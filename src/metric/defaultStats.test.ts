import defaultStats from '../../default_stats.json';
import { aDashboardData } from '../testing/aDashboardData';
import { aMoment, evaluated } from '../testing/anEvaluatedMetric';
import { arrangeBoard } from '../model/board/arrangeBoard';
import { parseMetricDefinitions } from './parseMetricDefinitions';

const texts = (data: unknown): Record<string, unknown> =>
  Object.fromEntries(
    parseMetricDefinitions(defaultStats).map((parsed) => {
      const { reading } = evaluated(parsed, aMoment({ data }));
      return [reading.label, reading.status === 'value' ? reading.text : reading.status];
    }),
  );

it('shows what each label of default_stats.json says', () => {
  expect(texts(aDashboardData())).toEqual({
    'Tasks Waiting': '18',
    'Longest Waiting': '3:04',
    'Workers Available': '11',
    'Workers Logged In': '116',
    'Average Speed of Answer': '0:27',
    'Reservations Accepted': '412',
    'Total Completed': '398',
    'Total Cancelled': '19',
    'Average Until Cancelled': '1:11',
    Offline: '10',
    'Follow Up': '14',
    'Lunch Break': '15',
    Training: '16',
    Meeting: '17',
    'Personal Break': '18',
    Unavailable: '12',
  });
});

it('has no answer for averages of nothing, and zeros elsewhere, on a morning without traffic', () => {
  const data = aDashboardData({
    realtime: { longest_task_waiting_age: 0, tasks_by_status: {} },
    cumulative: { reservations_accepted: 0, tasks_completed: 0, tasks_canceled: 0 },
  });
  expect(texts(data)).toMatchObject({
    'Tasks Waiting': '0',
    'Longest Waiting': '0:00',
    'Average Speed of Answer': 'no-answer',
    'Average Until Cancelled': 'no-answer',
    'Total Completed': '0',
  });
});

it('breaks only the metric of an activity that the workspace does not have, and says which', () => {
  const activities = aDashboardData().workspace_statistics.realtime.activity_statistics;
  const data = aDashboardData({
    realtime: { activity_statistics: activities.filter(({ friendly_name }) => friendly_name !== 'Training') },
  });
  const readings = parseMetricDefinitions(defaultStats).map(
    (parsed) => evaluated(parsed, aMoment({ data })).reading,
  );
  const broken = readings.filter(({ status }) => status === 'formula-error');
  expect(broken).toEqual([
    {
      key: 'workers_training',
      label: 'Training',
      status: 'formula-error',
      problem: { kind: 'formula', message: expect.stringContaining('"Training"') },
    },
  ]);
});

it('counts workers logged in without an Offline activity', () => {
  const activities = aDashboardData().workspace_statistics.realtime.activity_statistics;
  const data = aDashboardData({
    realtime: { activity_statistics: activities.filter(({ friendly_name }) => friendly_name !== 'Offline') },
  });
  expect(texts(data)['Workers Logged In']).toBe('116');
});

it('stands in three sections, in an order that does not rest on the order of JSON keys', () => {
  const backwards = [...parseMetricDefinitions(defaultStats)].reverse();
  expect(
    arrangeBoard(backwards, []).map(({ name, tiles }) => [name, tiles.map(({ key }) => key).join(' ')]),
  ).toEqual([
    ['Now', 'tasks_waiting longest_waiting workers_available workers_logged_in'],
    [
      'Today',
      'average_speed_of_answer reservations_accepted total_completed total_cancelled average_until_cancelled',
    ],
    [
      'Agents',
      'workers_offline workers_follow_up workers_lunch_break workers_training workers_meeting workers_personal_break workers_unavailable',
    ],
  ]);
});

it('does not judge an average of a few answers', () => {
  const data = aDashboardData({
    cumulative: {
      reservations_accepted: 9,
      wait_duration_until_accepted: { avg: 300, min: 1, max: 312, total: 2700 },
    },
  });
  expect(texts(data)).toMatchObject({ 'Average Speed of Answer': 'too-few' });
});
