/** Data that is old is collected anew because a dashboard is open: from the real page to the real Function and back by Sync. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DashboardData } from '../src/schema/dashboardData';
import { account } from '../emulator/account';
import { developmentDomain } from '../emulator/serverless-api/Deployment';
import { tile, type Dashboard, type OpenedPage } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

const root = join(__dirname, '..');
const refreshUrl = `https://${developmentDomain}/refreshDashboard`;

/** Opens a page whose time can be moved on. */
const openWithClock = (running: Dashboard, path?: string): Promise<OpenedPage> =>
  running.open({ ...(path && { path }), prepare: (page) => page.clock.install() });

/** Dashboards that are open at the same time spread their requests over so many milliseconds. */
const longestSpread = 15_000;

/** The status of each request for a refresh; undefined while the Function is at it. */
async function answersToRefresh({ control }: Dashboard): Promise<readonly unknown[]> {
  const calls = await control.journal({ hop: 'function-call' });
  return calls
    .filter(({ details }) => details.path === '/refreshDashboard' && details.method === 'POST')
    .map(({ details }) => details.status);
}

/** The contact centre has been quiet for so long; tiles show numbers that are not true any more. */
async function makeOld({ control }: Dashboard, seconds: number): Promise<void> {
  await control.post('tasks', { count: 1 });
  await control.post('settled');
  const data = (await control.getDocument('dashboard-data')) as DashboardData;
  const { realtime, cumulative } = data.workspace_statistics;
  await control.removeDocument('dashboard-data-lease');
  await control.putDocument('dashboard-data', {
    ...data,
    collected_at: new Date(Date.now() - seconds * 1000).toISOString(),
    workspace_statistics: {
      realtime: { ...realtime, tasks_by_status: { ...realtime.tasks_by_status, pending: 77 } },
      cumulative,
    },
  });
}

const waitingShown = async (page: Page): Promise<number> =>
  Number((await tile(page, 'tasks_waiting').getAttribute('aria-label'))?.split(', ')[1]);

async function waitingInTruth({ emulator }: Dashboard): Promise<number> {
  const credentials = Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64');
  const reply = await fetch(
    `${emulator.origin.replace('localhost', '127.0.0.1')}/_tw/taskrouter.twilio.com/v1/Workspaces/${account.workspaceSid}/RealTimeStatistics`,
    { headers: { authorization: `Basic ${credentials}` } },
  );
  return ((await reply.json()) as { tasks_by_status: { pending: number } }).tasks_by_status.pending;
}

