/** The main job: something happens in TaskRouter, and a tile in the real Flex UI changes. */
import { defaultDefinitions, tile, type Dashboard, type OpenedPage } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

let dashboard: Dashboard;
let opened: OpenedPage;
const text = (key: string): Promise<string | null> => tile(opened.page, key).getAttribute('aria-label');
const number = async (key: string): Promise<number> => Number((await text(key))?.split(', ')[1]);

test.beforeEach(async ({ dashboard: started }) => {
  dashboard = started;
  opened = await dashboard.open({ path: '/' });
  await opened.page.getByRole('link', { name: 'Realtime Dashboard' }).click();
  await tile(opened.page, 'tasks_waiting').waitFor();
  await dashboard.control.post('settled');
});
test.afterEach(() => {
  // While sockets are refused, the browser itself reports each attempt to connect.
  const ofBrowser = /WebSocket connection to .* failed|example\.com/;
  expect(opened.complaints.filter((complaint) => !ofBrowser.test(complaint))).toEqual([]);
});

test('shows every default metric, none of them broken, when a supervisor clicks the side link', async () => {
  const { page } = opened;
  const labels = await page
    .locator('[data-tile]')
    .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('aria-label')));
  expect(labels.map((label) => label?.split(', ')[0])).toEqual(
    Object.values(defaultDefinitions).map(({ metric }) => metric.label),
  );
  await expect(page.locator('[data-state="broken"]')).toHaveCount(0);
  expect(new URL(page.url()).pathname).toMatch(/^\/realtime-dashboard\/?$/);
});

test('counts three tasks more after three were created, from the event to the notification', async () => {
  const { control } = dashboard;
  const before = await number('tasks_waiting');
  expect(before).toBeGreaterThanOrEqual(0);
  const mark = (await control.journal()).at(-1)?.sequence ?? 0;

  await control.post('tasks', { count: 3 });

  await expect.poll(() => number('tasks_waiting')).toBe(before + 3);
  // The collector keeps its lease in a document beside; the way of the number leads through the data.
  const hops = (await control.journal({ after: mark }))
    .filter(({ details }) => [undefined, 'dashboard-data'].includes(details.uniqueName as string | undefined))
    .map(({ hop }) => hop);
  const theWay = [
    'contact-centre',
    'event-post',
    'function-call',
    'statistics-call',
    'sync-write',
    'sync-notification',
  ] as const;
  const firsts = theWay.map((hop) => hops.indexOf(hop));
  expect(firsts).not.toContain(-1);
  expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
});

test('shows one ERR with its reason given a broken formula, and goes on with every other tile', async () => {
  const { control } = dashboard;
  const { page } = opened;
  const broken = { metric: { label: 'Broken', formula: 'data.workspace_statistics.realtime.total_taskz' } };
  await control.putDocument('dashboard-definitions', { broken, ...defaultDefinitions });
  await expect(tile(page, 'broken')).toHaveAttribute(
    'aria-label',
    /^Broken, ERR, Formula error, .*total_taskz.*total_tasks/,
  );
  await expect(page.locator('[data-state="broken"]')).toHaveCount(1);

  const before = await number('tasks_waiting');
  await control.post('tasks', { count: 1 });
  await expect.poll(() => number('tasks_waiting')).toBe(before + 1);
  expect(await text('broken')).toContain('ERR');
});

test('draws a definition anew as soon as it is edited in Sync', nightly, async () => {
  await dashboard.control.putDocument('dashboard-definitions', {
    tasks_waiting: {
      metric: {
        ...defaultDefinitions.tasks_waiting?.metric,
        label: 'Calls in the queue',
        firstThresholdValue: -1,
        firstThresholdStyle: 'Error',
      },
    },
  });
  await expect(tile(opened.page, 'tasks_waiting')).toHaveAttribute(
    'aria-label',
    /^Calls in the queue, \d+, Critical/,
  );
  await expect(opened.page.locator('[data-tile]')).toHaveCount(1);
});

test('says that it is disconnected while sockets are refused, and then shows what was written meanwhile', async () => {
  const { control } = dashboard;
  const { page } = opened;
  const disconnected = page.locator('[data-board-status=disconnected]');
  const before = await number('tasks_waiting');
  await control.post('sockets/refuse', { seconds: 600 });
  await disconnected.waitFor();
  await control.post('tasks', { count: 2 });
  await control.post('settled');
  // The data has the two; the page, which cannot know of them, does not.
  expect(await number('tasks_waiting')).toBe(before);
  await control.post('sockets/refuse', { seconds: 0 });

  await expect.poll(() => number('tasks_waiting'), { timeout: 30_000 }).toBe(before + 2);
  await disconnected.waitFor({ state: 'detached' });
});

test('lets nothing leave this machine: every request that was answered went to the emulator', async () => {
  const { page } = opened;
  expect(dashboard.hostsReached()).toEqual(['localhost']);
  // The browser itself refuses whatever else is tried, which is what makes the line above more than good luck.
  const refused = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(refused).toBe('refused');
  await expect
    .poll(() => opened.complaints)
    .toContainEqual(expect.stringMatching(/example\.com.*Content Security Policy/));
});
