import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import type { FlexVersion } from './mainJob.spec';

/** The main job in other versions of Flex UI; `npm run test:flex-versions` says which, as `VERSION=FILE` by commas. */
export default defineConfig<FlexVersion>({
  testDir: __dirname,
  testMatch: 'mainJob.spec.ts',
  tsconfig: join(__dirname, '../../tsconfig.node.json'),
  outputDir: join(__dirname, '../../node_modules/.cache/realtime-dashboard/flex-versions-results'),
  workers: 1,
  reporter: [['list', { printSteps: true }]],
  // A busy machine takes ten times as long as a quiet one.
  timeout: 120_000,
  expect: { timeout: 60_000 },
  projects: (process.env.FLEX_BUNDLES ?? '').split(',').map((named) => {
    const [version = '', flexBundle = ''] = named.split('=');
    return { name: `Flex UI ${version}`, use: { flexVersion: version, flexBundle } };
  }),
});
