/** The board as a supervisor uses it in the real Flex UI: finding tiles, and knowing whether to trust them. */
import type { Locator, Page } from '@playwright/test';
import { tile, type Dashboard, type OpenedPage } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

const metric = (label: string, formula: string, rest: object = {}) => ({
  metric: { label, formula, ...rest },
});
const pending = 'data.workspace_statistics.realtime.tasks_by_status.pending';
const alarm = { firstThresholdValue: 0, firstThresholdStyle: 'Error' };
const definitions = {
  logged_in: metric('Logged in', 'data.workspace_statistics.realtime.total_workers', { section: 'People' }),
  waiting: metric('Waiting', pending, { section: 'Now', ...alarm, invertThresholds: true }),
  offered: metric('Offered', 'data.workspace_statistics.cumulative.tasks_created', { section: 'Today' }),
  longest: metric('Longest', 'data.workspace_statistics.realtime.longest_task_waiting_age', {
    section: 'Now',
    format: 'seconds',
    increment: true,
    order: 1,
  }),
  broken: metric('Broken', 'data.no.such.thing', { section: 'Today' }),
};

let dashboard: Dashboard;
let opened: OpenedPage;
let page: Page;
// The emulated workspace has more queues than that.
test.use({ setUp: { definitions, environment: { DASHBOARD_QUEUES_MAX: '1' } } });
test.beforeEach(async ({ dashboard: started }) => {
  dashboard = started;
  await dashboard.control.putDocument('dashboard-board', { sections: ['Now', 'People', 'Today'] });
  await dashboard.control.post('tasks', { count: 2 });
  await dashboard.control.post('settled');
  opened = await dashboard.open({ role: 'admin', prepare: (page) => page.clock.install() });
  page = opened.page;
  cutOff = page.locator('[data-freshness="cut-off"]');
  await tile(page, 'waiting').waitFor();
});
test.afterEach(() => {
  expect(opened.complaints.filter((words) => !/WebSocket connection to .* failed/.test(words))).toEqual([]);
});

const keys = (): Promise<(string | null)[]> =>
  page.locator('[data-tile]').evaluateAll((tiles) => tiles.map((each) => each.getAttribute('data-tile')));
const headings = (): Promise<string[]> => page.locator('section h2').allInnerTexts();
const says = (key: string): Promise<string | null> => tile(page, key).getAttribute('aria-label');
const line = (): Promise<string> => page.locator('[data-board-status]').innerText();
let cutOff: Locator;
const inOrder = ['longest', 'waiting', 'logged_in', 'offered', 'broken'];

test('stands in sections, in the order of the board settings and of the definitions', async () => {
  expect(await headings()).toEqual(['Now', 'People', 'Today']);
  expect(await keys()).toEqual(inOrder);
  expect(await line()).toMatch(/^Live · \d+ s$/);
  await page.getByText(/^Since .*06:00 \(UTC\)$/).waitFor();
});

test('takes new settings at once, without being opened again', nightly, async () => {
  const { control } = dashboard;
  await control.putDocument('dashboard-board', { title: 'Support floor', sections: ['Today'] });
  await page.getByRole('heading', { level: 1, name: 'Support floor' }).waitFor();
  expect(await headings()).toEqual(['Today', 'Now', 'People']);
  await control.putDocument('dashboard-board', { sections: ['Now', 'People', 'Today'] });
  await page.getByRole('heading', { level: 1, name: 'Realtime Dashboard' }).waitFor();
});

test('is searched, and put back, by the keyboard alone', async () => {
  await page.getByRole('searchbox', { name: 'Search tiles' }).focus();
  await page.keyboard.type('wait');
  await page.getByText('1 of 5 tiles').waitFor();
  expect(await keys()).toEqual(['waiting']);
  await page.keyboard.type(' for ever');
  await page.getByRole('heading', { name: /No tile is called/ }).waitFor();
  await page.keyboard.press('Escape');
  expect(await keys()).toEqual(inOrder);
});

test('shows only what is critical while its count is pressed, by the keyboard alone', async () => {
  const { control } = dashboard;
  await control.putDocument('dashboard-definitions', {
    ...definitions,
    offered: metric('Offered', definitions.offered.metric.formula, { section: 'Today', ...alarm }),
  });
  await expect.poll(() => says('offered')).toMatch(/Critical/);
  const button = page.getByRole('button', { name: '1 critical' });
  await button.focus();
  await page.keyboard.press('Enter');
  expect([await headings(), await keys()]).toEqual([['Today'], ['offered']]);
  await page.keyboard.press('Enter');
  expect(await keys()).toEqual(inOrder);
});

