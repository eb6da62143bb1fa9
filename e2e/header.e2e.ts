/** The header of the board in the real Flex UI: nothing moves when its words change, and it fits a phone and a zoomed page. */
import type { Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults';
import { tile, type Dashboard } from './support/startDashboard';
import { expect, test } from './support/test';

let dashboard: Dashboard;
let page: Page;
test.beforeEach(async ({ dashboard: started }) => {
  dashboard = started;
  await dashboard.control.post('tasks', { count: 2 });
  await dashboard.control.post('settled');
  ({ page } = await dashboard.open({ role: 'admin' }));
  await tile(page, 'tasks_waiting').and(page.locator('[data-state="none"], [data-state="error"]')).waitFor();
});

const freshness = (state: string): Promise<void> =>
  page.locator(`main [data-freshness="${state}"]`).waitFor();

/** Puts the data that is there into the past. */
async function makeOld(seconds: number): Promise<void> {
  const data = (await dashboard.control.getDocument('dashboard-data')) as object;
  const collected_at = new Date(Date.now() - seconds * 1000).toISOString();
  await dashboard.control.putDocument('dashboard-data', { ...data, collected_at });
}

/** Notes in each frame where the tiles are. @returns every place where the first and the last tile have been */
async function watchTiles(): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const places = new Set<string>();
    Object.assign(window, { places });
    const look = (): void => {
      const tiles = [...document.querySelectorAll('main [data-tile]')];
      const boxes = [tiles[0], tiles[tiles.length - 1]].map((each) => each?.getBoundingClientRect());
      places.add(boxes.map((box) => [box?.x, box?.y, box?.width, box?.height].join(' ')).join(' | '));
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => [...(window as unknown as { places: ReadonlySet<string> }).places]);
}

for (const width of [1440, 1280, 700, 390])
  test(`moves no tile while data grows old, is cut off and comes back, ${width} px wide`, async () => {
    await page.setViewportSize({ width, height: 900 });
    await freshness('live');
    // Nothing but what is put here changes the data.
    await dashboard.control.post('faults', { target: 'statistics', times: 1000, status: 500 });
    const places = await watchTiles();
    await makeOld(70);
    await freshness('late');
    await makeOld(600);
    await freshness('cut-off');
    await makeOld(1);
    await freshness('live');
    expect(await places()).toHaveLength(1);
  });

test('collapses its actions into a menu on a phone, and cuts nothing off', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  const more = page.getByRole('button', { name: 'More' });
  await more.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeHidden();
  const main = page.getByRole('main').last();
  expect(await main.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  expect(await accessibilityFaults(page, 'main')).toEqual([]);
});

test('leaves more than half of the window to the tiles at a zoom of 400 %', async () => {
  // What a window of 1440 x 900 is to a page that is zoomed so.
  await page.setViewportSize({ width: 360, height: 225 });
  await freshness('live');
  const header = await page.locator('main .board-head').boundingBox();
  expect(header?.height).toBeLessThan(112);
  const main = page.getByRole('main').last();
  expect(await main.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
});

test('says why and since when in a panel over the tiles, and gives the focus back', async () => {
  await page.getByRole('button', { name: /^Live/ }).click();
  await page
    .locator('main [data-freshness] .panel')
    .getByText(/^Since .*06:00/)
    .waitFor();
  expect(await accessibilityFaults(page, 'main')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Live/ })).toBeFocused();
});
