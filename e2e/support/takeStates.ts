import { join } from 'node:path';
import { eventually } from './eventually';
import { dataOfYesterday, everyState } from './everyState';
import { floorOf, putFloor } from './floor';
import { savePicture } from './savePicture';
import { setTheme } from './setTheme';
import { startDashboard, tile, type Dashboard } from './startDashboard';

/**
 * Every look of a tile: in both themes, in forced colours, and as seen without red cones; stale, and before there is data.
 * Then a wall of stale numbers.
 */
export async function takeStates(folder: string): Promise<void> {
  const dashboard = await startDashboard({ definitions: everyState });
  try {
    await takeStatesOf(dashboard, folder);
  } finally {
    await dashboard.stop();
  }
}

async function takeStatesOf({ control, open }: Dashboard, folder: string): Promise<void> {
  const { page } = await open();
  await tile(page, 'formula').waitFor();
  const take = (name: string) => page.screenshot({ path: join(folder, `${name}-1440x900.png`) });
  const session = await page.context().newCDPSession(page);

  await eventually(async () => {
    await control.putDocument('dashboard-data', dataOfYesterday(3));
    await page.locator('[data-tile="yesterday"][data-state="previous-day"]').waitFor({ timeout: 1000 });
  });
  await page.waitForTimeout(500);
  await take('states');
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'protanopia' });
  await take('states-protanopia');
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
  await setTheme(page, 'dark');
  await take('states-dark');
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await take('states-high-contrast');
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  await setTheme(page, 'light');
  await tile(page, 'errorStrong').click();
  await page.getByRole('dialog').waitFor();
  await take('tile-details');
  await page.keyboard.press('Escape');

  await control.putDocument('dashboard-data', dataOfYesterday(250));
  await page.locator('[data-tile="errorStrong"][data-state="stale"]').waitFor();
  await take('states-stale');
  await control.putDocument('dashboard-data', {});
  await page.locator('[data-tile="plain"][data-state="no-data"]').waitFor();
  await take('states-no-data');
  await page.close();

  await putFloor(control, floorOf(24));
  await control.putDocument('dashboard-data', dataOfYesterday(420));
  const { page: wall } = await open({ path: '/realtime-dashboard?wall', width: 1920, height: 1080 });
  await wall.getByText('Not updating.').waitFor();
  await wall.getByText('Esc: leave').waitFor({ state: 'detached' });
  await savePicture(wall, join(folder, 'wall-stale-1920x1080.png'), 960);
}
