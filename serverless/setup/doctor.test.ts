import { readFileSync } from 'node:fs';
import { account, sid } from '../../emulator/account';
import {
  documents,
  EmulatedAccount,
  eventUrl,
  refreshUrl,
  saveUrl,
  type Outcome,
} from './testing/EmulatedAccount';

const othersUrl = 'https://other-app.example.com/events';

let twilio: EmulatedAccount;

beforeAll(async () => {
  twilio = await EmulatedAccount.start();
});
afterAll(() => twilio.stop());
/** Other metrics than those of the default board, laid out by what each says of its section. */
async function putMetrics(definitions: object): Promise<void> {
  await twilio.remove('dashboard-boards');
  await twilio.put(documents.definitions, definitions);
}

beforeEach(async () => {
  await twilio.makeInstalled();
  await twilio.addTask();
});

/** What is wrong, without what to do. */
const wrongs = ({ output }: Outcome): readonly string[] =>
  [...output.matchAll(/^WRONG {2}(.*)$/gm)].map(([, what = '']) => what);

async function ageData(change: (data: Record<string, unknown>) => void = () => undefined): Promise<void> {
  const data = (await twilio.document(documents.data)) as Record<string, unknown>;
  data.collected_at = new Date(Date.now() - 3 * 3_600_000).toISOString();
  change(data);
  await twilio.put(documents.data, data);
}

test('finds nothing wrong with what set-up installs', async () => {
  const outcome = await twilio.doctor();

  expect(wrongs(outcome)).toEqual([]);
  expect(outcome.output).toContain('Nothing is wrong.');
  expect(outcome.output).toContain('The Function takes an event, collects and writes');
  expect(outcome.output).toContain(
    `${refreshUrl} answers browsers, and rejects requests without a Flex token (401)`,
  );
  expect(outcome.exitCode).toBe(0);
});

test('says on a fresh account what is missing, and how to get it', async () => {
  await twilio.makeFresh();
  const outcome = await twilio.doctor();

  expect(outcome.exitCode).toBe(1);
  expect(wrongs(outcome)).toEqual([
    'The Sync document dashboard-data does not exist.',
    'The workspace has no event callback URL, so nothing starts a collection.',
    'Flex Configuration names no DASHBOARD_REFRESH_URL, so dashboards cannot ask for data when theirs is old.',
    'The Sync document dashboard-definitions does not exist.',
  ]);
  expect(outcome.output).toContain('npm run setup -- dev');
});

test('names the documents of queues, how full they are, and judges formulas by what is in them', async () => {
  await putMetrics({
    support: { metric: { label: 'Support', formula: "waiting('Support') + data.queues.length" } },
  });
  const outcome = await twilio.doctor();

  expect(wrongs(outcome)).toEqual([]);
  expect(outcome.output).toMatch(
    /^ok {5}\d+ documents of queues and channels \(dashboard-data-queue-1 \.\.\.\) take at most \d+ of 4096 bytes$/m,
  );
});

test('finds a queue document that nobody reads', async () => {
  await twilio.put('dashboard-data-queue-99', { collection: 1, queue: { sid: 'WQ', friendly_name: 'Old' } });

  expect(wrongs(await twilio.doctor())).toEqual([
    'The Sync document dashboard-data-queue-99 holds a queue or channel that nobody reads.',
  ]);
});

test.each([
  ['its own callback', undefined],
  ["another app's callback", othersUrl],
])('finds nothing wrong with a quiet new account with %s', async (_, url) => {
  await twilio.makeFresh();
  if (url) await twilio.setCallback(url, '');
  await twilio.setup('--yes');
  const outcome = await twilio.doctor();

  expect(wrongs(outcome)).toEqual([]);
  expect(outcome.output).toMatch(/^note {3}Nothing has been collected yet: the first event/m);
  expect(outcome.exitCode).toBe(0);
});

test('writes nothing where set-up has not been, or was undone', async () => {
  await twilio.setup('--yes', '--remove');
  const { output } = await twilio.doctor();

  expect(output).toContain('No event was tried, because the Function would write documents');
  for (const name of ['dashboard-data', 'dashboard-data-lease', 'dashboard-data-queue-1'])
    expect(await twilio.document(name)).toBeUndefined();
});

test.each(['dashboard-data', 'dashboard-data-lease', 'dashboard-data-queue-1'])(
  'finds a %s wrong that another app wrote, and lets nobody overwrite it',
  async (name) => {
    await twilio.put(name, { theirs: 'important' });

    expect(wrongs(await twilio.doctor())).toContain(
      `The Sync document ${name} holds something that this dashboard did not write, and would overwrite.`,
    );
    expect(await twilio.document(name)).toEqual({ theirs: 'important' });
  },
);

