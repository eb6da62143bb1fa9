/** Changing the board in the real Flex UI: tiles and sections are made, mended, moved and removed, and all of it is undone. */
import type { Locator } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults';
import { tile as tileOf, type Dashboard, type OpenedPage } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

const pending = 'data.workspace_statistics.realtime.tasks_by_status.pending';
const metric = (label: string, rest: object = {}) => ({ metric: { label, formula: pending, ...rest } });
const definitions = {
  waiting: metric('Waiting'),
  offered: metric('Offered', { section: 'Today' }),
  accepted: metric('Accepted', { section: 'Today' }),
  misspelt: metric('Misspelt', { section: 'Today', formula: pending.replace('pending', 'pendng') }),
};

let dashboard: Dashboard;
let opened: OpenedPage;
test.use({ setUp: { definitions } });
test.beforeEach(async ({ dashboard: started }) => {
  dashboard = started;
  await dashboard.control.post('tasks', { count: 2, queue: 'Support' });
  await dashboard.control.post('settled');
  opened = await dashboard.open();
  await expect.poll(board).toEqual(begun);
});
test.afterEach(() => expect(opened.complaints).toEqual([]));

const button = (name: string | RegExp): Locator => opened.page.getByRole('button', { name, exact: true });
const panel = (): Locator => opened.page.locator('[data-tile-panel]');
const tile = (key: string): Locator => tileOf(opened.page, key);
const press = (key: string): Promise<void> => opened.page.keyboard.press(key);
const type = (text: string): Promise<void> => opened.page.keyboard.type(text);
const formula = (): Locator => panel().getByRole('textbox', { name: 'Formula', exact: true });
const reads = (key: string): Promise<string> => tile(key).innerText();
const hasFocus = (element: Locator): Promise<boolean> =>
  element.evaluate((each) => each === document.activeElement);
const said = (): Promise<string> => opened.page.locator('main > * > [data-edit-said]').innerText();
const saved = async (): Promise<Record<string, unknown>> =>
  (await dashboard.control.getDocument('dashboard-definitions')) as Record<string, unknown>;
const status = (): Promise<string> => opened.page.locator('[data-edit-status]').innerText();
const edit = async (): Promise<void> => {
  await button('Edit').click();
  await opened.page.locator('[data-edit-mode]').waitFor();
};
const save = async (): Promise<void> => {
  await button('Save').click();
  await expect.poll(() => status()).toBe('Saved');
};

/** What stands where: each section with the keys of its tiles, and which are wider than others of their row. */
const board = (): Promise<readonly string[]> =>
  opened.page.locator('main section').evaluateAll((sections) =>
    sections.map((section) => {
      const tiles = [...section.querySelectorAll<HTMLElement>('[data-tile]')].map((each) => {
        const { top, width } = each.getBoundingClientRect();
        return { key: each.dataset.tile, top, width };
      });
      const isWide = ({ top, width }: { readonly top: number; readonly width: number }): boolean =>
        tiles.some((other) => other.top === top && width > 1.5 * other.width);
      return [
        `${section.querySelector('h2')?.textContent ?? ''}:`,
        ...tiles.map((each) => `${each.key}${isWide(each) ? ' (wide)' : ''}`),
      ].join(' ');
    }),
  );
const begun = [': waiting', 'Today: offered accepted misspelt'];

test('makes a metric from scratch by the mouse, beside the tile that was looked at last', async () => {
  await edit();
  await tile('offered').click();
  await button('Cancel').click();
  await button('Add tile').click();
  await button('Start from scratch').click();
  const label = panel().getByLabel('Label');
  expect(await hasFocus(label)).toBe(true);
  await type('Support now');
  await formula().click();
  await press('Control+a');
  await type("waiting('Support')");
  await expect.poll(() => reads('new-tile')).toMatch(/^Support now\s+2/);
  await panel().getByLabel('Warning above').click();
  await type('1');
  await expect.poll(() => reads('new-tile')).toContain('Warning');
  await button('Apply').click();
  expect(await board()).toEqual([begun[0], 'Today: offered new-tile accepted misspelt']);
  expect(await hasFocus(tile('new-tile'))).toBe(true);
  await save();
  expect((await saved())['new-tile']).toMatchObject({
    metric: { label: 'Support now', formula: "waiting('Support')", section: 'Today', firstThresholdValue: 1 },
  });
});

