/** What a person sees when something is not as it should be, or not there yet. */
import { laterPlugin, laterPluginIsInitialised } from './support/laterPlugin';
import { defaultDefinitions, tile } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

test('shows an agent no side link, and nothing at the address of the view', async ({ dashboard }) => {
  const { page } = await dashboard.open({
    role: 'agent',
    prepare: laterPlugin,
  });
  await laterPluginIsInitialised(page);
  await expect(page.getByRole('link', { name: 'Realtime Dashboard' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Realtime Dashboard' })).toHaveCount(0);
  await expect(page.locator('[data-tile]')).toHaveCount(0);
});

for (const role of ['supervisor', 'admin'])
  test(`shows the dashboard to a ${role} who opens its address`, async ({ dashboard }) => {
    const { page } = await dashboard.open({ role });
    await tile(page, 'tasks_waiting').waitFor();
    await expect(page.getByRole('link', { name: 'Realtime Dashboard' })).toHaveCount(1);
  });

test('tells the admin what to do while there are no documents, and shows them as soon as they are created', async ({
  dashboard,
}) => {
  const { control } = dashboard;
  await control.post('settled');
  await control.removeDocument('dashboard-definitions');
  await control.removeDocument('dashboard-data');
  const { page } = await dashboard.open();
  await page.getByRole('heading', { name: 'No documents yet' }).waitFor();
  await expect(page.getByRole('main').last()).toContainText('default_stats.json');

  await control.putDocument('dashboard-definitions', defaultDefinitions);
  await page.locator('[data-state="no-data"]').first().waitFor();
  await expect(page.getByRole('heading', { name: 'No data yet' })).toHaveCount(1);

  await control.post('tasks', { count: 1 }); // the first event makes the Function create the document
  await page.locator('[data-tile="tasks_waiting"][data-state="none"]').waitFor();
  await expect(page.getByRole('heading', { name: 'No data yet' })).toHaveCount(0);
});

test('shows tiles that wait, not a wall of ERR, given data that is the empty object of set-up', async ({
  dashboard,
}) => {
  await dashboard.control.post('settled');
  await dashboard.control.putDocument('dashboard-data', {});
  const { page } = await dashboard.open();
  await tile(page, 'tasks_waiting').waitFor();
  await expect(page.locator('[data-state="no-data"]')).toHaveCount(Object.keys(defaultDefinitions).length);
  await expect(page.locator('[data-state="broken"]')).toHaveCount(0);
});

test('says that there is no definition given an empty document, and shows the first one at once', async ({
  dashboard,
}) => {
  await dashboard.control.putDocument('dashboard-definitions', {});
  const { page } = await dashboard.open();
  await page.getByRole('heading', { name: 'No definitions' }).waitFor();
  await dashboard.control.putDocument('dashboard-definitions', {
    one: { metric: { label: 'One', formula: '1' } },
  });
  await tile(page, 'one').waitFor();
});

test('gives the reason of an error to the mouse and to the keyboard', async ({ dashboard }) => {
  await dashboard.control.putDocument('dashboard-definitions', {
    broken: { metric: { label: 'Lunch', formula: "activity('Luncheon')" } },
  });
  const { page } = await dashboard.open();
  await page.locator('[data-tile="broken"][data-state="broken"]').waitFor();
  await expect(tile(page, 'broken')).toHaveAttribute('aria-label', /"Luncheon".*TaskRouter/);
  const reason = page.getByRole('dialog').filter({ hasText: 'Luncheon' });
  await tile(page, 'broken').click();
  await reason.waitFor();
  await page.keyboard.press('Escape');
  await reason.waitFor({ state: 'hidden' });
  await tile(page, 'broken').focus();
  await page.keyboard.press('Enter');
  await reason.waitFor();
});

test(
  'opens details again given Enter in the very moment that Escape has closed them',
  nightly,
  async ({ dashboard }) => {
    const { page } = await dashboard.open();
    await tile(page, 'tasks_waiting').click();
    const details = page.getByRole('dialog', { name: 'Tasks waiting' });
    await details.waitFor();
    // What is told to an observer comes right after the browser has closed the dialog, before its event `close`.
    await details.evaluate((dialog) => {
      const presses = new MutationObserver(() => {
        presses.disconnect();
        document.querySelector<HTMLElement>('[data-tile="tasks_waiting"]')?.click();
      });
      presses.observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: ['open'],
      });
      (dialog as HTMLDialogElement).focus();
    });
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dialog[open]') !== null);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    await expect(details).toBeVisible();
  },
);
