/** Trends in the real Flex UI: the past as the Function would have written it, a tile, its chart, and thresholds tried on it. */
import type { Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults';
import { metricsWithPast, putPast, putTrendBoard } from './support/pastOfADay';
import { tile, type Dashboard } from './support/startDashboard';
import { expect, test } from './support/test';

// The Function keeps no past of its own beside what the tests write.
test.use({ setUp: { definitions: metricsWithPast, environment: { DASHBOARD_HISTORY: 'off' } } });
test.beforeEach(async ({ dashboard }) => {
  // What the Function is still collecting would be written over the data of now.
  await dashboard.control.post('settled');
  await putTrendBoard(dashboard.control);
});

async function openBoard(dashboard: Dashboard, options: object = {}): Promise<Page> {
  const { page, complaints } = await dashboard.open(options);
  await tile(page, 'waiting').waitFor();
  expect(complaints).toEqual([]);
  return page;
}

test('draws a day, and says how it stands to the same weekday before', async ({ dashboard }) => {
  await putPast(dashboard.control, { rush: true });
  const page = await openBoard(dashboard);
  await expect(tile(page, 'waiting')).toHaveAttribute(
    'aria-label',
    /^Waiting now, 45, Critical, over 20 · \+4\d against a usual \w+day, worse$/,
  );
  await expect(tile(page, 'level')).toHaveAttribute(
    'aria-label',
    /-1\d(\.\d)? points against a usual \w+day, worse$/,
  );
  await expect(tile(page, 'priority')).toHaveAttribute('aria-label', /No history for tasks_by_priority$/);
  await expect(tile(page, 'waiting').locator('.trend-band')).toBeVisible();
  await expect(tile(page, 'waiting').locator('[data-level="critical"] .trend-beyond')).toBeAttached();
  expect(await accessibilityFaults(page, 'main')).toEqual([]);
});

test('opens to a chart for eyes, keys and spreadsheets, at phone width too', async ({ dashboard }) => {
  await putPast(dashboard.control, { rush: true });
  const page = await openBoard(dashboard);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await tile(page, 'waiting').click();
  const chart = page.getByRole('slider', { name: 'Time of day' });
  await chart.focus();
  await page.keyboard.press('Home');
  await expect(chart).toHaveAttribute('aria-valuetext', /^\d\d:\d\d · \d+, \w+days: \d+ to \d+$/);
  await expect(page.locator('.trend-said')).toBeVisible();
  const dialog = page.getByRole('dialog', { name: 'Waiting now' });
  expect(await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  await dialog.getByText('Values', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(dialog.getByText('Copied.')).toBeVisible();
  const csv = await page.evaluate(() => navigator.clipboard.readText());
  expect(csv.split('\r\n')[0]?.split(',').length).toBeGreaterThanOrEqual(7);
  expect(await accessibilityFaults(page, 'main')).toEqual([]);
});

test('says that there is no history, and how much is still being collected', async ({ dashboard }) => {
  const page = await openBoard(dashboard);
  await expect(tile(page, 'offered')).toHaveAttribute('aria-label', /No history yet$/);
  await putPast(dashboard.control, { weeks: [0], state: { missing: [[1, 300]], asked: 480 } });
  const other = await openBoard(dashboard);
  await expect(tile(other, 'offered')).toHaveAttribute('aria-label', /Collecting history: 37%$/);
});

test('tries thresholds on the same weekdays while they are typed', async ({ dashboard }) => {
  await putPast(dashboard.control);
  const page = await openBoard(dashboard);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.locator('[data-edit-status]').waitFor();
  await tile(page, 'waiting').click();
  const rehearsal = page.locator('[data-rehearsal]');
  await expect(rehearsal).toContainText(
    /Critical in 0 and warning in 0 of \d+ quarter-hours of the last 4 \w+days/,
  );
  await page.getByLabel('Critical above').fill('1');
  await expect(rehearsal).toContainText(/Critical in [1-9]\d* and warning in 0 of/);
  const suggestion = rehearsal.getByRole('button', { name: /^Use \d+$/ });
  const limit = (await suggestion.innerText()).replace('Use ', '');
  await suggestion.click();
  await expect(page.getByLabel('Warning above')).toHaveValue(limit);
});
