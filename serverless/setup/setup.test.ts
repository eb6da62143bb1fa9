import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { standardActivities } from '../../emulator/taskrouter/Population';
import { defaultBoard } from '../../src/model/board/defaultBoard';
import { metricsForAccount } from './metricsForAccount';
import { account, sid } from '../../emulator/account';
import { wantedEvents } from '../src/eventsFilter';
import { documents, EmulatedAccount, eventUrl, refreshUrl, saveUrl } from './testing/EmulatedAccount';

const othersUrl = 'https://other-app.example.com/events';
const ours = { url: eventUrl, filter: wantedEvents.join(',') };
const defaultDefinitions = metricsForAccount(
  JSON.parse(readFileSync(path.join(__dirname, '../../default_stats.json'), 'utf8')) as Record<
    string,
    unknown
  >,
  standardActivities,
);
const ownDefinitions = { mine: { metric: { label: 'Mine', formula: '1' } } };
const settings = {
  DASHBOARD_DATA_DOCUMENT: documents.data,
  DASHBOARD_DEFINITIONS_DOCUMENT: documents.definitions,
  DASHBOARD_REFRESH_URL: refreshUrl,
};
/** What another app keeps in Flex Configuration. */
const others = { OTHER_APP: { colour: 'blue' }, EMPTY: null };

let twilio: EmulatedAccount;

beforeAll(async () => {
  twilio = await EmulatedAccount.start();
});
afterAll(() => twilio.stop());
beforeEach(() => twilio.makeFresh());

test('installs everything on a fresh account', async () => {
  const { exitCode, output } = await twilio.setup('--yes');

  expect(exitCode).toBe(0);
  expect(output).toContain('npm run doctor -- dev');
  expect(await twilio.callback()).toEqual(ours);
  expect(await twilio.document(documents.definitions)).toEqual(defaultDefinitions);
  expect(await twilio.document(documents.data)).toBeDefined();
});

test('keeps everything in Flex Configuration that is not its own', async () => {
  await twilio.makeInstalled();

  expect(await twilio.uiAttributes()).toEqual({
    version_compatibility: 'yes',
    custom_data: { ...others, ...settings },
  });
});

test('brings data with the next event', async () => {
  await twilio.makeInstalled();
  await twilio.addTask();

  expect(await twilio.document(documents.data)).toMatchObject({
    workspace_statistics: { realtime: { tasks_by_status: { pending: expect.any(Number) } } },
  });
});

test('changes nothing in a dry run, and shows the same plan', async () => {
  const before = await twilio.everything();
  const dry = await twilio.setup('--dry-run');

  expect(await twilio.everything()).toEqual(before);
  expect(dry.exitCode).toBe(0);
  expect(() => twilio.readBackups()).toThrow('ENOENT');
  expect(planOf((await twilio.setup('--yes')).output)).toBe(planOf(dry.output));
});

test.each([
  ['no', 'n\n'],
  ['nothing', '\n'],
  ['the end of the input', ''],
])('changes nothing given %s for an answer', async (_, answer) => {
  const before = await twilio.everything();
  const { exitCode, output } = await twilio.run('setup', [], { answer });

  expect(exitCode).toBe(1);
  expect(output).toContain('Do this? [y/N]');
  expect(output).toContain('Nothing was changed.');
  expect(await twilio.everything()).toEqual(before);
});

test('does it given yes for an answer', async () => {
  const { exitCode } = await twilio.run('setup', ['--backups', twilio.backups], { answer: 'y\n' });

  expect(exitCode).toBe(0);
  expect(await twilio.callback()).toEqual(ours);
});

test('finds nothing to do the second time', async () => {
  await twilio.setup('--yes');
  const before = await twilio.everything();
  const { exitCode, output } = await twilio.setup();

  expect(exitCode).toBe(0);
  expect(output).toContain('There is nothing to do.');
  expect(await twilio.everything()).toEqual(before);
  expect(twilio.readBackups()).toHaveLength(1);
});

test('adds only what somebody took away since', async () => {
  await twilio.makeInstalled();
  await twilio.remove(documents.definitions);

  expect(planOf((await twilio.setup('--yes')).output)).toMatch(
    /^1\. Create the Sync document dashboard-definitions \(\d+ entries, \d+ bytes\)$/,
  );
  expect(await twilio.document(documents.definitions)).toEqual(defaultDefinitions);
});

