import packageJson from '../../package.json';
import { DeployWorld } from '../../scripts/deploy/testing/DeployWorld';
import { Admin } from './Admin';
import { expectDone, installByHand } from './installByHand';

// The CLI builds the plugin, on a busy machine for minutes.
jest.setTimeout(1_800_000);

let world: DeployWorld;
let admin: Admin;
beforeEach(async () => {
  world = await DeployWorld.start();
  world.copyEnvironmentFile();
  admin = new Admin(world);
});
afterEach(() => world.stop());

const install = (): Promise<void> => installByHand(admin, world, packageJson.version);

/** Each was once in the product or its instructions, and nothing noticed. */
describe('the journey', () => {
  it('ends at a plugin that is loaded by a named import', async () => {
    world.edit('src/index.ts', 'FlexPlugin.loadPlugin(', 'const { loadPlugin } = FlexPlugin;\nloadPlugin(');
    await expect(install()).rejects.toThrow('There are 0 plugin(s) being loaded');
  });

  it('ends at a runtime handler that Twilio does not have', async () => {
    const [, handler = ''] =
      /"@twilio\/runtime-handler": "(.*)"/.exec(world.read('serverless/package.json')) ?? [];
    world.edit('serverless/package.json', `handler": "${handler}"`, 'handler": "2.1.0"');
    await expect(install()).rejects.toThrow('@twilio/runtime-handler@2.1.0');
  });

  it('ends at a release that did not happen', async () => {
    const request = 'POST /v1/PluginService/Releases';
    await world.order({ target: 'plugin-api', times: 1, status: 500, request });
    await expect(install()).rejects.toThrow('was successfully enabled');
    const { output, exitCode } = await admin.doctor();
    expect(output).toContain(`The plugin ${packageJson.name} is deployed but not released`);
    expect(exitCode).toBe(1);
  });

  it('ends at a variable that was left behind', async () => {
    expectDone(await admin.setUp(), /Done/);
    world.edit('serverless/.env.production', 'DASHBOARD_TASK_CHANNELS=none', 'DASHBOARD_TASK_CHANNELS=voice');
    expectDone(await admin.deployFunctions(), /successfully deployed/);
    world.edit('serverless/.env.production', 'DASHBOARD_TASK_CHANNELS=voice', '');
    expectDone(await admin.deployFunctions(), /successfully deployed/);
    expectDone(await admin.setUp(), /Done/);
    const { output, exitCode } = await admin.doctor();
    expect(output).toContain('DASHBOARD_TASK_CHANNELS=voice is still deployed');
    expect(exitCode).toBe(1);

    const [, advice = ''] = /(twilio serverless:env:unset .*)/.exec(output) ?? [];
    expectDone(await admin.type(advice), /^/);
    expect((await admin.doctor()).output).not.toContain('DASHBOARD_TASK_CHANNELS');
  });
});
