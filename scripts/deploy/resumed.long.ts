import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import packageJson from '../../package.json';
import { DeployWorld, type Outcome } from './testing/DeployWorld';
import { releasedPlugins } from './testing/otherPlugin';
import { stepNames, type StepName } from './readDeployOptions';

// The CLI builds the plugin several times, on a busy machine for minutes each.
jest.setTimeout(1_800_000);

const ours = `${packageJson.name}@${packageJson.version}`;
const pluginService = 'flex-api.twilio.com/v1/PluginService';
const services = 'serverless.twilio.com/v1/Services';

let world: DeployWorld;
beforeAll(async () => {
  world = await DeployWorld.start();
  world.copyEnvironmentFile();
});
afterAll(() => world.stop());

/** Whether Twilio has something of a list: `hasAny('serverless.twilio.com/v1/Services', 'services')`. */
const hasAny = async (address: string, key: string): Promise<boolean> =>
  ((await world.ask('GET', address))[key] as readonly unknown[]).length > 0;

/** @param name as the CLI gives it @param kind `Functions` or `Assets` */
async function hasUploaded(name: string, kind: string): Promise<boolean> {
  const { services: found } = (await world.ask('GET', services)) as {
    services: readonly { sid: string; unique_name: string }[];
  };
  const service = found.find(({ unique_name }) => unique_name === name);
  return service !== undefined && hasAny(`${services}/${service.sid}/${kind}`, kind.toLowerCase());
}

/** When a step has done the first of its changes and not yet the last; the doctor makes none. */
const isHalfDone: Readonly<Record<StepName, (printed: string) => Promise<boolean>>> = {
  functions: () => hasUploaded('realtime-dashboard-serverless', 'Functions'),
  setup: async () => world.emulator.journal.entries({ hop: 'sync-write' }).length > 0,
  plugin: () => hasUploaded('default', 'Assets'),
  release: () => hasAny(`${pluginService}/Configurations`, 'configurations'),
  doctor: async (printed) => /^doctor +\.\.\./m.test(printed),
};

/** Runs the whole deployment, and presses Ctrl-C in the middle of a step. */
async function interrupt(step: StepName): Promise<Outcome> {
  let child: ChildProcess | undefined;
  let printed = '';
  let hasEnded = false;
  const deploying = world.deploy(['prod', '--yes'], {
    watch(output, running) {
      printed = output;
      child = running;
    },
  });
  void deploying.finally(() => (hasEnded = true));
  while (!hasEnded && !(await isHalfDone[step](printed))) await wait(20);
  if (!hasEnded && child?.pid) process.kill(-child.pid, 'SIGINT'); // as a terminal does
  return deploying;
}

// One story: each run goes on from where the one before was interrupted.
describe('npm run deploy', () => {
  it.each(stepNames)('says how to go on when it is interrupted in the step %s', async (step) => {
    const before = world.read('package.json');
    const interrupted = await interrupt(step);
    expect(interrupted.output).toMatch(
      new RegExp(`^${step} +\\.\\.\\.[^]*Interrupted\\. Run the command again: it goes on from here\\.`, 'm'),
    );
    expect(interrupted).toMatchObject({ exitCode: 130 });
    expect(world.read('package.json')).toBe(before);
  });

  it('has nothing to repair after all of these, and installs everything', async () => {
    const done = await world.deploy(['prod', '--yes']);
    expect(done.output).toMatch(/Everything is in place\.\n$/);
    expect(done).toMatchObject({ exitCode: 0 });
    expect(await releasedPlugins(world)).toEqual([ours]);
    expect(world.emulator.journal.entries({ hop: 'unexpected' })).toEqual([]);
  });

  it('uploads again when the bundle was uploaded but the version not registered', async () => {
    const next = '99.0.0';
    world.edit('package.json', `"version": "${packageJson.version}"`, `"version": "${next}"`);
    await world.order({
      target: 'plugin-api',
      times: 1,
      status: 500,
      request: `POST /v1/PluginService/Plugins/${packageJson.name}/Versions`,
    });
    const failed = await world.deploy(['prod', 'plugin', '--yes']);
    expect(failed.output).toContain(`FAILED: Twilio does not know version ${next} of`);
    expect(failed).toMatchObject({ exitCode: 1 });

    world.edit('src/index.ts', 'import', '// mended\nimport');
    const again = await world.deploy(['prod', 'plugin', '--yes']);
    expect(again.output).toContain(`Twilio has version ${next}`);
    expect(again).toMatchObject({ exitCode: 0 });
    const versions = await world.ask('GET', `${pluginService}/Plugins/${packageJson.name}/Versions`);
    expect(versions.plugin_versions).toHaveLength(2);
  });
});