test('leaves definitions that are there, unless told to replace them', async () => {
  await twilio.put(documents.definitions, ownDefinitions);

  await twilio.setup('--yes');
  expect(await twilio.document(documents.definitions)).toEqual(ownDefinitions);

  await twilio.setup('--yes', '--replace-definitions');
  expect(await twilio.document(documents.definitions)).toEqual(defaultDefinitions);
  expect(twilio.readBackups().at(-1)).toMatchObject({
    command: 'setup',
    documents: { [documents.definitions]: ownDefinitions },
  });
});

describe('what happens while the question is open', () => {
  const answeredAfter = (meanwhile: () => Promise<void>, ...words: readonly string[]) =>
    twilio.run('setup', [...words, '--backups', twilio.backups], { answer: 'y\n', meanwhile });

  test('keeps definitions that somebody saves', async () => {
    await twilio.put(documents.definitions, ownDefinitions);
    const justSaved = { saved: ownDefinitions.mine };
    const { exitCode, output } = await answeredAfter(
      () => twilio.put(documents.definitions, justSaved),
      '--replace-definitions',
    );

    expect(exitCode).toBe(1);
    expect(output).toMatch(
      /Step 2 of 6 was not done\. Meanwhile somebody changed the Sync document dashboard-definitions\..*Run the command again/,
    );
    expect(await twilio.document(documents.definitions)).toEqual(justSaved);
  });

  test('keeps a document that somebody creates', async () => {
    const { exitCode, output } = await answeredAfter(() => twilio.put(documents.definitions, ownDefinitions));

    expect(exitCode).toBe(1);
    expect(output).toContain('Meanwhile somebody created the Sync document dashboard-definitions.');
    expect(await twilio.document(documents.definitions)).toEqual(ownDefinitions);
  });

  test.each<[string, string, readonly [string, string]]>([
    ['a callback', '', [othersUrl, 'task.created']],
    ['another filter of its callback', othersUrl, [othersUrl, 'task.created,task.canceled']],
    ['another callback in place of its own', othersUrl, ['https://third.example.com/', '']],
  ])('keeps %s that another app sets, also in what removal restores', async (_, before, after) => {
    await twilio.setCallback(before, '');
    const now = { url: after[0], filter: after[1] };
    const { exitCode, output } = await answeredAfter(
      () => twilio.setCallback(...after),
      '--replace-callback',
    );

    expect(exitCode).toBe(1);
    expect(output).toContain(`Meanwhile somebody changed the workspace's event callback (now: ${now.url}`);
    expect(await twilio.callback()).toEqual(now);

    await twilio.setup('--yes', '--replace-callback');
    expect(await twilio.callback()).toEqual(ours);
    await twilio.setup('--yes', '--remove');
    expect(await twilio.callback()).toEqual(now);
  });

  test('keeps settings of Flex Configuration that somebody enters, whosever they are', async () => {
    const theirs = { ...others, DASHBOARD_REFRESH_URL: 'https://proxy.example.com/refresh' };
    const { exitCode, output } = await answeredAfter(() => twilio.setCustomData(theirs));

    expect(exitCode).toBe(1);
    expect(output).toContain(
      'changed DASHBOARD_REFRESH_URL in custom_data of Flex Configuration (now: "https://proxy',
    );
    expect(await twilio.uiAttributes()).toHaveProperty('custom_data', theirs);
  });

  test('goes on when another app changes settings of its own', async () => {
    const theirs = { OTHER_APP: { colour: 'red' }, THIRD_APP: 3 };
    const { exitCode } = await answeredAfter(() => twilio.setCustomData(theirs));

    expect(exitCode).toBe(0);
    expect(await twilio.uiAttributes()).toHaveProperty('custom_data', { ...theirs, ...settings });
  });

  test('keeps the environment file that somebody edits', async () => {
    twilio.editEnvironment('TWILIO_WORKSPACE_SID', '');
    const { exitCode, output } = await answeredAfter(async () =>
      twilio.editEnvironment('DASHBOARD_TIMEZONE', 'Australia/Sydney'),
    );

    expect(exitCode).toBe(1);
    expect(output).toContain('Meanwhile somebody changed .env.development.');
    expect(readFileSync(twilio.environmentFile, 'utf8')).toMatch(/^DASHBOARD_TIMEZONE=Australia\/Sydney$/m);
  });

  test('is in the backup when the collector writes what is about to be removed', async () => {
    await twilio.makeInstalled();
    const collected = { collected_at: '2026-11-28T10:00:00.000Z', workspace_statistics: { realtime: {} } };
    const { exitCode } = await answeredAfter(() => twilio.put(documents.data, collected), '--remove');

    expect(exitCode).toBe(0);
    expect(await twilio.document(documents.data)).toBeUndefined();
    expect(twilio.readBackups().at(-1)).toMatchObject({ documents: { [documents.data]: collected } });
  });

  test('keeps from being removed what another app writes', async () => {
    await twilio.makeInstalled();
    const { exitCode } = await answeredAfter(
      () => twilio.put(documents.data, { theirs: 'important' }),
      '--remove',
    );

    expect(exitCode).toBe(1);
    expect(await twilio.document(documents.data)).toEqual({ theirs: 'important' });
  });
});

