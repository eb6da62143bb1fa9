/** A board on a wall, in the real Flex UI: fits every screen, says what is wrong, and comes back by itself. */
import type { Locator, Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults';
import { LoginControl } from './support/LoginControl';
import { defaultDefinitions, tile, type Dashboard, type OpenedPage } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

let dashboard: Dashboard;
let opened: OpenedPage;
let login: LoginControl;

const link = '/realtime-dashboard?wall';
const wallOf = (page: Page): Locator => page.locator('[data-wall]');
const noticeOf = (page: Page): Locator =>
  wallOf(page).getByRole('group', { name: 'Support floor' }).getByRole('status');
const waiting = async (page: Page): Promise<number> =>
  Number((await tile(page, 'tasks_waiting').getAttribute('aria-label'))?.split(', ')[1]);

test.beforeEach(async ({ dashboard: started }) => {
  dashboard = started;
  login = new LoginControl();
  // Once it is there, changes of it come at once.
  await dashboard.control.putDocument('dashboard-board', { title: 'Support floor' });
  opened = await dashboard.open({
    path: link,
    width: 1920,
    height: 1080,
    prepare: async (page) => {
      await page.clock.install();
      await login.prepare(page);
    },
  });
  await tile(opened.page, 'tasks_waiting').waitFor();
  await opened.page.getByRole('heading', { name: 'Support floor' }).waitFor();
});
test.afterEach(() => {
  // What the browser reports of refused sockets, and Flex of a refused token. The last is twilsock's: it emits `error`, which
  // nobody listens for, with `false` as the first argument when its socket closes while a token is being renewed.
  const ofOthers =
    /WebSocket connection to .* failed|Failed to load resource|SSOv1 authentication token|^Error: Unhandled error\.$/;
  expect(opened.complaints.filter((complaint) => !ofOthers.test(complaint))).toEqual([]);
});

const metrics = (count: number): object =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `m${index}`,
      {
        metric: {
          label: `Longest waiting in queue ${index}`,
          formula: index % 2 ? '754' : 'waiting(data)',
          format: index % 2 ? 'seconds' : '',
          ...(count === 24 ? { section: index < 11 ? 'Voice' : 'Chat' } : {}),
        },
      },
    ]),
  );

