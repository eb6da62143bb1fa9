import packageJson from '../../package.json';
import { DeployWorld } from './testing/DeployWorld';
import { releasedPlugins } from './testing/otherPlugin';
import { stepNames } from './readDeployOptions';

// The CLI builds the plugin several times, on a busy machine for minutes each.
jest.setTimeout(1_800_000);

const ours = `${packageJson.name}@${packageJson.version}`;
const versions = `flex-api.twilio.com/v1/PluginService/Plugins/${packageJson.name}/Versions`;

let world: DeployWorld;
beforeEach(async () => {
  world = await DeployWorld.start();
  world.copyEnvironmentFile();
});
afterEach(() => world.stop());

describe('npm run deploy', () => {
  it('goes on where it was interrupted, in each step', async () => {
    const packageBefore = world.read('package.json');
    for (const step of stepNames) {
      let isTold = false;
      const interrupted = await world.deploy(['prod', '--yes'], {
        watch(output, { pid }) {
          if (isTold || !pid || !new RegExp(`^${step} +\\.\\.\\.`, 'm').test(output)) return;
          isTold = true;
          process.kill(-pid, 'SIGINT'); // as a terminal does on Ctrl-C
        },
      });
      expect(interrupted.output).toContain('Interrupted. Run the command again: it goes on from here.');
      expect(interrupted.exitCode).toBe(130);
      expect(world.read('package.json')).toBe(packageBefore);
    }
    await world.addTask();
    const done = await world.deploy(['prod', '--yes']);
    expect(done.output).toMatch(/Everything is in place\.\n$/);
    expect(done).toMatchObject({ exitCode: 0 });
    expect(await releasedPlugins(world)).toEqual([ours]);
  });

  it('uploads again when the bundle was uploaded but the version not registered', async () => {
    await world.deploy(['prod', 'functions', '--yes']);
    await world.order({
      target: 'plugin-api',
      times: 1,
      status: 500,
      request: `POST /v1/PluginService/Plugins/${packageJson.name}/Versions`,
    });
    const failed = await world.deploy(['prod', 'plugin', '--yes']);
    expect(failed.output).toContain(`FAILED: Twilio does not know version ${packageJson.version} of`);
    expect(failed).toMatchObject({ exitCode: 1 });

    world.edit('src/index.ts', 'import', '// mended\nimport');
    const again = await world.deploy(['prod', 'plugin', '--yes']);
    expect(again.output).toContain(`Twilio has version ${packageJson.version}`);
    expect(again).toMatchObject({ exitCode: 0 });
    expect((await world.ask('GET', versions)).plugin_versions).toHaveLength(1);
  });
});