test('mends a broken metric: says what is wrong and where, and shows the value once it is right', async () => {
  await edit();
  await tile('misspelt').click();
  await panel().getByText('has no "pendng"').first().waitFor();
  await expect.poll(() => formula().getAttribute('aria-invalid')).toBe('true');
  const mistake = panel().locator('.formula-mistake');
  expect(await mistake.innerText()).toBe('pendng');
  expect(await reads('misspelt')).toContain('ERR');
  expect(await accessibilityFaults(opened.page, '[data-tile-panel]')).toEqual([]);

  await formula().fill(pending);
  await mistake.waitFor({ state: 'detached' });
  expect(await formula().getAttribute('aria-invalid')).toBeNull();
  await panel()
    .getByText(/^Now 2$/)
    .waitFor();
  expect(await reads('misspelt')).toMatch(/^Misspelt\s+2/);
  await button('Apply').click();
  await save();
  expect(await saved()).toEqual({
    ...definitions,
    misspelt: { metric: { ...definitions.misspelt.metric, formula: pending } },
  });
});

test('makes and saves a metric by the keyboard alone, taking what is suggested', async () => {
  const { page } = opened;
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    document.body.dataset.pointers = '0';
    const count = (): void =>
      void (document.body.dataset.pointers = String(Number(document.body.dataset.pointers) + 1));
    window.addEventListener('pointerdown', count, true);
  });
  /** Tab until that has the focus, as somebody does who cannot point. */
  const tabTo = async (element: Locator, key = 'Tab'): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      if ((await element.count()) === 1 && (await hasFocus(element))) return;
      await press(key);
    }
    throw new Error('Tab does not come to it.');
  };
  /** Types the beginning of a name, and takes the suggestion. */
  const complete = async (beginning: string): Promise<void> => {
    await type(beginning);
    const suggestions = opened.page.locator('.formula-suggestions');
    await suggestions.locator('[aria-selected="true"]').waitFor();
    await press('Enter');
    await suggestions.waitFor({ state: 'detached' });
  };
  await tabTo(button('Edit'));
  await press('Enter');
  await tabTo(button('Add tile'));
  await press('Enter');
  await tabTo(button('Start from scratch'));
  await press('Enter');
  await type('By the keyboard');
  await tabTo(formula());
  await press('Control+a');
  for (const beginning of ['data.workspace_s', '.real', '.tasks_by_s', '.pend']) await complete(beginning);
  await tabTo(panel().getByLabel('Warning above'));
  await type('1');
  await tabTo(panel().getByText('Advanced', { exact: true }));
  await press('Enter');
  await tabTo(panel().getByLabel('First threshold style'));
  await press('ArrowDown');
  await press('Control+Enter');
  await panel().waitFor({ state: 'detached' });
  expect(await hasFocus(tile('new-tile'))).toBe(true);
  expect(await said()).toMatch(/: added, 4 of 4 in Today$/);
  await tabTo(button('Save'), 'Shift+Tab');
  await press('Enter');
  await expect.poll(() => status()).toBe('Saved');
  expect((await saved())['new-tile']).toMatchObject({
    metric: {
      label: 'By the keyboard',
      formula: pending,
      firstThresholdValue: 1,
      firstThresholdStyle: 'Error',
    },
  });
  expect(await page.evaluate(() => document.body.dataset.pointers)).toBe('0');
});

test('moves and removes tiles by keys, with the focus on what was moved, and says what became of them', async () => {
  await edit();
  await tile('accepted').focus();
  await press('Shift+ArrowLeft');
  expect(await said()).toBe('Accepted: now 1 of 3 in Today');
  await press('Shift+ArrowUp');
  expect(await said()).toBe('Accepted: now 2 of 2, before all sections');
  expect(await hasFocus(tile('accepted'))).toBe(true);
  await press('Delete');
  expect(await said()).toBe('Accepted: removed');
  expect(await hasFocus(tile('waiting'))).toBe(true);
  expect(await board()).toEqual([begun[0], 'Today: offered misspelt']);
  await press('Control+z');
  expect(await said()).toBe('Undone. Accepted: added, 2 of 2, before all sections');
});

