import { readFileSync } from 'node:fs';
import path from 'node:path';
import { account } from '../../emulator/account';
import packageJson from '../../package.json';
import { DeployWorld } from './testing/DeployWorld';
import { normaliseTranscript } from './testing/normaliseTranscript';
import { releasedPlugins, releaseOtherPlugin } from './testing/otherPlugin';

// The CLI builds the plugin, on a busy machine for minutes.
jest.setTimeout(900_000);

const ours = `${packageJson.name}@${packageJson.version}`;
const page = readFileSync(path.join(__dirname, '../../docs/deploying.md'), 'utf8');
const serverless = 'serverless.twilio.com/v1/Services';

let world: DeployWorld;
beforeAll(async () => {
  world = await DeployWorld.start();
  world.copyEnvironmentFile();
});
afterAll(() => world.stop());

/** Address of the Functions' environment. */
async function environmentOfFunctions(): Promise<string> {
  const { services } = (await world.ask('GET', serverless)) as {
    services: readonly { sid: string; unique_name: string }[];
  };
  const service = `${serverless}/${services.find(({ unique_name }) => unique_name.startsWith('realtime'))?.sid}`;
  const { environments } = (await world.ask('GET', `${service}/Environments`)) as {
    environments: readonly { sid: string }[];
  };
  return `${service}/Environments/${environments[0]?.sid}`;
}

/** The variables of production, as Twilio has them. */
async function variables(): Promise<Readonly<Record<string, string>>> {
  const { variables: found } = (await world.ask('GET', `${await environmentOfFunctions()}/Variables`)) as {
    variables: readonly { key: string; value: string }[];
  };
  return Object.fromEntries(found.map(({ key, value }) => [key, value]));
}

