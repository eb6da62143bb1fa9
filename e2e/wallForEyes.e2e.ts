/** What only a browser can tell of a wall: what is seen of the pointer, and how large the word of alarms on other pages is. */
import { tile } from './support/startDashboard';
import { expect, test } from './support/test';

const alarms = Object.fromEntries(
  Array.from({ length: 120 }, (_, index) => [
    `tile-${index}`,
    {
      metric: {
        label: `Tile ${index}`,
        formula: '7',
        firstThresholdValue: 5,
        firstThresholdStyle: 'Error Strong',
      },
    },
  ]),
);

test('hides the pointer over tiles, and shows it again when it moves', async ({ dashboard }) => {
  const { page } = await dashboard.open({ path: '/realtime-dashboard?wall' });
  await page.locator('[data-wall] [data-tile]').first().waitFor();
  const cursor = (): Promise<string> =>
    page.evaluate(() => {
      const { left, top, width, height } = (
        document.querySelector('[data-wall] [data-tile]') as Element
      ).getBoundingClientRect();
      const over = document.elementFromPoint(left + width / 2, top + height / 2) as Element;
      return getComputedStyle(over).cursor;
    });
  await expect.poll(cursor).toBe('none');
  await page.mouse.move(300, 300);
  await page.mouse.move(310, 310);
  await expect.poll(cursor).toBe('pointer');
});

test('names alarms on other pages in large type, and says how many more there are', async ({ dashboard }) => {
  await dashboard.control.putDocument('dashboard-definitions', alarms);
  const { page } = await dashboard.open({ path: '/realtime-dashboard?wall', width: 1920, height: 1080 });
  await tile(page, 'tile-0').waitFor();
  const strip = page.getByRole('status', { name: 'Critical on other pages' });
  await strip.getByText(/and \d+ more/).waitFor();
  const name = strip.getByRole('listitem').first();
  expect(await name.innerText()).toMatch(/^Tile \d+ 7$/);
  const size = await name.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  expect(size / 1080).toBeGreaterThanOrEqual(0.046);
  const [box, within] = [await name.boundingBox(), await strip.boundingBox()];
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((within?.y ?? 0) + (within?.height ?? 0));
});
