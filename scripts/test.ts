import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommandLine, runCommand } from './commandLine';
import { findBrowser } from './findBrowser';
import { rootCommands } from './rootCommands';
import { runChecks, type Check, type Stage, type Sum } from './runChecks';
import { prepareBrowser } from '../e2e/support/startDashboard';

/** `npm test`: every check there is, all of them even when one fails; the last line is the sum. */
const root = join(__dirname, '..');

const one = (succeeded: boolean): Sum => ({
  passed: succeeded ? 1 : 0,
  failed: succeeded ? 0 : 1,
  skipped: 0,
});

/** A command that counts as one check; what it prints is shown when it has ended, as another may be running. */
const command = (name: string, ...words: string[]): Check => ({
  name,
  async run() {
    const { code, printed } = await spawned(words, 'pipe');
    console.log(`\n> ${name}, ${code === 0 ? 'passed' : 'FAILED'}\n${printed.trim()}`);
    return one(code === 0);
  },
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
      const { code } = await spawned(['npx', 'jest', '--json', `--outputFile=${file}`, ...words], 'inherit');
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

interface Ended {
  readonly code: number;
  readonly printed: string;
}

/** `inherit` shows what is printed at once. Jest prints its JSON result to standard output as well; people read standard error. */
function spawned([executable = '', ...args]: readonly string[], output: 'pipe' | 'inherit'): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const stdout = output === 'pipe' ? 'pipe' : 'ignore';
    const child = spawn(executable, args, { cwd: root, stdio: ['ignore', stdout, output] });
    let printed = '';
    const keep = (chunk: Buffer): void => void (printed += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, printed }));
  });
}

// Two lanes, as two cores are what a small machine has. Browser tests wait more than they work, so do some of the others.
const stages: readonly Stage[] = [
  [[step('a browser for the browser tests', () => findBrowser())]],
  [
    [
      command('format and lint', 'npm', 'run', '--silent', 'lint'),
      command('types', 'npm', 'run', '--silent', 'types'),
    ],
    [
      command('build of the Functions', 'npm', '--prefix', 'serverless', 'run', '--silent', 'build'),
      command('build of the plugin, and its size', 'npm', 'run', '--silent', 'build'),
      step('bundle of the real Flex UI, and a browser that knows it', prepareBrowser),
    ],
  ],
  [
    [
      jest(
        'unit, component and contract tests',
        '--maxWorkers=3',
        '--coverage',
        '--selectProjects',
        'core',
        'plugin',
        'serverless',
        'emulator',
        'scripts',
      ),
    ],
  ],
  [[jest('browser tests', '--maxWorkers=2', '--selectProjects', 'e2e')]],
];

void runCommand(async () => {
  readCommandLine(rootCommands.test, process.argv.slice(2), process.env);
  process.exitCode = (await runChecks(stages, console.log)) ? 0 : 1;
});
