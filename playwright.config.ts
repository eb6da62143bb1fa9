import { defineConfig } from '@playwright/test';

const isLong = process.env.LONG_TESTS !== undefined;

/** The browser tests. They drive the browser that `findBrowser` finds; the other options of a page are set where it is opened. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  projects: [
    // First, as nothing takes longer: it deploys with the real Twilio CLI.
    { name: 'journey', testMatch: '**/journey/*.e2e.ts' },
    { name: 'dashboard', testIgnore: '**/journey/**' },
    { name: 'soak', testDir: 'bench/soak' },
  ],
  tsconfig: 'tsconfig.node.json',
  globalSetup: './e2e/support/prepareTests.ts',
  outputDir: 'node_modules/.cache/realtime-dashboard/test-results',
  // Each test starts a product of its own, so that any two may run at the same time.
  fullyParallel: true,
  // `npm run test:long` runs what `npm test` leaves out.
  ...(isLong ? { grep: /@nightly/ } : { grepInvert: /@nightly/ }),
  workers: 3,
  // In CI, what failed is run once more for the sake of its trace. It has failed all the same, also when it passes then.
  retries: process.env.CI ? 1 : 0,
  failOnFlakyTests: true,
  forbidOnly: true,
  reporter: 'list',
  // A busy machine takes ten times as long as a quiet one. What is right passes at once, so that patience costs nothing.
  timeout: 300_000,
  expect: { timeout: 15_000 },
  // A trace of each test would cost a sixth of the time. At a desk: `npx playwright test FILE --trace on`.
  use: { trace: { mode: 'on-first-retry', screenshots: false } },
});
