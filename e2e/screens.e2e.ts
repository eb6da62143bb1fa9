/** What a person sees when something is not as it should be, or not there yet. */
import { defaultDefinitions, startDashboard, tile, type Dashboard } from './support/startDashboard';
import { eventually } from './support/eventually';

jest.setTimeout(60_000);

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await startDashboard();
});
afterAll(() => dashboard.stop());
beforeEach(() => dashboard.control.putDocument('dashboard-definitions', defaultDefinitions));

it('shows an agent no side link, and nothing at the address of the view', async () => {
  const { page } = await dashboard.open({ role: 'agent' });
  await page.waitForTimeout(1000);
  expect(await page.getByRole('link', { name: 'Realtime Dashboard' }).count()).toBe(0);
  expect(await page.getByRole('heading', { name: 'Realtime Dashboard' }).count()).toBe(0);
  expect(await page.locator('[data-metric]').count()).toBe(0);
  await page.close();
});

it.each(['supervisor', 'admin'])('shows the dashboard to a %s who opens its address', async (role) => {
  const { page } = await dashboard.open({ role });
  await tile(page, 'tasks_waiting').waitFor();
  expect(await page.getByRole('link', { name: 'Realtime Dashboard' }).count()).toBe(1);
  await page.close();
});

it('tells the admin what to do while there are no documents, and shows them as soon as they are created', async () => {
  const { control } = dashboard;
  await control.removeDocument('dashboard-definitions');
  await control.removeDocument('dashboard-data');
  const { page } = await dashboard.open();
  await page.getByRole('heading', { name: 'No documents yet' }).waitFor();
  expect(await page.getByRole('main').innerText()).toContain('default_stats.json');

  await control.putDocument('dashboard-definitions', defaultDefinitions);
  await page.locator('[data-state="no-data"]').first().waitFor({ timeout: 20_000 });
  expect(await page.getByRole('heading', { name: 'No data yet' }).count()).toBe(1);

  await control.post('tasks', { count: 1 }); // the first event makes the Function create the document
  await page.locator('[data-metric="tasks_waiting"][data-state="none"]').waitFor({ timeout: 20_000 });
  expect(await page.getByRole('heading', { name: 'No data yet' }).count()).toBe(0);
  await page.close();
});

it('shows tiles that wait, not a wall of ERR, given data that is the empty object of set-up', async () => {
  await dashboard.control.post('settled');
  await dashboard.control.putDocument('dashboard-data', {});
  const { page } = await dashboard.open();
  await tile(page, 'tasks_waiting').waitFor();
  expect(await page.locator('[data-state="no-data"]').count()).toBe(Object.keys(defaultDefinitions).length);
  expect(await page.locator('[data-state="broken"]').count()).toBe(0);
  await page.close();
});

it('says that there is no definition given an empty document, and shows the first one at once', async () => {
  await dashboard.control.putDocument('dashboard-definitions', {});
  const { page } = await dashboard.open();
  await page.getByRole('heading', { name: 'No definitions' }).waitFor();
  await dashboard.control.putDocument('dashboard-definitions', {
    one: { metric: { label: 'One', formula: '1' } },
  });
  await tile(page, 'one').waitFor();
  await page.close();
});

it('gives the reason of an error to the mouse and to the keyboard', async () => {
  await dashboard.control.putDocument('dashboard-definitions', {
    broken: { metric: { label: 'Lunch', formula: "activity('Luncheon')" } },
  });
  await dashboard.control.post('tasks', { count: 1 });
  const { page } = await dashboard.open();
  await page.locator('[data-metric="broken"][data-state="broken"]').waitFor();
  const reason = page.getByRole('dialog').filter({ hasText: 'Luncheon' });
  await tile(page, 'broken').click();
  await reason.waitFor();
  await page.keyboard.press('Escape');
  await reason.waitFor({ state: 'hidden' });
  await tile(page, 'broken').focus();
  await page.keyboard.press('Enter');
  await reason.waitFor();
  await page.close();
});

it('names a missing activity, and where to add it', async () => {
  await dashboard.control.putDocument('dashboard-definitions', {
    lunch: { metric: { label: 'Lunch', formula: "activity('Luncheon')" } },
  });
  const { page } = await dashboard.open();
  await eventually(async () =>
    expect(await tile(page, 'lunch').getAttribute('aria-label')).toMatch(/"Luncheon".*TaskRouter/),
  );
  await page.close();
});
