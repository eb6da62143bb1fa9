/** How tiles fill a desk and a wall in the real Flex UI, and how they are resized. */
import type { Page } from '@playwright/test';
import { newBoard } from '../serverless/setup/planSetup';
import { tile } from './support/startDashboard';
import { expect, test } from './support/test';

interface Box {
  readonly key: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const boxesOf = (page: Page, within: string): Promise<readonly Box[]> =>
  page.locator(`${within} [data-tile]`).evaluateAll((tiles) =>
    tiles.map((each) => {
      const { left, top, right, bottom } = each.getBoundingClientRect();
      return { key: (each as HTMLElement).dataset.tile ?? '', left, top, right, bottom };
    }),
  );

const overlapping = (boxes: readonly Box[]): readonly string[] =>
  boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
      )
      .map((b) => `${a.key} ${b.key}`),
  );

/** Rows of which the tiles do not reach both edges, or leave more than a gap between them. */
const holes = (boxes: readonly Box[], most: number): readonly string[] => {
  const [left, right] = [Math.min(...boxes.map((b) => b.left)), Math.max(...boxes.map((b) => b.right))];
  return [...new Set(boxes.map(({ top }) => Math.round(top)))].flatMap((top) => {
    const row = boxes.filter((b) => b.top <= top + 1 && b.bottom > top + 2).sort((a, b) => a.left - b.left);
    const edges = [left - most, ...row.flatMap((b) => [b.left, b.right]), right + most];
    return edges.flatMap((edge, index) =>
      index % 2 === 1 && edge - (edges[index - 1] ?? 0) > most + 1 ? [`${top}: ${edge}`] : [],
    );
  });
};

const spans = [2, 2, 2, 2, 2, 1, 8, 4, 3, 3, 2];
const metrics = (count: number): Record<string, { metric: Record<string, unknown> }> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `m${index}`,
      {
        metric: {
          label: ['Longest wait', 'Agents available', 'Service level', 'Wait'][index % 4],
          formula: ['754', '4', '73', '1024'][index % 4],
        },
      },
    ]),
  );
const layout = {
  sections: [
    {
      title: 'Now',
      tiles: spans.map((columns, index) => ({
        key: `m${index}`,
        visual: { kind: 'number', metric: `m${index}` },
        span: { columns, rows: columns === 8 ? 2 : 1 },
      })),
    },
    { title: 'Left', tiles: [{ key: 'l', visual: { kind: 'number', metric: 'm11' } }] },
    { title: 'Right', tiles: [{ key: 'r', visual: { kind: 'number', metric: 'm11' } }] },
  ],
};

