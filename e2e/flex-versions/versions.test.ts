import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { triedFlexVersions } from './versions';

const read = (file: string): string => readFileSync(join(__dirname, '../..', file), 'utf8');

describe('the Flex UI versions that were tried', () => {
  it('are the ones that the documents name', () => {
    const named = ['README.md', 'docs/flex-versions.md'].flatMap((document) =>
      [...read(document).matchAll(/tried with (2\.[\d., and]+\d)/g)].map(([, list = '']) =>
        list.split(/, | and /),
      ),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const list of named) {
      // A patch number may be left out.
      const matching = triedFlexVersions.filter((version, index) =>
        `${version}.`.startsWith(`${list[index] ?? 'missing'}.`),
      );
      expect([matching, list.length]).toEqual([triedFlexVersions, triedFlexVersions.length]);
    }
  });

  it('end with the one to develop with', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as {
      devDependencies: Record<string, string>;
    };
    expect(triedFlexVersions[triedFlexVersions.length - 1]).toBe(devDependencies['@twilio/flex-ui']);
  });

  it('have the main job and nothing else run in each of them', () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        require.resolve('@playwright/test/cli'),
        ...['test', '--list', '--config', join(__dirname, 'playwright.config.ts')],
      ],
      {
        encoding: 'utf8',
        // Playwright refuses to run within Jest.
        env: { ...process.env, JEST_WORKER_ID: undefined, FLEX_BUNDLES: '2.0.2=a.js,2.5.1=b.js' },
      },
    );
    expect([stdout.match(/the main job$/gm)?.length, stdout.match(/^Total: .*$/m)?.[0], stderr]).toEqual([
      2,
      'Total: 2 tests in 1 file',
      '',
    ]);
  });
});
