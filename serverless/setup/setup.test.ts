import { statSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { account, sid } from '../../emulator/account';
import { wantedEvents } from './eventsFilter';
import { documents, EmulatedAccount, eventUrl, refreshUrl, saveUrl } from './testing/EmulatedAccount';

const othersUrl = 'https://other-app.example.com/events';
const ours = { url: eventUrl, filter: wantedEvents.join(',') };
const defaultDefinitions = JSON.parse(
  readFileSync(path.join(__dirname, '../../default_stats.json'), 'utf8'),
) as object;
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
  await twilio.setup('--yes');

  expect(await twilio.uiAttributes()).toEqual({
    version_compatibility: 'yes',
    custom_data: { ...others, ...settings },
  });
});

test('brings data with the next event', async () => {
  await twilio.setup('--yes');
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
  await twilio.setup('--yes');
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

test('overwrites nothing that somebody saves while the question is open', async () => {
  await twilio.put(documents.definitions, ownDefinitions);
  const justSaved = { saved: ownDefinitions.mine };
  const { exitCode, output } = await twilio.run(
    'setup',
    ['--replace-definitions', '--backups', twilio.backups],
    { answer: 'y\n', meanwhile: () => twilio.put(documents.definitions, justSaved) },
  );

  expect(exitCode).toBe(1);
  expect(output).toMatch(/Step 2 of 4: .*Twilio answered 412.*Run the command again/);
  expect(await twilio.document(documents.definitions)).toEqual(justSaved);
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
  await twilio.setup('--yes');
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

test("removes what the collector named after its document, and nobody else's", async () => {
  await twilio.setup('--yes');
  await twilio.put('dashboard-data-lease', { by: 'somebody' });
  await twilio.put('dashboard-database', { of: 'another app' });
  await twilio.setup('--yes', '--remove');

  expect(await twilio.document('dashboard-data-lease')).toBeUndefined();
  expect(await twilio.document('dashboard-database')).toEqual({ of: 'another app' });
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
  await twilio.setup('--yes');
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
      documents: { [documents.data]: null, [documents.definitions]: null },
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

test.each([[['staging']], [['dev', 'uat']], [['--force']], [['--remove', '--replace-callback']]])(
  'answers %j with how to call it',
  async (words) => {
    const { exitCode, output } = await twilio.setup(...words);

    expect(exitCode).toBe(1);
    expect(output).toContain('npm run setup -- [dev | uat | prod]');
  },
);

test('nothing in this file asked for anything that is not emulated', () => {
  expect(twilio.unexpected()).toEqual([]);
});

const planOf = (output: string): string => /The plan:\n([^]*?)\n\n/.exec(output)?.[1] ?? '';
