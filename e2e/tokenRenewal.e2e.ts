/** Flex renews its token while a dashboard is on screen: nothing reloads, nothing is lost, and everybody uses the new one. */
import type { Page } from 'playwright-core';
import { developmentDomain } from '../emulator/serverless-api/Deployment';
import { eventually } from './support/eventually';
import { openWithShortLogin } from './support/openWithShortLogin';
import { startDashboard, tile, type Dashboard } from './support/startDashboard';

jest.setTimeout(120_000);

const loginSeconds = 35;

let dashboard: Dashboard;
let first: Page;

beforeAll(async () => {
  dashboard = await startDashboard({
    customData: { DASHBOARD_REFRESH_URL: `https://${developmentDomain}/refreshDashboard` },
  });
  await dashboard.control.post('tasks', { count: 1 });
  first = (await dashboard.open({ path: '/agent-desktop' })).page;
});
afterAll(() => dashboard.stop());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const waiting = async (page: Page): Promise<number> =>
  Number((await tile(page, 'tasks_waiting').getAttribute('aria-label'))?.split(', ')[1]);

const tokenOf = (page: Page): Promise<string> =>
  page.evaluate(
    () => (JSON.parse(localStorage.getItem('TWILIO_FLEX_SSO') ?? '{}') as { token: string }).token,
  );

const markedAt = async (): Promise<number> => (await dashboard.control.journal()).slice(-1)[0]?.sequence ?? 0;

/** Which clients' connections that happened to, in the order of the alphabet. */
async function clientsWith(event: string, after: number): Promise<readonly string[]> {
  const entries = await dashboard.control.journal({ after, hop: 'socket' });
  return entries
    .filter(({ details }) => details.event === event)
    .flatMap(({ details }) => details.products as readonly string[])
    .sort();
}

it.each([
  ['desk', '/realtime-dashboard'],
  ['wall', '/realtime-dashboard?wall'],
])('goes on at a %s when Flex renews its token', async (_place, path) => {
  const { control, emulator } = dashboard;
  const mark = await markedAt();
  const opened = Date.now();
  const page = await openWithShortLogin(first, emulator.origin + path, loginSeconds);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await tile(page, 'tasks_waiting').waitFor({ timeout: 30_000 });
  // The page of the test before has let go of its connections by now.
  const loaded = await markedAt();
  const old = await tokenOf(page);
  let loads = 0;
  page.on('load', () => (loads += 1));

  await eventually(
    async () =>
      expect(await clientsWith('token', mark)).toEqual(['data_sync', 'flex_insights', 'ip_messaging']),
    30_000,
  );
  const renewed = await tokenOf(page);
  expect(renewed).not.toBe(old);

  // A connection that had kept the old token would be closed by now.
  await pause(opened + (loginSeconds + 2) * 1000 - Date.now());
  expect(await clientsWith('close', loaded)).toEqual([]);
  const before = await waiting(page);
  await control.post('tasks', { count: 1 });
  await eventually(async () => expect(await waiting(page)).toBe(before + 1));

  const asked = page.waitForRequest(/refreshDashboard/, { timeout: 25_000 });
  await control.post('settled');
  const data = (await control.getDocument('dashboard-data')) as object;
  await control.removeDocument('dashboard-data-lease');
  await control.putDocument('dashboard-data', {
    ...data,
    collected_at: new Date(Date.now() - 61_000).toISOString(),
  });
  const request = await asked;
  expect(new URLSearchParams(request.postData() ?? '').get('Token')).toBe(renewed);
  expect((await request.response())?.status()).toBe(200);

  expect(loads).toBe(0);
  expect(errors).toEqual([]);
  expect(await page.locator('[data-wall]').count()).toBe(path.endsWith('wall') ? 1 : 0);
  expect(await control.journal({ after: mark, hop: 'unexpected' })).toEqual([]);
  await page.close();
});

it('comes back on a wall that slept while its token ended, when Flex can still renew it', async () => {
  const { control, emulator } = dashboard;
  const seconds = 25;
  const opened = Date.now();
  const page = await openWithShortLogin(
    first,
    `${emulator.origin}/realtime-dashboard?wall`,
    seconds,
    (page) => page.clock.install(),
  );
  await tile(page, 'tasks_waiting').waitFor({ timeout: 30_000 });
  const old = await tokenOf(page);
  const asleep = Date.now();
  const mark = await markedAt();
  await page.clock.pauseAt(asleep + 500);
  const before = await waiting(page);
  await pause(opened + (seconds + 3) * 1000 - Date.now());
  expect(await clientsWith('close', mark)).toContain('data_sync');
  await control.post('tasks', { count: 1 });

  await page.clock.fastForward(Date.now() - asleep - 500);
  await page.clock.resume();
  await eventually(async () => expect(await waiting(page)).toBe(before + 1), 45_000);
  expect(await tokenOf(page)).not.toBe(old);
  expect(await page.locator('[data-wall]').count()).toBe(1);
  await page.close();
});
