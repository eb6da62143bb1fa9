/** Which Sync client the plugin uses, and that it leaves nothing behind where it only looked. */
import { account } from '../emulator/account';
import { defaultDefinitions, tile } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

test("finds the documents in the account's service after Flex's own client has none, and creates none there", async ({
  dashboard,
}) => {
  const { page } = await dashboard.open();
  await tile(page, 'tasks_waiting').waitFor();
  const reads = await dashboard.control.journal({ hop: 'sync-read' });
  const services = reads
    .filter(({ details }) => details.uniqueName === 'dashboard-definitions')
    .map(({ details }) => [details.serviceSid, details.status]);
  expect(services).toEqual([
    [account.flexInsightsSyncServiceSid, 404],
    [account.defaultSyncServiceSid, 200],
  ]);
  const writes = await dashboard.control.journal({ hop: 'sync-write' });
  expect(writes.filter(({ details }) => details.serviceSid === account.flexInsightsSyncServiceSid)).toEqual(
    [],
  );
});

test("opens no second connection given documents in the service that Flex's own client sees", async ({
  dashboard,
}) => {
  await dashboard.control.putDocument('dashboard-definitions', defaultDefinitions, 'flex');
  await dashboard.control.putDocument('dashboard-data', {}, 'flex');
  const { page } = await dashboard.open();
  await tile(page, 'tasks_waiting').waitFor();
  const sockets = await dashboard.control.journal({ hop: 'socket' });
  expect(sockets.filter(({ summary }) => summary.includes('data_sync'))).toEqual([]);
});

test.describe('with documents named in Flex Configuration', () => {
  test.use({
    setUp: {
      customData: { DASHBOARD_SYNC_CLIENT: 'account', DASHBOARD_DEFINITIONS_DOCUMENT: 'our-definitions' },
    },
  });

  test("asks only the account's service", nightly, async ({ dashboard }) => {
    await dashboard.control.putDocument('our-definitions', {
      one: { metric: { label: 'One', formula: '1' } },
    });
    const { page } = await dashboard.open();
    await tile(page, 'one').waitFor();
    const reads = await dashboard.control.journal({ hop: 'sync-read' });
    const asked = reads.filter(({ details }) => details.uniqueName === 'our-definitions');
    expect(asked.map(({ details }) => details.serviceSid)).toEqual([account.defaultSyncServiceSid]);
  });
});

test.describe("with Flex's own client chosen", () => {
  test.use({ setUp: { customData: { DASHBOARD_SYNC_CLIENT: 'flex' } } });

  test("shows no tile given documents only in the account's service", async ({ dashboard }) => {
    const { page } = await dashboard.open();
    await page.getByRole('heading', { name: 'No documents yet' }).waitFor();
    expect(await page.locator('[data-tile]').count()).toBe(0);
  });
});