// One story: each test goes on from where the one before left the account.
describe('npm run deploy', () => {
  it('says what to do without an environment file, and with a wrong secret', async () => {
    const noFile = await world.deploy(['uat', '--yes']);
    expect(noFile).toMatchObject({ exitCode: 1 });
    expect(noFile.output).toContain('cp serverless/.env.example serverless/.env.uat');

    const wrongSecret = await world.deploy(['prod', '--yes'], {
      environment: { TWILIO_AUTH_TOKEN: 'wrong' },
    });
    expect(wrongSecret).toMatchObject({ exitCode: 1 });
    expect(wrongSecret.output).toContain('Check TWILIO_ACCOUNT_SID and its key or token');
  });

  it('changes nothing on a dry run, and when the answer is no', async () => {
    const dry = await world.deploy(['prod', '--dry-run']);
    expect(dry).toMatchObject({ exitCode: 0 });
    expect(dry.output).toMatch(/A dry run: nothing was changed\.\n$/);
    const declined = await world.deploy(['prod', 'functions'], { answer: 'n\n' });
    expect(declined).toMatchObject({ exitCode: 1 });
    expect(declined.output).toMatch(/Nothing was changed\. \(--yes does it without asking\.\)\n$/);
    expect((await world.ask('GET', serverless)).services).toEqual([]);
    expect(world.read('serverless/.env.production')).toMatch(/^TWILIO_WORKSPACE_SID=$/m);
  });

  it("installs everything beside another team's plugin, as docs/deploying.md shows", async () => {
    const other = await releaseOtherPlugin(world);
    const before = world.read('package.json');
    let hasHappened = false;
    const installed = await world.deploy(['prod'], {
      answer: 'y\n',
      // As in any contact centre, a task comes while the plugin is built; the doctor then finds data.
      watch(output) {
        if (hasHappened || !/^plugin {5}\.\.\./m.test(output)) return;
        hasHappened = true;
        void world.addTask();
      },
    });

    const [, transcript = ''] = /^```text\n\$ npm run deploy -- prod\n([^]*?)^```$/m.exec(page) ?? [];
    expect(normaliseTranscript(installed.output, packageJson.version)).toBe(
      normaliseTranscript(transcript, packageJson.version),
    );
    expect(installed).toMatchObject({ exitCode: 0 });
    expect(await releasedPlugins(world)).toEqual([ours, other].sort());
    expect(world.read('package.json')).toBe(before);
    expect(await variables()).toMatchObject({ TWILIO_WORKSPACE_SID: account.workspaceSid });
  });

  it('only checks when everything is as it should be', async () => {
    await world.addTask();
    const again = await world.deploy(['prod']);
    expect(again.output).toMatch(
      /serves these Functions already[^]*Everything is set up[^]*from the same sources/,
    );
    expect(again.output).not.toContain('Do this?');
    expect(again).toMatchObject({ exitCode: 0 });
  });

  it('says so when Twilio refuses or fails a build', async () => {
    const pinned = world.read('serverless/package.json');
    const [, handler = ''] = /"@twilio\/runtime-handler": "(.*)"/.exec(pinned) ?? [];
    world.edit('serverless/package.json', `handler": "${handler}"`, 'handler": "2.1.0"');
    const refused = await world.deploy(['prod', 'functions', '--yes']);
    expect(refused.output).toMatch(
      /functions {2}FAILED: The Functions were not deployed: .* still serves the build from before\.\n/,
    );
    expect(refused.output).toContain('runtime-handler');
    expect(refused).toMatchObject({ exitCode: 1 });

    world.edit('serverless/package.json', 'handler": "2.1.0"', `handler": "${handler}"`);
    world.edit('serverless/.env.production', 'DASHBOARD_INTERVAL=2', 'DASHBOARD_INTERVAL=3');
    await world.order({ target: 'serverless-build', times: 1, status: 500 });
    const failed = await world.deploy(['prod', 'functions', '--yes']);
    expect(failed.output).toMatch(/functions {2}FAILED: Twilio could not build the Functions \(build ZB/);
    expect(failed).toMatchObject({ exitCode: 1 });
  });

  it('deploys again, deletes a variable the file no longer sets, and leaves those of others', async () => {
    await world.ask('POST', `${await environmentOfFunctions()}/Variables`, {
      Key: 'OTHER_APP',
      Value: 'kept',
    });
    world.edit('serverless/.env.production', 'DASHBOARD_TASK_CHANNELS=none\n', '');
    const mended = await world.deploy(['prod', 'functions', '--yes']);
    expect(mended.output).toContain('Delete the variable DASHBOARD_TASK_CHANNELS');
    expect(mended).toMatchObject({ exitCode: 0 });
    expect(await variables()).toMatchObject({ DASHBOARD_INTERVAL: '3', OTHER_APP: 'kept' });
    expect(await variables()).not.toHaveProperty('DASHBOARD_TASK_CHANNELS');
  });

  it('refuses a version older than the newest, and says when sources changed without a new version', async () => {
    world.edit('package.json', `"version": "${packageJson.version}"`, '"version": "0.0.1"');
    const older = await world.deploy(['prod', 'plugin', '--dry-run']);
    expect(older.output).toMatch(
      /takes only greater versions, but package\.json says 0\.0\.1\. Raise it: npm version/,
    );
    expect(older).toMatchObject({ exitCode: 1 });
    world.edit('package.json', '"version": "0.0.1"', `"version": "${packageJson.version}"`);

    world.edit('src/index.ts', 'import', '// changed\nimport');
    const changed = await world.deploy(['prod', 'plugin', '--dry-run']);
    expect(changed.output).toContain('made from other sources than these');
    expect(changed.output).toContain('npm version patch --no-git-tag-version');
  });

  it('turns the plugin off, undoes set-up and leaves what is not ours', async () => {
    const removed = await world.deploy(['prod', '--remove'], { answer: 'y\n' });
    expect(removed.output).toContain('What stays: the Functions');
    expect(removed).toMatchObject({ exitCode: 0 });
    expect(await releasedPlugins(world)).toEqual(['plugin-of-another-team@3.2.1']);
    const workspace = await world.ask('GET', `taskrouter.twilio.com/v1/Workspaces/${account.workspaceSid}`);
    expect(workspace.event_callback_url).toBeFalsy();
  });

  it('says so when a release is refused, and releases when run again', async () => {
    await world.order({
      target: 'plugin-api',
      times: 1,
      status: 500,
      request: 'POST /v1/PluginService/Releases',
    });
    const refused = await world.deploy(['prod', 'release', '--yes']);
    expect(refused.output).toMatch(/release {4}FAILED: Nothing was released: .* is off\.\n/);
    expect(refused.output).not.toMatch(/^ *(\| )? +at /m);
    expect(refused).toMatchObject({ exitCode: 1 });

    expect(await world.deploy(['prod', 'release', '--yes'])).toMatchObject({ exitCode: 0 });
    expect(await releasedPlugins(world)).toEqual([ours, 'plugin-of-another-team@3.2.1'].sort());
    expect(world.emulator.journal.entries({ hop: 'unexpected' })).toEqual([]);
  });
});
