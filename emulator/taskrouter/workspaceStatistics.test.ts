import { Random } from '../../src/testing/Random';
import { agent, noon, smallContactCentre } from './testing/smallContactCentre';
import type { SmallContactCentre } from './testing/smallContactCentre';
import { workspaceStatistics } from './workspaceStatistics';
import type { StatisticsWindow } from './StatisticsWindow';

const statistics = ({ contactCentre, now }: SmallContactCentre, window: Partial<StatisticsWindow> = {}) =>
  workspaceStatistics(contactCentre.state, { start: noon, end: now(), splits: [], now: now(), ...window });

const acceptAll = ({ contactCentre }: SmallContactCentre): void =>
  contactCentre
    .reservations()
    .forEach(({ sid, status }) => status === 'pending' && contactCentre.acceptReservation(sid));

test('returns zeros and null, never gaps, given an empty contact centre', () => {
  const centre = smallContactCentre();
  const { realtime, cumulative } = statistics(centre);
  expect(realtime).toMatchObject({
    total_tasks: 0,
    total_workers: 0,
    longest_task_waiting_age: 0,
    longest_task_waiting_sid: null,
    tasks_by_status: { pending: 0, reserved: 0, assigned: 0, wrapping: 0 },
    tasks_by_priority: {},
  });
  expect(realtime.activity_statistics.map(({ friendly_name, workers }) => [friendly_name, workers])).toEqual(
    [
      'Offline',
      'Available',
      'Unavailable',
      'Break',
      'Follow Up',
      'Lunch Break',
      'Training',
      'Meeting',
      'Personal Break',
    ].map((name) => [name, 0]),
  );
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
    tasks_created: 0,
    tasks_completed: 0,
    tasks_canceled: 0,
    tasks_deleted: 0,
    tasks_moved: 0,
    tasks_timed_out_in_workflow: 0,
    wait_duration_until_accepted: nothing,
    wait_duration_until_canceled: nothing,
    split_by_wait_time: null,
  });
});

test('counts workers by activity, a new activity included', () => {
  const centre = smallContactCentre([
    agent('ada', 'Break'),
    agent('ben', 'Break'),
    agent('cem', 'Available'),
  ]);
  centre.contactCentre.addActivity('Coaching', false);
  centre.contactCentre.setWorkerActivity('ben', 'Coaching');
  const { realtime } = statistics(centre);
  expect(realtime.total_workers).toBe(3);
  const workers = Object.fromEntries(
    realtime.activity_statistics.map(({ friendly_name, workers }) => [friendly_name, workers]),
  );
  expect(workers).toMatchObject({ Available: 1, Break: 1, Coaching: 1, Offline: 0 });
});

test('names the pending task that has waited longest, in whole seconds', () => {
  const centre = smallContactCentre();
  const oldest = centre.contactCentre.addTask();
  centre.pass(3);
  centre.contactCentre.addTask({ priority: 10 });
  centre.pass(6.9);
  expect(statistics(centre).realtime).toMatchObject({
    total_tasks: 2,
    longest_task_waiting_age: 9,
    longest_task_waiting_sid: oldest.sid,
    tasks_by_status: { pending: 2, reserved: 0, assigned: 0, wrapping: 0 },
    tasks_by_priority: { '0': 1, '10': 1 },
  });
});

test('follows a task through the statuses and drops it when it ends', () => {
  const centre = smallContactCentre([agent('ada', 'Available')]);
  const { sid } = centre.contactCentre.addTask();
  const byStatus = () => statistics(centre).realtime.tasks_by_status;
  expect(byStatus()).toMatchObject({ pending: 0, reserved: 1 });
  expect(statistics(centre).realtime.longest_task_waiting_sid).toBeNull();
  acceptAll(centre);
  expect(byStatus()).toMatchObject({ reserved: 0, assigned: 1 });
  centre.contactCentre.wrapUpTask(sid);
  expect(byStatus()).toMatchObject({ assigned: 0, wrapping: 1 });
  centre.contactCentre.completeTask(sid);
  expect(byStatus()).toEqual({ pending: 0, reserved: 0, assigned: 0, wrapping: 0 });
  expect(statistics(centre).realtime.total_tasks).toBe(0);
});