describe('documents and settings of other apps', () => {
  test.each([
    ['dashboard-data', 'DASHBOARD_DATA_DOCUMENT'],
    ['dashboard-data-lease', 'DASHBOARD_DATA_DOCUMENT'],
    ['dashboard-data-queue-1', 'DASHBOARD_DATA_DOCUMENT'],
    ['dashboard-data-channel-7', 'DASHBOARD_DATA_DOCUMENT'],
    ['dashboard-definitions', 'DASHBOARD_DEFINITIONS_DOCUMENT'],
    ['dashboard-board', 'DASHBOARD_BOARD_DOCUMENT'],
  ])('a %s that is not ours stops set-up, and removal leaves it', async (name, variable) => {
    await twilio.put(name, { theirs: 'important' });
    const before = await twilio.everything();
    const { exitCode, output } = await twilio.setup('--yes', '--replace-definitions');

    expect(exitCode).toBe(1);
    expect(output).toContain(`The Sync document ${name} holds something that this dashboard did not write`);
    expect(output).toContain(`Choose another name with ${variable} in .env.development`);
    expect(await twilio.everything()).toEqual(before);
    await twilio.setup('--yes', '--remove');
    expect(await twilio.document(name)).toEqual({ theirs: 'important' });
  });

  test.each([
    ['a list', [1, 2]],
    ['a text', 'theirs'],
  ])('custom_data that is %s stops set-up', async (_, customData) => {
    await twilio.setCustomData(customData);
    const { exitCode, output } = await twilio.setup('--yes');

    expect(exitCode).toBe(1);
    expect(output).toContain(
      `ui_attributes.custom_data of Flex Configuration is ${JSON.stringify(customData)}`,
    );
    expect(await twilio.uiAttributes()).toHaveProperty('custom_data', customData);
  });

  test('stay when removal meets names that only begin like ours', async () => {
    await twilio.makeInstalled();
    await twilio.addTask();
    const theirs = [
      'dashboard-data-archive',
      'dashboard-data-warehouse-config',
      'dashboard-data-queue-1-old',
    ];
    for (const name of theirs) await twilio.put(name, { of: 'another app' });
    const { output } = await twilio.setup('--yes', '--remove');

    for (const name of theirs) {
      expect(await twilio.document(name)).toEqual({ of: 'another app' });
      expect(output).not.toContain(name);
    }
    for (const name of ['dashboard-data', 'dashboard-data-lease', 'dashboard-data-queue-1'])
      expect(await twilio.document(name)).toBeUndefined();
  });
});

test("installs beside another app's callback, and says what that means", async () => {
  await twilio.setCallback(othersUrl, 'task.created');
  const { exitCode, output } = await twilio.setup('--yes');

  expect(exitCode).toBe(0);
  expect(output).toContain(`belongs to another app: ${othersUrl}`);
  expect(output).toContain('docs/deploying.md shows how to forward them');
  expect(await twilio.callback()).toEqual({ url: othersUrl, filter: 'task.created' });
  expect(await twilio.document(documents.data)).toEqual({});
  expect(await twilio.document(documents.definitions)).toEqual(defaultDefinitions);
});

test("takes another app's callback away when told to, and removal gives it back", async () => {
  await twilio.setCallback(othersUrl, 'task.created');
  await twilio.setup('--yes', '--replace-callback');
  expect(await twilio.callback()).toEqual(ours);

  await twilio.setup('--yes', '--remove');
  expect(await twilio.callback()).toEqual({ url: othersUrl, filter: 'task.created' });
});

test('keeps events that somebody let through besides, and connection overrides', async () => {
  await twilio.setCallback(`${eventUrl}#rc=2`, 'task.created,worker.attributes.update');
  await twilio.setup('--yes');

  expect(await twilio.callback()).toEqual({
    url: `${eventUrl}#rc=2`,
    filter: `${ours.filter},worker.attributes.update`,
  });
});