test('shows 4, 24 and 120 tiles within every size of screen, 40 at once at the most, and nothing scrolls', async () => {
  const { page } = opened;
  for (const [count, atOnce] of [
    [4, 4],
    [24, 24],
    [120, 40],
  ] as const) {
    await dashboard.control.putDocument('dashboard-definitions', metrics(count));
    for (const [width, height] of [
      [1280, 720],
      [3840, 2160],
      [1080, 1920],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect(async () => {
        const seen = await wallOf(page).evaluate((wall) => {
          const inside = ({ left, top, right, bottom }: DOMRect): boolean =>
            left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight;
          const all = [...wall.querySelectorAll('*')];
          const tiles = [...wall.querySelectorAll<HTMLElement>('[data-tile]')];
          return {
            outside: all.filter((element) => !inside(element.getBoundingClientRect())).length,
            tiles: tiles.length,
            scrolls: [document.documentElement, ...all].filter(
              (element) =>
                ['auto', 'scroll'].includes(getComputedStyle(element).overflowY) &&
                element.scrollHeight > element.clientHeight,
            ).length,
            cut: tiles.filter((tile) => tile.scrollWidth > tile.clientWidth + 1).length,
          };
        });
        expect({ width, ...seen }).toEqual({ width, outside: 0, tiles: atOnce, scrolls: 0, cut: 0 });
      }).toPass();
      // The number of a tile is never smaller than a twentieth of the shorter side, less what long text shrinks by.
      const smallest = await wallOf(page)
        .locator('.tile-value > span')
        .evaluateAll((values) =>
          Math.min(...values.map((value) => parseFloat(getComputedStyle(value).fontSize))),
        );
      expect(smallest / Math.min(width, height)).toBeGreaterThan(0.03);
    }
  }
});

test('covers all of Flex, header and side navigation and notifications', async () => {
  const { page } = opened;
  const tops = await page.evaluate(() =>
    [
      [5, 5],
      [20, 120],
      [window.innerWidth / 2, 10],
      [window.innerWidth - 5, 20],
      [window.innerWidth / 2, window.innerHeight - 5],
    ].map(([x = 0, y = 0]) => document.elementFromPoint(x, y)?.closest('[data-wall]') !== null),
  );
  expect(tops).toEqual([true, true, true, true, true]);
});

test('is left with Escape, entered with the button, and helps by ?; full screen by F', async () => {
  const { page } = opened;
  await page.keyboard.press('?');
  await page.getByRole('region', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Keys' }).waitFor({ state: 'detached' });
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.fullscreenElement === null);
  await page.keyboard.press('Escape');
  await wallOf(page).waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('');
  await page.getByRole('button', { name: 'Wall display' }).click();
  await wallOf(page).waitFor();
  expect(new URL(page.url()).search).toBe('?wall');
});

test('says of when the numbers are while the network is lost, and shows the present when it is back', async () => {
  const { page } = opened;
  const before = await waiting(page);
  const place = await tile(page, 'tasks_waiting').boundingBox();
  await dashboard.control.post('sockets/refuse', { seconds: 600 });
  await noticeOf(page)
    .filter({ hasText: /Last update \d\d:\d\d\. Not updating\..*connection/s })
    .waitFor();
  expect(await tile(page, 'tasks_waiting').boundingBox()).toEqual(place);
  await dashboard.control.post('tasks', { count: 2 });
  await dashboard.control.post('sockets/refuse', { seconds: 0 });
  await expect.poll(() => waiting(page), { timeout: 20_000 }).toBe(before + 2);
  await expect.poll(() => noticeOf(page).innerText()).toBe('');
});

test('says that nothing new was collected while the Function fails, and recovers with it', async () => {
  const { page } = opened;
  const { control } = dashboard;
  await control.putDocument('dashboard-board', { title: 'Support floor', staleAfterSeconds: 4 });
  await control.post('faults', { target: 'statistics', times: 1000, status: 500 });
  await noticeOf(page)
    .filter({ hasText: /Last update .*Connected, but/s })
    .waitFor();
  await page.locator('[data-wall] [data-state="stale"]').first().waitFor();
  await fetch(`${dashboard.emulator.origin.replace('localhost', '127.0.0.1')}/emulator/faults`, {
    method: 'DELETE',
  });
  await control.putDocument('dashboard-board', { title: 'Support floor' });
  await control.post('tasks', { count: 1 });
  await expect.poll(() => noticeOf(page).innerText(), { timeout: 20_000 }).toBe('');
  await page.getByRole('heading', { name: 'Support floor' }).waitFor();
});

test('says so when documents are deleted, and shows them when they are created again', nightly, async () => {
  const { page } = opened;
  const { control } = dashboard;
  await control.removeDocument('dashboard-data');
  await control.removeDocument('dashboard-definitions');
  await page.getByRole('heading', { name: 'No documents yet' }).waitFor();
  await noticeOf(page).filter({ hasText: 'No data yet' }).waitFor();
  await control.putDocument('dashboard-definitions', defaultDefinitions);
  await control.post('tasks', { count: 1 });
  await expect.poll(() => waiting(page), { timeout: 25_000 }).toBeGreaterThan(0);
  await expect.poll(() => noticeOf(page).innerText()).toBe('');
});

test('has nothing that axe objects to, while all is well and while the numbers are old', async () => {
  const { page } = opened;
  await page.clock.runFor(10_000);
  await page.getByText('Esc: leave').waitFor({ state: 'detached' });
  expect(await accessibilityFaults(page, '[data-wall]')).toEqual([]);
  await dashboard.control.post('sockets/refuse', { seconds: 600 });
  await noticeOf(page).filter({ hasText: 'Not updating.' }).waitFor();
  expect(await accessibilityFaults(page, '[data-wall]')).toEqual([]);
  await dashboard.control.post('sockets/refuse', { seconds: 0 });
  await expect.poll(() => noticeOf(page).innerText(), { timeout: 20_000 }).toBe('');
});

test(
  'gives way to Flex’s own page when its login cannot be renewed, and comes back after a login in the same tab',
  nightly,
  async () => {
    const { page } = opened;
    await login.renew(page, 60);
    login.refuse(true);
    await page.clock.fastForward(61_000);
    await login.lookAtToken(page);
    await page.getByText('Log in again').waitFor();
    expect(await wallOf(page).count()).toBe(0);
    // A login of Twilio leads to the start page.
    login.refuse(false);
    await page.goto(dashboard.emulator.origin);
    await wallOf(page).waitFor();
    await tile(page, 'tasks_waiting').waitFor();
    expect(page.url()).toMatch(/\/realtime-dashboard\/\?wall$/);
  },
);

test(
  'reloads once at the hour when the page can be reached, not before, and is a wall again',
  nightly,
  async () => {
    const { page } = opened;
    const { control } = dashboard;
    const data = (await control.getDocument('dashboard-data')) as { day: { time_zone: string } };
    const inTwoMinutes = new Intl.DateTimeFormat('en-GB', {
      timeZone: data.day.time_zone,
      hour: '2-digit',
      minute: '2-digit',
    }).format(Date.now() + 120_000);
    await control.putDocument('dashboard-board', { title: 'Support floor', reloadAt: inTwoMinutes });
    let loads = 0;
    page.on('load', () => (loads += 1));
    await page.route('**/realtime-dashboard/?wall', (route) => route.abort());
    // The machine sleeps through the hour.
    await page.clock.fastForward(300_000);
    await wallOf(page).getByText('daily reload is put off').waitFor();
    expect(loads).toBe(0);

    await page.unroute('**/realtime-dashboard/?wall');
    await page.clock.fastForward(310_000);
    await expect.poll(() => loads).toBe(1);
    await tile(page, 'tasks_waiting').waitFor();
    expect(await wallOf(page).count()).toBe(1);
    expect(await page.evaluate(() => sessionStorage.getItem('realtime-dashboard.reloaded'))).not.toBeNull();
  },
);

test('is no wall any more after a login in a tab in which the wall was left', nightly, async () => {
  const { page } = opened;
  await page.keyboard.press('Escape');
  await wallOf(page).waitFor({ state: 'detached' });
  await page.goto(dashboard.emulator.origin);
  await page.getByRole('link', { name: 'Realtime Dashboard' }).click();
  await tile(page, 'tasks_waiting').waitFor();
  expect(await wallOf(page).count()).toBe(0);
});
