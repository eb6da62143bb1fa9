import { TwilioError } from '../twilioError';
import { agent, smallContactCentre } from './testing/smallContactCentre';

const only = <T>(all: readonly T[]): T => {
  expect(all).toHaveLength(1);
  return all[0] as T;
};

test('keeps a task pending given nobody available', () => {
  const { contactCentre, eventTypes } = smallContactCentre([agent('ada', 'Offline')]);
  const task = contactCentre.addTask({ channel: 'voice', queue: 'Support' });
  expect(task.status).toBe('pending');
  expect(eventTypes()).toEqual([
    'task.created',
    'workflow.entered',
    'workflow.target-matched',
    'task-queue.entered',
  ]);
});

test('offers a waiting task as soon as a worker becomes available', () => {
  const { contactCentre, eventTypes, events } = smallContactCentre([agent('ada', 'Offline')]);
  const task = contactCentre.addTask();
  events.length = 0;
  contactCentre.setWorkerActivity('ada', 'Available');
  expect(contactCentre.task(task.sid).status).toBe('reserved');
  expect(eventTypes()).toEqual([
    'worker.activity.update',
    'reservation.created',
    'worker.channel.availability.update',
  ]);
});

test('leads a task from acceptance over wrap-up to completion', () => {
  const { contactCentre, eventTypes, events } = smallContactCentre([agent('ada', 'Available')]);
  const task = contactCentre.addTask();
  const reservation = only(contactCentre.reservations());
  events.length = 0;
  contactCentre.acceptReservation(reservation.sid);
  expect(contactCentre.task(task.sid).status).toBe('assigned');
  contactCentre.wrapUpTask(task.sid);
  expect(contactCentre.task(task.sid).status).toBe('wrapping');
  contactCentre.completeTask(task.sid, 'resolved');
  expect(contactCentre.task(task.sid)).toMatchObject({ status: 'completed', reason: 'resolved' });
  expect(contactCentre.reservations()).toEqual([]);
  expect(eventTypes()).toEqual([
    'reservation.accepted',
    'reservation.wrapup',
    'task.wrapup',
    'reservation.completed',
    'worker.channel.availability.update',
    'task.completed',
  ]);
});

test('offers a completed worker the next task by priority, then by age', () => {
  const { contactCentre } = smallContactCentre([agent('ada', 'Available')]);
  const first = contactCentre.addTask();
  const older = contactCentre.addTask();
  const urgent = contactCentre.addTask({ priority: 10 });
  const complete = (sid: string): void => {
    contactCentre.acceptReservation(only(contactCentre.reservations()).sid);
    contactCentre.completeTask(sid);
  };
  complete(first.sid);
  expect(contactCentre.task(urgent.sid).status).toBe('reserved');
  complete(urgent.sid);
  expect(contactCentre.task(older.sid).status).toBe('reserved');
});

test('gives a worker as many chats as the channel has capacity for, and a call besides', () => {
  const { contactCentre } = smallContactCentre([agent('ada', 'Available')]);
  const statuses = (['chat', 'chat', 'chat', 'voice', 'voice'] as const).map(
    (channel) => contactCentre.addTask({ channel }).status,
  );
  expect(statuses).toEqual(['reserved', 'reserved', 'pending', 'reserved', 'pending']);
  contactCentre.setWorkerCapacity('ada', 'chat', 3);
  expect(
    contactCentre.tasks().filter(({ channel, status }) => channel === 'chat' && status === 'reserved'),
  ).toHaveLength(3);
});

test('offers a rejected task to somebody else first, even to one who had a task more recently', () => {
  const { contactCentre, pass, eventTypes } = smallContactCentre([
    agent('ada', 'Available'),
    agent('ben', 'Available'),
  ]);
  const workerOf = (sid: string) =>
    contactCentre.reservations().find(({ taskSid }) => taskSid === sid)?.workerSid;
  const task = contactCentre.addTask({ channel: 'chat' });
  pass(1);
  contactCentre.addTask({ channel: 'chat' });
  expect(workerOf(task.sid)).toBe(contactCentre.worker('ada').sid);
  contactCentre.rejectReservation(contactCentre.reservations()[0]?.sid ?? '');
  expect(eventTypes()).toContain('reservation.rejected');
  expect(workerOf(task.sid)).toBe(contactCentre.worker('ben').sid);
});

