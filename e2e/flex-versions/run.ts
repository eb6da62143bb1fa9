import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildFlexVersion } from './buildFlexVersion';
import { oldestAndNewest, triedFlexVersions } from './versions';
import { buildWhenChanged, functionsBuild, pluginBuild } from '../../scripts/buildWhenChanged';

/** `npm run test:flex-versions`: the main job in a real browser, in several versions of Flex UI, with one and the same build. */
const usage = `Usage: npm run test:flex-versions [-- VERSION ...]

Without a version: the oldest and the newest, ${oldestAndNewest.join(' and ')}.
Tried so far: ${triedFlexVersions.join(', ')}. Any other 2.x of npm can be named too.`;

const say = (message: string): void => console.log(message);

async function run(named: readonly string[]): Promise<number> {
  if (!named.every((word) => /^2\.\d+\.\d+$/.test(word))) {
    say(usage);
    return named.some((word) => word === '--help' || word === '-h') ? 0 : 1;
  }
  await buildWhenChanged(pluginBuild, say);
  await buildWhenChanged(functionsBuild, say);
  const bundles: string[] = [];
  for (const version of named.length > 0 ? named : oldestAndNewest)
    bundles.push(`${version}=${await buildFlexVersion(version, say)}`);
  const config = join(__dirname, 'playwright.config.ts');
  return playwright(['test', '--config', config], { FLEX_BUNDLES: bundles.join(',') });
}

function playwright(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [require.resolve('@playwright/test/cli'), ...words], {
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

run(process.argv.slice(2)).then(
  (code) => void (process.exitCode = code),
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
