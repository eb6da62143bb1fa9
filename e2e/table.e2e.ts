/** A table of queues in a lunch rush, from Sync documents, at a desk and on a wall in the real Flex UI. */
import type { Locator, Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults';
import { setTheme } from './support/setTheme';
import { expect, test } from './support/test';

/** Name, waiting, longest wait, free agents, service level, abandoned. */
const queues: readonly (readonly [string, number, number, number, number | null, number | null])[] = [
  ['Callbacks', 0, 0, 0, null, null],
  ['Chat', 3, 38, 0, 90, 4.9],
  ['Premium', 1, 21, 0, 94, 3.1],
  ['Support', 31, 245, 0, 61, 14.4],
  ['Returns and exchanges of orders from the shop in the city', 1, 9, 0, 89, 5.1],
  ['Sales', 0, 0, 2, 96, 4.2],
  ['Billing', 9, 107, 0, 78, 9.3],
  ['Orders', 0, 0, 1, 94, 3.8],
  ...Array.from({ length: 12 }, (_, index) => [`Region ${index + 1}`, 0, 0, 1, 100, 0] as const),
];
const list = queues.map(([friendly_name, n, wait, free, level, lost]) => ({
  friendly_name,
  n,
  wait,
  free,
  level,
  lost,
}));
const limits = (first: number, second: number) => ({
  firstThresholdValue: first,
  firstThresholdStyle: 'Warn',
  secondThresholdValue: second,
  secondThresholdStyle: 'Error',
});
const table = {
  kind: 'table',
  rows: JSON.stringify(list),
  title: 'Queue',
  columns: [
    { label: 'Waiting', formula: 'row.n', ...limits(5, 10) },
    { label: 'Longest', formula: 'row.wait || null', format: 'seconds', ...limits(90, 120) },
    { label: 'Free agents', formula: 'row.free' },
    {
      label: 'Service level',
      formula: 'row.level',
      format: 'percent',
      ...limits(80, 70),
      invertThresholds: true,
    },
    { label: 'Abandoned', formula: 'row.lost', format: 'percent', decimals: 1, ...limits(10, 20) },
  ],
};
const tiles = [
  { key: 'queues', label: 'Queues', span: { columns: 8, rows: 3 }, visual: table },
  { key: 'waiting', visual: { kind: 'number', metric: 'waiting' } },
];
const said =
  'Queues, 20 rows, Critical, Support: Waiting 31, Critical, Longest 4 minutes, 5 seconds, Critical, Service level 61%, Critical, Abandoned 14.4%, Warning, Billing: Waiting 9, Warning, Longest 1 minute, 47 seconds, Warning, Service level 78%, Warning, Chat: Waiting 3';

test.use({ setUp: { definitions: { waiting: { metric: { label: 'Waiting now', formula: '45' } } } } });
test.beforeEach(async ({ dashboard }) => {
  await dashboard.control.putDocument('dashboard-board-k3f9x2ab', { sections: [{ title: 'Now', tiles }] });
  await dashboard.control.putDocument('dashboard-boards', { boards: [{ id: 'k3f9x2ab', title: 'Main' }] });
  await dashboard.control.post('settled');
});

const tile = (page: Page): Locator => page.locator('.tile', { has: page.locator('.data-table') });
const names = (within: Locator): Promise<readonly string[]> => within.locator('tbody th').allInnerTexts();

/** Rows and cells that reach out of the tile. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  tile(page).evaluate((element) => {
    const { right, bottom } = element.getBoundingClientRect();
    return [...element.querySelectorAll('tr, td, .tile-foot')]
      .filter((part) => {
        const box = part.getBoundingClientRect();
        return box.bottom > bottom || box.right > right;
      })
      .map(({ textContent }) => textContent ?? '');
  });

test('shows the worst rows that fit at a desk, in both themes, without a fault that axe finds', async ({
  dashboard,
}) => {
  const { page, complaints } = await dashboard.open();
  await expect(tile(page)).toHaveAttribute('aria-label', said);
  expect((await names(tile(page))).slice(0, 3)).toEqual(['Support', 'Billing', 'Chat']);
  await expect(tile(page)).toContainText(/\d+ more, none critical/);
  expect(await cutOff(page)).toEqual([]);
  expect(await accessibilityFaults(page, '.tile-grid')).toEqual([]);

  await setTheme(page, 'dark');
  expect(await accessibilityFaults(page, '.tile-grid')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('sorts by a heading with the keyboard, and back to the worst first', async ({ dashboard }) => {
  const { page } = await dashboard.open();
  const heading = tile(page).getByRole('button', { name: 'Queue', exact: true });
  await heading.focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await names(tile(page)))[0]).toBe('Billing');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await names(tile(page)))[0]).toBe('Support');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await names(tile(page)))[1]).toBe('Billing');
  await expect(heading).toBeFocused();
});

test('opens to all rows and columns by keyboard, and comes back', async ({ dashboard }) => {
  const { page } = await dashboard.open();
  const open = tile(page).getByRole('button', { name: 'Open Queues' });
  await open.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Queues' });
  await expect(dialog.locator('tbody tr')).toHaveCount(20);
  await expect(dialog).toContainText('over 2:00');
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(open).toBeFocused();
});

test('shows at most eight rows and four columns on a wall, each within the tile', async ({ dashboard }) => {
  const { page, complaints } = await dashboard.open({
    path: '/realtime-dashboard?wall',
    width: 1920,
    height: 1080,
  });
  await expect(tile(page)).toHaveAttribute('aria-label', said);
  expect((await names(tile(page))).length).toBeLessThanOrEqual(8);
  expect(await tile(page).locator('thead th').count()).toBeLessThanOrEqual(5);
  expect(await cutOff(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
