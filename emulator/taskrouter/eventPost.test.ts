import http from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import { account, sid } from '../account';
import { Faults } from '../faults';
import { Journal } from '../journal';
import { connectionOverrides } from './connectionOverrides';
import { EventDelivery, type Locate } from './EventDelivery';
import { agent, smallContactCentre } from './testing/smallContactCentre';
import type { SmallContactCentre } from './testing/smallContactCentre';

interface Received {
  readonly url: string;
  readonly host: string;
  readonly signature: string;
  readonly contentType: string;
  readonly body: string;
  readonly form: Record<string, string>;
}

let server: http.Server;
let received: Received[];
let answer: (response: http.ServerResponse) => unknown;
let origin: string;

beforeEach(async () => {
  received = [];
  answer = (response) => response.writeHead(204).end();
  server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      received.push({
        url: origin + request.url,
        host: String(request.headers.host),
        signature: String(request.headers['x-twilio-signature']),
        contentType: String(request.headers['content-type']),
        body,
        form: Object.fromEntries(new URLSearchParams(body)),
      });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function delivering(
  centre: SmallContactCentre,
  { path = '/events', to = origin }: { path?: string; to?: string } = {},
) {
  const journal = new Journal();
  const faults = new Faults();
  const delivery = new EventDelivery(journal, faults);
  centre.contactCentre.state.workspace.eventCallbackUrl = to + path;
  centre.contactCentre.subscribe((event) => delivery.deliver(event, centre.contactCentre.state));
  const posts = (phase: string) =>
    journal.entries({ hop: 'event-post' }).filter(({ details }) => details.phase === phase);
  return { journal, faults, delivery, posts };
}

describe('a callback URL that leads elsewhere', () => {
  const deliveringTo = (locate: Locate) => {
    const centre = smallContactCentre();
    const journal = new Journal();
    const delivery = new EventDelivery(journal, new Faults(), locate);
    centre.contactCentre.state.workspace.eventCallbackUrl = 'https://shop-1234.twil.io/events';
    centre.contactCentre.subscribe((event) => delivery.deliver(event, centre.contactCentre.state));
    centre.contactCentre.addTask({});
    return { journal, settled: delivery.settled() };
  };

  test('is posted to where it leads, in its own name, signed for its own address', async () => {
    const { settled } = deliveringTo((url) => ({
      url: origin + new URL(url).pathname,
      host: new URL(url).hostname,
    }));
    await settled;

    expect(received.length).toBeGreaterThan(0);
    received.forEach(({ url, host, signature, form }) => {
      expect([url, host]).toEqual([`${origin}/events`, 'shop-1234.twil.io']);
      expect(
        twilio.validateRequest(account.authToken, signature, 'https://shop-1234.twil.io/events', form),
      ).toBe(true);
    });
  });

  test('is not answered when it leads nowhere', async () => {
    const { journal, settled } = deliveringTo(() => undefined);
    await settled;

    const answers = journal
      .entries({ hop: 'event-post' })
      .filter(({ details }) => details.phase === 'answered');
    expect(answers[0]?.details.error).toBe('Nothing is deployed at https://shop-1234.twil.io/events');
    expect(received).toEqual([]);
  });
});

test('posts a form that the real twilio library finds validly signed', async () => {
  const centre = smallContactCentre();
  const { delivery } = delivering(centre, { path: '/events?site=a%20b#rc=2' });
  centre.contactCentre.addTask({ attributes: { caller: 'Zoë & söhne', '=': '+' } });
  await delivery.settled();
  expect(received).toHaveLength(4);
  received.forEach(({ url, signature, contentType, form }) => {
    expect(contentType).toContain('application/x-www-form-urlencoded');
    expect(url).toBe(`${origin}/events?site=a%20b`);
    expect(twilio.validateRequest(account.authToken, signature, url, form)).toBe(true);
    expect(twilio.validateRequest(account.authToken, signature, url, { ...form, TaskAge: '99' })).toBe(false);
    expect(twilio.validateRequest('another token', signature, url, form)).toBe(false);
  });
});

test('tells of a reservation with its task, its worker and the common parameters', async () => {
  const centre = smallContactCentre([agent('ada', 'Available')]);
  const { delivery } = delivering(centre);
  centre.contactCentre.addTask({ channel: 'chat', priority: 5, attributes: { a: 1 } });
  await delivery.settled();
  const reservation = received.find(({ form }) => form.EventType === 'reservation.created');
  expect(reservation?.form).toMatchObject({
    AccountSid: account.accountSid,
    WorkspaceSid: account.workspaceSid,
    WorkspaceName: 'Flex Task Assignment',
    ResourceType: 'reservation',
    ResourceSid: sid('WR', 1),
    ReservationSid: sid('WR', 1),
    Timestamp: String(centre.now() / 1000),
    TimestampMs: String(centre.now()),
    TaskSid: sid('WT', 1),
    TaskAttributes: '{"a":1}',
    TaskAge: '0',
    TaskPriority: '5',
    TaskAssignmentStatus: 'reserved',
    TaskChannelUniqueName: 'chat',
    TaskQueueName: 'Support',
    WorkflowName: 'Assign to Anyone',
    WorkerSid: sid('WK', 1),
    WorkerName: 'ada',
    WorkerActivityName: 'Available',
    WorkerChannelCapacity: '2',
    WorkerChannelConsumedCapacity: '1',
  });
  expect(reservation?.form.Sid).toMatch(/^EV[0-9a-f]{32}$/);
});

test('tells of an activity change with the activity before and how long it lasted', async () => {
  const centre = smallContactCentre([agent('ada', 'Break')]);
  const { delivery } = delivering(centre);
  centre.pass(61.5);
  centre.contactCentre.setWorkerActivity('ada', 'Meeting');
  await delivery.settled();
  expect(received[0]?.form).toMatchObject({
    EventType: 'worker.activity.update',
    ResourceType: 'worker',
    WorkerActivityName: 'Meeting',
    WorkerPreviousActivityName: 'Break',
    WorkerTimeInPreviousActivity: '61',
    WorkerTimeInPreviousActivityMs: '61500',
  });
});

test('posts what was true when the event happened, though the task has moved on since', async () => {
  const centre = smallContactCentre();
  const { delivery } = delivering(centre);
  const task = centre.contactCentre.addTask();
  centre.contactCentre.cancelTask(task.sid, 'hangup');
  await delivery.settled();
  const statusIn = (type: string) =>
    received.find(({ form }) => form.EventType === type)?.form.TaskAssignmentStatus;
  expect([statusIn('task.created'), statusIn('task.canceled')]).toEqual(['pending', 'canceled']);
});

test('records a post when it leaves and when it is answered, without attributes', async () => {
  const centre = smallContactCentre([agent('ada', 'Break')]);
  const { delivery, posts } = delivering(centre);
  centre.contactCentre.setWorkerActivity('ada', 'Meeting');
  expect(posts('sent')).toHaveLength(0);
  await delivery.settled();
  const identity = {
    eventType: 'worker.activity.update',
    eventSid: received[0]?.form.Sid,
    workerSid: sid('WK', 1),
  };
  expect(posts('sent').map(({ details }) => details)).toEqual([{ ...identity, phase: 'sent' }]);
  expect(posts('answered').map(({ details }) => details)).toEqual([
    { ...identity, phase: 'answered', status: 204, ms: expect.any(Number) },
  ]);
});

test.each([
  ['an error status', '', { status: 503 }, (response: http.ServerResponse) => response.writeHead(503).end()],
  [
    'a connection that breaks',
    '',
    { error: expect.stringContaining('socket hang up') },
    (response: http.ServerResponse) => response.destroy(),
  ],
  [
    'no answer in time',
    '#rt=100',
    { error: expect.stringContaining('No answer within 0.1 s') },
    () => undefined,
  ],
])('records %s and goes on', async (_what, overrides, outcome, misbehave) => {
  answer = misbehave;
  const centre = smallContactCentre([agent('ada', 'Break')]);
  const { delivery, posts } = delivering(centre, { path: `/events${overrides}` });
  centre.contactCentre.setWorkerActivity('ada', 'Meeting');
  await delivery.settled();
  expect(posts('answered')[0]?.details).toMatchObject(outcome);
});

test('posts nothing given no callback URL', async () => {
  const centre = smallContactCentre();
  const { delivery, journal } = delivering(centre);
  centre.contactCentre.state.workspace.eventCallbackUrl = '';
  centre.contactCentre.addTask();
  await delivery.settled();
  expect(received).toEqual([]);
  expect(journal.entries()).toEqual([]);
});

test('loses, delays or garbles only the posts that a fault strikes', async () => {
  const centre = smallContactCentre([agent('ada', 'Break')]);
  const { delivery, faults, journal } = delivering(centre);
  const change = async (activity: string): Promise<void> => {
    centre.contactCentre.setWorkerActivity('ada', activity);
    await delivery.settled();
  };
  faults.order({ target: 'event-post', times: 1, status: 500 });
  await change('Meeting');
  expect(received).toHaveLength(0);
  expect(journal.entries({ hop: 'fault' })).toHaveLength(1);

  faults.order({ target: 'event-post', times: 1, garbage: 'EventType=%%&x' });
  await change('Training');
  expect(received[0]?.body).toBe('EventType=%%&x');

  const delayMs = 30;
  faults.order({ target: 'event-post', times: 1, delayMs });
  const delayed = performance.now();
  centre.contactCentre.setWorkerActivity('ada', 'Break');
  await delivery.settled();
  // A timer of Node.js may come a fraction early.
  expect(performance.now() - delayed).toBeGreaterThan(delayMs - 2);
  centre.contactCentre.setWorkerActivity('ada', 'Offline');
  await delivery.settled();
  expect(received.slice(1).map(({ form }) => form.WorkerActivityName)).toEqual(['Break', 'Offline']);
});

test('gives up what is under way and posts nothing more once stopped', async () => {
  answer = () => undefined;
  const centre = smallContactCentre([agent('ada', 'Break')]);
  const { delivery, posts } = delivering(centre);
  centre.contactCentre.setWorkerActivity('ada', 'Meeting');
  while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await delivery.stop();
  centre.contactCentre.setWorkerActivity('ada', 'Break');
  await delivery.settled();
  expect(posts('sent')).toHaveLength(1);
});

test('posts only the event types that the filter names, literally', async () => {
  const centre = smallContactCentre([agent('ada', 'Available')]);
  const { delivery } = delivering(centre);
  centre.contactCentre.state.workspace.eventsFilter = 'task.created,reservation.created, task-queue.entered';
  centre.contactCentre.addTask();
  await delivery.settled();
  expect(received.map(({ form }) => form.EventType).sort()).toEqual(['reservation.created', 'task.created']);
});

describe('connection overrides', () => {
  /** An address that nothing listens at. */
  const deadOrigin = async (): Promise<string> => {
    const other = http.createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await new Promise((resolve) => other.close(resolve));
    return `http://127.0.0.1:${port}`;
  };

  test.each([
    ['', 2],
    ['#rc=0', 1],
    ['#rc=3', 4],
    ['#rc=3&rp=5xx', 1],
    ['#rc=3&rp=5xx,ct', 4],
  ])('a failed connection to /events%s makes %i attempts in all', async (fragment, attempts) => {
    const centre = smallContactCentre([agent('ada', 'Break')]);
    const { delivery, posts } = delivering(centre, { to: await deadOrigin(), path: `/events${fragment}` });
    centre.contactCentre.setWorkerActivity('ada', 'Meeting');
    await delivery.settled();
    expect(posts('sent').map(({ details }) => details.attempt)).toEqual(
      [undefined, 2, 3, 4].slice(0, attempts),
    );
    posts('answered').forEach(({ details }) => expect(details.error).toContain('ECONNREFUSED'));
  });

  test.each([
    ['#rp=5xx', 503, 2],
    ['#rp=5xx&rc=0', 503, 1],
    ['#rp=5xx', 404, 1],
    ['#rp=4xx', 404, 2],
    ['#rp=all', 503, 2],
    ['', 503, 1],
  ])(
    'with %s the answer %i makes %i attempts in all, each with the same event',
    async (fragment, status, attempts) => {
      answer = (response) => response.writeHead(received.length === 1 ? status : 204).end();
      const centre = smallContactCentre([agent('ada', 'Break')]);
      const { delivery } = delivering(centre, { path: `/events${fragment}` });
      centre.contactCentre.setWorkerActivity('ada', 'Meeting');
      await delivery.settled();
      expect(received).toHaveLength(attempts);
      expect(new Set(received.map(({ body, signature }) => body + signature)).size).toBe(1);
    },
  );

  test('gives up an answer that does not come in time, and tries again only where rp says rt', async () => {
    answer = () => undefined;
    const centre = smallContactCentre([agent('ada', 'Break')]);
    const { delivery, posts } = delivering(centre, { path: '/events#rt=100&rp=rt&rc=2' });
    centre.contactCentre.setWorkerActivity('ada', 'Meeting');
    await delivery.settled();
    expect(posts('sent')).toHaveLength(3);
  });

  test('the total time ends the attempts', async () => {
    answer = () => undefined;
    const centre = smallContactCentre([agent('ada', 'Break')]);
    const { delivery, posts } = delivering(centre, { path: '/events#rt=600&rp=rt&rc=5&tt=1000' });
    centre.contactCentre.setWorkerActivity('ada', 'Meeting');
    await delivery.settled();
    const [first, ...more] = posts('answered').map(({ details }) => String(details.error));
    expect(first).toBe('No answer within 0.6 s');
    // There would be six. On a machine that is busy, the first may take all the time.
    expect(more.length).toBeLessThanOrEqual(1);
    more.forEach((last) => expect(last).toMatch(/^No answer within 0\.[0-4]\d* s$/));
  });

  test.each([
    ['nothing', ''],
    ['what is out of bounds', '#ct=99&rt=15001&tt=0&rc=6&rp=sometimes'],
    ['what is no number', '#ct=&rt=1e3&tt=-1&rc=1.5&rp='],
  ])("takes Twilio's defaults given %s", (_what, fragment) => {
    expect(connectionOverrides(`http://x/${fragment}`)).toEqual({
      connectMs: 5000,
      readMs: 15_000,
      totalMs: 15_000,
      retries: 1,
      retried: new Set(['ct']),
    });
  });

  test('takes the bounds themselves', () => {
    expect(connectionOverrides('http://x/#ct=100&rt=15000&tt=100&rc=5&rp=all')).toEqual({
      connectMs: 100,
      readMs: 15_000,
      totalMs: 100,
      retries: 5,
      retried: new Set(['ct', 'rt', '4xx', '5xx']),
    });
  });
});

test('posts an event several times given a duplicate, validly signed each time', async () => {
  const centre = smallContactCentre([agent('ada', 'Break')]);
  const { delivery, faults } = delivering(centre);
  faults.order({ target: 'event-post', times: 1, duplicate: 2 });
  centre.contactCentre.setWorkerActivity('ada', 'Meeting');
  centre.contactCentre.setWorkerActivity('ada', 'Training');
  await delivery.settled();
  const [first, second] = new Set(received.map(({ form }) => form.Sid));
  const times = (eventSid = ''): number => received.filter(({ form }) => form.Sid === eventSid).length;
  expect([times(first), times(second)].sort()).toEqual([1, 3]);
  received.forEach(({ signature, url, form }) =>
    expect(twilio.validateRequest(account.authToken, signature, url, form)).toBe(true),
  );
});

test('lets later events overtake one that is reordered', async () => {
  const centre = smallContactCentre([agent('ada', 'Break')]);
  const { delivery, faults } = delivering(centre);
  faults.order({ target: 'event-post', times: 1, reorder: 2 });
  for (const activity of ['Meeting', 'Training', 'Offline', 'Break'])
    centre.contactCentre.setWorkerActivity('ada', activity);
  await delivery.settled();
  const order = received.map(({ form }) => form.WorkerActivityName);
  expect(order).toHaveLength(4);
  expect(order.indexOf('Meeting')).toBeGreaterThanOrEqual(2);
});

test('posts reordered events at last where there are too few others and somebody waits for them', async () => {
  const centre = smallContactCentre([agent('ada', 'Break')]);
  const { delivery, faults } = delivering(centre);
  faults.order({ target: 'event-post', times: 2, reorder: 9 });
  centre.contactCentre.setWorkerActivity('ada', 'Meeting');
  const settled = delivery.settled();
  centre.contactCentre.setWorkerActivity('ada', 'Training');
  await settled;
  await delivery.settled();
  expect(received).toHaveLength(2);
});
