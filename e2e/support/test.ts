import { test as base } from '@playwright/test';
import type { EmulatorOptions } from '../../emulator/startEmulator';
import { startDashboard, type Dashboard } from './startDashboard';

export { expect } from '@playwright/test';

/** The emulated statistics do not lag behind events, so that there is little to wait for before the last collection. */
const quickCollector = { DASHBOARD_TRAILING_DELAY: '0.5' };

/** Of a test that `npm run test:long` runs and `npm test` leaves out: it tries a variation of what another test tries, or takes minutes. */
export const nightly = { tag: '@nightly' };

interface Fixtures {
  /** How the emulator is set up, where a file or a group of tests wants it differently. */
  readonly setUp: Partial<EmulatorOptions>;
  /** The whole product, begun for this test alone: nothing that another test did is in it. */
  readonly dashboard: Dashboard;
}

export const test = base.extend<Fixtures>({
  setUp: [{}, { option: true }],
  dashboard: async ({ setUp }, use) => {
    const environment = { ...quickCollector, ...setUp.environment };
    const dashboard = await startDashboard({ ...setUp, environment });
    await use(dashboard);
    await dashboard.stop();
  },
});
