/** Saving the board in the real Flex UI: what is saved, what is not, and what becomes of other people's work. */
import type { Locator, Page } from '@playwright/test';
import { mostBytes } from '../src/schema/defaults';
import { accessibilityFaults } from './support/accessibilityFaults';
import { tile, type Dashboard, type OpenedPage } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

type Entries = Readonly<Record<string, { readonly metric: Readonly<Record<string, unknown>> }>>;

const pending = 'data.workspace_statistics.realtime.tasks_by_status.pending';
const metric = (label: string, rest: object = {}) => ({ metric: { label, formula: pending, ...rest } });
/** With what no version of ours knows: it has to be there after saving. */
const definitions = {
  waiting: { metric: { ...metric('Waiting').metric, colour_of_2031: 'teal' }, note: 'by Anna' },
  offered: metric('Offered', { section: 'Today' }),
  accepted: metric('Accepted', { section: 'Today' }),
};

const settings = { title: 'Floor', of_2031: true };

const ofFlexWhileOffline =
  /ERR_INTERNET_DISCONNECTED|WebSocket error occurred|setDegradedMode|TaskRouter Worker client/;

let dashboard: Dashboard;
let opened: OpenedPage[] = [];
let page: Page;
test.use({ setUp: { definitions } });
test.beforeEach(async ({ dashboard: started }) => {
  dashboard = started;
  opened = [];
  await dashboard.control.putDocument('dashboard-board', settings);
  page = await openAs('supervisor');
});
test.afterEach(() => {
  const complaints = opened.flatMap((person) => person.complaints);
  expect(complaints.filter((complaint) => !ofFlexWhileOffline.test(complaint))).toEqual([]);
});

/** Each person has a page; a browser slows down all but the one in front. */
async function openAs(role: string): Promise<Page> {
  const person = await dashboard.open({ role });
  opened.push(person);
  return person.page;
}
const openTheirs = (): Promise<Page> => openAs('admin');

const button = (name: string | RegExp, on: Page = page): Locator =>
  on.getByRole('button', { name, exact: true });
const dialog = (name: string, on: Page = page): Locator => on.getByRole('dialog', { name, exact: true });
const saved = async (name = 'dashboard-definitions'): Promise<Entries> =>
  (await dashboard.control.getDocument(name)) as Entries;
const status = (on: Page = page): Promise<string> => on.locator('[data-edit-status]').innerText();
const statusIs = (text: string | RegExp, on: Page = page): Promise<void> =>
  expect.poll(() => status(on)).toMatch(text);
const labelIs = (key: string, label: string, on: Page = page): Promise<void> =>
  expect.poll(() => tile(on, key).getAttribute('aria-label')).toMatch(`${label}, `);

/** Begins to edit what was put into Sync for this test. */
async function edit(on: Page = page): Promise<void> {
  await on.bringToFront();
  await labelIs('waiting', 'Waiting', on);
  await labelIs('offered', 'Offered', on);
  await tile(on, 'accepted').waitFor();
  await button('Edit', on).click();
  await on.locator('[data-edit-status]').waitFor();
}

/** Gives a tile another label, or whatever else its panel has a field for. */
async function change(key: string, value: string, field = 'Label', on: Page = page): Promise<void> {
  await on.bringToFront();
  await tile(on, key).click();
  const input = on.locator('[data-tile-panel]').getByRole('textbox', { name: field, exact: true });
  if (field === 'Description') await on.getByText('Advanced', { exact: true }).click();
  // It is open where the formula is broken.
  if (field === 'Formula' && !(await input.isVisible()))
    await on.getByText('Formula and format', { exact: true }).click();
  await input.fill(value);
  await button('Apply', on).click();
}

async function save(on: Page = page): Promise<void> {
  await on.bringToFront();
  await button('Save', on).click();
}

