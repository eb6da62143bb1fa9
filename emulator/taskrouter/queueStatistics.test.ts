import { queueCumulativeStatistics, queueRealTimeStatistics } from './queueStatistics';
import { Random } from '../../src/testing/Random';
import type { StatisticsWindow } from './StatisticsWindow';
import { agent, noon, smallContactCentre } from './testing/smallContactCentre';
import type { SmallContactCentre } from './testing/smallContactCentre';
import { workspaceStatistics } from './workspaceStatistics';

const windowOf = ({ now }: SmallContactCentre, window: Partial<StatisticsWindow> = {}): StatisticsWindow => ({
  start: noon,
  end: now(),
  splits: [],
  now: now(),
  ...window,
});

/** Both halves of one queue's statistics. */
function statistics(centre: SmallContactCentre, queue: string, window: Partial<StatisticsWindow> = {}) {
  const { contactCentre } = centre;
  const queues = [contactCentre.queue(queue)];
  const [realtime] = queueRealTimeStatistics(contactCentre.state, queues, windowOf(centre, window));
  const [cumulative] = queueCumulativeStatistics(contactCentre.state, queues, windowOf(centre, window));
  if (!realtime || !cumulative) throw new Error('no statistics');
  return { realtime, cumulative };
}

const acceptAll = ({ contactCentre }: SmallContactCentre): void =>
  contactCentre
    .reservations()
    .forEach(({ sid, status }) => status === 'pending' && contactCentre.acceptReservation(sid));

test('returns zeros and null, never gaps, given a queue that nothing happened in', () => {
  const { realtime, cumulative } = statistics(smallContactCentre(), 'Sales');
  expect(realtime).toEqual({
    total_available_workers: 0,
    total_eligible_workers: 0,
    total_tasks: 0,
    longest_task_waiting_age: 0,
    longest_task_waiting_sid: null,
    longest_relative_task_age_in_queue: 0,
    longest_relative_task_sid_in_queue: null,
    tasks_by_status: { pending: 0, reserved: 0, assigned: 0, wrapping: 0 },
    tasks_by_priority: {},
    activity_statistics: expect.arrayContaining([
      expect.objectContaining({ friendly_name: 'Available', workers: 0 }),
    ]),
  });
  const nothing = { avg: 0, min: 0, max: 0, total: 0 };
  expect(cumulative).toEqual({
    start_time: '2026-11-22T12:00:00Z',
    end_time: '2026-11-22T12:00:00Z',
    avg_task_acceptance_time: 0,
    reservations_created: 0,
    reservations_accepted: 0,
    reservations_rejected: 0,
    reservations_timed_out: 0,
    reservations_canceled: 0,
    reservations_rescinded: 0,
    tasks_entered: 0,
    tasks_completed: 0,
    tasks_canceled: 0,
    tasks_deleted: 0,
    tasks_moved: 0,
    wait_duration_until_accepted: nothing,
    wait_duration_in_queue_until_accepted: nothing,
    wait_duration_until_canceled: nothing,
    split_by_wait_time: null,
  });
});

test('counts as eligible who may be offered its tasks, as available who is in an available activity, busy or not', () => {
  const centre = smallContactCentre([
    agent('ada', 'Available'),
    agent('ben', 'Available', ['Support', 'Sales']),
    agent('cem', 'Break'),
    agent('dee', 'Available', ['Sales']),
  ]);
  centre.contactCentre.addTask();
  acceptAll(centre);
  const { realtime } = statistics(centre, 'Support');
  expect(realtime).toMatchObject({ total_eligible_workers: 3, total_available_workers: 2 });
  const workers = realtime.activity_statistics.map(({ friendly_name, workers }) => [friendly_name, workers]);
  expect(Object.fromEntries(workers)).toMatchObject({ Available: 2, Break: 1, Offline: 0 });
});

test("looks at the queue's own tasks only, by status and priority", () => {
  const centre = smallContactCentre([agent('ada', 'Available')]);
  centre.contactCentre.addTask({ queue: 'Sales', priority: 5 });
  centre.contactCentre.addTask({ queue: 'Support' });
  centre.contactCentre.addTask({ queue: 'Support', channel: 'chat', priority: 7 });
  expect(statistics(centre, 'Sales').realtime).toMatchObject({
    total_tasks: 1,
    tasks_by_status: { pending: 1, reserved: 0 },
    tasks_by_priority: { '5': 1 },
  });
  expect(statistics(centre, 'Support').realtime).toMatchObject({
    total_tasks: 2,
    tasks_by_status: { pending: 0, reserved: 2 },
    tasks_by_priority: { '0': 1, '7': 1 },
  });
  expect(statistics(centre, 'Support', { taskChannel: 'chat' }).realtime.tasks_by_priority).toEqual({
    '7': 1,
  });
});

test('tells how long a task has waited at all from how long it has waited in this queue', () => {
  const centre = smallContactCentre();
  const older = centre.contactCentre.addTask({ queue: 'Sales' });
  centre.pass(30);
  const younger = centre.contactCentre.addTask({ queue: 'Support' });
  centre.pass(31); // after 60 s in Sales the workflow moves the older one to Support
  centre.pass(9);
  expect(statistics(centre, 'Support').realtime).toMatchObject({
    total_tasks: 2,
    longest_task_waiting_age: 70,
    longest_task_waiting_sid: older.sid,
    longest_relative_task_age_in_queue: 40,
    longest_relative_task_sid_in_queue: younger.sid,
  });
  centre.contactCentre.cancelTask(younger.sid, 'hangup');
  expect(statistics(centre, 'Support').realtime).toMatchObject({
    longest_task_waiting_age: 70,
    longest_relative_task_age_in_queue: 9,
    longest_relative_task_sid_in_queue: older.sid,
  });
  expect(statistics(centre, 'Sales').realtime.total_tasks).toBe(0);
});

