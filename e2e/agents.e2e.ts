/** Agents live, in the real Flex UI with its own twilio-sync, from the emulated contact centre to a tile. */
import type { Locator, Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults';
import type { Dashboard } from './support/startDashboard';
import { expect, test } from './support/test';

const columns = [
  { label: 'Activity', formula: 'row.activity' },
  { label: 'Since', formula: 'secondsSince(row.since)', format: 'seconds' },
  { label: 'Team', formula: 'row.team' },
];
/** Three and six seconds. */
const limits = 'Lunch Break: 0.05, 0.1';
const tileOf = (part: object = {}) => ({
  key: 'agents',
  label: 'Team',
  span: { columns: 8, rows: 4 },
  visual: { kind: 'agents', limits, columns, ...part },
});

const showTiles = async ({ control }: Dashboard, ...tiles: readonly object[]): Promise<void> => {
  await control.putDocument('dashboard-board-k3f9x2ab', { sections: [{ title: 'Now', tiles }] });
  await control.putDocument('dashboard-boards', { boards: [{ id: 'k3f9x2ab', title: 'Main' }] });
};
const setActivity = ({ control }: Dashboard, worker: string, activity: string): Promise<unknown> =>
  control.post('worker-activity', { worker, activity });

const definitions = {
  one: { metric: { label: 'One', formula: '1' } },
  lunch: { metric: { label: 'At lunch', formula: "activity('Lunch Break')" } },
};
test.use({ setUp: { definitions } });

const tile = (page: Page): Locator => page.locator('[data-tile="agents"]');
const rowOf = (page: Page, name: string): Locator => tile(page).locator('tbody tr', { hasText: name });
const names = (page: Page): Promise<readonly string[]> => tile(page).locator('tbody th').allInnerTexts();

test('an agent over the lunch limit turns amber, then red, and comes first', async ({ dashboard }) => {
  await showTiles(dashboard, tileOf());
  const { page, complaints } = await dashboard.open();
  await expect(tile(page)).toHaveAttribute('aria-label', 'Team, 4 agents');
  await setActivity(dashboard, 'daniel.kim@example.com', 'Lunch Break');
  await expect(rowOf(page, 'Daniel Kim')).toContainText('Warning · over 0:03');
  await expect(rowOf(page, 'Daniel Kim')).toContainText('Critical · over 0:06');
  expect((await names(page))[0]).toBe('Daniel Kim');
  await expect(tile(page)).toHaveAttribute('aria-label', 'Team, 4 agents, Critical');
  expect(await accessibilityFaults(page, '.tile-grid')).toEqual([]);
  await setActivity(dashboard, 'daniel.kim@example.com', 'Offline');
  await expect(tile(page)).toHaveAttribute('aria-label', 'Team, 3 agents');
  expect(complaints).toEqual([]);
});

test('no query is asked unless a tile reads agents, and then two', async ({ dashboard }) => {
  await showTiles(dashboard, { key: 'one', visual: { kind: 'number', metric: 'one' } });
  const { page } = await dashboard.open();
  await expect(page.locator('[data-tile="one"]')).toContainText('1');
  const asked = async (): Promise<readonly unknown[]> =>
    (await dashboard.control.journal({ hop: 'live-query' })).map(({ details }) => details.index);
  expect(await asked()).toEqual([]);
  await showTiles(dashboard, tileOf());
  await expect(tile(page)).toHaveAttribute('aria-label', 'Team, 4 agents');
  expect(await asked()).toEqual(['tr-worker', 'tr-reservation']);
});

test('agents are marked while the connection is lost, and catch up', async ({ dashboard }) => {
  await showTiles(dashboard, tileOf());
  const { page } = await dashboard.open();
  await expect(tile(page)).toHaveAttribute('aria-label', 'Team, 4 agents');
  await dashboard.control.post('sockets/refuse', { seconds: 8 });
  await expect(tile(page)).toHaveAttribute('aria-label', /Stale/);
  await setActivity(dashboard, 'elena.petrova@example.com', 'Available');
  await expect(tile(page)).toHaveAttribute('aria-label', 'Team, 5 agents', { timeout: 30_000 });
});

test('a refused query is explained, and asked again', async ({ dashboard }) => {
  await showTiles(dashboard, tileOf());
  await dashboard.control.post('faults', { target: 'live-query', times: 2, status: 403, code: 54007 });
  const { page } = await dashboard.open();
  await expect(tile(page)).toContainText('does not let this user query them');
  await expect(tile(page)).toHaveAttribute('aria-label', 'Team, 4 agents', { timeout: 20_000 });
});

test('more agents than one answer holds are asked for by team', async ({ dashboard }) => {
  await dashboard.control.post('live-queries', { atMost: 200 });
  await dashboard.control.post('workers', { count: 296, activity: 'Available' });
  await showTiles(dashboard, tileOf());
  const { page } = await dashboard.open();
  await expect(tile(page)).toHaveAttribute('aria-label', 'Team, 300 agents');
});

test('a wall shows initials, unless the tile says otherwise', async ({ dashboard }) => {
  await showTiles(dashboard, tileOf());
  const { page } = await dashboard.open({ path: '/realtime-dashboard?wall', width: 1920, height: 1080 });
  await expect(tile(page)).toHaveAttribute('aria-label', 'Team, 4 agents');
  expect([...(await names(page))].sort()).toEqual(['AO', 'BW', 'CR', 'DK']);
  await expect(page.locator('body')).not.toContainText('Ada Okafor');
  await showTiles(dashboard, tileOf({ wallNames: 'names' }));
  await expect(tile(page)).toContainText('Ada Okafor');
});

test('an opened tile lists who is counted, and opens them in Teams View', async ({ dashboard }) => {
  await setActivity(dashboard, 'daniel.kim@example.com', 'Lunch Break');
  await showTiles(dashboard, { key: 'lunch', visual: { kind: 'number', metric: 'lunch' } });
  const { page, complaints } = await dashboard.open();
  await page.locator('[data-tile="lunch"]').click();
  const list = page.getByRole('region', { name: 'Agents counted now' });
  await expect(list.locator('tbody tr')).toHaveCount(1);
  await expect(list).toContainText('Daniel Kim');
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  await page.getByRole('button', { name: 'Open Daniel Kim in Teams View' }).click();
  await expect(page).toHaveURL(/\/teams\/workers\/WK/);
  await expect(page.locator('[class*="Twilio-WorkerCanvas"]').first()).toContainText('Daniel Kim');
  await page.goBack();
  await page.locator('[data-tile="lunch"]').click();
  await page.getByRole('button', { name: 'Show in Teams View' }).click();
  await expect(page).toHaveURL(/\/teams/);
  await expect(page.getByText('Daniel Kim').first()).toBeVisible();
  await expect(page.getByText('Ada Okafor')).toHaveCount(0);
  // Flex says so where it shows an agent: the emulated account has no skills.
  expect(complaints.filter((complaint) => !complaint.includes('taskrouter_skills'))).toEqual([]);
});

test("Flex's own Teams View shows the same agents", async ({ dashboard }) => {
  const { page } = await dashboard.open({ path: '/teams' });
  await expect(page.getByText('Ada Okafor').first()).toBeVisible();
});
