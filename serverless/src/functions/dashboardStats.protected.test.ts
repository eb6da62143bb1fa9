import type { DashboardData } from '../../../src/schema/dashboardData';
import type { FunctionContext, FunctionEvent } from '../FunctionContext';
import { failing, TwilioAtTheWire, workspaceSid } from '../testing/TwilioAtTheWire';
import type { handler as Handler } from './dashboardStats.protected';

interface Reply {
  readonly statusCode: number;
  readonly body: { code: string; message: string } | null;
  readonly headers: Record<string, unknown>;
}

// The real one. Its package hides it from import, because on Twilio it is simply there.
const { Response } = jest.requireActual('@twilio/runtime-handler/dist/dev-runtime/internal/response');
Object.assign(globalThis, { Twilio: { Response } });

let wire: TwilioAtTheWire;
let logged: jest.SpyInstance;
/** In an instance that is cold at the beginning of each test. */
let handler: typeof Handler;

beforeEach(() => {
  jest.isolateModules(() => ({ handler } = jest.requireActual('./dashboardStats.protected')));
  wire = new TwilioAtTheWire();
  logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => logged.mockRestore());

const eventually = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
};

const event = {
  request: { headers: {}, cookies: {} },
  EventType: 'reservation.accepted',
  Sid: `EV${'5'.repeat(32)}`,
  WorkerName: 'Ada Lovelace',
  TaskAttributes: '{"from":"+15550100"}',
};

const variables = {
  TWILIO_WORKSPACE_SID: workspaceSid,
  DASHBOARD_INTERVAL: '2',
  DASHBOARD_TRAILING_DELAY: '0.5',
};

const call = (given: FunctionEvent = event, context: Partial<FunctionContext> = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const environment = { ...variables, getTwilioClient: () => wire.client() };
    const returned: unknown = handler({ ...environment, ...context }, given, (error, reply) =>
      error ? reject(error) : resolve(reply as Reply),
    );
    // A promise would be awaited by one runtime and ignored by another.
    expect(returned).toBeUndefined();
  });

test('answers 204 and has written what it collected', async () => {
  const { statusCode, headers, body } = await call();

  expect({ statusCode, body }).toEqual({ statusCode: 204, body: null });
  expect(headers['Content-Type']).toBe('application/json');
  expect((wire.document?.data as DashboardData).workspace_statistics.realtime.total_tasks).toBe(7);
  expect(logged).not.toHaveBeenCalled();
});

test('collects once more after the trailing delay, with the next number', async () => {
  await call();

  expect(wire.requests.map(({ asked }) => asked)).toEqual([
    ...['lease-read', 'lease-create', 'statistics', 'queues', 'queue-statistics', 'read', 'create'],
    ...['lease-read', 'lease-update', 'statistics', 'queues', 'queue-statistics', 'read', 'update'],
  ]);
  expect(wire.document?.data).toMatchObject({ collection: 2 });
});

test('answers at once, and asks Twilio nothing, given an event before the time of a collection that this instance has promised', async () => {
  // The first is collected at once, which promises nothing to those who come after it.
  const first = call();
  const second = call();
  await eventually(() => (wire.lease?.data as { number?: number } | undefined)?.number === 2);
  const { length } = wire.requests;
  expect(await call()).toMatchObject({ statusCode: 204 });
  expect(wire.requests).toHaveLength(length);

  expect(await Promise.all([first, second])).toMatchObject([{ statusCode: 204 }, { statusCode: 204 }]);
});

test('asks the lease given an event that comes to another instance, finds the promise, and answers', async () => {
  wire.lease = { data: { number: 7, due: Date.now() + 1_900, by: 'another' }, revision: '7' };

  expect(await call()).toMatchObject({ statusCode: 204 });
  expect(wire.requests.map(({ asked }) => asked)).toEqual(['lease-read']);
});