test('measures waits from creation to acceptance and to cancellation', () => {
  const centre = smallContactCentre([agent('ada', 'Offline'), agent('ben', 'Offline')]);
  const { contactCentre, pass } = centre;
  contactCentre.addTask();
  pass(4);
  contactCentre.addTask();
  const leaver = contactCentre.addTask();
  pass(7);
  contactCentre.setWorkerActivity('ada', 'Available');
  contactCentre.setWorkerActivity('ben', 'Available');
  acceptAll(centre); // waited 11 and 7 seconds
  contactCentre.cancelTask(leaver.sid, 'hangup');
  expect(statistics(centre).cumulative).toMatchObject({
    tasks_created: 3,
    reservations_created: 2,
    reservations_accepted: 2,
    tasks_canceled: 1,
    avg_task_acceptance_time: 9,
    wait_duration_until_accepted: { avg: 9, min: 7, max: 11, total: 18 },
    wait_duration_until_canceled: { avg: 7, min: 7, max: 7, total: 7 },
  });
});

test('splits waits below, at and above a threshold: at the threshold counts as below', () => {
  const centre = smallContactCentre();
  const sids = [1, 2, 3].map(() => centre.contactCentre.addTask().sid);
  sids.forEach((sid, position) => {
    centre.pass(position === 0 ? 19 : 1);
    centre.contactCentre.cancelTask(sid, 'hangup'); // after 19, 20 and 21 seconds
  });
  expect(statistics(centre, { splits: [20, 60] }).cumulative.split_by_wait_time).toEqual({
    '20': {
      above: { tasks_canceled: 1, reservations_accepted: 0 },
      below: { tasks_canceled: 2, reservations_accepted: 0 },
    },
    '60': {
      above: { tasks_canceled: 0, reservations_accepted: 0 },
      below: { tasks_canceled: 3, reservations_accepted: 0 },
    },
  });
});

test('counts what happened in the window, its first and last moment included', () => {
  const centre = smallContactCentre();
  [0, 10, 10].forEach((seconds) => {
    centre.pass(seconds);
    centre.contactCentre.addTask();
  }); // at 0, 10 and 20 seconds
  const created = (from: number, to: number): number =>
    statistics(centre, { start: noon + from, end: noon + to }).cumulative.tasks_created;
  expect(created(0, 20_000)).toBe(3);
  expect(created(10_000, 10_000)).toBe(1);
  expect(created(1, 19_999)).toBe(1);
  expect(created(20_001, 30_000)).toBe(0);
});

test('counts tasks and reservations of one channel, but all workers, given a task channel', () => {
  const centre = smallContactCentre([agent('ada', 'Available')]);
  centre.contactCentre.addTask({ channel: 'voice' });
  centre.contactCentre.addTask({ channel: 'chat', priority: 5 });
  const { realtime, cumulative } = statistics(centre, { taskChannel: 'chat' });
  expect(realtime).toMatchObject({ total_tasks: 1, total_workers: 1, tasks_by_priority: { '5': 1 } });
  expect(cumulative).toMatchObject({ tasks_created: 1, reservations_created: 1 });
});

