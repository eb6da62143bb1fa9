/** A board with a document of its own in the real Flex UI: what it shows, what is saved of it, and an older plugin beside it. */
import type { Locator, Page } from '@playwright/test';
import { tile, type Dashboard, type OpenedPage } from './support/startDashboard';
import { expect, test } from './support/test';

const pending = 'data.workspace_statistics.realtime.tasks_by_status.pending';
const metric = (label: string, rest: object = {}) => ({ metric: { label, formula: pending, ...rest } });
/** Their sections are those of an older plugin; the board's document says otherwise. */
const definitions = {
  waiting: metric('Waiting', { section: 'Old' }),
  offered: metric('Offered', { section: 'Old', size: 'wide' }),
  accepted: metric('Accepted', { order: 1 }),
};
const shows = (key: string, rest: object = {}) => ({ key, visual: { kind: 'number', metric: key }, ...rest });
/** With what no version of ours knows: it has to be there after saving. */
const list = { of_2031: true, boards: [{ id: 'k3f9x2ab', title: 'Main', colour: 'teal' }] };
const board = {
  title: 'Main',
  of_2031: [1],
  sections: [
    { title: 'Now', tiles: [shows('accepted'), shows('waiting', { span: { columns: 4, rows: 1 } })] },
    {
      title: 'Today',
      note: 'by Anna',
      tiles: [shows('offered', { of_2031: 1 }), { key: 'clock', visual: { kind: 'of_2031', zone: 'UTC' } }],
    },
  ],
};
const name = 'dashboard-board-k3f9x2ab';

let dashboard: Dashboard;
let opened: OpenedPage;
let page: Page;
test.use({ setUp: { definitions } });
test.beforeEach(async ({ dashboard: started }) => {
  dashboard = started;
  await dashboard.control.putDocument(name, board);
  await dashboard.control.putDocument('dashboard-boards', list);
  opened = await dashboard.open();
  page = opened.page;
});
test.afterEach(() => expect(opened.complaints).toEqual([]));

const button = (label: string | RegExp): Locator => page.getByRole('button', { name: label, exact: true });
const statusIs = (text: string | RegExp): Promise<void> =>
  expect.poll(() => page.locator('[data-edit-status]').innerText()).toMatch(text);
const metricTiles = ['accepted', 'waiting', 'offered'];
/** Keys of the tiles that show a metric of this test, in the order of the page. */
const tilesShown = (): Promise<readonly string[]> =>
  page
    .locator('[data-tile]')
    .evaluateAll((tiles) => tiles.map((one) => (one as HTMLElement).dataset.tile ?? ''))
    .then((keys) => keys.filter((key) => metricTiles.includes(key)));
const order = (...keys: readonly string[]): Promise<void> => expect.poll(tilesShown).toEqual(keys);
const saved = (document = name): Promise<unknown> => dashboard.control.getDocument(document);

test('shows the board that a link names, and the first one given an unknown name', async () => {
  const other = { sections: [{ tiles: [shows('offered')] }] };
  await dashboard.control.putDocument('dashboard-board-sales001', other);
  await dashboard.control.putDocument('dashboard-boards', { boards: [...list.boards, { id: 'sales001' }] });
  for (const [query, keys] of [
    ['?board=sales001', ['offered']],
    ['?wall&board=sales001', ['offered']],
    ['?board=nobody00', ['accepted', 'waiting', 'offered']],
  ] as const) {
    const linked = await dashboard.open({ path: `/realtime-dashboard${query}` });
    const seen = (): Promise<readonly string[]> =>
      linked.page
        .locator('[data-tile]')
        .evaluateAll((tiles) => tiles.map((one) => (one as HTMLElement).dataset.tile ?? ''))
        .then((found) => found.filter((key) => metricTiles.includes(key)));
    await expect.poll(seen).toEqual(keys);
  }
});

async function edit(): Promise<void> {
  await order('accepted', 'waiting', 'offered');
  await button('Edit').click();
  await page.locator('[data-edit-status]').waitFor();
}

test('stands as its document says, and nothing of it is stored in metrics', async () => {
  await order('accepted', 'waiting', 'offered');
  expect(await page.getByRole('main').last().getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
    'Now',
    'Today',
  ]);
  await edit();
  await tile(page, 'waiting').focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await order('waiting', 'accepted', 'offered');
  await statusIs('1 unsaved change');
  await page.keyboard.press('Control+z');
  await order('accepted', 'waiting', 'offered');
  await page.keyboard.press('Control+Shift+z');
  await button('Save').click();
  await statusIs('Saved');
  const [now, today] = board.sections;
  expect(await saved()).toEqual({
    ...board,
    sections: [{ ...now, tiles: [...(now?.tiles ?? [])].reverse() }, today],
  });
  expect(await saved('dashboard-definitions')).toEqual(definitions);
  expect(await saved('dashboard-boards')).toEqual(list);

  await page.reload();
  await order('waiting', 'accepted', 'offered');
  await button('Edit').click();
  await button('Versions').click();
  const entries = page.getByRole('dialog', { name: 'Versions' }).getByRole('listitem');
  await entries.nth(1).getByRole('button').click();
  await button('Restore this version').click();
  await order('accepted', 'waiting', 'offered');
  await button('Save').click();
  await statusIs('Saved');
  expect(await saved()).toEqual(board);
});

test('is not changed by what an older plugin saves beside it', async () => {
  await order('accepted', 'waiting', 'offered');
  const { waiting, accepted } = definitions;
  await dashboard.control.putDocument('dashboard-definitions', {
    waiting: metric('Waiting', { section: 'Older', order: 9, size: 'small' }),
    accepted,
    added: metric('Added elsewhere'),
  });
  await expect.poll(() => tile(page, 'offered').getAttribute('aria-label')).toMatch('Definition error');
  await order('accepted', 'waiting', 'offered');
  await tile(page, 'offered').click();
  await page.getByRole('dialog').getByText('The metric "offered" was deleted.').waitFor();
  await page.keyboard.press('Escape');
  expect(await tile(page, 'added').count()).toBe(0);

  await button('Edit').click();
  await tile(page, 'offered').click();
  await page.getByRole('dialog').getByText('The metric "offered" was deleted.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await button('Show Added elsewhere').click();
  await tile(page, 'added').waitFor();
  await button('Save').click();
  await statusIs('Saved');
  const [now, today] = board.sections;
  expect(await saved()).toEqual({
    ...board,
    sections: [now, { ...today, tiles: [...(today?.tiles ?? []), shows('added')] }],
  });
  expect(await saved('dashboard-definitions')).toMatchObject({
    waiting: { metric: { ...waiting.metric, order: 9, section: 'Older' } },
  });
});