test('counts a moved task as entered in both queues and as moved out of the first', () => {
  const centre = smallContactCentre([agent('ada', 'Available', ['Support'])]);
  centre.contactCentre.addTask({ queue: 'Sales' });
  centre.pass(61); // moved to Support, and offered there at once
  centre.pass(4);
  acceptAll(centre);
  expect(statistics(centre, 'Sales').cumulative).toMatchObject({
    tasks_entered: 1,
    tasks_moved: 1,
    reservations_created: 0,
  });
  expect(statistics(centre, 'Support').cumulative).toMatchObject({
    tasks_entered: 1,
    tasks_moved: 0,
    reservations_created: 1,
    reservations_accepted: 1,
    avg_task_acceptance_time: 65,
    wait_duration_until_accepted: { avg: 65, min: 65, max: 65, total: 65 },
    wait_duration_in_queue_until_accepted: { avg: 4, min: 4, max: 4, total: 4 },
  });
});

test.each([
  [19, { tasks_canceled: 0 }, { tasks_canceled: 1 }],
  [20, { tasks_canceled: 0 }, { tasks_canceled: 1 }],
  [21, { tasks_canceled: 1 }, { tasks_canceled: 0 }],
])('splits a wait of %i s at 20 s', (seconds, above, below) => {
  const centre = smallContactCentre();
  const { sid } = centre.contactCentre.addTask();
  centre.pass(seconds);
  centre.contactCentre.cancelTask(sid, 'hangup');
  expect(statistics(centre, 'Support', { splits: [20] }).cumulative.split_by_wait_time?.['20']).toMatchObject(
    {
      above,
      below,
    },
  );
});

test('adds up over all queues to what the workspace says, whatever happens', () => {
  const random = new Random(7).next;
  const people = ['ada', 'ben', 'cem'].map((name, place) =>
    agent(name, 'Available', place === 0 ? ['Support', 'Sales'] : ['Support']),
  );
  const centre = smallContactCentre(people);
  const { contactCentre } = centre;
  contactCentre.addQueues(4);
  const names = contactCentre.queues().map(({ friendlyName }) => friendlyName);
  const any = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  for (let step = 0; step < 600; step += 1) {
    centre.pass(1 + Math.floor(random() * 9));
    const task = any(contactCentre.tasks().filter(({ endedAt }) => endedAt === null));
    const reservation = any(contactCentre.reservations());
    const luck = random();
    if (luck < 0.4 || !task)
      contactCentre.addTask({ queue: any(names), channel: random() < 0.5 ? 'voice' : 'chat' });
    else if (luck < 0.6 && reservation?.status === 'pending')
      contactCentre.acceptReservation(reservation.sid);
    else if (luck < 0.65 && reservation?.status === 'pending')
      contactCentre.rejectReservation(reservation.sid);
    else if (luck < 0.8 && task.status === 'assigned') contactCentre.completeTask(task.sid);
    else if (luck < 0.9 && task.status === 'pending') contactCentre.moveTask(task.sid, any(names) ?? '');
    else if (task.status === 'pending') contactCentre.cancelTask(task.sid, 'hangup');
    people.forEach(({ friendlyName }) => contactCentre.setWorkerActivity(friendlyName, 'Available'));
  }
  const window = windowOf(centre, { splits: [20] });
  const { realtime, cumulative } = workspaceStatistics(contactCentre.state, window);
  const queues = names.map((name) => statistics(centre, name, { splits: [20] }));
  const sum = (count: (queue: (typeof queues)[number]) => number): number =>
    queues.reduce((total, queue) => total + count(queue), 0);
  expect(cumulative.reservations_accepted).toBeGreaterThan(20);
  expect(cumulative.tasks_moved).toBeGreaterThan(5);
  expect(sum((queue) => queue.realtime.total_tasks)).toBe(realtime.total_tasks);
  expect(sum((queue) => queue.realtime.tasks_by_status.pending ?? 0)).toBe(realtime.tasks_by_status.pending);
  expect(Math.max(...queues.map((queue) => queue.realtime.longest_task_waiting_age))).toBe(
    realtime.longest_task_waiting_age,
  );
  const counters = [
    'reservations_created',
    'reservations_accepted',
    'reservations_rejected',
    'reservations_timed_out',
    'reservations_canceled',
    'reservations_rescinded',
    'tasks_completed',
    'tasks_canceled',
    'tasks_deleted',
    'tasks_moved',
  ] as const;
  counters.forEach((counter) =>
    expect([counter, sum((queue) => queue.cumulative[counter])]).toEqual([counter, cumulative[counter]]),
  );
  expect(sum((queue) => queue.cumulative.tasks_entered)).toBe(
    cumulative.tasks_created + cumulative.tasks_moved,
  );
  expect(sum((queue) => queue.cumulative.wait_duration_until_accepted.total)).toBe(
    cumulative.wait_duration_until_accepted.total,
  );
  expect(sum((queue) => queue.cumulative.split_by_wait_time?.['20']?.below.reservations_accepted ?? 0)).toBe(
    cumulative.split_by_wait_time?.['20']?.below.reservations_accepted,
  );
});
