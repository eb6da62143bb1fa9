/** The plugin as a guest of Flex: who is shown it, what it tells by Flex's notifications, and Flex's theme. */
import type { Page } from '@playwright/test';
import { developmentDomain } from '../emulator/serverless-api/Deployment';
import { docsExample } from './support/docsExample';
import { laterPlugin, laterPluginIsInitialised } from './support/laterPlugin';
import { otherPlugin } from './support/otherPlugin';
import { ourActivity, watchOurActivity } from './support/ourActivity';
import { tile, type Dashboard } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

let dashboard: Dashboard;
test.use({
  setUp: {
    customData: {
      DASHBOARD_ROLES: 'agent, admin',
      DASHBOARD_SYNC_CLIENT: 'both',
      DASHBOARD_REFRESH_URL: `https://${developmentDomain}/refreshDashboard`,
    },
  },
});
test.beforeEach(async ({ dashboard: started }) => {
  dashboard = started;
  await dashboard.control.post('tasks', { count: 1 });
});

const notification = (page: Page, text: string | RegExp) =>
  page.locator('.Twilio-NotificationBar').getByText(text);
const misunderstood = /does not understand these settings.*: DASHBOARD_SYNC_CLIENT$/;
const outage = /has no connection/;

/** What would be told some time later is told at once. */
const later = (page: Page): Promise<void> => page.clock.runFor(5_000);
const withClock = (page: Page): Promise<void> => page.clock.install();

test('shows a side link to the roles that Flex Configuration names, and to no others', nightly, async () => {
  for (const [role, links] of [
    ['agent', 1],
    ['admin', 1],
    ['supervisor', 0],
  ] as const)
    await test.step(role, async () => {
      const { page } = await dashboard.open({ role, path: '/agent-desktop', prepare: laterPlugin });
      await laterPluginIsInitialised(page);
      await expect(page.getByRole('link', { name: 'Realtime Dashboard' })).toHaveCount(links);
      await page.close();
    });
});

test('tells an admin of a setting that is not understood, when the dashboard is opened and once only', async () => {
  const { page, complaints } = await dashboard.open({
    role: 'admin',
    path: '/agent-desktop',
    prepare: withClock,
  });
  await later(page);
  expect(await notification(page, misunderstood).count()).toBe(0);
  await page.getByRole('link', { name: 'Realtime Dashboard' }).click();
  await notification(page, misunderstood).waitFor();

  await page.locator('.Twilio-NotificationBar').getByRole('button').click();
  await notification(page, misunderstood).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Agent Desktop' }).click();
  await page.getByRole('link', { name: 'Realtime Dashboard' }).click();
  await tile(page, 'tasks_waiting').waitFor();
  await later(page);
  expect(await notification(page, misunderstood).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('tells who cannot change it nothing of a setting', nightly, async () => {
  const { page } = await dashboard.open({ role: 'agent', prepare: withClock });
  await tile(page, 'tasks_waiting').waitFor();
  await later(page);
  expect(await notification(page, misunderstood).count()).toBe(0);
});

test('tells of a connection lost for a minute while the dashboard is open, and takes it back when it is over', async () => {
  const { page } = await dashboard.open({
    role: 'agent',
    prepare: async (page) => {
      await page.clock.install();
      // All sockets are lost here; this is what it is like when Flex itself notices nothing.
      await otherPlugin(
        page,
        'after',
        `flex.Notifications.registeredNotifications.delete('NoNetworkConnection');`,
      );
    },
  });
  await tile(page, 'tasks_waiting').waitFor();
  await dashboard.control.post('sockets/refuse', { seconds: 300 });
  await page.getByRole('main').getByText('Not updating').first().waitFor();
  expect(await notification(page, outage).count()).toBe(0);
  await page.clock.runFor(60_000);
  await notification(page, outage).waitFor();

  await page.getByRole('link', { name: 'Agent Desktop' }).click();
  await notification(page, outage).waitFor({ state: 'detached' });
});

test('adds nothing where Flex itself says that the connection is lost', nightly, async () => {
  const { page } = await dashboard.open({ role: 'agent', prepare: withClock });
  await tile(page, 'tasks_waiting').waitFor();
  await dashboard.control.post('sockets/refuse', { seconds: 300 });
  await notification(page, 'Connection lost').waitFor();
  await page.clock.runFor(61_000);
  await notification(page, 'Connection lost').waitFor();
  expect(await notification(page, outage).count()).toBe(0);
});

test('leaves it to another plugin to replace or to remove a notification', nightly, async () => {
  const { page, complaints } = await dashboard.open({
    role: 'admin',
    prepare: async (page) => {
      await withClock(page);
      await otherPlugin(page, 'after', docsExample('registeredNotifications.delete'));
    },
  });
  await tile(page, 'tasks_waiting').waitFor();
  await later(page);
  expect(await notification(page, misunderstood).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('follows Flex from its light theme to its dark one and to colours of an account, while it is open', async () => {
  const { page, complaints } = await dashboard.open({ role: 'agent' });
  const background = (): Promise<string> =>
    tile(page, 'tasks_waiting').evaluate((element) => getComputedStyle(element).backgroundColor);
  const run = (code: string): Promise<void> =>
    page.evaluate(`{ const manager = Twilio.Flex.Manager.getInstance(); ${code} }`);
  await tile(page, 'tasks_waiting').waitFor();
  expect(await background()).toBe('rgb(255, 255, 255)');
  await run('manager.updateConfig({ theme: { isLight: false } });');
  await expect.poll(background).toBe('rgb(13, 19, 28)');
  await run(docsExample('manager.updateConfig'));
  await expect.poll(background).toBe('rgb(250, 245, 235)');
  expect(complaints).toEqual([]);
});

test('runs nothing before its view is opened, nothing of the wall after that is left, and nothing after the view is', async () => {
  const { page } = await dashboard.open({
    role: 'admin',
    path: '/agent-desktop',
    prepare: async (page) => {
      await page.clock.install();
      await watchOurActivity(page);
    },
  });
  const nothing = { timers: [], sockets: 0, requests: 0 };
  await page.clock.runFor(5_000);
  expect(await ourActivity(page)).toEqual(nothing);

  await page.getByRole('link', { name: 'Realtime Dashboard' }).click();
  await tile(page, 'tasks_waiting').waitFor();
  await page.clock.runFor(15_000);
  const atDesk = await ourActivity(page);
  expect(atDesk.sockets).toBe(1);
  expect(atDesk.timers).toContain('interval 1000');

  await page.getByRole('button', { name: 'Wall display' }).click();
  await page.locator('[data-wall]').waitFor();
  const onWall = await ourActivity(page);
  expect(onWall.timers.length).toBeGreaterThan(atDesk.timers.length);
  await page.keyboard.press('Escape');
  await page.locator('[data-wall]').waitFor({ state: 'detached' });
  await expect(async () => {
    await page.clock.runFor(5_000);
    expect((await ourActivity(page)).timers).toEqual(atDesk.timers);
  }).toPass();

  await page.getByRole('link', { name: 'Agent Desktop' }).click();
  await tile(page, 'tasks_waiting').waitFor({ state: 'detached' });
  // A connection is kept for a minute, in case somebody comes back; twilio-sync leaves timers of ten seconds.
  await page.clock.runFor(75_000);
  await expect.poll(() => ourActivity(page)).toMatchObject({ timers: [], sockets: 0 });
  const { requests } = await ourActivity(page);
  await dashboard.control.post('tasks', { count: 1 });
  await page.clock.runFor(120_000);
  expect(await ourActivity(page)).toEqual({ ...nothing, requests });
});
