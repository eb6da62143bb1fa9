/** Several boards in the real Flex UI: switched, linked, made, ordered, deleted and restored. */
import type { Locator, Page } from '@playwright/test';
import { tile, type Dashboard, type OpenedPage } from './support/startDashboard';
import { expect, test } from './support/test';

const pending = 'data.workspace_statistics.realtime.tasks_by_status.pending';
const metric = (label: string) => ({ metric: { label, formula: pending } });
const definitions = { waiting: metric('Waiting'), offered: metric('Offered'), accepted: metric('Accepted') };
const shows = (key: string) => ({ key, visual: { kind: 'number', metric: key } });
const boardOf = (...keys: readonly string[]) => ({ sections: [{ tiles: keys.map(shows) }] });
const list = {
  boards: [
    { id: 'main0001', title: 'Main' },
    { id: 'sales001', title: 'Sales' },
    { id: 'support1', title: 'Support' },
  ],
};
const documents = {
  'dashboard-board-main0001': boardOf('waiting', 'offered'),
  'dashboard-board-sales001': boardOf('offered'),
  'dashboard-board-support1': boardOf('accepted', 'waiting'),
  'dashboard-boards': list,
};

let dashboard: Dashboard;
let opened: readonly OpenedPage[] = [];
test.use({ setUp: { definitions } });
test.beforeEach(({ dashboard: started }) => {
  dashboard = started;
  opened = [];
});
test.afterEach(() => expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]));

const putBoards = async (): Promise<void> => {
  for (const [name, value] of Object.entries(documents)) await dashboard.control.putDocument(name, value);
};
async function open(options: Parameters<Dashboard['open']>[0] = {}): Promise<Page> {
  const one = await dashboard.open(options);
  opened = [...opened, one];
  return one.page;
}
const saved = (name: string): Promise<unknown> => dashboard.control.getDocument(name);
const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });
const switcher = (page: Page): Locator => page.locator('[data-board-switcher]');
const keys = (page: Page): Promise<readonly string[]> =>
  page
    .locator('[data-tile]')
    .evaluateAll((tiles) => tiles.map((one) => (one as HTMLElement).dataset.tile ?? ''));
const shown = (page: Page, title: string, ...wanted: readonly string[]): Promise<void> =>
  expect
    .poll(async () => [await switcher(page).innerText(), ...(await keys(page))])
    .toEqual([title, ...wanted]);
const choose = async (page: Page, title: string): Promise<void> => {
  await switcher(page).click();
  await page.getByRole('option', { name: title, exact: true }).click();
};
const statusIs = (page: Page, text: string | RegExp): Promise<void> =>
  expect.poll(() => page.locator('[data-edit-status]').innerText()).toMatch(text);
const save = async (page: Page): Promise<void> => {
  await button(page, 'Save').click();
  await statusIs(page, /^Saved/);
};

