import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { developmentDomain } from '../../emulator/serverless-api/Deployment';
import { floorOf, putFloor } from './floor';
import { savePicture } from './savePicture';
import { startDashboard, tile } from './startDashboard';

/**
 * Pictures of a board at a desk: an ordinary day, at 200 % zoom, with 4, 120 and 24 tiles, while the connection is lost, and the
 * example of the README.
 */
export async function takeBoard(folder: string): Promise<void> {
  const dashboard = await startDashboard({
    scenario: 'ordinary-day',
    customData: { DASHBOARD_REFRESH_URL: `https://${developmentDomain}/refreshDashboard` },
  });
  const { control } = dashboard;
  const take = (page: Page, name: string) => savePicture(page, join(folder, `${name}.png`));
  try {
    await control.putDocument('dashboard-board', { sections: ['Now', 'Today'] });
    const { page } = await dashboard.open();
    await page.locator('[data-tile="tasks_waiting"][data-state="error"]').waitFor({ timeout: 120_000 });
    await take(page, 'board-1440x900');

    // What a window of 1440 x 900 is to a page that is zoomed so.
    const session = await page.context().newCDPSession(page);
    const zoomed = { width: 720, height: 450, deviceScaleFactor: 2, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', zoomed);
    await page.waitForTimeout(500);
    await take(page, 'board-zoom-200');
    await session.send('Emulation.clearDeviceMetricsOverride');

    for (const [count, height] of [
      [4, 900],
      [120, 3900],
      [24, 1230],
    ] as const) {
      await page.setViewportSize({ width: 1440, height });
      await putFloor(control, floorOf(count));
      await page
        .locator('.tile')
        .nth(count - 1)
        .waitFor();
      await page.getByRole('heading', { name: 'Support floor' }).waitFor();
      await page.waitForTimeout(500);
      await take(page, `board-${count}-tiles`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await control.post('sockets/refuse', { seconds: 60 });
    await page.getByRole('heading', { name: 'Disconnected' }).waitFor();
    await page.getByText('Connection lost. Attempting to reconnect.').first().waitFor();
    await page.waitForTimeout(500);
    await take(page, 'board-disconnected-1440x900');
    await control.post('sockets/refuse', { seconds: 0 });
    await page.close();

    await control.putDocument('dashboard-board', {});
    await control.putDocument('dashboard-definitions', readmeExample());
    const { page: example } = await dashboard.open({ height: 340 });
    await tile(example, 'third').waitFor();
    await example.screenshot({
      path: join(folder, 'definition.png'),
      clip: { x: 52, y: 52, width: 760, height: 230 },
    });
  } finally {
    await dashboard.stop();
  }
}

/** The full example of the README at three moments: calm, over the first threshold, over the second. */
function readmeExample(): object {
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  const [, json = '{}'] = [...readme.matchAll(/```json\n([^]*?)```/g)][0] ?? [];
  const [example] = Object.values(JSON.parse(json) as Record<string, { metric: object }>);
  const at = (seconds: number): object => ({
    metric: { ...example?.metric, formula: String(seconds), increment: false },
  });
  return { first: at(45), second: at(75), third: at(151) };
}