test('tells the plugin where to ask for data as soon as the Functions are deployed, and nowhere before', async () => {
  const file = readFileSync(twilio.environmentFile, 'utf8');
  await twilio.setupIn('uat', file, '--yes');
  expect(await twilio.uiAttributes()).not.toHaveProperty('custom_data.DASHBOARD_REFRESH_URL');

  await twilio.setup('--yes');
  expect(await twilio.uiAttributes()).toHaveProperty('custom_data.DASHBOARD_REFRESH_URL', refreshUrl);
});

test('tells the editor to save through the Function only when asked to, and forgets it by removal', async () => {
  await twilio.makeInstalled();
  expect(await twilio.uiAttributes()).not.toHaveProperty('custom_data.DASHBOARD_SAVE_URL');

  await twilio.setup('--yes', '--save-through-function');
  expect(await twilio.uiAttributes()).toHaveProperty('custom_data.DASHBOARD_SAVE_URL', saveUrl);
  await twilio.setup('--yes');
  expect(await twilio.uiAttributes()).toHaveProperty('custom_data.DASHBOARD_SAVE_URL', saveUrl);

  await twilio.setup('--yes', '--remove');
  expect(await twilio.uiAttributes()).not.toHaveProperty('custom_data.DASHBOARD_SAVE_URL');
});

test('shows the editor to whom the Function lets save, where it saves through the Function', async () => {
  const roles = 'custom_data.DASHBOARD_EDITOR_ROLES';
  await twilio.setup('--yes');
  expect(await twilio.uiAttributes()).not.toHaveProperty(roles);
  await twilio.setup('--yes', '--save-through-function');
  expect(await twilio.uiAttributes()).toHaveProperty(roles, 'supervisor, admin');

  twilio.editEnvironment('DASHBOARD_EDITOR_ROLES', 'lead,admin');
  await twilio.setup('--yes', '--save-through-function');
  expect(await twilio.uiAttributes()).toHaveProperty(roles, 'lead, admin');
  await twilio.setup('--yes', '--remove');
  expect(await twilio.uiAttributes()).not.toHaveProperty(roles);
});

test('removal gives back an address for refreshing that somebody had entered before', async () => {
  await twilio.setCustomData({ ...others, DASHBOARD_REFRESH_URL: 'https://proxy.example.com/refresh' });
  await twilio.setup('--yes');
  expect(await twilio.uiAttributes()).toHaveProperty('custom_data.DASHBOARD_REFRESH_URL', refreshUrl);

  await twilio.setup('--yes', '--remove');
  expect(await twilio.uiAttributes()).toHaveProperty('custom_data', {
    ...others,
    DASHBOARD_REFRESH_URL: 'https://proxy.example.com/refresh',
  });
});

test('removes all that it made, and puts back what was there', async () => {
  const before = await twilio.everything();
  await twilio.setup('--yes');
  const { exitCode } = await twilio.setup('--yes', '--remove');

  expect(exitCode).toBe(0);
  expect(await twilio.everything()).toEqual(before);
});

test('removal leaves definitions whose name begins like that of the data', async () => {
  twilio.editEnvironment('DASHBOARD_DEFINITIONS_DOCUMENT', 'dashboard-data-metrics');
  await twilio.put('dashboard-data-metrics', ownDefinitions);
  await twilio.setup('--yes');
  await twilio.setup('--yes', '--remove');

  expect(await twilio.document('dashboard-data-metrics')).toEqual(ownDefinitions);
});

test('puts back the first definitions that it replaced, and keeps the last', async () => {
  await twilio.put(documents.definitions, ownDefinitions);
  await twilio.setup('--yes', '--replace-definitions');
  const edited = { edited: ownDefinitions.mine };
  await twilio.put(documents.definitions, edited);
  await twilio.setup('--yes', '--remove');

  expect(await twilio.document(documents.definitions)).toEqual(ownDefinitions);
  expect(twilio.readBackups().at(-1)).toMatchObject({
    command: 'remove',
    documents: { [documents.definitions]: edited },
  });
});

test('removal without backups leaves the definitions, and says so', async () => {
  await twilio.makeInstalled();
  const { output } = await twilio.run('setup', [
    '--yes',
    '--remove',
    '--backups',
    path.join(twilio.folder, 'none'),
  ]);

  expect(output).toContain('so it stays');
  expect(await twilio.document(documents.definitions)).toEqual(defaultDefinitions);
  expect(await twilio.callback()).toEqual({ url: '', filter: '' });
});

