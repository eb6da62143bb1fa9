/** A board of every visual, from Sync documents, at a desk and on a wall in the real Flex UI. */
import type { Locator, Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults';
import { setTheme } from './support/setTheme';
import { expect, test } from './support/test';

const definitions = {
  waiting: {
    metric: {
      label: 'Waiting now',
      formula: '12',
      firstThresholdValue: 10,
      firstThresholdStyle: 'Error Strong',
    },
  },
  level: {
    metric: {
      label: 'Service level',
      formula: '73',
      format: 'percent',
      firstThresholdValue: 75,
      firstThresholdStyle: 'Warn',
      invertThresholds: true,
    },
  },
};
const tiles = [
  { key: 't1', visual: { kind: 'number', metric: 'waiting' } },
  { key: 't2', visual: { kind: 'gauge', metric: 'level', target: 80 } },
  {
    key: 't3',
    label: 'Agents',
    span: { columns: 4, rows: 1 },
    visual: {
      kind: 'breakdown',
      parts: '{ Lunch: 12, "On a task": 5, Free: 2, Training: 0 }',
      unit: 'logged in',
    },
  },
  {
    key: 't4',
    label: 'Notice',
    visual: { kind: 'text', text: 'Website down. Read the script.', level: 'critical' },
  },
  { key: 't5', label: 'Manila', visual: { kind: 'clock', timeZone: 'Asia/Manila' } },
  { key: 't6', label: 'Later', visual: { kind: 'hologram', metric: 'waiting' } },
];
const said: readonly (RegExp | string)[] = [
  'Waiting now, 12, Critical, over 10',
  'Service level, 73%, Warning, under 75%, target 80%',
  'Agents, 19 logged in, Lunch 12, On a task 5, Free 2',
  'Notice, Website down. Read the script., Critical',
  /^Manila, \d\d:\d\d$/,
  /^Later, ERR, Definition error, This version has no visual "hologram"/,
];

test.use({ setUp: { definitions } });
test.beforeEach(async ({ dashboard }) => {
  await dashboard.control.putDocument('dashboard-board-k3f9x2ab', { sections: [{ title: 'Now', tiles }] });
  await dashboard.control.putDocument('dashboard-boards', { boards: [{ id: 'k3f9x2ab', title: 'Main' }] });
  await dashboard.control.post('settled');
});

const tilesOf = (page: Page): Locator => page.locator('.tile');

async function expectEachToSayItsOwn(page: Page): Promise<void> {
  await expect(tilesOf(page)).toHaveCount(said.length);
  for (const [index, sentence] of said.entries())
    await expect.soft(tilesOf(page).nth(index)).toHaveAttribute('aria-label', sentence);
}

/** Tiles whose content is larger than they are, by their sentence. */
const cutOff = (page: Page): Promise<readonly (string | null)[]> =>
  tilesOf(page).evaluateAll((all) =>
    all
      .filter((tile) =>
        [...tile.children].some(
          (part) => part.getBoundingClientRect().bottom > tile.getBoundingClientRect().bottom + 1,
        ),
      )
      .map((tile) => tile.getAttribute('aria-label')),
  );

test('shows every visual at a desk, in both themes, without a fault that axe finds', async ({
  dashboard,
}) => {
  const { page, complaints } = await dashboard.open();
  await expectEachToSayItsOwn(page);
  expect(await cutOff(page)).toEqual([]);
  expect(await accessibilityFaults(page, '.tile-grid')).toEqual([]);

  await setTheme(page, 'dark');
  expect(await accessibilityFaults(page, '.tile-grid')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('shows every visual on a wall, each within its tile', async ({ dashboard }) => {
  const { page, complaints } = await dashboard.open({
    path: '/realtime-dashboard?wall',
    width: 1920,
    height: 1080,
  });
  await expectEachToSayItsOwn(page);
  expect(await cutOff(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('opens a tile to all that it shows, by keyboard, and comes back to it', async ({ dashboard }) => {
  const { page } = await dashboard.open();
  await tilesOf(page).nth(2).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Agents' });
  await expect(dialog).toContainText('12 · 63%');
  await page.keyboard.press('Escape');
  await expect(tilesOf(page).nth(2)).toBeFocused();
});
