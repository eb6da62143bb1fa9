/** Saving the board in the real Flex UI: what is saved, what is not, and what becomes of other people's work. */
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

it('keeps what is not saved while Flex shows another view, and lets go of it only when asked to', async () => {
  await edit();
  await tile(page, 'accepted').focus();
  await page.keyboard.press('Delete');
  await page.getByRole('link', { name: 'Agent Desktop' }).click();
  await page.locator('[data-edit-mode]').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Realtime Dashboard' }).click();
  await statusIs(/unsaved change/);
  await button('Discard').click();
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  await button('Discard changes').click();
  await button('Edit').waitFor();
  expect(await saved()).toEqual(definitions);
});

it('shows what somebody else changed meanwhile, and saves what is chosen', async () => {
  await edit();
  await tile(page, 'waiting').click();
  await page.getByLabel('Label').fill('Mine');
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  const theirs = { ...definitions, waiting: metric('Theirs'), newcomer: metric('Newcomer') };
  await dashboard.control.putDocument('dashboard-definitions', theirs);
  await button('Save').click();
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed the same' });
  await dialog.getByText('Theirs', { exact: true }).last().waitFor();
  expect(await saved()).toEqual(theirs);
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep both' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await statusIs(/^Saved/);
  const labels = Object.values(await saved()).map(
    (entry) => (entry as { metric: { label: string } }).metric.label,
  );
  expect(labels.sort()).toEqual(['Accepted', 'Mine', 'Newcomer', 'Offered', 'Theirs']);
});

it('does not save what is wrong, and asks about what does not fit the numbers of now', async () => {
  await edit();
  await tile(page, 'waiting').click();
  const formula = page.getByRole('dialog').getByRole('textbox', { name: 'Formula', exact: true });
  await formula.fill('1 +');
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await button('Save').click();
  await page.getByRole('dialog', { name: 'This cannot be saved yet' }).waitFor();
  expect(await button('Save anyway').count()).toBe(0);
  await button('Go back').click();

  await tile(page, 'waiting').click();
  await formula.fill("waiting(queue('Nobody'))");
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await button('Save').click();
  await page.getByText('Waiting: There is no queue “Nobody” here.').waitFor();
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  await button('Save anyway').click();
  await statusIs('Saved');
});

it('restores an earlier version after showing it, as a change that is not saved by itself', async () => {
  await edit();
  for (const key of ['accepted', 'waiting']) {
    await tile(page, key).focus();
    await page.keyboard.press('Delete');
    await button('Save').click();
    await statusIs('Saved');
  }
  await button('Versions').click();
  const dialog = page.getByRole('dialog', { name: 'Versions' });
  await dialog.getByRole('listitem').nth(1).getByRole('button').click();
  await dialog.getByRole('img', { name: /^Waiting/ }).waitFor();
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  await button('Restore this version').click();
  await tile(page, 'waiting').waitFor();
  expect(Object.keys(await saved())).toEqual(['offered']);
  await button('Save').click();
  await statusIs('Saved');
  expect(await saved()).toEqual({ waiting: definitions.waiting, offered: definitions.offered });
});
