import { startDashboard } from './support/startDashboard';
import { startAccount } from '../scripts/startAccount';
(async () => {
  const scenario = process.argv[2] ?? 'lunch-rush';
  const d = await startDashboard({ ...startAccount, scenario } as never);
  try {
    const shot = async (name: string, width: number, height: number, path = '/realtime-dashboard', dark = false) => {
      const { page } = await d.open({ width, height, path, ...(dark ? { theme: 'dark' } : {}) } as never);
      await page.waitForSelector('[data-tile="tasks_waiting"]');
      await page.waitForTimeout(4000);
      await page.screenshot({ path: `/tmp/look/${scenario}-${name}.png` });
      await page.close();
    };
    const { page } = await d.open({ width: 1440, height: 900 } as never);
    await page.waitForSelector('[data-tile="tasks_waiting"]');
    await page.waitForTimeout(8000);
    await page.screenshot({ path: `/tmp/look/${scenario}-1440.png` });
    await page.setViewportSize({ width: 390, height: 844 }); await page.waitForTimeout(1500);
    await page.screenshot({ path: `/tmp/look/${scenario}-390.png` });
    await page.setViewportSize({ width: 1280, height: 800 }); await page.waitForTimeout(1500);
    await page.screenshot({ path: `/tmp/look/${scenario}-1280.png` });
    await page.close();
    await shot('wall-1080', 1920, 1080, '/realtime-dashboard?wall');
    await shot('wall-portrait', 1080, 1920, '/realtime-dashboard?wall');
    await shot('wall-1366', 1366, 768, '/realtime-dashboard?wall');
  } finally { await d.stop(); }
})();