test('takes old data for right when TaskRouter still says the same', async () => {
  await ageData();
  const outcome = await twilio.doctor();

  expect(wrongs(outcome)).toEqual([]);
  expect(outcome.output).toContain('3 h old, and still what TaskRouter says');
});

test('finds old data wrong when TaskRouter says something else by now', async () => {
  await ageData((data) => {
    data.workspace_statistics = { realtime: { tasks_by_status: { pending: 99 } }, cumulative: {} };
  });

  expect(wrongs(await twilio.doctor())).toEqual([
    'The data is 3 h old, and TaskRouter says something else by now: events do not arrive.',
  ]);
});

test('takes old data for right where events go to another app, and says when it would not be', async () => {
  await twilio.setCallback(othersUrl, '');
  await ageData((data) => {
    data.workspace_statistics = { realtime: { tasks_by_status: { pending: 99 } }, cumulative: {} };
  });
  const outcome = await twilio.doctor();

  expect(wrongs(outcome)).toEqual([]);
  expect(outcome.output).toContain('right while no dashboard is open, unless the other app forwards');
});

test('finds nothing wrong with the callback of another app that forwards its events', async () => {
  await twilio.setCallback(othersUrl, '');
  const outcome = await twilio.doctor();

  expect(wrongs(outcome)).toEqual([]);
  expect(outcome.output).toContain(
    `another app (${othersUrl}); unless it forwards its events to ${eventUrl}, data is collected only as`,
  );
});

test('finds a filter empty that lets every event through', async () => {
  await twilio.setCallback(eventUrl, '');

  expect(wrongs(await twilio.doctor())).toEqual([expect.stringContaining('EventsFilter is empty')]);
});

test('finds a filter that keeps back what changes numbers', async () => {
  await twilio.setCallback(eventUrl, 'task.created');

  expect(wrongs(await twilio.doctor())).toEqual([
    expect.stringMatching(/^EventsFilter keeps back task\.canceled, task\.completed, /),
  ]);
});

test('finds definitions that tiles would say ERR about, each with its reason', async () => {
  const metric = (formula: string, more: object = {}) => ({ metric: { label: '', formula, ...more } });
  await putMetrics({
    good: metric("activity('Unavailable')"),
    nothing: { label: 'No metric' },
    text: metric('1', { increment: 'yes' }),
    syntax: metric('1 +'),
    activity: metric("activity('Luncheon')"),
    queue: metric("waiting('Suport')"),
    field: metric('data.workspace_statistics.realtime.total_task'),
    format: metric("'n/a'", { format: 'seconds' }),
    style: metric('1', { defaultStyle: 'Alarming' }),
  });
  const outcome = await twilio.doctor();

  expect(outcome.exitCode).toBe(1);
  expect(outcome.output).toContain('1 of 9 metrics are as they should be');
  expect(wrongs(outcome)).toEqual([
    expect.stringMatching(/^Metric "nothing": .*has no "metric" object/),
    expect.stringMatching(/^Metric "text": .*"increment" must be true or false/),
    expect.stringMatching(/^Metric "syntax": /),
    expect.stringMatching(
      /^Metric "activity": The workspace has no activity "Luncheon"\. It has .*"Unavailable"/,
    ),
    expect.stringMatching(/^Metric "queue": The workspace has no queue "Suport"\. It has .*"Support"/),
    expect.stringMatching(/^Metric "field": .*total_task/),
    expect.stringMatching(/^Metric "format": .*seconds/),
    expect.stringMatching(/^Metric "style": There is no style "Alarming"/),
  ]);
});

test('reads all documents of definitions that the board settings name', async () => {
  const metric = (formula: string) => ({ metric: { label: '', formula } });
  await putMetrics({ one: metric('1'), both: metric('1') });
  await twilio.put('definitions-2', { two: metric('1 +'), both: metric('2') });
  await twilio.put('definitions-3', {});
  await twilio.put('dashboard-board', {
    definitionDocuments: ['definitions-2', 'definitions-3', 'definitions-4'],
    reloadAt: '4:00',
  });
  const outcome = await twilio.doctor();

  expect(wrongs(outcome)).toEqual([
    'In the board settings: "reloadAt" must be a time of day from "00:00" to "23:59"; it is "4:00".',
    'The board settings name the definition document definitions-4, which does not exist. Its tiles are not shown.',
    'In the definition document definitions-2, keys are used that a metric of another document has: both. The second metric is not shown.',
    expect.stringMatching(/^Metric "two": /),
  ]);
  expect(outcome.output).toContain('2 of 2 metrics of dashboard-definitions are as they should be');
  expect(outcome.output).toContain('1 of 2 metrics of definitions-2 are as they should be');
  expect(outcome.output).toContain('The document definitions-3 holds no metric');
});