test('says that data is stale while it is connected, freezes what grew, and says so no more when newer data comes', async () => {
  const { control } = dashboard;
  const data = (await control.getDocument('dashboard-data')) as { collected_at: string };
  const old = { ...data, collected_at: new Date(Date.now() - 600_000).toISOString() };
  await control.putDocument('dashboard-data', old);
  await cutOff.waitFor();
  expect(await line()).toMatch(/^Not updating · numbers of /);
  const notice = await line();
  expect(await says('longest')).toMatch(/Stale/);
  const value = async (): Promise<string | undefined> => (await says('longest'))?.split(', ')[1];
  const frozen = await value();
  await page.clock.runFor(60_000);
  expect(await line()).toBe(notice);
  expect(await value()).toBe(frozen);
  expect(await page.locator('[data-state="error"]').count()).toBe(0);

  await control.putDocument('dashboard-data', { ...data, collected_at: new Date().toISOString() });
  await cutOff.waitFor({ state: 'detached' });
  expect(await says('longest')).not.toMatch(/Stale/);
});

test('marks every value after the tab has slept, until newer data comes', async () => {
  const { control, emulator } = dashboard;
  const marked = (): Promise<number> => page.locator('[data-state="stale"]').count();
  const before = Number((await says('offered'))?.split(', ')[1]);
  expect(await marked()).toBe(0);
  await control.post('faults', { target: 'statistics', times: 1000, status: 500 });
  // As when a laptop is opened again: time has gone on, and no timer ran meanwhile.
  await page.clock.fastForward(600_000);
  await expect.poll(marked).toBe(inOrder.length - 1);
  await cutOff.waitFor();

  await fetch(`${emulator.origin.replace('localhost', '127.0.0.1')}/emulator/faults`, { method: 'DELETE' });
  await control.post('tasks', { count: 3 });
  await expect.poll(() => says('offered')).toBe(`Offered, ${before + 3}`);
  await expect.poll(marked).toBe(0);
});

test('shows that the connection is lost, below the bar of Flex, as something else than stale data', async () => {
  await dashboard.control.post('sockets/refuse', { seconds: 600 });
  await cutOff.waitFor();
  expect(await says('waiting')).not.toMatch(/Stale/);
  await page.getByText('Connection lost. Attempting to reconnect.').first().waitFor();
  const heading = page.getByRole('heading', { level: 1, name: 'Realtime Dashboard' });
  const isOnTop = await heading.evaluate((element) => {
    const { left, top, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + 5, top + height / 2));
  });
  expect(isOnTop).toBe(true);
  await dashboard.control.post('sockets/refuse', { seconds: 0 });
  await cutOff.waitFor({ state: 'detached', timeout: 40_000 });
});

test('counts what the Function says of queues that are left out, and says it after a click', async () => {
  await dashboard.control.post('tasks', { count: 1 });
  await page.getByRole('button', { name: '1 notice' }).click();
  await page.getByText(/^\d+ of \d+ queues are left out, the newest: DASHBOARD_QUEUES_MAX is 1\./).waitFor();
});

test(
  'puts 120 tiles of four documents on one board, and names a fifth that is missing',
  nightly,
  async () => {
    const { control } = dashboard;
    const part = (document: number) =>
      Object.fromEntries(
        Array.from({ length: 30 }, (_, index) => [
          `m${document}_${index}`,
          metric(`Metric ${document}.${index}`, `${pending} + ${index}`, { section: `Part ${document}` }),
        ]),
      );
    await control.putDocument('dashboard-definitions', part(1));
    for (const document of [2, 3, 4]) await control.putDocument(`definitions-${document}`, part(document));
    await control.putDocument('dashboard-board', {
      definitionDocuments: ['definitions-2', 'definitions-3', 'definitions-4', 'definitions-5'],
    });
    await expect.poll(async () => (await keys()).length).toBe(120);
    expect(await headings()).toEqual(['Part 1', 'Part 2', 'Part 3', 'Part 4']);
    await page.getByRole('button', { name: /notice/ }).click();
    await page.getByText(/definition document definitions-5, which does not exist/).waitFor();
    await page.keyboard.press('Escape');
    const main = page.getByRole('main').last();
    expect(await main.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);

    await page.mouse.move(720, 600);
    await page.mouse.wheel(0, 100_000);
    await expect
      .poll(async () => {
        const { y = 0, height = 0 } = (await page.locator('[data-tile]').last().boundingBox()) ?? {};
        return [y > 0, y + height < 900];
      })
      .toEqual([true, true]);
  },
);
