import { lastTrailingMs } from './CollectionTiming';
import { collectStatistics, readingMs } from './collectStatistics';
import { readConfiguration } from './configuration';
import { exampleQueueStatistics, exampleStatistics } from './testing/exampleStatistics';
import { FakeClock } from './testing/FakeClock';
import { failing, TwilioAtTheWire, workspaceSid } from './testing/TwilioAtTheWire';
import { TimeBudget } from './TimeBudget';

let wire: TwilioAtTheWire;

const sidOf = (number: number): string => `WQ${String(number).padStart(32, '0')}`;
const queuesCalled = (...names: readonly string[]) =>
  names.map((friendly_name, index) => ({ sid: sidOf(index), friendly_name }));

beforeEach(() => {
  wire = new TwilioAtTheWire();
  wire.queues = queuesCalled('Support', 'Sales', 'Billing');
});

const collect = (
  environment: Record<string, string> = {},
  time = new TimeBudget(new FakeClock('2026-11-22T11:42:15Z')),
) =>
  collectStatistics(
    wire.client(),
    readConfiguration({ TWILIO_WORKSPACE_SID: workspaceSid, ...environment }),
    time,
  );
const askedInOrder = () => wire.requests.map(({ asked }) => asked).sort();

test('takes three calls for the workspace and all its queues, over the same window', async () => {
  const { queues, data } = await collect({ DASHBOARD_WAIT_SPLITS: '20' });

  expect(askedInOrder()).toEqual(['queue-statistics', 'queues', 'statistics']);
  expect(wire.asked('queue-statistics')[0]?.params).toEqual({
    PageSize: 1000,
    StartDate: '2026-11-22T06:00:00Z',
    SplitByWaitTime: '20',
  });
  expect(queues?.map(({ queue }) => queue?.friendly_name)).toEqual(['Support', 'Sales', 'Billing']);
  expect(data.notices).toBeUndefined();
});

test('keeps what TaskRouter tells of a queue, without the window, the account and the SIDs of activities', async () => {
  const { queues } = await collect();

  const { realtime, cumulative } = exampleQueueStatistics('');
  const { start_time: _start, end_time: _end, ...numbers } = cumulative;
  expect(queues?.[0]).toEqual({
    queue: {
      sid: sidOf(0),
      friendly_name: 'Support',
      realtime: {
        ...realtime,
        activity_statistics: [
          { friendly_name: 'Available', workers: 2 },
          { friendly_name: 'Offline', workers: 1 },
        ],
      },
      cumulative: numbers,
    },
  });
});

test('gives the same for the same statistics, whatever the end of the window and the order of activities', async () => {
  const before = await collect();
  const alone = { DASHBOARD_QUEUES: 'Support' };
  const later = exampleQueueStatistics(sidOf(0));
  later.cumulative.end_time = '2026-11-22T11:42:17Z';
  later.realtime.activity_statistics.reverse();
  wire.queues = queuesCalled('Support');
  wire.answerNext('one-queue-statistics', { statusCode: 200, body: later });

  expect(JSON.stringify((await collect(alone)).queues?.[0])).toBe(JSON.stringify(before.queues?.[0]));
});

test('asks for a queue alone where only one of many is wanted', async () => {
  const { queues } = await collect({ DASHBOARD_QUEUES: 'Sales' });

  expect(askedInOrder()).toEqual(['one-queue-statistics', 'queues', 'statistics']);
  expect(queues?.map(({ queue }) => queue?.sid)).toEqual([sidOf(1)]);
});

test('asks for no queues given DASHBOARD_QUEUES_MAX=0', async () => {
  expect(await collect({ DASHBOARD_QUEUES_MAX: '0' })).toMatchObject({ queues: [], channels: [] });
  expect(askedInOrder()).toEqual(['statistics']);
});

test('leaves out a queue that was deleted between the two calls', async () => {
  wire.beforeNext('queue-statistics', () => (wire.queues = wire.queues.slice(1)));

  expect((await collect()).queues?.map(({ queue }) => queue?.friendly_name)).toEqual(['Sales', 'Billing']);
});

