/** Changing the board in the real Flex UI: what is saved, what is not, and what becomes of other people's work. */
import type { Locator, Page } from 'playwright-core';
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

it('restyles a tile and saves nothing else', async () => {
  await edit();
  expect(await status()).toBe('Nothing changed');
  await tile(page, 'waiting').click();
  await page.getByLabel('First: over').fill('5');
  await page.getByLabel('Label').fill('Calls waiting');
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  expect(await status()).toBe('1 unsaved change');
  expect(await saved()).toEqual(definitions);

  await button('Save').click();
  await statusIs('Saved');
  expect(await saved()).toEqual({
    ...definitions,
    waiting: {
      note: 'by Anna',
      metric: {
        ...definitions.waiting.metric,
        label: 'Calls waiting',
        firstThresholdValue: 5,
        firstThresholdStyle: 'Warn',
      },
    },
  });
  await button('Done').click();
  await eventually(async () =>
    expect(await tile(page, 'waiting').getAttribute('aria-label')).toMatch(/^Calls waiting/),
  );
});
