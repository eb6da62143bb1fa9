import type { Twilio } from 'twilio';
import { systemClock } from './Clock';
import { collectDashboardData } from './collectDashboardData';
import { readConfiguration } from './configuration';
import { exampleStatistics } from './testing/exampleStatistics';
import { FakeClock } from './testing/FakeClock';
import { failing, TwilioAtTheWire, unreachable, workspaceSid } from './testing/TwilioAtTheWire';
import { TimeBudget } from './TimeBudget';

let wire: TwilioAtTheWire;
let clock: FakeClock;

beforeEach(() => {
  wire = new TwilioAtTheWire();
  clock = new FakeClock('2026-11-22T11:42:15.678Z');
});

const collect = (environment: Record<string, string> = {}) =>
  collectDashboardData(
    wire.client(),
    readConfiguration({ TWILIO_WORKSPACE_SID: workspaceSid, ...environment }),
    new TimeBudget(clock),
  );

test('asks once, from the start of the day, without milliseconds, with the splits', async () => {
  await collect({ DASHBOARD_TIMEZONE: 'Australia/Sydney', DASHBOARD_WAIT_SPLITS: '20,60' });

  expect(wire.requests.map(({ asked, params }) => [asked, params])).toEqual([
    ['statistics', { StartDate: '2026-11-21T19:00:00Z', SplitByWaitTime: '20,60' }],
  ]);
});

test('gives what TaskRouter tells, with the time it began, without account, workspace and address', async () => {
  const { realtime, cumulative } = exampleStatistics();

  expect(await collect()).toEqual({
    version: 1,
    collected_at: '2026-11-22T11:42:15.678Z',
    day: { start: '2026-11-22T06:00:00Z', time_zone: 'UTC', starts_at: '06:00' },
    workspace_statistics: { realtime, cumulative },
  });
});

test('dates the data when the collection began, however long the machine stopped after that', async () => {
  const begun = clock.now();
  await clock.wait(700);
  const data = await collectDashboardData(
    wire.client(),
    readConfiguration({ TWILIO_WORKSPACE_SID: workspaceSid }),
    new TimeBudget(clock),
    begun,
  );

  expect(data.collected_at).toBe('2026-11-22T11:42:15.678Z');
});

const passing: readonly [string, Parameters<TwilioAtTheWire['answerNext']>[1]][] = [
  ['429', failing(429, 20429)],
  ['500', failing(500, 20500)],
  ['503', { statusCode: 503, body: '<html>Service Unavailable</html>' }],
  ['an error page with status 200', { statusCode: 200, body: '<html>We will be back</html>' }],
  ['half a body', { statusCode: 200, body: JSON.stringify(exampleStatistics()).slice(0, 300) }],
  ['an empty body', { statusCode: 200, body: '' }],
  ['null', { statusCode: 200, body: null }],
  ['some other resource', { statusCode: 200, body: { sid: workspaceSid } }],
  [
    'statistics without their second half',
    { statusCode: 200, body: { realtime: exampleStatistics().realtime } },
  ],
  ['no answer', unreachable],
];

test.each(passing)('tries again given %s, and gives what comes then', async (_, answer) => {
  wire.answerNext('statistics', answer, 2);

  expect(await collect()).toMatchObject({ workspace_statistics: { realtime: { total_tasks: 7 } } });
  expect(wire.requests).toHaveLength(3);
});

test('keeps the time it began when it has to try again', async () => {
  wire.answerNext('statistics', failing(429, 20429));

  expect((await collect()).collected_at).toBe('2026-11-22T11:42:15.678Z');
});

test('waits longer before each attempt, and gives up after the fourth', async () => {
  wire.answerNext('statistics', failing(429, 20429), 99);

  await expect(collect()).rejects.toMatchObject({ status: 503, code: 'twilio-busy' });
  expect(wire.requests).toHaveLength(4);
  const [first = 0, second = 0, third = 0] = clock.waits;
  expect(clock.waits).toHaveLength(3);
  expect(first < second && second < third).toBe(true);
});

test('gives up earlier when there is no time left for another request', async () => {
  wire.answerNext('statistics', failing(500, 20500), 99);
  wire.beforeNext('statistics', () => void clock.wait(8_000));

  await expect(collect()).rejects.toMatchObject({ status: 502 });
  expect(wire.requests).toHaveLength(1);
});

test.each([
  ['429', failing(429, 20429), 503, 'twilio-busy', 'Twilio answered 429 (code 20429), too many requests.'],
  ['500', failing(500, 20500), 502, 'twilio-failed', 'Twilio answered 500 (code 20500).'],
  [
    'garbage',
    { statusCode: 200, body: 'x' },
    502,
    'twilio-garbage',
    'the answer was not what Twilio documents.',
  ],
  ['no answer', unreachable, 502, 'twilio-unreachable', 'no answer (ECONNREFUSED).'],
] as const)('says so when all it ever gets is %s', async (_, answer, status, code, message) => {
  wire.answerNext('statistics', answer, 99);

  await expect(collect()).rejects.toMatchObject({
    status,
    code,
    message: `Reading the workspace statistics: ${message} The next event collects again.`,
  });
});

test('says that statistics did not come when the time is over before the request is given up', async () => {
  const statistics = () => ({ fetch: () => new Promise(() => undefined) });
  const client = { taskrouter: { v1: { workspaces: () => ({ statistics }) } } } as unknown as Twilio;
  const configuration = readConfiguration({ TWILIO_WORKSPACE_SID: workspaceSid });

  await expect(
    collectDashboardData(client, configuration, new TimeBudget(systemClock, 250)),
  ).rejects.toMatchObject({
    status: 502,
    code: 'twilio-unreachable',
    message: 'Reading the workspace statistics: no answer in time. The next event collects again.',
  });
});

test.each([
  ['401', failing(401, 20003), 502, 'twilio-refused', 'deploy again if the Auth Token has changed'],
  ['400', failing(400, 20001), 502, 'twilio-refused', 'Twilio answered 400 (code 20001)'],
  ['404', failing(404, 20404), 500, 'unknown-workspace', 'Correct TWILIO_WORKSPACE_SID'],
] as const)('does not try again given %s, which stays as it is', async (_, answer, status, code, message) => {
  wire.answerNext('statistics', answer);

  await expect(collect()).rejects.toMatchObject({ status, code, message: expect.stringContaining(message) });
  expect(wire.requests).toHaveLength(1);
});

test('keeps what Twilio says to itself, because it may quote anybody', async () => {
  wire.answerNext('statistics', failing(400, 20001));

  await expect(collect()).rejects.not.toMatchObject({ message: expect.stringContaining('Ada') });
});
