import { startDashboard } from './support/startDashboard';
import { startAccount } from '../scripts/startAccount';
(async () => {
  const d = await startDashboard({ ...startAccount, scenario: process.argv[2] ?? 'lunch-rush' } as never);
  try {
    const { page, complaints } = await d.open({ width: 1440, height: 900 });
    await page.waitForSelector('[data-tile="tasks_waiting"]');
    await page.waitForTimeout(12000);
    await page.screenshot({ path: '/tmp/look/desk.png' });
    await page.getByRole('button', { name: 'Edit', exact: true }).click().catch(() => console.log('no edit'));
    await page.waitForTimeout(1500);
    await page.screenshot({ path: '/tmp/look/edit.png' });
    await page.locator('[data-tile="tasks_waiting"]').click();
    await page.waitForTimeout(1500);
    await page.screenshot({ path: '/tmp/look/panel.png' });
    const wall = await d.open({ path: '/realtime-dashboard?wall', width: 1920, height: 1080 });
    await wall.page.waitForSelector('[data-tile="tasks_waiting"]');
    await wall.page.waitForTimeout(5000);
    await wall.page.screenshot({ path: '/tmp/look/wall.png' });
    console.log(complaints, wall.complaints);
  } finally { await d.stop(); }
})();
