/** At every size of screen the page stays alive and its tiles lie in equal columns: a layout that chases itself hangs the browser. */
import { startDashboard, tile, type Dashboard } from './support/startDashboard';

jest.setTimeout(60_000);

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await startDashboard({ scenario: 'ordinary-day' });
});
afterAll(() => dashboard.stop());

it.each([
  [1280, 720],
  [1440, 900],
  [1920, 1080],
  [3840, 2160],
  [1080, 1920],
])('goes on drawing at %d x %d, with equal columns and no sideways scrolling', async (width, height) => {
  const { page } = await dashboard.open({ width, height });
  await tile(page, 'tasks_waiting').waitFor();
  const drawn = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let frames = 0;
        const next = (): void => void (++frames === 60 ? resolve(frames) : requestAnimationFrame(next));
        next();
      }),
  );
  expect(drawn).toBe(60);
  const widths = await page
    .locator('.tile-normal [data-metric]')
    .evaluateAll((tiles) => tiles.map((tile) => Math.round(tile.getBoundingClientRect().width)));
  expect(new Set(widths).size).toBe(1);
  const main = page.getByRole('main').last();
  expect(await main.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  await page.close();
});
