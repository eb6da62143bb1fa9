import { join } from 'node:path';
import { eventually } from './eventually';
import { dataOfYesterday, everyState } from './everyState';
import { startDashboard, tile, type Dashboard } from './startDashboard';

/** Every look of a tile: in both themes, in forced colours, as seen without red cones, and when the data is too old. */
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
  const show = async (ageInSeconds: number): Promise<void> => {
    await eventually(async () => {
      await control.putDocument('dashboard-data', dataOfYesterday(ageInSeconds));
      await page
        .locator(`[data-metric="plain"][data-state="${ageInSeconds > 150 ? 'stale' : 'none'}"]`)
        .waitFor({ timeout: 1000 });
    });
    await page.waitForTimeout(500);
  };
  const setTheme = async (isLight: boolean): Promise<void> => {
    await page.evaluate((isLight) => {
      const { Twilio } = window as unknown as {
        Twilio: { Flex: { Manager: { getInstance(): { updateConfig(config: object): void } } } };
      };
      Twilio.Flex.Manager.getInstance().updateConfig({ theme: { isLight } });
    }, isLight);
    await page.waitForTimeout(1000);
  };
  const session = await page.context().newCDPSession(page);

  await show(3);
  await take('states');
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'protanopia' });
  await take('states-protanopia');
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
  await setTheme(false);
  await take('states-dark');
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await take('states-high-contrast');
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  await setTheme(true);
  await show(250);
  await take('states-stale');
  await show(3);
  await tile(page, 'errorStrong').click();
  await page.getByRole('dialog').waitFor();
  await take('tile-details');
  await page.keyboard.press('Escape');
}