test('checks formulas also before there is any data', async () => {
  await twilio.setCallback('', '');
  await twilio.put(documents.data, {});
  await putMetrics({ broken: { metric: { label: '', formula: 'data.' } } });
  const environment = apiKey;

  expect(wrongs(await twilio.doctor({ environment }))).toContainEqual(
    expect.stringMatching(/^Metric "broken": /),
  );
});

test('names choices of a board that cannot be used, and those that its tiles read and it does not offer', async () => {
  await twilio.put('dashboard-definitions', { open: { metric: { label: 'Open', formula: '1' } } });
  await twilio.put('dashboard-metrics-1', {
    waiting: { metric: { label: 'Waiting', formula: 'waiting(board.queue) > board.limit ? 1 : 0' } },
  });
  await twilio.put('dashboard-boards', { boards: [{ id: 'k3f9x2ab' }] });
  await twilio.put('dashboard-board-k3f9x2ab', {
    documents: ['dashboard-metrics-1'],
    variables: [
      { name: 'queue', type: 'queue' },
      { name: 'a b', type: 'list' },
    ],
    sections: [{ tiles: [{ key: 'w', visual: { kind: 'number', metric: 'waiting' } }] }],
  });
  const outcome = await twilio.doctor();

  expect(wrongs(outcome)).toEqual([
    expect.stringMatching(/^In the board in dashboard-board-k3f9x2ab: In the choices of the board: .*"a b"/),
    'A tile of the board in dashboard-board-k3f9x2ab reads board.limit, and the board offers no such choice.',
  ]);
});

test('lists boards with their sizes, the metrics their tiles lack, and those on no tile', async () => {
  await twilio.put('dashboard-definitions', {
    a: { metric: { label: 'On the board', formula: '1' } },
    b: { metric: { label: 'On no tile', formula: '1' } },
  });
  const old = { id: 'old00001', title: 'Old', deletedAt: '2026-11-01T00:00:00.000Z' };
  await twilio.put('dashboard-boards', { boards: [{ id: 'k3f9x2ab', title: 'Main' }, old] });
  const tiles = ['a', 'gone'].map((metric) => ({ key: metric, visual: { kind: 'number', metric } }));
  await twilio.put('dashboard-board-k3f9x2ab', { sections: [{ title: 'Now', tiles }] });
  const outcome = await twilio.doctor();

  expect(wrongs(outcome)).toEqual([
    'A tile of the board in dashboard-board-k3f9x2ab shows the metric "gone", which does not exist.',
  ]);
  expect(outcome.output).toContain('The board "Main" in dashboard-board-k3f9x2ab has 2 tiles');
  expect(outcome.output).toMatch(/^ok {5}The document dashboard-board-k3f9x2ab takes \d+ of 16384 bytes$/m);
  expect(outcome.output).toContain('Metrics on no board: On no tile');
  expect(outcome.output).toContain('Deleted boards, which the editor can restore for 30 days: Old');
  for (const name of ['dashboard-boards', 'dashboard-board-k3f9x2ab']) await twilio.remove(name);
});

test('finds a board that the list names and that is not there', async () => {
  await twilio.put('dashboard-boards', { boards: [{ id: 'k3f9x2ab' }, { id: 'Sales' }] });
  const outcome = await twilio.doctor();

  expect(wrongs(outcome)).toEqual([
    'The document dashboard-boards lists a board without an "id" of eight characters a-z and 0-9.',
    'The list of boards names the document dashboard-board-k3f9x2ab, which does not exist.',
  ]);
  await twilio.remove('dashboard-boards');
});

test('finds a dashboard without any metric', async () => {
  await putMetrics({});

  expect(wrongs(await twilio.doctor())).toEqual([expect.stringContaining('holds no metric')]);
});

test('finds a document that is nearly full', async () => {
  const formula = `'${'x'.repeat(1900)}'`;
  const long = Array.from({ length: 8 }, (_, index) => [`m${index}`, { metric: { label: '', formula } }]);
  await putMetrics(Object.fromEntries(long) as object);

  expect(wrongs(await twilio.doctor())).toEqual([
    expect.stringMatching(
      /^The Sync document dashboard-definitions is nearly full: 1[56]\d{3} of 16384 bytes/,
    ),
  ]);
});

test('finds a plugin that looks for another document than the Functions write, and asks another Function', async () => {
  await twilio.setCustomData({
    DASHBOARD_DATA_DOCUMENT: 'somewhere-else',
    DASHBOARD_REFRESH_URL: 'https://elsewhere.example.com/refreshDashboard',
  });

  expect(wrongs(await twilio.doctor())).toEqual([
    'Flex Configuration tells the plugin DASHBOARD_DATA_DOCUMENT = "somewhere-else", but the Functions use "dashboard-data".',
    `Flex Configuration tells dashboards to ask "https://elsewhere.example.com/refreshDashboard" when their data is old, not ${refreshUrl}.`,
  ]);
});