test.describe('the list of boards', () => {
  test.beforeEach(putBoards);

  test('shows another board without an empty frame, and Back shows the one before', async () => {
    const page = await open();
    await shown(page, 'Main', 'waiting', 'offered');
    await page.evaluate(() => {
      const seen = new Set<number>();
      Object.assign(window, { seen });
      const look = (): void => {
        seen.add(document.querySelectorAll('[data-tile]').length);
        requestAnimationFrame(look);
      };
      look();
    });
    await choose(page, 'Sales');
    await shown(page, 'Sales', 'offered');
    expect(new URL(page.url()).pathname).toBe('/realtime-dashboard/sales001');
    await choose(page, 'Support');
    await shown(page, 'Support', 'accepted', 'waiting');
    expect(await page.evaluate('[...window.seen].sort()')).toEqual([1, 2]);
    await page.goBack();
    await shown(page, 'Sales', 'offered');
    await page.goBack();
    await shown(page, 'Main', 'waiting', 'offered');
    await page.goForward();
    await shown(page, 'Sales', 'offered');
  });

  test('is worked with the keyboard alone', async () => {
    const page = await open();
    await shown(page, 'Main', 'waiting', 'offered');
    await switcher(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await shown(page, 'Sales', 'offered');
    await expect(switcher(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.type('sup');
    await page.keyboard.press('Enter');
    await shown(page, 'Support', 'accepted', 'waiting');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox', { name: 'Boards' })).toHaveCount(0);
    await expect(switcher(page)).toBeFocused();
  });

  test('is searched from seven boards on', async () => {
    const more = ['a', 'b', 'c', 'd'].map((letter) => ({
      id: `more000${letter}`,
      title: `Équipe ${letter}`,
    }));
    for (const { id } of more)
      await dashboard.control.putDocument(`dashboard-board-${id}`, boardOf('waiting'));
    await dashboard.control.putDocument('dashboard-boards', { boards: [...list.boards, ...more] });
    const page = await open();
    await shown(page, 'Main', 'waiting', 'offered');
    await switcher(page).click();
    await page.keyboard.type('equipe c');
    await expect(page.getByRole('option')).toHaveText(['Équipe c']);
    await page.keyboard.press('Enter');
    await shown(page, 'Équipe c', 'waiting');
  });

  test('is opened by a link in a second tab, and the last one opened comes first next time', async () => {
    const page = await open({ path: '/realtime-dashboard/support1' });
    await shown(page, 'Support', 'accepted', 'waiting');
    const second = await open({ path: '/realtime-dashboard/sales001' });
    await shown(second, 'Sales', 'offered');
    await page.reload();
    await shown(page, 'Support', 'accepted', 'waiting');
    const third = await open();
    await shown(third, 'Support', 'accepted', 'waiting');
    await expect.poll(() => new URL(third.url()).pathname).toBe('/realtime-dashboard/support1');
    const fourth = await open({ path: '/realtime-dashboard?board=main0001' });
    await shown(fourth, 'Main', 'waiting', 'offered');
  });
});

test.describe('whoever may not edit', () => {
  test.use({ setUp: { definitions, customData: { DASHBOARD_EDITOR_ROLES: 'admin' } } });

  test('chooses boards, and manages none', async () => {
    await putBoards();
    const page = await open();
    await shown(page, 'Main', 'waiting', 'offered');
    await switcher(page).click();
    await expect(page.getByRole('option')).toHaveText(['Main', 'Sales', 'Support']);
    await expect(button(page, 'New board or manage boards')).toHaveCount(0);
  });
});

test.describe('without a list of boards', () => {
  test('New board makes a board of what was shown, where nothing moves, and undo takes both away', async () => {
    const page = await open();
    await shown(page, 'Realtime Dashboard', 'waiting', 'offered', 'accepted');
    await switcher(page).click();
    await button(page, 'New board or manage boards').click();
    await page.getByLabel('Name of the new board').fill('Sales');
    await page.getByRole('radio', { name: 'Empty board' }).check();
    await button(page, 'Add board').click();
    await shown(page, 'Editing: Sales');
    await page.keyboard.press('Control+z');
    await expect.poll(() => keys(page)).toEqual(['waiting', 'offered', 'accepted']);
    await statusIs(page, 'No unsaved changes');
    await page.keyboard.press('Control+Shift+z');
    await shown(page, 'Editing: Sales');
    await button(page, 'Show Offered').click();
    await tile(page, 'offered').waitFor();
    await save(page);

    const index = (await saved('dashboard-boards')) as typeof list;
    expect(index.boards.map(({ title }) => title)).toEqual(['Realtime Dashboard', 'Sales']);
    const [first, second] = index.boards.map(({ id }) => `dashboard-board-${id}`);
    expect(first).toBe('dashboard-board-board001');
    expect(await saved(String(first))).toMatchObject({
      sections: [{ tiles: ['waiting', 'offered', 'accepted'].map((key) => ({ key })) }],
    });
    expect(await saved(String(second))).toMatchObject({ sections: [{ tiles: [{ key: 'offered' }] }] });
    // An older plugin beside it goes on showing all metrics.
    expect(await saved('dashboard-definitions')).toEqual(definitions);

    await button(page, 'Done').click();
    await shown(page, 'Sales', 'offered');
    await choose(page, 'Realtime Dashboard');
    await shown(page, 'Realtime Dashboard', 'waiting', 'offered', 'accepted');
  });

  test('nothing is stored for a board that nobody adds', async () => {
    const page = await open();
    await shown(page, 'Realtime Dashboard', 'waiting', 'offered', 'accepted');
    await button(page, 'Edit').click();
    await tile(page, 'waiting').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await save(page);
    await expect(saved('dashboard-boards')).rejects.toThrow('There is no document');
  });
});

test.describe('an editor', () => {
  test.beforeEach(putBoards);

  async function manage(page: Page): Promise<void> {
    await button(page, 'Boards').click();
    await page.getByRole('dialog', { name: 'Boards' }).waitFor();
  }
  async function edit(page: Page): Promise<void> {
    await button(page, 'Edit').click();
    await page.locator('[data-edit-status]').waitFor();
  }

  test('duplicates, renames and orders boards, and each is undone by itself', async () => {
    const page = await open();
    await shown(page, 'Main', 'waiting', 'offered');
    await edit(page);
    await manage(page);
    await page.getByLabel('Name of Sales').fill('Sales team');
    await page.keyboard.press('Enter');
    await button(page, 'Move Support up').click();
    await page.getByLabel('Name of the new board').fill('Second');
    await page.getByRole('radio', { name: 'Copy of "Main"' }).check();
    await button(page, 'Add board').click();
    await shown(page, 'Editing: Second', 'waiting', 'offered');
    await statusIs(page, '3 unsaved changes');
    await save(page);
    const titles = async (): Promise<readonly (string | undefined)[]> =>
      ((await saved('dashboard-boards')) as typeof list).boards.map(({ title }) => title);
    expect(await titles()).toEqual(['Main', 'Support', 'Sales team', 'Second']);
    await page.keyboard.press('Control+z');
    await shown(page, 'Editing: Main', 'waiting', 'offered');
    await page.keyboard.press('Control+z');
    await save(page);
    expect(await titles()).toEqual(['Main', 'Sales team', 'Support']);
  });

  test('deletes a board, undoes it, and restores it after it was saved', async () => {
    const page = await open();
    const watching = await open({ path: '/realtime-dashboard/sales001' });
    const wall = await open({ path: '/realtime-dashboard/sales001?wall' });
    await shown(watching, 'Sales', 'offered');
    await wall.locator('[data-wall] [data-tile="offered"]').waitFor();
    await shown(page, 'Main', 'waiting', 'offered');
    await edit(page);
    await manage(page);
    await button(page, 'Delete Sales').click();
    await button(page, 'Delete board').click();
    await page.getByRole('dialog', { name: 'Boards' }).getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('Control+z');
    await statusIs(page, 'No unsaved changes');
    await page.keyboard.press('Control+Shift+z');
    await save(page);
    expect(await saved('dashboard-board-sales001')).toEqual(documents['dashboard-board-sales001']);

    await shown(watching, 'Main', 'waiting', 'offered');
    await watching.getByText('The board "Sales" was deleted.').waitFor();
    await wall.locator('[data-wall] [data-tile="waiting"]').waitFor();
    await wall.getByText('The board "Sales" was deleted.').waitFor();
    await button(watching, 'Open Support').click();
    await shown(watching, 'Support', 'accepted', 'waiting');
    await expect(watching.locator('[data-board-gone]')).toHaveCount(0);

    await button(page, 'Versions').click();
    await button(page, 'Restore Sales').click();
    await page.getByRole('dialog', { name: 'Versions' }).getByRole('button', { name: 'Close' }).click();
    await save(page);
    await choose(watching, 'Sales');
    await shown(watching, 'Sales', 'offered');
  });

  test('deletes the board that is open, and is told so until it is saved', async () => {
    const page = await open();
    await shown(page, 'Main', 'waiting', 'offered');
    await edit(page);
    await manage(page);
    await button(page, 'Delete Main').click();
    await button(page, 'Delete board').click();
    await page.keyboard.press('Escape');
    await page.locator('[data-board-deleted]').waitFor();
    await button(page, 'Restore Main').click();
    await statusIs(page, 'No unsaved changes');
    await expect(page.locator('[data-board-deleted]')).toHaveCount(0);
  });

  test('deletes a tile, and its metric stays on other boards', async () => {
    const page = await open({ path: '/realtime-dashboard/sales001' });
    await shown(page, 'Sales', 'offered');
    await edit(page);
    await tile(page, 'offered').focus();
    await page.keyboard.press('Delete');
    await save(page);
    expect(await saved('dashboard-definitions')).toEqual(definitions);
    await button(page, 'Done').click();
    await choose(page, 'Main');
    await shown(page, 'Main', 'waiting', 'offered');
  });

  test('goes to another board in edit mode, and loses nothing unasked', async () => {
    const page = await open();
    await shown(page, 'Main', 'waiting', 'offered');
    await edit(page);
    await choose(page, 'Sales');
    await shown(page, 'Editing: Sales', 'offered');
    await tile(page, 'offered').focus();
    await page.keyboard.press('Alt+ArrowRight');
    await choose(page, 'Support');
    await page.getByRole('dialog', { name: 'Discard changes and open Support?' }).waitFor();
    await page.keyboard.press('Escape');
    await save(page);
    await choose(page, 'Support');
    await shown(page, 'Editing: Support', 'accepted', 'waiting');
  });

  test('meets nobody who edits another board', async () => {
    const page = await open();
    const other = await open({ path: '/realtime-dashboard/sales001' });
    await shown(page, 'Main', 'waiting', 'offered');
    await shown(other, 'Sales', 'offered');
    await edit(page);
    await edit(other);
    await tile(page, 'waiting').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await tile(other, 'offered').focus();
    await other.keyboard.press('Alt+ArrowRight');
    await save(page);
    await save(other);
    await expect(page.locator('[data-saved-meanwhile]')).toBeEmpty();
    expect(await saved('dashboard-board-main0001')).toMatchObject(boardOf('offered', 'waiting'));
    expect(await saved('dashboard-board-sales001')).toMatchObject({
      sections: [{ tiles: [{ span: { columns: 3 } }] }],
    });
  });
});

test.describe('a metric on several boards', () => {
  test.beforeEach(putBoards);

  test('says where else it stands, and becomes the board own on demand', async () => {
    const page = await open({ path: '/realtime-dashboard/sales001' });
    await shown(page, 'Sales', 'offered');
    await button(page, 'Edit').click();
    await page.locator('[data-edit-status]').waitFor();
    await tile(page, 'offered').click();
    const panel = page.locator('[data-tile-panel]');
    await panel.getByText('Also on 1 other board: Main. A change applies there too.').waitFor();
    await button(page, 'Use a copy on this board only').click();
    await expect(panel.locator('[data-on-boards]')).toHaveCount(0);
    await panel.getByRole('textbox', { name: 'Label', exact: true }).fill('Offered to sales');
    await panel.getByRole('button', { name: 'Apply' }).click();
    await save(page);
    expect(await saved('dashboard-definitions')).toMatchObject({
      offered: definitions.offered,
      'offered-2': { metric: { label: 'Offered to sales', formula: pending } },
    });
    expect(await saved('dashboard-board-sales001')).toMatchObject({
      sections: [{ tiles: [{ visual: { metric: 'offered-2' } }] }],
    });
    await button(page, 'Done').click();
    await choose(page, 'Main');
    await expect.poll(() => tile(page, 'offered').getAttribute('aria-label')).toMatch(/^Offered,/);
  });

  test('that is on no board is listed as unused, and can be deleted', async () => {
    await dashboard.control.putDocument('dashboard-board-support1', boardOf('waiting'));
    const page = await open();
    await shown(page, 'Main', 'waiting', 'offered');
    await button(page, 'Edit').click();
    await page.locator('[data-unused]').getByRole('button', { name: 'Delete Accepted' }).click();
    await expect(page.locator('[data-unused]')).toHaveCount(0);
    await save(page);
    expect(Object.keys((await saved('dashboard-definitions')) as object)).toEqual(['waiting', 'offered']);
  });
});
