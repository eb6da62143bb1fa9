import { isTaskQueueStatistics, isWorkspaceStatistics } from './isCombinedStatistics';
import { normaliseStatistics } from './normaliseStatistics';
import { exampleQueueStatistics, exampleStatistics } from './testing/exampleStatistics';

const { realtime, cumulative } = exampleStatistics();

/** The same, each number in it as text. */
const asText = (value: unknown): unknown =>
  typeof value === 'number'
    ? ` ${value} `
    : Array.isArray(value)
      ? value.map(asText)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asText(each)]))
        : value;
const realtimeWith = (fields: object) =>
  normaliseStatistics({ realtime: { ...realtime, ...fields }, cumulative }).realtime;

test('leaves what is as it should be', () => {
  expect(normaliseStatistics({ realtime, cumulative })).toEqual({ realtime, cumulative });
});

test('makes numbers of numbers that came as text, at any depth', () => {
  expect(normaliseStatistics({ realtime: asText(realtime), cumulative: asText(cumulative) })).toEqual({
    realtime,
    cumulative,
  });
});

test('leaves names that look like numbers, SIDs and times', () => {
  const activity_statistics = [{ sid: '12', friendly_name: '007', workers: 1 }];
  const texts = { activity_statistics, longest_task_waiting_sid: '12' };
  expect(realtimeWith(texts)).toMatchObject(texts);
});

test.each(['', 'many', '1e3', '0x10', '5,5', 'NaN', '1 2'])('makes no number of %j', (total_tasks) => {
  const statistics = normaliseStatistics({ realtime: { ...realtime, total_tasks }, cumulative });
  expect(statistics.realtime).toMatchObject({ total_tasks });
  expect(isWorkspaceStatistics(statistics)).toBe(false);
});

test.each([
  ['those of tasks that are done', { ...realtime.tasks_by_status, completed: 5, canceled: '7' }],
  ['a status that no task is in', { pending: 4, reserved: '1', assigned: 2 }],
])('counts open tasks by status, given %s', (_, tasks_by_status) => {
  expect(realtimeWith({ tasks_by_status })).toMatchObject({
    tasks_by_status: { pending: 4, reserved: 1, assigned: 2, wrapping: 0 },
  });
  expect(Object.keys(Object(realtimeWith({ tasks_by_status })).tasks_by_status)).toHaveLength(4);
});

test('makes up no status where there are tasks and no status is given', () => {
  expect(realtimeWith({ tasks_by_status: {} })).toMatchObject({ tasks_by_status: {} });
  expect(realtimeWith({ tasks_by_status: {}, total_tasks: 0 })).toMatchObject({
    tasks_by_status: { pending: 0, reserved: 0, assigned: 0, wrapping: 0 },
  });
});

test('says that nothing waits given no age', () => {
  expect(realtimeWith({ longest_task_waiting_age: null })).toMatchObject({ longest_task_waiting_age: 0 });
});

/** What the published description of Twilio's API shows has fewer fields than TaskRouter gives. */
describe('the fields of the published example', () => {
  const documented = {
    avg_task_acceptance_time: 0,
    start_time: '2008-01-02T00:00:00Z',
    end_time: '2008-01-02T00:00:00Z',
    reservations_created: 0,
    reservations_accepted: 0,
    reservations_rejected: 0,
    reservations_timed_out: 0,
    reservations_canceled: 0,
    reservations_rescinded: 0,
    tasks_canceled: 0,
    tasks_deleted: 0,
    tasks_moved: 0,
  };

  test('are enough for a workspace', () => {
    const sofar = { ...documented, tasks_created: 0, tasks_timed_out_in_workflow: 0 };
    expect(isWorkspaceStatistics(normaliseStatistics({ realtime, cumulative: sofar }))).toBe(true);
  });

  test('are enough for a queue', () => {
    const { realtime: current } = exampleQueueStatistics('');
    const sofar = { ...documented, tasks_entered: 0 };
    expect(isTaskQueueStatistics(normaliseStatistics({ realtime: current, cumulative: sofar }))).toBe(true);
  });
});

test.each([undefined, null, 'text', [], 7])('hands on %p, which is no half of any statistics', (half) => {
  expect(isWorkspaceStatistics(normaliseStatistics({ realtime: half, cumulative }))).toBe(false);
  expect(isWorkspaceStatistics(normaliseStatistics({ realtime, cumulative: half }))).toBe(false);
});