test('removal leaves the versions of the editor, and says which documents to delete', async () => {
  await twilio.makeInstalled();
  const copy = { greeting: { metric: { formula: '1' } } };
  await twilio.put('dashboard-definitions-versions', {
    versions: [
      { id: 'b2', saved_at: '2026-11-28T10:00:00Z', copies: { 'dashboard-definitions': 'b2' } },
      { id: 'a1', saved_at: '2026-11-27T10:00:00Z', copies: { 'dashboard-board': 'a1' } },
      'not a version',
    ],
  });
  await twilio.put('dashboard-definitions-version-b2', copy);
  await twilio.put('dashboard-board-k3f9x2ab', { sections: [] });
  await twilio.put('dashboard-board-k3f9x2ab-versions', {
    versions: [{ id: 'c3', saved_at: '2026-11-28T11:00:00Z', copies: { 'dashboard-board-k3f9x2ab': 'c3' } }],
  });
  const { exitCode, output } = await twilio.setup('--yes', '--remove');

  expect(exitCode).toBe(0);
  expect(output).toContain(
    'If nobody needs them, delete these documents in Console > Sync:\n' +
      '  dashboard-definitions-versions\n' +
      '  dashboard-definitions-version-b2\n' +
      '  dashboard-board-version-a1\n' +
      '  dashboard-board-k3f9x2ab-versions\n' +
      '  dashboard-board-k3f9x2ab-version-c3\n',
  );
  expect(await twilio.document('dashboard-definitions-version-b2')).toEqual(copy);
});

test('removes no board that people made, and says so', async () => {
  await twilio.setup('--yes');
  const own = 'dashboard-board-k3f9x2ab';
  await twilio.put(own, { sections: [] });
  const { output } = await twilio.setup('--yes', '--remove');

  expect(await twilio.document(own)).toEqual({ sections: [] });
  expect(output).toContain(`do not show that set-up created the document ${own}, so it stays.`);
  for (const name of ['dashboard-boards', 'dashboard-board-board001'])
    expect(await twilio.document(name)).toBeUndefined();
});

describe('the default board', () => {
  const list = { boards: [{ id: 'board001' }] };

  test('is that of a new installation', async () => {
    await twilio.makeInstalled();
    expect(await twilio.document('dashboard-board-board001')).toEqual(defaultBoard);
    expect(await twilio.document('dashboard-boards')).toEqual(list);
  });

  test('takes the place of no board that is there', async () => {
    await twilio.put(documents.definitions, ownDefinitions);
    await twilio.setup('--yes');
    expect(await twilio.document('dashboard-boards')).toBeUndefined();
  });

  test('comes with its metrics when those are to be replaced, and removal gives back what was there', async () => {
    const own = { sections: [{ title: 'Mine', tiles: [] }] };
    await twilio.put(documents.definitions, ownDefinitions);
    await twilio.put('dashboard-boards', { boards: [{ id: 'k3f9x2ab' }] });
    await twilio.put('dashboard-board-k3f9x2ab', own);
    await twilio.setup('--yes', '--replace-definitions');
    expect(await twilio.document('dashboard-board-k3f9x2ab')).toEqual(defaultBoard);
    expect(await twilio.document('dashboard-boards')).toEqual({ boards: [{ id: 'k3f9x2ab' }] });

    await twilio.setup('--yes', '--remove');
    expect(await twilio.document('dashboard-board-k3f9x2ab')).toEqual(own);
  });
});

test('removes nothing where nothing was installed', async () => {
  await twilio.setCallback(othersUrl, '');
  const before = await twilio.everything();
  const { exitCode, output } = await twilio.setup('--yes', '--remove');

  expect(exitCode).toBe(0);
  expect(output).toContain('There is nothing to do.');
  expect(await twilio.everything()).toEqual(before);
});

test('keeps a backup that only its owner may read', async () => {
  await twilio.setup('--yes');
  const [file = ''] = readdirSync(twilio.backups);

  expect(statSync(path.join(twilio.backups, file)).mode & 0o777).toBe(0o600);
  expect(twilio.readBackups()).toEqual([
    {
      version: 1,
      account_sid: account.accountSid,
      taken_at: expect.any(String),
      command: 'setup',
      event_callback: { url: '', filter: '' },
      custom_data: {
        DASHBOARD_DATA_DOCUMENT: null,
        DASHBOARD_DEFINITIONS_DOCUMENT: null,
        DASHBOARD_REFRESH_URL: null,
      },
      documents: {
        [documents.data]: null,
        [documents.definitions]: null,
        'dashboard-board-board001': null,
        'dashboard-boards': null,
      },
    },
  ]);
});