test('equals what the events tell, whatever happens (2,000 random steps)', () => {
  const centre = smallContactCentre([
    agent('ada', 'Available', ['Support', 'Sales']),
    agent('ben', 'Available'),
    agent('cem', 'Offline', ['Sales']),
  ]);
  const { contactCentre, pass, events } = centre;
  const random = new Random(7).next;
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  const steps: (() => void)[] = [
    () =>
      contactCentre.addTask({
        channel: pick(['voice', 'chat']),
        queue: pick(['Support', 'Sales']),
        priority: pick([0, 10]),
      }),
    () => pass(random() * 9),
    () =>
      contactCentre.setWorkerActivity(
        pick(['ada', 'ben', 'cem']) ?? '',
        pick(['Available', 'Available', 'Break']) ?? '',
      ),
    () => contactCentre.acceptReservation(pick(contactCentre.reservations())?.sid ?? ''),
    () => contactCentre.acceptReservation(pick(contactCentre.reservations())?.sid ?? ''),
    () => contactCentre.completeTask(pick(contactCentre.tasks())?.sid ?? ''),
    () => contactCentre.completeTask(pick(contactCentre.tasks())?.sid ?? ''),
    () => contactCentre.wrapUpTask(pick(contactCentre.tasks())?.sid ?? ''),
    () => contactCentre.rejectReservation(pick(contactCentre.reservations())?.sid ?? ''),
    () => contactCentre.rescindReservation(pick(contactCentre.reservations())?.sid ?? ''),
    () => random() < 0.3 && contactCentre.cancelTask(pick(contactCentre.tasks())?.sid ?? '', 'hangup'),
    () =>
      random() < 0.2 &&
      contactCentre.moveTask(pick(contactCentre.tasks())?.sid ?? '', pick(['Support', 'Sales']) ?? ''),
    () => random() < 0.1 && contactCentre.deleteTask(pick(contactCentre.tasks())?.sid ?? ''),
  ];
  let refused = 0;
  for (let step = 0; step < 2000; step += 1) {
    try {
      pick(steps)?.();
    } catch {
      refused += 1; // A step that the contact centre refuses must change nothing, so it leaves no trace in either count.
    }
  }
  expect(refused).toBeLessThan(1900);

  const [start, end] = [noon + 60_000, centre.now() - 60_000];
  const inWindow = events.filter(({ at }) => at >= start && at <= end);
  const count = (type: string): number => inWindow.filter((event) => event.type === type).length;
  const waits = (type: string): number[] =>
    inWindow.flatMap((event) =>
      event.type === type && event.task ? [Math.floor((event.at - event.task.createdAt) / 1000)] : [],
    );
  const total = (all: readonly number[]): number => all.reduce((sum, wait) => sum + wait, 0);
  const accepted = waits('reservation.accepted');
  const canceled = waits('task.canceled');
  const { cumulative, realtime } = statistics(centre, { start, end, splits: [20] });
  expect(cumulative).toMatchObject({
    reservations_created: count('reservation.created'),
    reservations_accepted: count('reservation.accepted'),
    reservations_rejected: count('reservation.rejected'),
    reservations_timed_out: count('reservation.timeout'),
    reservations_canceled: count('reservation.canceled'),
    reservations_rescinded: count('reservation.rescinded'),
    tasks_created: count('task.created'),
    tasks_completed: count('task.completed'),
    tasks_canceled: count('task.canceled'),
    tasks_deleted: count('task.deleted'),
    tasks_moved: count('task-queue.moved'),
    tasks_timed_out_in_workflow: count('workflow.timeout'),
    avg_task_acceptance_time: total(accepted) / accepted.length,
    wait_duration_until_accepted: {
      max: Math.max(...accepted),
      min: Math.min(...accepted),
      total: total(accepted),
    },
    wait_duration_until_canceled: {
      max: Math.max(...canceled),
      min: Math.min(...canceled),
      total: total(canceled),
    },
    split_by_wait_time: {
      '20': { above: { reservations_accepted: accepted.filter((wait) => wait > 20).length } },
    },
  });
  // Every counter was really put to the test.
  Object.values(cumulative).forEach((value) => expect(value).not.toBe(0));

  const latest = new Map<string, string>();
  events.forEach(({ type, task }) => {
    if (task)
      latest.set(task.sid, type === 'task.deleted' || type === 'task.system-deleted' ? 'gone' : task.status);
  });
  const statuses = [...latest.values()];
  const { pending, reserved, assigned, wrapping } = realtime.tasks_by_status;
  expect({ pending, reserved, assigned, wrapping }).toEqual({
    pending: statuses.filter((status) => status === 'pending').length,
    reserved: statuses.filter((status) => status === 'reserved').length,
    assigned: statuses.filter((status) => status === 'assigned').length,
    wrapping: statuses.filter((status) => status === 'wrapping').length,
  });
});