test('times a reservation out at its limit, not before, and takes the worker Offline', () => {
  const { contactCentre, pass, eventTypes } = smallContactCentre([agent('ada', 'Available')]);
  const task = contactCentre.addTask();
  pass(29);
  expect(contactCentre.task(task.sid).status).toBe('reserved');
  pass(1);
  expect(contactCentre.task(task.sid).status).toBe('pending');
  expect(contactCentre.worker('ada').activityName).toBe('Offline');
  expect(eventTypes().slice(-3)).toEqual([
    'reservation.timeout',
    'worker.channel.availability.update',
    'worker.activity.update',
  ]);
});

test('cancels the reservation with the task while it is being offered', () => {
  const { contactCentre, eventTypes, events } = smallContactCentre([agent('ada', 'Available')]);
  const task = contactCentre.addTask();
  events.length = 0;
  contactCentre.cancelTask(task.sid, 'hangup');
  expect(contactCentre.task(task.sid)).toMatchObject({ status: 'canceled', reason: 'hangup' });
  expect(eventTypes()).toEqual([
    'reservation.canceled',
    'worker.channel.availability.update',
    'task.canceled',
  ]);
});

test('rescinds a reservation when its task is moved to another queue', () => {
  const { contactCentre, eventTypes, events } = smallContactCentre([agent('ada', 'Available', ['Support'])]);
  const task = contactCentre.addTask({ queue: 'Support' });
  events.length = 0;
  contactCentre.moveTask(task.sid, 'Sales');
  expect(contactCentre.task(task.sid)).toMatchObject({ status: 'pending', queueName: 'Sales' });
  expect(eventTypes()).toEqual([
    'reservation.rescinded',
    'worker.channel.availability.update',
    'task-queue.moved',
    'task-queue.entered',
  ]);
});

test('moves a task through the workflow as time-outs pass, then cancels it', () => {
  const { contactCentre, pass, eventTypes, events } = smallContactCentre();
  const task = contactCentre.addTask({ queue: 'Sales' });
  events.length = 0;
  pass(59);
  expect(contactCentre.task(task.sid).queueName).toBe('Sales');
  pass(1);
  expect(contactCentre.task(task.sid).queueName).toBe('Support');
  expect(eventTypes()).toEqual([
    'task-queue.timeout',
    'workflow.target-matched',
    'task-queue.moved',
    'task-queue.entered',
  ]);
  events.length = 0;
  pass(59);
  expect(eventTypes()).toEqual([]);
  pass(1);
  expect(contactCentre.task(task.sid)).toMatchObject({ status: 'canceled', reason: 'Workflow timeout' });
  expect(eventTypes()).toEqual(['task-queue.timeout', 'workflow.timeout', 'task.canceled']);
});

test('forgets an ended task after five minutes', () => {
  const { contactCentre, pass, eventTypes } = smallContactCentre();
  const task = contactCentre.addTask();
  contactCentre.cancelTask(task.sid, 'hangup');
  pass(299);
  expect(contactCentre.tasks()).toHaveLength(1);
  pass(1);
  expect(contactCentre.tasks()).toHaveLength(0);
  expect(eventTypes().slice(-1)).toEqual(['task.system-deleted']);
});

test('deletes a task at any time and sets its worker free', () => {
  const { contactCentre, eventTypes } = smallContactCentre([agent('ada', 'Available')]);
  const task = contactCentre.addTask();
  contactCentre.acceptReservation(only(contactCentre.reservations()).sid);
  contactCentre.deleteTask(task.sid);
  expect(contactCentre.reservations()).toEqual([]);
  expect(eventTypes().slice(-1)).toEqual(['task.deleted']);
  expect(() => contactCentre.task(task.sid)).toThrow(TwilioError);
});

test('says how long the previous activity lasted when a worker changes it', () => {
  const { contactCentre, pass, events } = smallContactCentre([agent('ada', 'Break')]);
  pass(90);
  contactCentre.setWorkerActivity('ada', 'Available');
  expect(only(events).previousActivity).toMatchObject({ friendlyName: 'Break', lastedMs: 90_000 });
});

test('makes no event of setting the activity that a worker has already', () => {
  const { contactCentre, events } = smallContactCentre([agent('ada', 'Break')]);
  contactCentre.setWorkerActivity('ada', 'Break');
  expect(events).toEqual([]);
});

