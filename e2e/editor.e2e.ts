/** The panel of a tile beside the live board, in the real Flex UI, at a desk and on a phone. */
import type { Locator } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults';
import { tile as tileOf, type Dashboard, type OpenedPage } from './support/startDashboard';
import { expect, test } from './support/test';

const pending = 'data.workspace_statistics.realtime.tasks_by_status.pending';
const definitions = {
  waiting: { metric: { label: 'Waiting', formula: pending, section: 'Now' } },
  offered: { metric: { label: 'Offered', formula: pending, section: 'Today' } },
};

let dashboard: Dashboard;
let opened: OpenedPage;
test.use({ setUp: { definitions } });
test.beforeEach(async ({ dashboard: started }) => {
  dashboard = started;
  await dashboard.control.post('tasks', { count: 2, queue: 'Support' });
  await dashboard.control.post('settled');
  opened = await dashboard.open();
  await tile('waiting').waitFor();
  await button('Edit').click();
});
test.afterEach(() => expect(opened.complaints).toEqual([]));

const button = (name: string): Locator => opened.page.getByRole('button', { name, exact: true });
const tile = (key: string): Locator => tileOf(opened.page, key);
const panel = (): Locator => opened.page.getByRole('complementary', { name: /^Tile: / });
const hasFocus = (element: Locator): Promise<boolean> =>
  element.evaluate((each) => each === document.activeElement);
const isFocusLost = (): Promise<boolean> =>
  opened.page.evaluate(() => document.activeElement === null || document.activeElement === document.body);
const save = async (): Promise<void> => {
  await button('Save').click();
  await expect(opened.page.locator('[data-edit-status]')).toHaveText('Saved');
};

test('makes a gauge from the gallery without a formula, which survives a reload', async () => {
  await button('Add tile').click();
  await opened.page.getByLabel('Search metrics').fill('SLA');
  await opened.page.locator('[data-template="serviceLevel"]').click();
  await opened.page.getByRole('radio', { name: 'Gauge' }).check({ force: true });
  await button('Add to the board').click();
  const gauge = tile('service-level-20-s');
  await gauge.waitFor();
  expect(await hasFocus(gauge)).toBe(true);
  await save();
  expect(await dashboard.control.getDocument('dashboard-board-board001')).toMatchObject({
    sections: [{}, { tiles: [{}, { visual: { kind: 'gauge', metric: 'service-level-20-s', target: 90 } }] }],
  });
  await opened.page.reload();
  await gauge.waitFor();
});

test('makes an announcement, and takes it back', async () => {
  await button('Add tile').click();
  await button('Text').click();
  expect(await hasFocus(panel().getByLabel('Label'))).toBe(true);
  await panel().getByLabel('Announcement').fill('Team meeting at 15:30');
  await expect(tile('text')).toContainText('Team meeting at 15:30');
  await button('Cancel').click();
  await expect(tile('text')).toHaveCount(0);
  expect(await isFocusLost()).toBe(false);
  await button('Redo').click();
  await expect(tile('text')).toHaveCount(1);
});

for (const size of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test(`keeps the board beside a tile that is edited at ${size.width} pixels, and the focus`, async () => {
    const { page } = opened;
    await page.setViewportSize(size);
    await tile('waiting').click();
    expect(await hasFocus(panel().getByLabel('Label'))).toBe(true);
    await panel().getByLabel('Label').fill('Calls waiting');
    const seen = await tile('waiting').evaluate((each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      return each.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
    });
    expect(seen).toBe(true);
    expect(await accessibilityFaults(page, '[data-tile-panel]')).toEqual([]);
    expect(await accessibilityFaults(page, 'main')).toEqual([]);
    const reach = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(reach).toBe(true);

    await dashboard.control.post('tasks', { count: 3, queue: 'Support' });
    await expect(tile('waiting')).toContainText('5');
    await page.keyboard.press('Escape');
    await button('Discard changes').click();
    await expect(tile('waiting')).toContainText('Waiting');
    expect(await hasFocus(tile('waiting'))).toBe(true);

    await tile('waiting').click();
    await panel().getByLabel('Warning above').fill('soon');
    await page.keyboard.press('Control+Enter');
    await panel().getByText('Type a number, such as 5 or 5.5.').waitFor();
    await panel().getByLabel('Warning above').fill('1');
    await page.keyboard.press('Control+Enter');
    await panel().waitFor({ state: 'detached' });
    await expect(tile('waiting')).toContainText('Warning');
    expect(await hasFocus(tile('waiting'))).toBe(true);
  });