test.describe('with an address for refreshing', () => {
  test.use({ setUp: { customData: { DASHBOARD_REFRESH_URL: refreshUrl } } });

  test('shows what is true, after asking once, when opened on old data, and again when that has become old', async ({
    dashboard: running,
  }) => {
    await makeOld(running, 90);
    const { page, complaints } = await openWithClock(running);
    await tile(page, 'tasks_waiting').waitFor();
    const truth = await waitingInTruth(running);
    await expect.poll(() => waitingShown(page)).toBe(truth);
    await page.clock.runFor(longestSpread);
    await expect.poll(() => answersToRefresh(running)).toEqual([200]);

    await makeOld(running, 61);
    await expect.poll(() => waitingShown(page)).toBe(77);
    await page.clock.runFor(longestSpread);
    await expect.poll(() => waitingShown(page)).toBe(truth + 1);
    await expect.poll(() => answersToRefresh(running)).toEqual([200, 200]);
    expect(complaints).toEqual([]);
    expect(await running.control.journal({ hop: 'unexpected' })).toEqual([]);
  });

  test('does not ask while the page is hidden, and does when it is shown', async ({ dashboard: running }) => {
    await makeOld(running, 90);
    const { page } = await openWithClock(running, '/');
    const show = (state: string): Promise<void> =>
      page.evaluate((visibility) => {
        Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await show('hidden');
    await page.getByRole('link', { name: 'Realtime Dashboard' }).click();
    await tile(page, 'tasks_waiting').waitFor();
    await page.clock.runFor(longestSpread);
    expect(await waitingShown(page)).toBe(77);

    await show('visible');
    const truth = await waitingInTruth(running);
    await page.clock.runFor(longestSpread);
    await expect.poll(() => waitingShown(page)).toBe(truth);
    // The only one: there was none before.
    await expect.poll(() => answersToRefresh(running)).toEqual([200]);
  });
});

test(
  'asks nobody where Flex Configuration names no address, and shows the old data',
  nightly,
  async ({ dashboard: running }) => {
    await makeOld(running, 90);
    const { page } = await openWithClock(running);
    await tile(page, 'tasks_waiting').waitFor();
    await page.clock.runFor(longestSpread);
    // A request of the page's own comes after whatever else it has asked for.
    await page.evaluate(() => fetch('/shim.js').then((reply) => reply.text()));
    expect(await answersToRefresh(running)).toEqual([]);
    expect(await waitingShown(page)).toBe(77);
  },
);

test(
  'refuses an agent, garbage and what is no form, each in a reply that the page of another origin can read',
  nightly,
  async ({ dashboard: running }) => {
    const { page } = await running.open({ path: '/', role: 'agent' });
    await running.control.post('settled');
    const mark = (await running.control.journal()).slice(-1)[0]?.sequence ?? 0;
    const answers = await page.evaluate(async (url) => {
      const { token } = JSON.parse(localStorage.getItem('TWILIO_FLEX_SSO') ?? '{}') as { token: string };
      const ask = async (init: RequestInit) => {
        const reply = await fetch(url, { method: 'POST', ...init });
        return [reply.status, ((await reply.json()) as { code: string }).code, reply.type];
      };
      return Promise.all([
        ask({ body: new URLSearchParams({ Token: token }) }),
        ask({ body: new URLSearchParams({ Token: 'garbage' }) }),
        // A browser asks beforehand whether it may send this (OPTIONS).
        ask({ body: JSON.stringify({ Token: token }), headers: { 'Content-Type': 'application/json' } }),
      ]);
    }, refreshUrl);
    expect(answers).toEqual([
      [403, 'wrong-role', 'cors'],
      [401, 'refused-token', 'cors'],
      [400, 'malformed-request', 'cors'],
    ]);
    expect(await running.control.journal({ after: mark, hop: 'statistics-call' })).toEqual([]);
  },
);

test.describe('without documents', () => {
  test.use({ setUp: { definitions: undefined } });

  test("works on refresh alone where set-up found another app's event callback", async ({
    dashboard: running,
  }) => {
    // As a fresh account: the shift that began as the emulator started has been collected.
    await running.control.post('settled');
    await running.control.removeDocument('dashboard-data');
    await running.control.removeDocument('dashboard-data-lease');
    const mark = (await running.control.journal()).slice(-1)[0]?.sequence ?? 0;
    // Nobody listens there.
    await setCallback(running, 'http://127.0.0.1:9/events');
    const printed = await setUp(running);
    expect(printed).toContain('belongs to another app: http://127.0.0.1:9/events');
    await running.control.post('tasks', { count: 2 });
    expect(await running.control.getDocument('dashboard-data')).toEqual({});

    const { page } = await running.open();
    const truth = await waitingInTruth(running);
    expect(truth).toBeGreaterThanOrEqual(2);
    await expect.poll(() => waitingShown(page)).toBe(truth);
    const called = await running.control.journal({ after: mark, hop: 'function-call' });
    expect(called.map(({ details }) => details.path)).not.toContain('/dashboardStats');
  });
});

async function setCallback({ emulator }: Dashboard, url: string): Promise<void> {
  const credentials = Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64');
  const reply = await fetch(
    `${emulator.origin.replace('localhost', '127.0.0.1')}/_tw/taskrouter.twilio.com/v1/Workspaces/${account.workspaceSid}`,
    {
      method: 'POST',
      headers: { authorization: `Basic ${credentials}` },
      body: new URLSearchParams({ EventCallbackUrl: url }),
    },
  );
  expect(reply.status).toBe(200);
}

/** `npm run setup -- dev --yes`, as it is, in a process whose requests to Twilio end up in the emulator. */
async function setUp({ emulator }: Dashboard): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'setup-'));
  writeFileSync(join(folder, '.env.development'), `TWILIO_WORKSPACE_SID=${account.workspaceSid}\n`);
  const child = spawn(
    process.execPath,
    [
      '--require',
      join(root, 'emulator/serverless-api/redirectCommand.cjs'),
      '--import',
      `file://${join(root, 'serverless/node_modules/tsx/dist/loader.mjs')}`,
      join(root, 'serverless/setup/setup.ts'),
      'dev',
      '--yes',
      '--backups',
      join(folder, 'backups'),
    ],
    {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        EMULATOR_ORIGIN: emulator.origin.replace('localhost', '127.0.0.1'),
        TSX_TSCONFIG_PATH: join(root, 'serverless/tsconfig.json'),
        TWILIO_ACCOUNT_SID: account.accountSid,
        TWILIO_AUTH_TOKEN: account.authToken,
      },
    },
  );
  let printed = '';
  child.stdout.on('data', (text) => (printed += String(text)));
  child.stderr.on('data', (text) => (printed += String(text)));
  const code = await new Promise((resolve) => child.on('close', resolve));
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(`set-up ended with ${String(code)}:\n${printed}`);
  return printed;
}
