import { join } from 'node:path';
import { eventually } from './eventually';
import { dataOfYesterday, everyState } from './everyState';
import { setTheme } from './setTheme';
import { startDashboard, tile, type Dashboard } from './startDashboard';

/** Every look of a tile: in both themes, in forced colours, and as seen without red cones. */
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
    await page.locator('[data-metric="yesterday"][data-state="previous-day"]').waitFor({ timeout: 1000 });
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
}