test('looks at the Function that saves where the editor is told to use it', async () => {
  const setting = (url: string) =>
    twilio.setCustomData({
      DASHBOARD_DATA_DOCUMENT: documents.data,
      DASHBOARD_DEFINITIONS_DOCUMENT: documents.definitions,
      DASHBOARD_REFRESH_URL: refreshUrl,
      DASHBOARD_SAVE_URL: url,
    });
  await setting(saveUrl);
  const { output } = await twilio.doctor();
  expect(output).toContain(`Flex Configuration tells the editor to save through ${saveUrl}`);
  expect(output).toContain(`${saveUrl} answers browsers, and rejects requests without a Flex token (401)`);

  await setting('https://elsewhere.example.com/saveDefinitions');
  expect(wrongs(await twilio.doctor())).toEqual([
    `Flex Configuration tells the editor to save through "https://elsewhere.example.com/saveDefinitions", not ${saveUrl}.`,
  ]);
});

test('finds a file that was changed and not deployed', async () => {
  twilio.editEnvironment('DASHBOARD_TIMEZONE', 'Australia/Sydney');

  expect(wrongs(await twilio.doctor())).toEqual([
    '.env.development differs from what the Functions were deployed with: DASHBOARD_TIMEZONE.',
  ]);
});

test('finds a line of the file that would be deployed differently from what it says', async () => {
  twilio.editEnvironment('DASHBOARD_TIMEZONE', 'UTC # ours');
  const line =
    1 + readFileSync(twilio.environmentFile, 'utf8').split('\n').indexOf('DASHBOARD_TIMEZONE=UTC # ours');

  expect(wrongs(await twilio.doctor())).toContainEqual(
    expect.stringMatching(new RegExp(`^In \\.env\\.development: Line ${line} would be deployed differently`)),
  );
});

const apiKey = {
  TWILIO_AUTH_TOKEN: '',
  TWILIO_API_KEY: sid('SK', 1),
  TWILIO_API_SECRET: account.authToken,
};

test('works with an API key, and says what it could not try', async () => {
  const outcome = await twilio.doctor({ environment: apiKey });

  expect(outcome.exitCode).toBe(0);
  expect(outcome.output).toContain('With TWILIO_AUTH_TOKEN set, the doctor signs and posts one');
  expect(outcome.output).not.toContain(account.authToken);
});

test('finds a variable that stays deployed though the file does not set it any more', async () => {
  const other = await EmulatedAccount.start({
    DASHBOARD_EDITOR_ROLES: 'agent,supervisor',
    DASHBOARD_TASK_CHANNELS: 'voice',
  });
  await other.makeFresh();
  other.editEnvironment('DASHBOARD_EDITOR_ROLES', '');
  other.editEnvironment('DASHBOARD_TASK_CHANNELS', 'none');
  await other.setup('--yes');
  const outcome = await other.doctor();
  await other.stop();

  expect(wrongs(outcome)).toEqual([
    '.env.development differs from what the Functions were deployed with: DASHBOARD_TASK_CHANNELS.',
    expect.stringMatching(/^DASHBOARD_EDITOR_ROLES=agent,supervisor is still deployed, but/),
  ]);
  expect(outcome.output).toContain('(DASHBOARD_EDITOR_ROLES=supervisor,admin), then npm run deploy:dev');
  expect(outcome.output).toMatch(
    /twilio serverless:env:unset --service-sid ZS\w{32} --environment dev --key DASHBOARD_EDITOR_ROLES/,
  );
});

test('finds variables of the Functions that are not valid', async () => {
  const other = await EmulatedAccount.start({ DASHBOARD_TIMEZONE: 'Mars/Olympus' });
  await other.makeFresh();
  const outcome = await other.doctor();
  await other.stop();

  expect(outcome.exitCode).toBe(1);
  expect(wrongs(outcome)).toEqual([
    expect.stringMatching(/^In the variables of the Functions: DASHBOARD_TIMEZONE is "Mars\/Olympus"/),
  ]);
});

test('answers wrong words and --help in at most three lines', async () => {
  for (const [word, status] of [
    ['staging', 1],
    ['--help', 0],
  ] as const) {
    const { exitCode, output } = await twilio.run('doctor', [word]);

    expect(exitCode).toBe(status);
    expect(output).toContain('npm run doctor -- [dev | uat | prod]');
    expect(output.trim().split('\n').length).toBeLessThanOrEqual(3);
  }
});

test('ends as ever when nobody reads what it says, as behind "| head"', async () => {
  const outcome = await twilio.run('doctor', [], { stopsReading: true });

  expect(outcome).toEqual({ exitCode: 0, output: expect.not.stringContaining('EPIPE') });
});

test('nothing in this file asked for anything that is not emulated', () => {
  expect(twilio.unexpected()).toEqual([]);
});
