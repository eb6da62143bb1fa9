/** Which version a supervisor sees, in the plugin as it is built. */
import { version } from '../package.json';
import { startDashboard, type Dashboard } from './support/startDashboard';

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await startDashboard({});
});
afterAll(() => dashboard.stop());

it('shows the version of package.json at the foot of the board', async () => {
  const { page } = await dashboard.open();
  await page.locator('footer').getByText(`Realtime Dashboard ${version}`, { exact: true }).waitFor();
});
