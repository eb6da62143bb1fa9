/** Changing the board in the real Flex UI: tiles are made, moved and removed, and all of it is undone. */
import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults } from './support/accessibilityFaults';
import { eventually } from './support/eventually';
import { startDashboard, tile, type Dashboard, type OpenedPage } from './support/startDashboard';

jest.setTimeout(90_000);

const pending = 'data.workspace_statistics.realtime.tasks_by_status.pending';
const metric = (label: string, rest: object = {}) => ({ metric: { label, formula: pending, ...rest } });
/** With what no version of ours knows: it has to be there after saving. */
const definitions = {
  waiting: { metric: { ...metric('Waiting').metric, colour_of_2031: 'teal' }, note: 'by Anna' },
  offered: metric('Offered', { section: 'Today' }),
  accepted: metric('Accepted', { section: 'Today' }),
};

let dashboard: Dashboard;
let opened: OpenedPage;
let page: Page;
beforeAll(async () => {
  dashboard = await startDashboard({ definitions });
  await dashboard.control.post('tasks', { count: 2, queue: 'Support' });
  await dashboard.control.post('settled');
});
afterAll(() => dashboard.stop());
beforeEach(async () => {
  await dashboard.control.putDocument('dashboard-definitions', definitions);
  opened = await dashboard.open();
  page = opened.page;
  await tile(page, 'waiting').waitFor();
});
afterEach(async () => {
  expect(opened.complaints).toEqual([]);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.close();
});

const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const saved = async (): Promise<Record<string, unknown>> =>
  (await dashboard.control.getDocument('dashboard-definitions')) as Record<string, unknown>;
const status = (): Promise<string> => page.locator('[data-edit-status]').innerText();
const edit = async (): Promise<void> => {
  await button('Edit').click();
  await page.locator('[data-edit-mode]').waitFor();
};
const statusIs = (text: string | RegExp): Promise<void> =>
  eventually(async () => expect(await status()).toMatch(text));

it('undoes and redoes everything by the keyboard', async () => {
  await edit();
  await tile(page, 'accepted').focus();
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await page.locator('[data-edit-said]').innerText()).toBe('Now 1 of 2 in Today');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Delete');
  const keys = (): Promise<(string | null)[]> =>
    page
      .locator('[data-metric]')
      .evaluateAll((tiles) => tiles.map((each) => each.getAttribute('data-metric')));
  expect(await keys()).toEqual(['waiting', 'offered']);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
  expect(await keys()).toEqual(['waiting', 'offered', 'accepted']);
  expect(await status()).toBe('Nothing changed');
  await page.keyboard.press('Control+Shift+z');
  expect(await keys()).toEqual(['waiting', 'accepted', 'offered']);
});

it('moves a tile by the mouse without opening it', async () => {
  await edit();
  const from = await tile(page, 'accepted').boundingBox();
  const to = await tile(page, 'waiting').boundingBox();
  if (!from || !to) throw new Error('A tile is not drawn.');
  await page.mouse.move(from.x + 20, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 40);
  await page.mouse.move(to.x + 10, to.y + 20);
  await page.mouse.up();
  expect(await page.locator('dialog[open]').count()).toBe(0);
  expect(await tile(page, 'accepted').evaluate((each) => each.closest('section')?.dataset.section)).toBe('');
  expect(await status()).toMatch(/unsaved change/);
  expect(await accessibilityFaults(page, 'main')).toEqual([]);
});
