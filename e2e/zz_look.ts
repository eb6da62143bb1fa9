import { startDashboard } from './support/startDashboard';
import { startAccount } from '../scripts/startAccount';
(async () => {
  const d = await startDashboard({ ...startAccount, scenario: 'lunch-rush' } as never);
  try {
    const { page, complaints } = await d.open({ width: 1440, height: 900 });
    const shot = (n: string) => page.screenshot({ path: `/tmp/look2/${n}.png` });
    const step = async (n: string, f: () => Promise<unknown>) => { try { await f(); } catch (e) { console.log(n, String(e).slice(0, 300)); } await page.waitForTimeout(1200); await shot(n); };
    await page.waitForSelector('[data-tile="tasks_waiting"]');
    await page.waitForTimeout(9000);
    await shot('desk');
    console.log(await page.locator('[data-tile]').evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset.tile)));
    await step('open', () => page.locator('[data-tile="tasks_waiting"]').click());
    await page.keyboard.press('Escape');
    await step('edit', () => page.getByRole('button', { name: 'Edit', exact: true }).click());
    await step('panel', () => page.locator('[data-tile="tasks_waiting"]').click());
    await step('panel-down', async () => { await page.getByRole('slider').first().scrollIntoViewIfNeeded(); });
    await step('panel-past', async () => { await page.getByRole('slider').last().scrollIntoViewIfNeeded(); });
    await page.getByRole('button', { name: 'Cancel', exact: true }).click().catch(() => undefined);
    await step('import', () => page.getByRole('button', { name: 'Import', exact: true }).click());
    await page.keyboard.press('Escape');
    await step('versions', () => page.getByRole('button', { name: 'Versions', exact: true }).click());
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Done', exact: true }).click().catch(() => undefined);
    await page.waitForTimeout(1500);
    await shot('phone');
    const wall = await d.open({ path: '/realtime-dashboard?wall', width: 1920, height: 1080 });
    await wall.page.waitForSelector('[data-tile="tasks_waiting"]');
    await wall.page.waitForTimeout(5000);
    await wall.page.screenshot({ path: '/tmp/look2/wall.png' });
    console.log(complaints, wall.complaints);
  } finally { await d.stop(); }
})();