test('rejects what is being offered to a worker who leaves, or refuses as TaskRouter does', () => {
  const { contactCentre, eventTypes } = smallContactCentre([agent('ada', 'Available')]);
  contactCentre.addTask();
  const leave = (rejectPendingReservations: boolean): void =>
    contactCentre.setWorkerActivity('ada', 'Break', { rejectPendingReservations });
  expect(() => leave(false)).toThrow(/1 pending reservations/);
  expect(contactCentre.worker('ada').activityName).toBe('Available');
  leave(true);
  expect(eventTypes()).toContain('reservation.rejected');
  expect(contactCentre.reservations()).toEqual([]);
});

test('creates and deletes activities and workers, and says so', () => {
  const { contactCentre, eventTypes } = smallContactCentre();
  contactCentre.addActivity('Coaching', false);
  contactCentre.addWorker(agent('ada', 'Coaching'));
  contactCentre.setWorkerAttributes('ada', { skill: 'tea' });
  expect(() => contactCentre.removeActivity('Coaching')).toThrow(/1 workers are in activity 'Coaching'/);
  contactCentre.removeWorker('ada');
  contactCentre.removeActivity('Coaching');
  expect(eventTypes()).toEqual([
    'activity.created',
    'worker.created',
    'worker.attributes.update',
    'worker.deleted',
    'activity.deleted',
  ]);
});

test.each([
  ['an unknown worker', 404, /no worker 'nobody'/, (c: Centre) => c.setWorkerActivity('nobody', 'Break')],
  [
    'an unknown activity',
    404,
    /no activity 'Siesta'.*Offline, Available/,
    (c: Centre) => c.setWorkerActivity('ada', 'Siesta'),
  ],
  [
    'an unknown queue',
    404,
    /no queue 'Nowhere'.*Support, Sales/,
    (c: Centre) => c.addTask({ queue: 'Nowhere' }),
  ],
  ['an unknown task', 404, /no task 'WT0'/, (c: Centre) => c.completeTask('WT0')],
  ['a fractional priority', 400, /priority/, (c: Centre) => c.addTask({ priority: 1.5 })],
  ['a negative capacity', 400, /capacity/, (c: Centre) => c.setWorkerCapacity('ada', 'voice', -1)],
  ['a second activity of one name', 400, /already/, (c: Centre) => c.addActivity('Break', false)],
  ['an activity without a name', 400, /needs a name/, (c: Centre) => c.addActivity(' ', false)],
  ['the deletion of Offline', 400, /stays/, (c: Centre) => c.removeActivity('Offline')],
  [
    'completing a task that waits',
    400,
    /it is pending, not assigned or wrapping/,
    (c: Centre) => c.completeTask(c.addTask().sid),
  ],
  [
    'a callback URL that is none',
    400,
    /not an http/,
    (c: Centre) => c.updateWorkspace({ eventCallbackUrl: 'ftp://x' }),
  ],
])('refuses %s', (_what, status, message, attempt) => {
  const { contactCentre } = smallContactCentre([agent('ada', 'Offline')]);
  let refusal: unknown;
  try {
    attempt(contactCentre);
  } catch (error: unknown) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(TwilioError);
  expect((refusal as TwilioError).status).toBe(status);
  expect((refusal as TwilioError).message).toMatch(message);
});
type Centre = ReturnType<typeof smallContactCentre>['contactCentre'];

test('refuses to cancel a task that somebody has accepted', () => {
  const { contactCentre } = smallContactCentre([agent('ada', 'Available')]);
  const task = contactCentre.addTask();
  contactCentre.acceptReservation(only(contactCentre.reservations()).sid);
  expect(() => contactCentre.cancelTask(task.sid, 'hangup')).toThrow(/cannot be canceled: it is assigned/);
  expect(contactCentre.task(task.sid).status).toBe('assigned');
});

test('gives activities and workers the same SIDs after populating anew, and never a task SID twice', () => {
  const { contactCentre } = smallContactCentre([agent('ada', 'Offline')]);
  const { sid } = contactCentre.worker('ada');
  const task = contactCentre.addTask();
  contactCentre.addWorker(agent('ben', 'Offline'));
  contactCentre.populate({
    workers: [agent('ada', 'Offline')],
    reservationTimeoutSeconds: 30,
    queues: { Support: [] },
  });
  expect(contactCentre.worker('ada').sid).toBe(sid);
  expect(contactCentre.tasks()).toEqual([]);
  expect(contactCentre.addTask().sid).not.toBe(task.sid);
});
