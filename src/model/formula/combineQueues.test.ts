import { combineQueues } from './combineQueues';

const wait = (avg: number, min: number, max: number, total: number): object => ({ avg, min, max, total });
const queue = (name: string, count: number, cumulative: object = {}): object => ({
  friendly_name: name,
  realtime: {
    total_tasks: count,
    longest_task_waiting_age: count * 10,
    longest_task_waiting_sid: null,
    tasks_by_status: { pending: count },
    total_available_workers: 2,
    activity_statistics: [{ friendly_name: 'Available', workers: 2 }],
  },
  cumulative: { reservations_accepted: count, tasks_canceled: 0, ...cumulative },
});

describe('combineQueues', () => {
  test('adds counts up and takes the longest wait', () => {
    expect(combineQueues([queue('A', 1), queue('B', 3)])).toMatchObject({
      realtime: { total_tasks: 4, longest_task_waiting_age: 30, tasks_by_status: { pending: 4 } },
      cumulative: { reservations_accepted: 4 },
    });
  });

  test('weighs averages by the tasks they are of', () => {
    const some = queue('A', 1, {
      avg_task_acceptance_time: 10,
      wait_duration_until_accepted: wait(10, 10, 10, 10),
    });
    const others = queue('B', 3, {
      avg_task_acceptance_time: 30,
      wait_duration_until_accepted: wait(30, 5, 60, 90),
    });
    expect(combineQueues([some, others, queue('C', 0)])).toMatchObject({
      cumulative: {
        avg_task_acceptance_time: 25,
        wait_duration_until_accepted: { avg: 25, min: 5, max: 60, total: 100 },
      },
    });
  });

  test('counts no agent twice, who may serve several queues', () => {
    expect(combineQueues([queue('A', 1), queue('B', 1)])).toMatchObject({
      realtime: { total_available_workers: null, activity_statistics: null },
    });
  });

  test('adds up waits that some queues do not split', () => {
    const split = { '20': { below: { reservations_accepted: 3 } } };
    const some = queue('A', 1, { split_by_wait_time: split });
    const none = queue('B', 1, { split_by_wait_time: null });
    expect(combineQueues([some, some])).toMatchObject({
      cumulative: { split_by_wait_time: { '20': { below: { reservations_accepted: 6 } } } },
    });
    expect(combineQueues([some, none])).toMatchObject({ cumulative: { split_by_wait_time: null } });
  });
});
