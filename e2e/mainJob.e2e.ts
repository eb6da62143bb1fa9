/** The main job: something happens in TaskRouter, and a tile in the real Flex UI changes. */
import {
  defaultDefinitions,
  startDashboard,
  tile,
  type Dashboard,
  type OpenedPage,
} from './support/startDashboard';
import { eventually } from './support/eventually';

jest.setTimeout(60_000);

let dashboard: Dashboard;
let opened: OpenedPage;
const text = (key: string): Promise<string | null> => tile(opened.page, key).getAttribute('aria-label');

beforeAll(async () => {
  dashboard = await startDashboard();
  opened = await dashboard.open({ path: '/' });
});
afterAll(() => dashboard.stop());

it('shows every default metric, none of them broken, when a supervisor clicks the side link', async () => {
  const { page } = opened;
  await page.getByRole('link', { name: 'Realtime Dashboard' }).click();
  await tile(page, 'tasks_waiting').waitFor();
  const labels = await page
    .locator('[data-metric]')
    .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('aria-label')));
  expect(labels.map((label) => label?.split(', ')[0])).toEqual(
    Object.values(defaultDefinitions).map(({ metric }) => metric.label),
  );
  expect(await page.locator('[data-state="broken"]').count()).toBe(0);
  expect(new URL(page.url()).pathname).toMatch(/^\/realtime-dashboard\/?$/);
});

it('counts three tasks more after three tasks were created, through event post, Function, statistics call, Sync write and notification', async () => {
  const { control } = dashboard;
  await control.post('settled');
  const before = Number((await text('tasks_waiting'))?.split(', ')[1]);
  expect(before).toBeGreaterThanOrEqual(0);
  const mark = (await control.journal()).slice(-1)[0]?.sequence ?? 0;

  await control.post('tasks', { count: 3 });

  await eventually(async () =>
    expect((await text('tasks_waiting'))?.split(', ')[1]).toBe(String(before + 3)),
  );
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

it('shows one ERR with its reason given a broken formula, and goes on with every other tile', async () => {
  const { control } = dashboard;
  const broken = { metric: { label: 'Broken', formula: 'data.workspace_statistics.realtime.total_taskz' } };
  await control.putDocument('dashboard-definitions', { broken, ...defaultDefinitions });
  await eventually(async () =>
    expect(await text('broken')).toMatch(/^Broken, ERR, Formula error, .*total_taskz.*total_tasks/),
  );
  expect(await opened.page.locator('[data-state="broken"]').count()).toBe(1);

  const before = Number((await text('tasks_waiting'))?.split(', ')[1]);
  await control.post('tasks', { count: 1 });
  await eventually(async () =>
    expect((await text('tasks_waiting'))?.split(', ')[1]).toBe(String(before + 1)),
  );
  expect(await text('broken')).toContain('ERR');
});

it('draws a definition anew as soon as it is edited in Sync', async () => {
  const { control } = dashboard;
  await control.putDocument('dashboard-definitions', {
    tasks_waiting: {
      metric: {
        ...defaultDefinitions.tasks_waiting?.metric,
        label: 'Calls in the queue',
        firstThresholdValue: 0,
        firstThresholdStyle: 'Error',
      },
    },
  });
  await eventually(async () =>
    expect(await text('tasks_waiting')).toMatch(/^Calls in the queue, \d+, Critical/),
  );
  expect(await opened.page.locator('[data-metric]').count()).toBe(1);
  await control.putDocument('dashboard-definitions', defaultDefinitions);
});

it('says that it is disconnected while sockets are refused for 5 s, and then shows what was written meanwhile', async () => {
  const { control } = dashboard;
  const { page } = opened;
  await tile(page, 'longest_waiting').waitFor();
  const before = Number((await text('tasks_waiting'))?.split(', ')[1]);
  await control.post('sockets/refuse', { seconds: 5 });
  await page.getByRole('heading', { name: 'Disconnected' }).waitFor();
  await control.post('tasks', { count: 2 });
  await control.post('settled');
  expect((await text('tasks_waiting'))?.split(', ')[1]).toBe(String(before));

  await eventually(
    async () => expect((await text('tasks_waiting'))?.split(', ')[1]).toBe(String(before + 2)),
    20_000,
  );
  await page.getByRole('heading', { name: 'Disconnected' }).waitFor({ state: 'detached' });
});

it('made the page complain of nothing, and asked the emulator for nothing that it does not know', async () => {
  // While sockets were refused, the browser itself reports each attempt to connect.
  const complaints = opened.complaints.filter(
    (complaint) => !/WebSocket connection to .* failed/.test(complaint),
  );
  expect(complaints).toEqual([]);
  expect(await dashboard.control.journal({ hop: 'unexpected' })).toEqual([]);
});

it('lets nothing leave this machine: every request that was answered went to the emulator', async () => {
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
  expect(opened.complaints.some((complaint) => /example\.com.*Content Security Policy/.test(complaint))).toBe(
    true,
  );
});