test('restyles a tile and saves nothing else', nightly, async () => {
  const theirs = await openTheirs();
  await edit();
  expect(await status()).toBe('No unsaved changes');
  await tile(page, 'waiting').click();
  await page.getByLabel('Warning above').fill('5');
  await page.getByLabel('Label').fill('Calls waiting');
  await button('Apply').click();
  expect(await status()).toBe('1 unsaved change');
  expect(await saved()).toEqual(definitions);

  await save();
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
  await labelIs('waiting', 'Calls waiting', theirs);
});

test('keeps what is not saved while Flex shows another view, asks before the page goes, and lets go only when told to', async () => {
  await edit();
  await change('accepted', 'Mine');
  await page.getByRole('link', { name: 'Agent Desktop' }).click();
  await page.locator('[data-edit-status]').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Realtime Dashboard' }).click();
  await statusIs('1 unsaved change');
  await button('Undo').click();
  await button('Redo').click();

  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await labelIs('accepted', 'Mine');

  await button('Discard').click();
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  await button('Discard changes').click();
  await button('Edit').waitFor();
  expect(await saved()).toEqual(definitions);
  const isAsked = await page.evaluate(
    () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })),
  );
  expect(isAsked).toBe(false);
});

test(
  'does not save a tile that no document has room for, and says which it is and what helps',
  nightly,
  async () => {
    await edit();
    await change('waiting', 'x'.repeat(mostBytes), 'Description');
    await save();
    const refusal = dialog('Can’t save yet');
    await refusal.getByText(/bytes too large for Twilio Sync\. Its largest tiles: Waiting, /).waitFor();
    expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
    await button('Go back').click();
    expect(await saved()).toEqual(definitions);
    await change('waiting', 'Short', 'Description');
    await save();
    await statusIs('Saved');
    expect((await saved()).waiting?.metric).toEqual({ ...definitions.waiting.metric, description: 'Short' });
  },
);

test('saves a tile in a further document, which everybody sees, given a board whose document is full', async () => {
  const theirs = await openTheirs();
  const full = { ...definitions, full: metric('Full', { description: 'x'.repeat(mostBytes - 700) }) };
  await dashboard.control.putDocument('dashboard-definitions', full);
  await tile(page, 'full').waitFor();
  await edit();
  await change('offered', 'y'.repeat(500), 'Description');
  await save();
  await statusIs('Saved');
  const { offered, ...rest } = full;
  expect(await saved()).toEqual(rest);
  expect(await saved('dashboard-definitions-2')).toMatchObject({
    offered: { metric: { ...offered.metric, description: 'y'.repeat(500) } },
  });
  expect(await saved('dashboard-board')).toEqual({
    ...settings,
    definitionDocuments: ['dashboard-definitions-2'],
  });
  await labelIs('offered', 'Offered', theirs);
});

test('brings together what two people change at once, and tells each of the other', async () => {
  const theirs = await openTheirs();
  await edit();
  await edit(theirs);
  await change('waiting', 'Mine');
  await change('offered', 'Theirs', 'Label', theirs);
  await save(theirs);
  await statusIs('Saved', theirs);
  await page.getByText('Somebody else saved 1 change meanwhile: Theirs. Your changes are kept').waitFor();
  expect(await accessibilityFaults(page, '[data-saved-meanwhile]')).toEqual([]);
  // The board is longer than this window, and scrolls in it; the line stays in sight.
  await page.setViewportSize({ width: 700, height: 520 });
  const line = page.locator('[data-saved-meanwhile]');
  await expect
    .poll(() => line.evaluate((each) => each.getBoundingClientRect().bottom < window.innerHeight))
    .toBe(true);
  await page.setViewportSize({ width: 1440, height: 900 });
  await save();
  await statusIs('Saved, together with changes by someone else');
  expect(await saved()).toEqual({
    ...definitions,
    waiting: { ...definitions.waiting, metric: { ...definitions.waiting.metric, label: 'Mine' } },
    offered: metric('Theirs', { section: 'Today' }),
  });
  await labelIs('offered', 'Theirs');
  await theirs.bringToFront();
  await button('Merge now', theirs).click();
  await labelIs('waiting', 'Mine', theirs);
  expect(await status(theirs)).not.toMatch(/\d unsaved/);
});