test('writes the workspace into the file where it is left out', async () => {
  twilio.editEnvironment('TWILIO_WORKSPACE_SID', '');
  const { output } = await twilio.setup('--yes');

  expect(output).toContain(`Write TWILIO_WORKSPACE_SID=${account.workspaceSid} into .env.development`);
  expect(readFileSync(twilio.environmentFile, 'utf8')).toMatch(
    new RegExp(`^TWILIO_WORKSPACE_SID=${account.workspaceSid}$`, 'm'),
  );
});

test.each([
  ['DASHBOARD_TIMEZONE', 'Mars/Olympus', 'an IANA time zone'],
  ['DASHBOARD_DAY_START', '25:00', 'a time of day'],
  ['DASHBOARD_WAIT_SPLITS', '20;60', 'whole seconds'],
  ['TWILIO_WORKSPACE_SID', sid('WS', 99), 'Correct it'],
])('refuses %s=%s before anything is changed, and says what it wants', async (variable, value, wanted) => {
  twilio.editEnvironment(variable, value);
  const before = await twilio.everything();
  const { exitCode, output } = await twilio.setup('--yes');

  expect(exitCode).toBe(1);
  expect(output).toMatch(new RegExp(`In \\.env\\.development: ${variable} is .*${value}.*${wanted}`));
  expect(await twilio.everything()).toEqual(before);
});

test('installs all but the callback where the Functions are not deployed', async () => {
  const file = readFileSync(twilio.environmentFile, 'utf8');
  const { exitCode, output } = await twilio.setupIn('uat', file, '--yes');

  expect(exitCode).toBe(0);
  expect(output).toContain('Run npm run deploy:uat, and this command again.');
  expect(await twilio.callback()).toEqual({ url: '', filter: '' });
});

test.each<[string, Record<string, string>, string]>([
  ['no account', { TWILIO_ACCOUNT_SID: '' }, 'TWILIO_ACCOUNT_SID is missing'],
  ['no credentials', { TWILIO_AUTH_TOKEN: '' }, 'Credentials are missing'],
  ['a wrong token', { TWILIO_AUTH_TOKEN: 'wrong-token-of-somebody' }, 'Twilio answered 401'],
])('stops given %s, and prints no credential', async (_, environment, message) => {
  const { exitCode, output } = await twilio.run('setup', ['--yes'], { environment });

  expect(exitCode).toBe(1);
  expect(output).toContain(message);
  expect(output).not.toMatch(/wrong-token-of-somebody|emulated-auth-token/);
});

test('works with an API key, and prints no credential', async () => {
  const environment = {
    TWILIO_AUTH_TOKEN: '',
    TWILIO_API_KEY: sid('SK', 1),
    TWILIO_API_SECRET: account.authToken,
  };
  const { exitCode, output } = await twilio.run('setup', ['--yes', '--backups', twilio.backups], {
    environment,
  });

  expect(exitCode).toBe(0);
  expect(output).not.toContain(account.authToken);
  expect(output).not.toContain(sid('SK', 1));
  expect(await twilio.callback()).toEqual(ours);
});

test.each([
  ['staging', 1],
  ['--force', 1],
  ['--help', 0],
])('answers %s with how to call it, in at most three lines', async (word, status) => {
  const { exitCode, output } = await twilio.setup(word);

  expect(exitCode).toBe(status);
  expect(output).toContain('npm run setup -- [dev | uat | prod]');
  expect(output.trim().split('\n').length).toBeLessThanOrEqual(3);
});

test('does nothing for real when npm keeps the options, as without "--" and in PowerShell', () => {
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'setup', 'prod', '--remove', '--dry-run'], {
    cwd: path.join(__dirname, '..'),
    encoding: 'utf8',
  });

  expect(status).toBe(1);
  expect(stderr).toContain('npm run setup -- prod --dry-run --remove');
});

test('nothing in this file asked for anything that is not emulated', () => {
  expect(twilio.unexpected()).toEqual([]);
});

const planOf = (output: string): string => /The plan:\n([^]*?)\n\n/.exec(output)?.[1] ?? '';