test('collects on an event type that it has never heard of', async () => {
  expect(await call({ ...event, EventType: 'task.teleported' })).toMatchObject({ statusCode: 204 });
  expect(wire.document).toBeDefined();
});

test('gives every request a time limit shorter than the Function has', async () => {
  const getTwilioClient = jest.fn(() => wire.client());
  await call(event, { getTwilioClient });

  expect(getTwilioClient).toHaveBeenCalledWith({ timeout: 4_000 });
});

test.each([
  ['no EventType', { request: {}, garbage: '' }],
  ['an empty EventType', { EventType: '' }],
  ['two EventTypes', { EventType: ['task.created', 'task.canceled'] }],
])('answers 400 given %s, and asks Twilio nothing', async (_, malformed) => {
  expect(await call(malformed)).toMatchObject({
    statusCode: 400,
    body: { code: 'malformed-event', message: expect.stringContaining('EventType is missing') },
  });
  expect(wire.requests).toEqual([]);
});

test('answers 500 given a variable that is missing, and says which', async () => {
  expect(await call(event, { TWILIO_WORKSPACE_SID: undefined })).toMatchObject({
    statusCode: 500,
    body: {
      code: 'invalid-configuration',
      message: expect.stringContaining('TWILIO_WORKSPACE_SID is missing'),
    },
  });
});

test('answers 500 given a service without credentials, and says where to include them', async () => {
  const getTwilioClient = () => {
    throw new Error('Missing Account SID');
  };

  expect(await call(event, { getTwilioClient })).toMatchObject({
    statusCode: 500,
    body: { code: 'missing-credentials' },
  });
});

test('answers 502 given garbage, and leaves the document alone', async () => {
  wire.put({ collected_at: '2026-11-22T11:42:15.678Z', kept: true });
  wire.answerNext('statistics', { statusCode: 200, body: 'garbage' }, 99);
  const { statusCode, body, headers } = await call();

  expect({ statusCode, code: body?.code }).toEqual({ statusCode: 502, code: 'twilio-garbage' });
  expect(headers['Content-Type']).toBe('application/json');
  expect(wire.document).toEqual({
    data: { collected_at: '2026-11-22T11:42:15.678Z', kept: true },
    revision: '0',
  });
});

test('takes the next number when somebody else took one in between (412)', async () => {
  wire.lease = { data: { number: 7, due: Date.now() - 60_000, by: 'another' }, revision: '7' };
  wire.beforeNext('lease-update', () => {
    wire.lease = { data: { number: 8, due: Date.now() - 30_000, by: 'a third' }, revision: '8' };
  });
  await call();

  expect(wire.asked('lease-update').map(({ data }) => JSON.parse(data.Data ?? '').number)).toEqual([
    8, 9, 10,
  ]);
  expect(wire.document?.data).toMatchObject({ collection: 10 });
});

test('tells nothing of an error that nobody foresaw but its kind', async () => {
  const getTwilioClient = () => ({ taskrouter: wire.client().taskrouter }) as never;
  const { statusCode, body } = await call(event, { getTwilioClient });

  expect({ statusCode, body }).toEqual({
    statusCode: 500,
    body: {
      code: 'internal-error',
      message: 'An error that should not happen (TypeError). Please report it.',
    },
  });
});

test('logs a failure in one line, with the event and without anybody in it', async () => {
  wire.answerNext('statistics', failing(401, 20003));
  await call();

  expect(logged).toHaveBeenCalledTimes(1);
  const [line] = logged.mock.calls[0];
  expect(line).toMatch(/^dashboardStats: 502 twilio-refused, event EV5{32}, reservation\.accepted: Reading /);
  expect(line).not.toMatch(/Ada|5550100|\n/);
});

test('logs nothing that a stranger put where the event should be named', async () => {
  await call({ EventType: ['Ada'], Sid: 'call +15550100\nforged line' });

  expect(logged.mock.calls[0][0]).toMatch(
    /^dashboardStats: 400 malformed-event, event without SID, without a known type: EventType is missing\./,
  );
});
