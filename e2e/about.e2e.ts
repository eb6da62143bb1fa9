/** Which version a supervisor sees, in the plugin as it is built. */
import { version } from '../package.json';
import { expect, test } from './support/test';

test('shows the version of package.json at the foot of the board', async ({ dashboard }) => {
  const { page } = await dashboard.open();
  await expect(
    page.locator('footer').getByText(`Realtime Dashboard ${version}`, { exact: true }),
  ).toBeVisible();
});
