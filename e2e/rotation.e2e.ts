/** Boards that open for a team, and that take turns on a wall, in the real Flex UI. */
import type { Locator, Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults';
import { tile, type Dashboard, type OpenedPage } from './support/startDashboard';
import { expect, test } from './support/test';

const pending = 'data.workspace_statistics.realtime.tasks_by_status.pending';
const alarm = { firstThresholdValue: 5, firstThresholdStyle: 'Error' };
const definitions = {
  sold: { metric: { label: 'Sold', formula: '1' } },
  billed: { metric: { label: 'Billed', formula: '2' } },
  waiting: { metric: { label: 'Waiting', formula: pending, ...alarm } },
};
const boardOf = (metric: string) => ({
  sections: [{ tiles: [{ key: metric, visual: { kind: 'number', metric } }] }],
});
const boards = [
  { id: 'everyone', title: 'Everyone' },
  { id: 'sales001', title: 'Sales', for: { teams: ['Sales'] } },
  { id: 'support1', title: 'Support', for: { teams: ['Support'], roles: ['supervisor'] } },
];

let dashboard: Dashboard;
let opened: readonly OpenedPage[] = [];
test.use({ setUp: { definitions } });
test.beforeEach(async ({ dashboard: started }) => {
  dashboard = started;
  opened = [];
  await dashboard.control.putDocument('dashboard-board-everyone', boardOf('billed'));
  await dashboard.control.putDocument('dashboard-board-sales001', boardOf('sold'));
  await dashboard.control.putDocument('dashboard-board-support1', boardOf('waiting'));
  await dashboard.control.putDocument('dashboard-boards', { boards });
});
test.afterEach(() => expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]));

async function open(options: Parameters<Dashboard['open']>[0]): Promise<Page> {
  const one = await dashboard.open(options);
  opened = [...opened, one];
  return one.page;
}
const openAs = (user: string): Promise<Page> => open({ path: `/emulator/login?as=${user}` });
const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name });

test.describe('the board of a team', () => {
  test('opens for its supervisors, each of another team, and the first board for everybody else', async () => {
    for (const [user, key] of [
      ['sales-lead', 'sold'],
      ['support-lead', 'waiting'],
      ['billing-admin', 'billed'],
    ] as const) {
      const page = await openAs(user);
      await tile(page, key).waitFor();
      await page.close();
    }
  });

  test('gives way to the board that somebody starts with, until they take that back', async () => {
    const page = await openAs('sales-lead');
    await tile(page, 'sold').waitFor();
    await page.locator('[data-board-switcher]').click();
    await page.getByRole('option', { name: 'Everyone', exact: true }).click();
    await tile(page, 'billed').waitFor();
    await expect(page.getByRole('button', { name: 'Make this my start board' })).toHaveCount(0);
    await page.locator('[data-board-switcher]').click();
    await page.getByRole('button', { name: 'Make this my start board' }).click();
    await expect(page.getByRole('button', { name: 'Don’t start with this board' })).toBeFocused();
    await page.close();
    const second = await openAs('sales-lead');
    await tile(second, 'billed').waitFor();
    await second.locator('[data-board-switcher]').click();
    await second.getByRole('button', { name: 'Don’t start with this board' }).click();
    await second.close();
    await tile(await openAs('sales-lead'), 'sold').waitFor();
  });
});

test.describe('boards that take turns on a wall', () => {
  const wall = async (path: string): Promise<Page> =>
    open({ path, width: 1920, height: 1080, prepare: (page) => page.clock.install() });

  test('turn, and one that turns critical interrupts, says why, and gives way again', async () => {
    const page = await wall('/realtime-dashboard?wall&boards=sales:600s,support,everyone');
    await tile(page, 'sold').waitFor();
    // What is critical in the first half minute is taken as known.
    await page.clock.runFor(40_000);
    for (let task = 0; task < 6; task += 1) await dashboard.control.post('tasks', { queue: 'Sales' });
    await expect(async () => {
      await page.clock.runFor(1000);
      await expect(heading(page, 'Support')).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(page.getByText('Critical: Waiting')).toBeVisible();
    expect(await accessibilityFaults(page, '[data-wall]')).toEqual([]);
    await page.clock.runFor(16_000);
    await expect(heading(page, 'Sales')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(heading(page, 'Everyone')).toBeVisible();
    await page.keyboard.press('p');
    await expect(page.getByText('Paused')).toBeVisible();
  });

  test('go on without a board that is deleted while the wall shows it, which the wall says', async () => {
    const page = await wall('/realtime-dashboard?wall&boards=support,sales,everyone');
    await tile(page, 'waiting').waitFor();
    await dashboard.control.putDocument('dashboard-boards', {
      boards: boards.filter(({ id }) => id !== 'support1'),
    });
    await expect(page.getByText('1 board not available: Support')).toBeVisible();
    await expect(async () => {
      await page.clock.runFor(1000);
      await expect(tile(page, 'sold')).toBeVisible({ timeout: 500 });
    }).toPass();
    await page.clock.runFor(31_000);
    await expect(tile(page, 'billed')).toBeVisible();
  });

  test('are saved in the editor, and open with a button', async () => {
    const page = await open({});
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('button', { name: 'Boards', exact: true }).click();
    const rotation = page.getByRole('region', { name: 'Rotation on wall displays' });
    for (const title of ['Support', 'Sales'])
      await rotation.getByRole('combobox').selectOption({ label: title });
    expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => page.locator('[data-edit-status]').innerText()).toMatch(/^Saved/);
    expect(await dashboard.control.getDocument('dashboard-boards')).toMatchObject({
      playlist: [
        { board: 'support1', seconds: 30 },
        { board: 'sales001', seconds: 30 },
      ],
    });
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByRole('button', { name: 'Rotate boards' }).click();
    await tile(page, 'waiting').waitFor();
    expect(new URL(page.url()).search).toBe('?wall&boards');
  });
});
