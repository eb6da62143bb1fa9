/** The main job in one version of the real Flex UI, with the plugin that is built once for all of them. */
import { expect, test as base, type Locator } from '@playwright/test';
import { sideLink } from '../support/sideLink';
import { defaultDefinitions, startDashboard, tile, type Dashboard } from '../support/startDashboard';

export interface FlexVersion {
  readonly flexVersion: string;
  readonly flexBundle: string;
}

const test = base.extend<FlexVersion & { readonly dashboard: Dashboard }>({
  flexVersion: ['', { option: true }],
  flexBundle: ['', { option: true }],
  dashboard: async ({ flexBundle }, use) => {
    const dashboard = await startDashboard({ flexBundle });
    await use(dashboard);
    await dashboard.stop();
  },
});

/** While sockets are refused, the browser reports each attempt to connect, and Flex what it couldn't send to Twilio. */
const ofOthers = /WebSocket connection to .* failed|FlexSDK: Can't report/;

test('the main job', async ({ dashboard, flexVersion }) => {
  const { control } = dashboard;
  const { page, complaints } = await test.step('starts', () => dashboard.open({ path: '/' }));
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const waiting = async (): Promise<number> =>
    Number((await tile(page, 'tasks_waiting').getAttribute('aria-label'))?.split(', ')[1]);
  expect(await page.evaluate('Twilio.Flex.VERSION')).toBe(flexVersion);

  await test.step('opens from the side link, and no tile is broken', async () => {
    await sideLink(page, 'Realtime Dashboard').click();
    await expect(page.locator('[data-tile]')).toHaveCount(Object.keys(defaultDefinitions).length);
    await control.post('settled');
    await expect.poll(waiting).toBeGreaterThanOrEqual(0);
    await expect(page.locator('[data-state="broken"]')).toHaveCount(0);
  });

  await test.step('counts three new tasks', async () => {
    const before = await waiting();
    await control.post('tasks', { count: 3 });
    await expect.poll(waiting).toBe(before + 3);
  });

  await test.step('saves another label', async () => {
    await button('Edit').click();
    await tile(page, 'tasks_waiting').click();
    const panel = page.locator('[data-tile-panel]');
    await panel.getByRole('textbox', { name: 'Label', exact: true }).fill('In the queue');
    await panel.getByRole('button', { name: 'Apply' }).click();
    await button('Save').click();
    await expect(page.locator('[data-edit-status]')).toHaveText('Saved');
    expect(await control.getDocument('dashboard-definitions')).toMatchObject({
      tasks_waiting: { metric: { label: 'In the queue' } },
    });
    await button('Done').click();
  });

  await test.step('shows the board on a wall, and comes back from it', async () => {
    await button('Wall display').click();
    const wall = page.locator('[data-wall]');
    await expect(wall.locator('[data-tile="tasks_waiting"]')).toHaveAttribute(
      'aria-label',
      /^In the queue, /,
    );
    await page.keyboard.press('Escape');
    await expect(wall).toHaveCount(0);
  });

  await test.step('reconnects after a lost connection, and shows what it missed', async () => {
    const disconnected = page.locator('[data-freshness="cut-off"]');
    const before = await waiting();
    await control.post('sockets/refuse', { seconds: 600 });
    await disconnected.waitFor();
    await control.post('tasks', { count: 2 });
    await control.post('settled');
    await control.post('sockets/refuse', { seconds: 0 });
    await expect.poll(waiting).toBe(before + 2);
    await expect(disconnected).toHaveCount(0);
  });

  expect(complaints.filter((complaint) => !ofOthers.test(complaint))).toEqual([]);
  expect(await control.journal({ hop: 'unexpected' })).toEqual([]);
});
