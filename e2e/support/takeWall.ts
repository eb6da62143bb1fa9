import { join } from 'node:path';
import { developmentDomain } from '../../emulator/serverless-api/Deployment';
import { floorOf, putFloor } from './floor';
import { savePicture } from './savePicture';
import { setTheme } from './setTheme';
import { startDashboard, tile } from './startDashboard';

/** Pictures of a wall: 24 tiles on a landscape and on a portrait screen, 120 on a large one, in the dark theme, and while the connection is lost. */
export async function takeWall(folder: string): Promise<void> {
  const dashboard = await startDashboard({
    scenario: 'ordinary-day',
    customData: { DASHBOARD_REFRESH_URL: `https://${developmentDomain}/refreshDashboard` },
  });
  const { control } = dashboard;
  try {
    for (const [name, width, height, count] of [
      ['wall-1080x1920', 1080, 1920, 24],
      ['wall-3840x2160', 3840, 2160, 120],
      ['wall-1920x1080', 1920, 1080, 24],
    ] as const) {
      await putFloor(control, floorOf(count));
      const { page } = await dashboard.open({ path: '/realtime-dashboard?wall', width, height });
      await tile(page, 'm0').waitFor();
      await page.getByText('Esc: leave').waitFor({ state: 'detached' });
      const take = (file: string) => savePicture(page, join(folder, `${file}.png`));
      await take(name);
      if (count === 24 && width > height) {
        await setTheme(page, 'dark');
        await savePicture(page, join(folder, 'wall-dark-1920x1080.png'), 1440);
        await setTheme(page, 'light');
        await control.post('sockets/refuse', { seconds: 30 });
        await page.getByText('Not updating.').waitFor();
        await take('wall-disconnected-1920x1080');
      }
      await page.close();
    }
  } finally {
    await dashboard.stop();
  }
}