test('fills every row of a desk from edge to edge, and shows two tiles in a row of a phone', async ({
  dashboard,
}) => {
  const { control } = dashboard;
  await control.putDocument('dashboard-definitions', metrics(12));
  await control.putDocument('dashboard-board-k3f9x2ab', layout);
  await control.putDocument('dashboard-boards', { boards: [{ id: 'k3f9x2ab' }] });
  const { page } = await dashboard.open({ width: 1440, height: 900 });
  await tile(page, 'r').waitFor();
  for (const width of [1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(async () => {
      const boxes = await boxesOf(page, 'main');
      expect({ width, overlapping: overlapping(boxes), holes: holes(boxes, 12) }).toEqual({
        width,
        overlapping: [],
        holes: [],
      });
    }).toPass();
  }
  const [left, right] = [await tile(page, 'l').boundingBox(), await tile(page, 'r').boundingBox()];
  expect(left?.y).toBe(right?.y);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(async () => {
    const [first, second] = await boxesOf(page, 'main');
    expect(first?.top).toBe(second?.top);
    expect(first?.right).toBeLessThan(second?.left ?? 0);
  }).toPass();
  const main = page.getByRole('main').last();
  expect(await main.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
});

test('fills a wall of every size, with one label size in each row and digits that are seen', async ({
  dashboard,
}) => {
  test.slow();
  const { page } = await dashboard.open({ path: '/realtime-dashboard?wall', width: 1920, height: 1080 });
  for (const count of [8, 16, 40]) {
    await dashboard.control.putDocument('dashboard-definitions', metrics(count));
    for (const [width, height] of [
      [1366, 768],
      [1920, 1080],
      [3840, 2160],
      [1080, 1920],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect(async () => {
        const boxes = await boxesOf(page, '[data-wall]');
        const gap = Math.min(16, Math.max(2, 0.01 * Math.min(width, height)));
        expect({
          width,
          tiles: boxes.length,
          overlapping: overlapping(boxes),
          holes: holes(boxes, gap),
        }).toEqual({
          width,
          tiles: count,
          overlapping: [],
          holes: [],
        });
        const type = await page.locator('[data-wall] [data-tile]').evaluateAll((tiles) =>
          tiles.map((each) => {
            const sizeOf = (part: string): number =>
              parseFloat(getComputedStyle(each.querySelector(part) as Element).fontSize);
            const { top, width: wide, height: high } = each.getBoundingClientRect();
            const { width: used = 0 } =
              each.querySelector('.tile-value > span')?.getBoundingClientRect() ?? {};
            return {
              top: Math.round(top),
              label: sizeOf('.tile-label'),
              digits: sizeOf('.tile-value > span') / high,
              filled: used / wide,
            };
          }),
        );
        for (const { top } of type)
          expect(new Set(type.filter((each) => each.top === top).map(({ label }) => label)).size).toBe(1);
        // A number that is too long for that is as large as the width of its tile allows.
        expect(type.filter(({ digits, filled }) => digits < 0.46 && filled < 0.7)).toEqual([]);
      }).toPass({ timeout: 20_000 });
    }
  }
});

test.describe('the default board', () => {
  test.use({ setUp: { scenario: 'ordinary-day', documents: newBoard('dashboard-board') } });

  test('covers three quarters of a laptop below the header with tiles', async ({ dashboard }) => {
    const { page } = await dashboard.open({ width: 1440, height: 900 });
    await expect(tile(page, 'queues')).toBeVisible();
    await expect(async () => {
      const boxes = await boxesOf(page, 'main');
      const main = await page.getByRole('main').last().boundingBox();
      const head = await page.locator('main .board-head').boundingBox();
      if (!main || !head) throw new Error('There is no board.');
      const below = head.y + head.height;
      const covered = boxes.reduce(
        (sum, { left, right, top, bottom }) =>
          sum + (right - left) * Math.max(0, Math.min(900, bottom) - top),
        0,
      );
      expect(covered / (main.width * (900 - below))).toBeGreaterThanOrEqual(0.75);
    }).toPass({ timeout: 20_000 });
  });
});

test('resizes a tile by its handle in one step, by keys, and back', async ({ dashboard }) => {
  await dashboard.control.putDocument('dashboard-definitions', metrics(12));
  const { page } = await dashboard.open({ width: 1440, height: 900 });
  await tile(page, 'm0').waitFor();
  await page.getByRole('button', { name: 'Edit' }).click();
  const widthOf = async (): Promise<number> => Math.round((await tile(page, 'm0').boundingBox())?.width ?? 0);
  const box = await tile(page, 'm0').boundingBox();
  const before = await widthOf();
  await tile(page, 'm0').hover();
  const handle = await page.locator('[data-resize]').boundingBox();
  if (!box || !handle) throw new Error('The tile has no handle.');
  const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + box.width / 2, y, { steps: 4 });
  await page.mouse.move(x + box.width, y + box.height, { steps: 4 });
  await page.mouse.up();
  await page.getByText('now 4 columns wide, 2 rows high').waitFor({ state: 'attached' });
  expect(await widthOf()).toBeGreaterThan(1.5 * before);
  await page.keyboard.press('Control+z');
  expect(await widthOf()).toBe(before);
  await tile(page, 'm0').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByText('now 3 columns wide, 2 rows high').waitFor({ state: 'attached' });
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await widthOf()).toBe(before);

  // The panel takes room from the board: the tile is elsewhere, and so is its handle.
  await tile(page, 'm0').click();
  await page.getByRole('complementary').waitFor();
  await expect(async () => {
    const [corner, now] = await Promise.all([
      page.locator('[data-resize]').boundingBox(),
      tile(page, 'm0').boundingBox(),
    ]);
    if (!corner || !now) throw new Error('The tile has no handle.');
    expect(Math.abs(corner.x + corner.width / 2 - (now.x + now.width))).toBeLessThan(12);
    expect(Math.abs(corner.y + corner.height / 2 - (now.y + now.height))).toBeLessThan(12);
  }).toPass({ timeout: 15_000 });
});

test('opens a wall in full screen and offers a way out when the pointer moves', async ({ dashboard }) => {
  const { page } = await dashboard.open({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Wall display' }).click();
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await page.mouse.move(300, 300);
  await page.mouse.move(310, 310);
  await page.getByRole('button', { name: 'Leave wall display' }).click();
  await page.locator('[data-wall]').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.fullscreenElement === null);
});
