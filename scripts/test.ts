import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './findBrowser';
import { buildFlexBundle } from '../emulator/flex/buildFlexBundle';

/** `npm test`: every check there is, one after the other, all of them even when one fails; the last line is the sum. */
const root = join(__dirname, '..');

interface Sum {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

type Check = { readonly name: string; run(): Promise<Sum> };

const one = (succeeded: boolean): Sum => ({
  passed: succeeded ? 1 : 0,
  failed: succeeded ? 0 : 1,
  skipped: 0,
});
const add = (a: Sum, b: Sum): Sum => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** A command that counts as one check; what it prints is shown. */
const command = (name: string, ...words: string[]): Check => ({
  name,
  run: async () => one((await spawned(words)) === 0),
});

/** Something of our own that counts as one check; an error's message is shown. */
const step = (name: string, work: () => Promise<unknown>): Check => ({
  name,
  run: () =>
    work().then(
      () => one(true),
      (error: Error) => {
        console.error(error.message);
        return one(false);
      },
    ),
});

/** Jest projects; each test counts, and a file that cannot be run counts as one failure. */
const jest = (name: string, ...words: string[]): Check => ({
  name,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'test-'));
    const file = join(folder, 'result.json');
    try {
      const code = await spawned(['npx', 'jest', '--json', `--outputFile=${file}`, ...words]);
      const result = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
      const failed = (result.numFailedTests ?? 0) + (result.numRuntimeErrorTestSuites ?? 0);
      return {
        passed: result.numPassedTests ?? 0,
        // Jest also fails without a failed test, as when a line is not covered that has to be.
        failed: code !== 0 && failed === 0 ? 1 : failed,
        skipped: (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0),
      };
    } catch (error: unknown) {
      console.error(`${name} left no result: ${String(error)}`);
      return one(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
});

function spawned([executable = '', ...args]: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    // Jest prints its JSON result to standard output as well; people read standard error.
    const stdout = args.includes('--json') ? 'ignore' : 'inherit';
    const child = spawn(executable, args, { cwd: root, stdio: ['ignore', stdout, 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

const checks: readonly Check[] = [
  step('a browser for the browser tests', () => findBrowser()),
  command('format and lint', 'npm', 'run', '--silent', 'lint'),
  command('types', 'npm', 'run', '--silent', 'types'),
  command('build of the Functions', 'npm', '--prefix', 'serverless', 'run', '--silent', 'build'),
  command('build of the plugin, and its size', 'npm', 'run', '--silent', 'build'),
  step('bundle of the real Flex UI', () => buildFlexBundle(console.log)),
  jest(
    'unit, component and contract tests',
    '--maxWorkers=2',
    '--coverage',
    '--selectProjects',
    'core',
    'plugin',
    'serverless',
    'emulator',
    'scripts',
  ),
  jest('browser tests', '--runInBand', '--selectProjects', 'e2e'),
];

async function main(): Promise<void> {
  let sum: Sum = { passed: 0, failed: 0, skipped: 0 };
  const summary: string[] = [];
  for (const { name, run } of checks) {
    console.log(`\n> ${name}`);
    const started = Date.now();
    const result = await run();
    sum = add(sum, result);
    const seconds = Math.round((Date.now() - started) / 1000);
    summary.push(`${result.failed > 0 ? 'FAILED' : 'ok'}  ${name}: ${inWords(result)} (${seconds} s)`);
  }
  console.log(`\n${summary.join('\n')}\n`);
  console.log(inWords(sum));
  // A skipped test is a promise nobody checked.
  process.exitCode = sum.failed > 0 || sum.skipped > 0 ? 1 : 0;
}

const inWords = ({ passed, failed, skipped }: Sum): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

void main();
