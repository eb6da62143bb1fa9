/** Flex renews its token while a dashboard is on screen: nothing reloads, nothing is lost, and everybody uses the new one. */
import type { Page, Request } from '@playwright/test';
import { developmentDomain } from '../emulator/serverless-api/Deployment';
import { LoginControl } from './support/LoginControl';
import { tile, type Dashboard } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

/** Long enough to be given to every client, and short enough to be waited for. */
const shortSeconds = 10;

let login: LoginControl;
let dashboard: Dashboard;
let page: Page;
let errors: string[];
let loads: number;

test.use({
  setUp: { customData: { DASHBOARD_REFRESH_URL: `https://${developmentDomain}/refreshDashboard` } },
});
test.beforeEach(async ({ dashboard: started }) => {
  dashboard = started;
  login = new LoginControl();
  await dashboard.control.post('tasks', { count: 1 });
  ({ page } = await dashboard.open({
    prepare: async (page) => {
      await page.clock.install();
      await login.prepare(page);
    },
  }));
  await tile(page, 'tasks_waiting').waitFor();
  errors = [];
  loads = 0;
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('load', () => (loads += 1));
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const waiting = async (): Promise<number> =>
  Number((await tile(page, 'tasks_waiting').getAttribute('aria-label'))?.split(', ')[1]);

const markedAt = async (): Promise<number> => (await dashboard.control.journal()).slice(-1)[0]?.sequence ?? 0;

/** Which clients' connections that happened to, in the order of the alphabet. */
async function clientsWith(event: string, after: number): Promise<readonly string[]> {
  const entries = await dashboard.control.journal({ after, hop: 'socket' });
  return entries
    .filter(({ details }) => details.event === event)
    .flatMap(({ details }) => details.products as readonly string[])
    .sort();
}

/** Has the token renewed by one that lasts so long, and sees every client get it. Flex hands on one a second, no more. */
async function renewForAll(seconds?: number): Promise<void> {
  const mark = await markedAt();
  await login.renew(page, seconds);
  await expect.poll(() => clientsWith('token', mark)).toEqual(['data_sync', 'flex_insights', 'ip_messaging']);
  await pause(1100);
}

const goToWall = async (): Promise<void> => {
  await page.getByRole('button', { name: 'Wall display' }).click();
  await page.locator('[data-wall]').waitFor();
};

for (const [place, walls] of [
  ['desk', 0],
  ['wall', 1],
] as const)
  test(`goes on at a ${place} past the end of a token that Flex has renewed`, async () => {
    if (place === 'wall') await goToWall();
    await tile(page, 'tasks_waiting').waitFor();
    const mark = await markedAt();
    await renewForAll(shortSeconds);
    const end = Date.now() + shortSeconds * 1000;
    await renewForAll();
    // A connection that had kept the old token would be closed by now.
    await pause(end - Date.now());
    const before = await waiting();
    await dashboard.control.post('tasks', { count: 1 });
    await expect.poll(() => waiting()).toBe(before + 1);
    expect(await clientsWith('close', mark)).toEqual([]);

    expect({ loads, errors }).toEqual({ loads: 0, errors: [] });
    expect(await page.locator('[data-wall]').count()).toBe(walls);
    expect(await dashboard.control.journal({ hop: 'unexpected' })).toEqual([]);
  });

test('asks for a collection with the new token', nightly, async () => {
  const { control } = dashboard;
  await renewForAll();
  const asked: Request[] = [];
  page.on('request', (request) => void (/refreshDashboard/.test(request.url()) && asked.push(request)));
  await control.post('settled');
  const data = (await control.getDocument('dashboard-data')) as object;
  await control.removeDocument('dashboard-data-lease');
  await control.putDocument('dashboard-data', {
    ...data,
    collected_at: new Date(Date.now() - 61_000).toISOString(),
  });
  // Dashboards that are open at the same time spread their requests over 15 s.
  await expect(async () => {
    await page.clock.runFor(5_000);
    expect(asked).toHaveLength(1);
  }).toPass();
  const [request] = asked as [Request];
  expect(new URLSearchParams(request.postData() ?? '').get('Token')).toBe(await login.tokenOf(page));
  expect((await request.response())?.status()).toBe(200);
});

test(
  'comes back on a wall that slept while its token ended, when Flex can still renew it',
  nightly,
  async () => {
    await goToWall();
    const mark = await markedAt();
    await renewForAll(shortSeconds);
    // The clock can only be stopped at a moment to come, and a busy machine takes its time.
    const asleep = Date.now() + 10_000;
    await page.clock.pauseAt(asleep);
    const before = await waiting();
    await expect.poll(() => clientsWith('close', mark)).toContain('data_sync');
    await dashboard.control.post('tasks', { count: 1 });

    await page.clock.fastForward(Math.max(0, Date.now() - asleep));
    await page.clock.resume();
    await login.lookAtToken(page);
    await expect.poll(() => waiting(), { timeout: 20_000 }).toBe(before + 1);
    expect(await page.locator('[data-wall]').count()).toBe(1);
  },
);
