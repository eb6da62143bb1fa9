import { isWorkspaceStatistics } from './isCombinedStatistics';
import { exampleStatistics } from './testing/exampleStatistics';

test('knows what TaskRouter answers', () => {
  expect(isWorkspaceStatistics(exampleStatistics())).toBe(true);
});

test('knows it without what TaskRouter may leave out', () => {
  const { realtime, cumulative } = exampleStatistics();
  const { tasks_by_priority: _priority, ...less } = realtime;

  expect(
    isWorkspaceStatistics({
      realtime: { ...less, tasks_by_status: {}, activity_statistics: [], longest_task_waiting_sid: null },
      cumulative: { ...cumulative, split_by_wait_time: null },
    }),
  ).toBe(true);
});

test.each([undefined, null, 'Service Unavailable', 7, [], {}, { realtime: {}, cumulative: {} }])(
  'does not take %p for statistics',
  (value) => {
    expect(isWorkspaceStatistics(value)).toBe(false);
  },
);

test.each(['realtime', 'cumulative'] as const)('does not take them without %s', (half) => {
  expect(isWorkspaceStatistics({ ...exampleStatistics(), [half]: undefined })).toBe(false);
});

test.each([
  ['realtime', 'total_tasks', '7'],
  ['realtime', 'total_workers', null],
  ['realtime', 'longest_task_waiting_age', undefined],
  ['realtime', 'tasks_by_status', []],
  ['realtime', 'activity_statistics', {}],
  ['realtime', 'tasks_by_status', { pending: 'many' }],
  ['cumulative', 'start_time', 'today'],
  ['cumulative', 'end_time', undefined],
  ['cumulative', 'tasks_created', NaN],
  ['cumulative', 'reservations_accepted', undefined],
] as const)('does not take them given %s.%s of %p', (half, field, value) => {
  const statistics = exampleStatistics();

  expect(isWorkspaceStatistics({ ...statistics, [half]: { ...statistics[half], [field]: value } })).toBe(
    false,
  );
});
