/** Which Sync client the plugin uses, and that it leaves nothing behind where it only looked. */
import { account } from '../emulator/account';
import { defaultDefinitions, startDashboard, tile, type Dashboard } from './support/startDashboard';

jest.setTimeout(60_000);

let dashboard: Dashboard | undefined;
afterEach(async () => {
  await dashboard?.stop();
  dashboard = undefined;
});

it("finds the documents in the account's service after Flex's own client has none, and creates none there", async () => {
  dashboard = await startDashboard();
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

it("opens no second connection given documents in the service that Flex's own client sees", async () => {
  dashboard = await startDashboard();
  await dashboard.control.putDocument('dashboard-definitions', defaultDefinitions, 'flex');
  await dashboard.control.putDocument('dashboard-data', {}, 'flex');
  const { page } = await dashboard.open();
  await tile(page, 'tasks_waiting').waitFor();
  const sockets = await dashboard.control.journal({ hop: 'socket' });
  expect(sockets.filter(({ summary }) => summary.includes('data_sync'))).toEqual([]);
});

it("asks only the account's service, for the documents that Flex Configuration names", async () => {
  dashboard = await startDashboard({
    customData: { DASHBOARD_SYNC_CLIENT: 'account', DASHBOARD_DEFINITIONS_DOCUMENT: 'our-definitions' },
  });
  await dashboard.control.putDocument('our-definitions', { one: { metric: { label: 'One', formula: '1' } } });
  const { page } = await dashboard.open();
  await tile(page, 'one').waitFor();
  const reads = await dashboard.control.journal({ hop: 'sync-read' });
  const asked = reads.filter(({ details }) => details.uniqueName === 'our-definitions');
  expect(asked.map(({ details }) => details.serviceSid)).toEqual([account.defaultSyncServiceSid]);
});

it("shows no tile given documents only in the account's service and Flex's own client chosen", async () => {
  dashboard = await startDashboard({ customData: { DASHBOARD_SYNC_CLIENT: 'flex' } });
  const { page } = await dashboard.open();
  await page.getByRole('heading', { name: 'No documents yet' }).waitFor();
  expect(await page.locator('[data-metric]').count()).toBe(0);
});
