import { agent, smallContactCentre } from './testing/smallContactCentre';

test('creates a queue, says so, and offers its tasks to whom its expression names', () => {
  const { contactCentre, events } = smallContactCentre([agent('ada', 'Available', ['Sales'])]);
  const queue = contactCentre.addQueue({ friendlyName: 'VIP', targetWorkers: 'queues HAS "Sales"' });
  expect(events.map(({ type, queue: about }) => [type, about?.friendlyName])).toEqual([
    ['task-queue.created', 'VIP'],
  ]);
  expect(contactCentre.addTask({ queue: 'VIP' })).toMatchObject({ queueSid: queue.sid, status: 'reserved' });
});

test('offers tasks to everybody given the expression 1==1, and at once to others given another', () => {
  const { contactCentre } = smallContactCentre([agent('ada', 'Available', [])]);
  contactCentre.addQueue({ friendlyName: 'VIP', targetWorkers: 'queues HAS "Sales"' });
  const { sid, status } = contactCentre.addTask({ queue: 'VIP' });
  expect(status).toBe('pending');
  contactCentre.updateQueue('VIP', { targetWorkers: '1==1' });
  expect(contactCentre.task(sid).status).toBe('reserved');
});

test.each([
  ['an expression that it cannot obey', { friendlyName: 'VIP', targetWorkers: 'age > 7' }, /age > 7/],
  ['a name that is taken', { friendlyName: 'Sales', targetWorkers: '1==1' }, /'Sales' already/],
  ['no name', { friendlyName: ' ', targetWorkers: '1==1' }, /needs a FriendlyName/],
])('refuses %s and changes nothing', (_what, settings, message) => {
  const { contactCentre, events } = smallContactCentre();
  expect(() => contactCentre.addQueue(settings)).toThrow(message);
  expect(() => contactCentre.updateQueue('Support', settings)).toThrow(message);
  expect(contactCentre.queues().map(({ friendlyName }) => friendlyName)).toEqual(['Support', 'Sales']);
  expect(contactCentre.queue('Support').targetWorkers).toBe('queues HAS "Support"');
  expect(events).toEqual([]);
});

test('a renamed queue keeps its tasks, its workers and its place in the workflow; no event tells of it', () => {
  const { contactCentre, pass, eventTypes } = smallContactCentre([agent('ada', 'Offline', ['Support'])]);
  const { sid } = contactCentre.addTask({ queue: 'Sales' });
  const before = eventTypes().length;
  contactCentre.updateQueue('Support', { friendlyName: 'Service' });
  contactCentre.updateQueue('Sales', { friendlyName: 'Shop' });
  expect(eventTypes().slice(before)).toEqual([]);
  expect(contactCentre.task(sid).queueName).toBe('Shop');
  pass(61);
  expect(contactCentre.task(sid).queueName).toBe('Service');
  contactCentre.setWorkerActivity('ada', 'Available');
  expect(contactCentre.task(sid).status).toBe('reserved');
  // Who sends tasks to the contact centre has not heard of the new name, and may use either.
  expect(contactCentre.addTask({ queue: 'Sales' })).toMatchObject({ queueName: 'Shop', target: 0 });
  expect(contactCentre.addTask({ queue: 'Shop' })).toMatchObject({
    queueName: 'Shop',
    requestedQueue: 'Sales',
  });
});

test('deletes a queue that nobody needs, and says so', () => {
  const { contactCentre, eventTypes } = smallContactCentre();
  contactCentre.addQueues(1);
  const { sid } = contactCentre.addTask({ queue: 'Support 2' });
  expect(() => contactCentre.removeQueue('Support 2')).toThrow(/holds 1 open tasks/);
  contactCentre.cancelTask(sid, 'hangup');
  contactCentre.removeQueue('Support 2');
  expect(eventTypes()).toContain('task-queue.deleted');
  expect(contactCentre.queues()).toHaveLength(2);
});

test('refuses to delete a queue that the workflow sends tasks to', () => {
  const { contactCentre } = smallContactCentre();
  expect(() => contactCentre.removeQueue('Sales')).toThrow(/workflow 'Assign to Anyone' sends tasks to it/);
});

test('adds 200 queues, each with a name and SID of its own, served by those of the first ones', () => {
  const { contactCentre } = smallContactCentre([agent('ada', 'Available', ['Sales'])]);
  contactCentre.addQueues(198);
  contactCentre.addQueues(0);
  const queues = contactCentre.queues();
  expect(new Set(queues.map(({ friendlyName }) => friendlyName)).size).toBe(200);
  expect(new Set(queues.map(({ sid }) => sid)).size).toBe(200);
  expect(contactCentre.queues()[3]).toMatchObject({
    friendlyName: 'Sales 2',
    targetWorkers: 'queues HAS "Sales"',
  });
  expect(contactCentre.addTask({ queue: 'Sales 100' }).status).toBe('reserved');
  expect(contactCentre.addTask({ queue: 'Support 100' }).status).toBe('pending');
});

test('numbers further queues on where names are taken', () => {
  const { contactCentre } = smallContactCentre();
  contactCentre.addQueues(1);
  contactCentre.addQueues(2);
  expect(contactCentre.queues().map(({ friendlyName }) => friendlyName)).toEqual([
    'Support',
    'Sales',
    'Support 2',
    'Sales 2',
    'Support 3',
  ]);
});