test('moves a tile by the mouse without opening it', async () => {
  await edit();
  const { mouse } = opened.page;
  const from = await tile('accepted').boundingBox();
  const to = await tile('waiting').boundingBox();
  if (!from || !to) throw new Error('A tile is not drawn.');
  await mouse.move(from.x + 20, from.y + 20);
  await mouse.down();
  await mouse.move(to.x + 60, to.y + 40);
  await mouse.move(to.x + 10, to.y + 20);
  await mouse.up();
  expect(await panel().count()).toBe(0);
  expect(await board()).toEqual([': accepted waiting', 'Today: offered misspelt']);
});

test('undoes all that can be done to tiles and sections, down to the board that was saved, and does it again', async () => {
  await edit();
  const seen: (readonly string[])[] = [];
  const look = async (): Promise<void> => void seen.push(await board());
  await look();

  await tile('offered').click();
  await button('Duplicate').click();
  await panel().getByLabel('Width in columns').selectOption('4');
  await button('Apply').click();
  expect(await hasFocus(tile('copy-of-offered'))).toBe(true);
  expect(await board()).toEqual([begun[0], 'Today: offered copy-of-offered (wide) accepted misspelt']);

  await tile('accepted').click();
  await button('Delete').click();
  expect(await panel().count()).toBe(0);
  expect(await hasFocus(tile('misspelt'))).toBe(true);
  await look();

  await button('Add section').click();
  await type('Later');
  await press('Enter');
  await button('Move section Later up').click();
  expect(await said()).toBe('Sections: Later, Today');
  // It can go no further up, so that the way back is what has the focus.
  expect(await hasFocus(button('Move section Later down'))).toBe(true);
  await button('Rename section Today').click();
  await type('This day');
  await press('Enter');
  expect(await hasFocus(button('Rename section This day'))).toBe(true);
  await look();

  await tile('offered').focus();
  await press('Control+c');
  await tile('waiting').focus();
  await press('Control+v');
  await tile('offered-2').waitFor();
  expect(await hasFocus(tile('offered-2'))).toBe(true);
  await look();
  const two = JSON.stringify({ x: metric('Pasted'), y: metric('Pasted') });
  await tile('misspelt').evaluate((each, text) => {
    (each as HTMLElement).focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    each.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, two);
  await look();
  await button('Rename section This day').click();
  await button('Remove the section, keep its tiles').click();
  await look();
  expect(seen).toEqual([
    begun,
    [': waiting', 'Today: offered copy-of-offered (wide) misspelt'],
    [': waiting', 'Later:', 'This day: offered copy-of-offered (wide) misspelt'],
    [': waiting offered-2', 'Later:', 'This day: offered copy-of-offered (wide) misspelt'],
    [': waiting offered-2', 'Later:', 'This day: offered copy-of-offered (wide) misspelt pasted pasted-2'],
    [': waiting offered-2 offered copy-of-offered (wide) misspelt pasted pasted-2', 'Later:'],
  ]);
  expect(await accessibilityFaults(opened.page, 'main')).toEqual([]);

  let steps = 0;
  for (; await button('Undo').isEnabled(); steps += 1) await button('Undo').click();
  expect(steps).toBe(8);
  expect(await board()).toEqual(begun);
  expect(await status()).toBe('No unsaved changes');
  for (; await button('Redo').isEnabled(); steps -= 1) await button('Redo').click();
  expect(steps).toBe(0);
  expect(await board()).toEqual(seen[seen.length - 1]);
  expect(await saved()).toEqual(definitions);
});

test(
  'keeps the tile in sight wherever the form is scrolled to, in a wide window and in a narrow one',
  nightly,
  async () => {
    await edit();
    await tile('waiting').click();
    await panel().getByText('Advanced', { exact: true }).click();
    for (const size of [
      { width: 1440, height: 900 },
      { width: 700, height: 900 },
      { width: 390, height: 760 },
    ]) {
      await opened.page.setViewportSize(size);
      await panel().getByLabel('Description').scrollIntoViewIfNeeded();
      const seen = await tile('waiting').evaluate((each) => {
        const { left, right, top, bottom } = each.getBoundingClientRect();
        const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return each.contains(middle) && right <= window.innerWidth;
      });
      expect([size.width, seen]).toEqual([size.width, true]);
      expect(await accessibilityFaults(opened.page, '[data-tile-panel]')).toEqual([]);
    }
    await button('Apply').click();
    expect(await accessibilityFaults(opened.page, 'main')).toEqual([]);
  },
);