test('asks once for each task channel, and gives them in the order of the variable', async () => {
  const { channels } = await collect({ DASHBOARD_TASK_CHANNELS: 'voice,chat' });

  expect(wire.asked('channel-statistics').map(({ params }) => params.TaskChannel)).toEqual(['voice', 'chat']);
  const { realtime, cumulative } = exampleStatistics();
  expect(channels?.map(({ channel }) => channel?.unique_name)).toEqual(['voice', 'chat']);
  expect(channels?.[0]?.channel).toMatchObject({
    realtime: { total_tasks: realtime.total_tasks },
    cumulative: { tasks_created: cumulative.tasks_created },
  });
});

test('leaves out what is no task channel, and says so', async () => {
  wire.answerNext('channel-statistics', failing(400, 20001));
  const { channels, data } = await collect({ DASHBOARD_TASK_CHANNELS: 'vocie,chat' });

  expect(channels?.map(({ channel }) => channel?.unique_name)).toEqual(['chat']);
  expect(data.notices).toEqual([
    {
      code: 'channels-unknown',
      text: 'DASHBOARD_TASK_CHANNELS asks for what is no task channel: vocie. Give unique names, such as voice.',
    },
  ]);
});

test.each([
  ['429 for the list', 'queues', failing(429, 20429), 'Twilio answered 429'],
  ['500 for the list', 'queues', failing(500, 20500), 'Twilio answered 500'],
  ['429 for the statistics', 'queue-statistics', failing(429, 20429), 'Twilio answered 429'],
  ['an error page', 'queue-statistics', { statusCode: 200, body: '<html>' }, 'the answer was not what'],
  ['an object without a list', 'queues', { statusCode: 200, body: {} }, 'the answer was not what'],
] as const)(
  'collects the workspace, and says that queues are old, given %s',
  async (_, asked, answer, cause) => {
    wire.answerNext(asked, answer, 99);
    const { queues, data } = await collect();

    expect(queues).toBeUndefined();
    expect(data.workspace_statistics.realtime.total_tasks).toBe(7);
    expect(data.notices).toEqual([
      {
        code: 'queues-failed',
        text: expect.stringMatching(
          new RegExp(
            `^The statistics of queues are those of an earlier collection\\. .*: ${cause}.*collects again\\.$`,
          ),
        ),
      },
    ]);
  },
);

/** A clock by which so much of the invocation's time is over. */
async function after(milliseconds: number): Promise<TimeBudget> {
  const clock = new FakeClock('2026-11-22T11:42:15Z');
  const time = new TimeBudget(clock);
  await clock.wait(milliseconds);
  return time;
}

test('reads queues and channels in the trailing collection too, as late as it may begin', async () => {
  const time = await after(lastTrailingMs + 200);
  const { queues, channels, data } = await collect({ DASHBOARD_TASK_CHANNELS: 'voice' }, time);

  expect(queues).toHaveLength(3);
  expect(channels).toHaveLength(1);
  expect(data.notices).toBeUndefined();
});

test('says that queues did not come in time, and not that TaskRouter failed, where there was none', async () => {
  const { queues, data } = await collect({}, await after(8_500));

  expect(queues).toBeUndefined();
  expect(data.notices).toEqual([
    {
      code: 'queues-late',
      text: 'The statistics of queues are those of an earlier collection. New ones did not come in time. The next event collects again.',
    },
  ]);
});

test('says nothing of queues and channels that nobody asked for, however little time there is', async () => {
  const { data } = await collect({ DASHBOARD_QUEUES_MAX: '0' }, await after(8_900));

  expect(data.notices).toBeUndefined();
});

test('gives a request for statistics all the time that is left, but for the writing', async () => {
  expect(readingMs(await after(0))).toBeGreaterThan(8_000);
  expect(readingMs(await after(2_500))).toBeGreaterThan(6_000);
  expect(readingMs(await after(9_000))).toBe(1);
});

test('counts the queues that were asked for, also those above the limit', async () => {
  expect(await collect({ DASHBOARD_QUEUES_MAX: '2' })).toMatchObject({ queuesWanted: 3 });
  expect(await collect({ DASHBOARD_QUEUES: 'S*' })).toMatchObject({ queuesWanted: 2 });
});

test('fails when the workspace cannot be read, whatever the queues', async () => {
  wire.answerNext('statistics', failing(404, 20404));

  await expect(collect()).rejects.toMatchObject({ code: 'unknown-workspace' });
});
