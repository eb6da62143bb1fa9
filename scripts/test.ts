import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommandLine, runCommand } from './commandLine';
import { findBrowser } from './findBrowser';
import { rootCommands } from './rootCommands';
import { sumOfPlaywright, type PlaywrightReport } from './sumOfPlaywright';
import { runChecks, type Check, type Stage, type Sum } from './runChecks';
import { installTwilioCli } from './installTwilioCli';

/** `npm test`: every check but those of `npm run test:long`, all of them even when one fails; the last line is the sum. */
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
    const { code, printed } = await spawned(words, 'nothing');
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

/** A file in which a test runner leaves its result; the folder is taken away again. */
async function withResultFile(name: string, work: (file: string) => Promise<Sum>): Promise<Sum> {
  const folder = mkdtempSync(join(tmpdir(), 'test-'));
  try {
    return await work(join(folder, 'result.json'));
  } catch (error: unknown) {
    console.error(`${name} left no result: ${String(error)}`);
    return one(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Jest projects; each test counts, and a file that cannot be run counts as one failure. */
const jest = (name: string, ...words: string[]): Check => ({
  name,
  run: () =>
    withResultFile(name, async (file) => {
      const { code } = await spawned(['npx', 'jest', '--json', `--outputFile=${file}`, ...words], 'stderr');
      const result = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
      const failed = (result.numFailedTests ?? 0) + (result.numRuntimeErrorTestSuites ?? 0);
      return {
        passed: result.numPassedTests ?? 0,
        // Jest also fails without a failed test, as when a line is not covered that has to be.
        failed: code !== 0 && failed === 0 ? 1 : failed,
        skipped: (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0),
      };
    }),
});

/** The browser tests; each counts. */
const playwright = (name: string): Check => ({
  name,
  run: () =>
    withResultFile(name, async (file) => {
      const words = ['npx', 'playwright', 'test', '--reporter=list,json'];
      const { code } = await spawned(words, 'all', { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
      return sumOfPlaywright(JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport, code);
    }),
});

/** In the place of the browser tests where there is no browser. */
const noBrowser = (name: string, help: string): Check => ({
  name,
  run: () => Promise.resolve({ ...one(false), help }),
});

interface Ended {
  readonly code: number;
  readonly printed: string;
}

/** What is shown at once: nothing, standard error (Jest prints its JSON result to standard output as well), or all. */
function spawned(
  [executable = '', ...args]: readonly string[],
  shown: 'nothing' | 'stderr' | 'all',
  variables: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const stdio = {
    nothing: ['ignore', 'pipe', 'pipe'],
    stderr: ['ignore', 'ignore', 'inherit'],
    all: ['ignore', 'inherit', 'inherit'],
  } as const;
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, {
      cwd: root,
      env: { ...process.env, ...variables },
      stdio: [...stdio[shown]],
    });
    let printed = '';
    const keep = (chunk: Buffer): void => void (printed += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, printed }));
  });
}

/** Two lanes, as two cores are what a small machine has. Browser tests wait more than they work, so do some of the others. */
const stages = (whyNoBrowser: string | undefined): readonly Stage[] => [
  [
    [
      command('format and lint', 'npm', 'run', '--silent', 'lint'),
      command('types', 'npm', 'run', '--silent', 'types'),
    ],
    [
      command('build of the Functions', 'npm', '--prefix', 'serverless', 'run', '--silent', 'build'),
      command('build of the plugin, and its size', 'npm', 'run', '--silent', 'build'),
      ...(whyNoBrowser
        ? []
        : [
            command(
              'bundle of the real Flex UI, and a browser that knows it',
              'npx',
              'tsx',
              'e2e/support/prepareTests.ts',
            ),
            step('the Twilio CLI', () => installTwilioCli(console.log)),
          ]),
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
  [
    [
      whyNoBrowser
        ? noBrowser('browser tests', whyNoBrowser)
        : playwright('browser tests, and the journey of an admin with the Twilio CLI'),
    ],
  ],
];

void runCommand(async () => {
  readCommandLine(rootCommands.test, process.argv.slice(2), process.env);
  const whyNoBrowser = await findBrowser().then(
    () => undefined,
    (error: Error) => error.message,
  );
  process.exitCode = (await runChecks(stages(whyNoBrowser), console.log)) ? 0 : 1;
});
