/** Flex renews its token while a dashboard is on screen: nothing reloads, nothing is lost, and everybody uses the new one. */
import type { Page } from 'playwright-core';
import { developmentDomain } from '../emulator/serverless-api/Deployment';
import { eventually } from './support/eventually';
import { LoginControl } from './support/LoginControl';
import { startDashboard, tile, type Dashboard } from './support/startDashboard';

jest.setTimeout(60_000);

/** Long enough to be given to every client, and short enough to be waited for. */
const shortSeconds = 4;

const login = new LoginControl();
let dashboard: Dashboard;
let page: Page;
const errors: string[] = [];
let loads = 0;

beforeAll(async () => {
  dashboard = await startDashboard({
    customData: { DASHBOARD_REFRESH_URL: `https://${developmentDomain}/refreshDashboard` },
  });
  await dashboard.control.post('tasks', { count: 1 });
  ({ page } = await dashboard.open({
    prepare: async (page) => {
      await page.clock.install();
      await login.prepare(page);
    },
  }));
  await tile(page, 'tasks_waiting').waitFor();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('load', () => (loads += 1));
});
afterAll(() => dashboard.stop());

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
  await eventually(async () =>
    expect(await clientsWith('token', mark)).toEqual(['data_sync', 'flex_insights', 'ip_messaging']),
  );
  await pause(1100);
}

it.each([
  ['desk', 0],
  ['wall', 1],
])('goes on at a %s past the end of a token that Flex has renewed', async (place, walls) => {
  if (place === 'wall') await page.getByRole('button', { name: 'Wall mode' }).click();
  await tile(page, 'tasks_waiting').waitFor();
  const mark = await markedAt();
  await renewForAll(shortSeconds);
  const end = Date.now() + shortSeconds * 1000;
  await renewForAll();
  // A connection that had kept the old token would be closed by now.
  await pause(end - Date.now());
  expect(await clientsWith('close', mark)).toEqual([]);
  const before = await waiting();
  await dashboard.control.post('tasks', { count: 1 });
  await eventually(async () => expect(await waiting()).toBe(before + 1));

  expect({ loads, errors }).toEqual({ loads: 0, errors: [] });
  expect(await page.locator('[data-wall]').count()).toBe(walls);
  expect(await dashboard.control.journal({ hop: 'unexpected' })).toEqual([]);
});

it('asks for a collection with the new token', async () => {
  const { control } = dashboard;
  await renewForAll();
  const asked = page.waitForRequest(/refreshDashboard/, { timeout: 25_000 });
  await control.post('settled');
  const data = (await control.getDocument('dashboard-data')) as object;
  await control.removeDocument('dashboard-data-lease');
  await control.putDocument('dashboard-data', {
    ...data,
    collected_at: new Date(Date.now() - 61_000).toISOString(),
  });
  // Whoever uncovers the page does not have to wait for long, unless the data comes only then: up to 15 s.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  const request = await asked;
  expect(new URLSearchParams(request.postData() ?? '').get('Token')).toBe(await login.tokenOf(page));
  expect((await request.response())?.status()).toBe(200);
});

it('comes back on a wall that slept while its token ended, when Flex can still renew it', async () => {
  const mark = await markedAt();
  await renewForAll(2.5);
  const asleep = Date.now();
  await page.clock.pauseAt(asleep + 100);
  const before = await waiting();
  await eventually(async () => expect(await clientsWith('close', mark)).toContain('data_sync'));
  await dashboard.control.post('tasks', { count: 1 });

  await page.clock.fastForward(Date.now() - asleep - 100);
  await page.clock.resume();
  await login.lookAtToken(page);
  await eventually(async () => expect(await waiting()).toBe(before + 1), 20_000);
  expect(await page.locator('[data-wall]').count()).toBe(1);
});