test('shows both versions of what two people changed, and saves what is chosen', async () => {
  const theirs = await openTheirs();
  await edit();
  await edit(theirs);
  for (const [label, on] of [
    ['Theirs', theirs],
    ['Mine', page],
  ] as const) {
    await change('waiting', label, 'Label', on);
    await change('offered', label, 'Label', on);
  }
  await change('accepted', 'Mine');
  await save(theirs);
  await statusIs('Saved', theirs);
  const before = await saved();
  await save();
  const conflict = dialog('Conflicting changes');
  await conflict.getByText('2 conflicting changes').waitFor();
  expect(await saved()).toEqual(before);
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  const [first, second] = [conflict.getByRole('group').nth(0), conflict.getByRole('group').nth(1)];
  expect(await first.getByRole('row').nth(1).innerText()).toMatch(/Label\s+Mine\s+Theirs/);
  await second.getByRole('button', { name: 'Use theirs' }).click();
  await first.getByRole('button', { name: 'Keep mine' }).click();
  await conflict.getByRole('button', { name: 'Save' }).click();
  await statusIs(/^Saved/);
  expect(Object.entries(await saved()).map(([key, entry]) => [key, entry.metric.label])).toEqual([
    ['waiting', 'Mine'],
    ['offered', 'Theirs'],
    ['accepted', 'Mine'],
  ]);
});

test('does not save what is wrong, and asks about what does not fit the numbers of now', async () => {
  await edit();
  await change('waiting', '1 +', 'Formula');
  await save();
  await dialog('Can’t save yet').waitFor();
  expect(await button('Save anyway').count()).toBe(0);
  await button('Go back').click();

  await change('waiting', "waiting(queue('Nobody'))", 'Formula');
  await save();
  await page.getByText('Waiting: There is no queue “Nobody” here.').waitFor();
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  await button('Save anyway').click();
  await statusIs('Saved');
});

test('shows an earlier version before it is restored, also one that was put there by hand, and can undo that', async () => {
  await edit();
  await change('accepted', 'First');
  await save();
  await statusIs('Saved');
  const byHand = { ...definitions, waiting: metric('By hand') };
  await dashboard.control.putDocument('dashboard-definitions', byHand);
  await change('offered', 'Second');
  await save();
  await statusIs(/^Saved/);

  await button('Versions').click();
  const versions = dialog('Versions');
  const entries = versions.getByRole('listitem');
  await entries.nth(3).waitFor();
  expect(await entries.count()).toBe(4);
  expect(
    (await entries.allInnerTexts()).map((entry) => entry.endsWith('edited outside the dashboard')),
  ).toEqual([false, true, false, true]);
  await entries.nth(1).getByRole('button').click();
  await versions.getByRole('img', { name: /^By hand/ }).waitFor();
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  await button('Restore this version').click();
  await labelIs('offered', 'Offered');
  await page.keyboard.press('Control+z');
  await labelIs('offered', 'Second');
  expect(await status()).not.toMatch(/\d unsaved/);
  await page.keyboard.press('Control+Shift+z');
  await save();
  await statusIs('Saved');
  expect(await saved()).toEqual(byHand);
});

test('saves nothing while offline, says so, and saves when asked again after the network is back', async () => {
  await edit();
  await change('waiting', 'Mine');
  const disconnected = page.locator('[data-board-status=disconnected]');
  await page.context().setOffline(true);
  await disconnected.waitFor();
  await save();
  await statusIs(
    'Not saved: there is no connection. Your changes are still here; save again when it is back.',
  );
  await labelIs('waiting', 'Mine');
  await page.context().setOffline(false);
  await disconnected.waitFor({ state: 'detached' });
  await statusIs('The connection is back. Your changes are not saved yet: save again.');
  expect(await saved()).toEqual(definitions);
  await save();
  await statusIs('Saved');
  expect((await saved()).waiting?.metric.label).toBe('Mine');
});
