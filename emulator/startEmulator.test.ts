import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import twilio from 'twilio';
import { missingEvents } from '../serverless/src/eventsFilter';
import { account } from './account';
import { startEmulator, type Emulator, type EmulatorOptions } from './startEmulator';
import { RewritingClient } from './taskrouter/testing/restServer';

jest.setTimeout(60_000);

let folder: string;
let emulator: Emulator | undefined;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'functions-'));
  mkdirSync(path.join(folder, 'functions'));
  writeFileSync(
    path.join(folder, 'functions', 'dashboardStats.protected.js'),
    `exports.handler = (context, event, callback) => callback(null, context.COLOUR);`,
  );
});
afterEach(async () => {
  await emulator?.stop();
  emulator = undefined;
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(options: Partial<EmulatorOptions> = {}): Promise<twilio.Twilio> {
  emulator = await startEmulator({
    port: 0,
    scenario: 'still',
    flexBundle: '',
    pluginBundle: '',
    functionsFolder: path.join(folder, 'functions'),
    serverlessFolder: path.resolve(__dirname, '../serverless'),
    environment: { COLOUR: 'blue' },
    ...options,
  });
  const httpClient = new RewritingClient(emulator.origin.replace('localhost', '127.0.0.1'));
  return twilio(account.accountSid, account.authToken, { httpClient });
}

const workspace = (client: twilio.Twilio) => client.taskrouter.v1.workspaces(account.workspaceSid).fetch();

describe('the installed account', () => {
  test('has the Functions in its development environment, with their variables', async () => {
    const client = await start();
    const { services } = client.serverless.v1;
    const [ours, plugins] = await services.list();
    const [environment, ...others] = await services(ours?.sid ?? '').environments.list();

    expect([ours?.uniqueName, plugins?.uniqueName]).toEqual(['realtime-dashboard-serverless', 'default']);
    expect(others).toEqual([]);
    expect(environment).toMatchObject({
      domainSuffix: 'dev',
      domainName: 'realtime-dashboard-serverless-1234-dev.twil.io',
    });
    const { variables } = services(ours?.sid ?? '').environments(environment?.sid ?? '');
    expect((await variables.list()).map(({ key, value }) => [key, value])).toEqual([
      ['TWILIO_WORKSPACE_SID', account.workspaceSid],
      ['COLOUR', 'blue'],
    ]);
  });

  test('sends the Functions the events that set-up asks for', async () => {
    const client = await start();
    const { eventCallbackUrl, eventsFilter } = await workspace(client);

    expect(eventCallbackUrl).toBe('https://realtime-dashboard-serverless-1234-dev.twil.io/dashboardStats');
    expect(missingEvents(eventsFilter)).toEqual([]);
    await fetch(`${emulator?.origin.replace('localhost', '127.0.0.1')}/emulator/settled`, { method: 'POST' });
    const posts = emulator?.journal.entries({ hop: 'event-post' }).map(({ details }) => details);
    expect(posts).toContainEqual(expect.objectContaining({ phase: 'answered', status: 200 }));
    expect(emulator?.journal.entries({ hop: 'unexpected' })).toEqual([]);
  });

  test('leaves its port free when it cannot start', async () => {
    // Any port that was free a moment ago.
    await start();
    const port = Number(new URL(emulator?.origin ?? '').port);
    await emulator?.stop();

    await expect(start({ functionsFolder: '/nowhere', port })).rejects.toThrow('/nowhere');
    await start({ port });
    expect(emulator?.origin).toContain(String(port));
  });
});

describe('a fresh account', () => {
  test('has never heard of the dashboard', async () => {
    const client = await start({ account: 'fresh' });

    expect(await client.serverless.v1.services.list()).toEqual([]);
    expect(await workspace(client)).toMatchObject({ eventCallbackUrl: '', eventsFilter: '' });
    expect(await client.sync.v1.services('default').documents.list()).toEqual([]);
    const { uiAttributes } = await client.flexApi.v1.configuration().fetch();
    expect(uiAttributes).not.toHaveProperty('custom_data');
    expect(await client.flexApi.v1.pluginReleases.list()).toEqual([]);
  });
});
