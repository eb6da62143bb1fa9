/** At every size of screen the page stays alive and equal tiles of a row are equally wide: a layout that chases itself hangs the browser. */
import { tile } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

test.use({ setUp: { scenario: 'ordinary-day' } });

test(
  'goes on drawing at every size of screen, with equal tiles in a row and no sideways scrolling',
  nightly,
  async ({ dashboard }) => {
    // Five pages, where the other tests open one or two.
    test.slow();
    for (const [width, height] of [
      [1280, 720],
      [1440, 900],
      [1920, 1080],
      [3840, 2160],
      [1080, 1920],
    ] as const)
      await test.step(`${width} x ${height}`, async () => {
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
        const rows = await page.locator('.tile-normal [data-tile]').evaluateAll((tiles) => {
          const widths = new Map<number, number[]>();
          for (const each of tiles) {
            const { top, width } = each.getBoundingClientRect();
            widths.set(top, [...(widths.get(top) ?? []), width]);
          }
          return [...widths.values()];
        });
        for (const widths of rows) expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1);
        const main = page.getByRole('main').last();
        expect(await main.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
        await page.close();
      });
  },
);
