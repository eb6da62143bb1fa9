/** An admin installs, upgrades, rolls back, turns off and removes the dashboard, by the real Twilio CLI and our own commands. */
import { account } from '../../emulator/account';
import packageJson from '../../package.json';
import { DeployWorld } from '../../scripts/deploy/testing/DeployWorld';
import { releasedPlugins } from '../../scripts/deploy/testing/otherPlugin';
import { sideLink } from '../support/sideLink';
import { tile, type Dashboard, type OpenedPage } from '../support/startDashboard';
import { expect, test } from '../support/test';
import { Admin } from './Admin';
import { deployOtherPlugin } from './deployOtherPlugin';
import { deployByHand, expectDone, installByHand } from './installByHand';

// Two builds of the plugin by the CLI, which take minutes on a busy machine.
test.setTimeout(900_000);
test.use({ setUp: { account: 'fresh', definitions: undefined } });

const { name, version } = packageJson;
const newer = '99.0.0';
const ours = (of: string): string => `${name}@${of}`;

let dashboard: Dashboard;
let world: DeployWorld;
let admin: Admin;
test.beforeEach(async ({ dashboard: started }) => {
  dashboard = started;
  world = await DeployWorld.start({ emulator: started.emulator });
  world.copyEnvironmentFile();
  admin = new Admin(world);
});
test.afterEach(() => world.stop());

/** Opens Flex as a supervisor, in which the other team's plugin is always on. */
async function openFlex(): Promise<OpenedPage> {
  const opened = await dashboard.open({ path: '/' });
  await expect(opened.page.locator('html')).toHaveAttribute('data-another-team', '3.2.1');
  return opened;
}

async function expectDashboard(of: string): Promise<void> {
  const { page, complaints } = await openFlex();
  await sideLink(page, 'Realtime Dashboard').click();
  const waiting = tile(page, 'tasks_waiting');
  const number = async (): Promise<number> =>
    Number((await waiting.getAttribute('aria-label'))?.split(', ')[1]);
  await dashboard.control.post('settled');
  await expect.poll(number).toBeGreaterThanOrEqual(0);
  const before = await number();
  await dashboard.control.post('tasks', { count: 1 });
  await expect.poll(number).toBe(before + 1);
  await expect(page.locator('footer').getByText(`Realtime Dashboard ${of}`, { exact: true })).toBeVisible();
  expect(complaints).toEqual([]);
  await page.close();
}

const workspace = () => world.ask('GET', `taskrouter.twilio.com/v1/Workspaces/${account.workspaceSid}`);
const configuration = () => world.ask('GET', 'flex-api.twilio.com/v1/Configuration');

test('leads from a fresh account to the dashboard in Flex, and back', async () => {
  const another = await deployOtherPlugin(world);
  const othersSettings = { version_compatibility: 'yes', custom_data: { OTHER_APP: { colour: 'blue' } } };
  const { control } = dashboard;
  await control.putDocument('another-app', { kept: true });
  await world.sendJson('flex-api.twilio.com/v1/Configuration', {
    account_sid: account.accountSid,
    ui_attributes: othersSettings,
  });

  await test.step('install', async () => {
    await installByHand(admin, world, version);
    expect(await releasedPlugins(world)).toEqual([another, ours(version)].sort());
    await expectDashboard(version);
  });

  await test.step('upgrade', async () => {
    await admin.getVersion(newer);
    await deployByHand(admin, newer, /There is nothing to do/);
    expect(await releasedPlugins(world)).toEqual([another, ours(newer)].sort());
    await expectDashboard(newer);
  });

  await test.step('roll back', async () => {
    expectDone(await admin.listVersions(), new RegExp(`${newer} \\(Active\\)[^]*${version}`));
    expectDone(await admin.releasePlugin(version), /was successfully enabled/);
    expect(await releasedPlugins(world)).toEqual([another, ours(version)].sort());
    await expectDashboard(version);
  });

  await test.step('turn off', async () => {
    expectDone(await admin.disablePlugin(), /was successfully enabled/);
    expect(await releasedPlugins(world)).toEqual([another]);
    const told = await admin.doctor();
    expect(told.output).toContain(`The plugin ${name} is deployed but not released`);
    expect(told.exitCode).toBe(1);
    const { page } = await openFlex();
    await expect(sideLink(page, 'Realtime Dashboard')).toHaveCount(0);
  });

  await test.step('remove', async () => {
    expectDone(await admin.setUp('--remove'), /Done/);
    expect((await workspace()).event_callback_url).toBeFalsy();
    expect((await configuration()).ui_attributes).toEqual(othersSettings);
    expect(await control.getDocument('another-app')).toEqual({ kept: true });
    expect(await releasedPlugins(world)).toEqual([another]);
    await openFlex();
  });

  expect(await control.journal({ hop: 'unexpected' })).toEqual([]);
});
