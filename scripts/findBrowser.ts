import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { helpForBrowser } from './helpForBrowser';
import { packagedBrowser } from './packagedBrowser';

export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** Variables that it needs, beside those of this process. */
  readonly env: Readonly<Record<string, string>>;
}

/** What decides which browser is found. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly arch: string;
  /** Where Chrome and Chromium usually are. */
  readonly installed: readonly string[];
}

/** Silent: a browser that calls home fails on closed networks and slows every test. */
const quietArgs = [
  '--no-sandbox', // Chromium refuses its sandbox to root, which is who runs in containers; pages here are our own
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const here: Surroundings = {
  environment: process.env,
  platform: process.platform,
  arch: process.arch,
  installed: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
};

/**
 * The browser that the tests drive: the one that CHROME_PATH names, or an installed Chrome or Chromium, or on Linux the one that
 * npm installed. It has been started once, so that it does start here.
 *
 * @throws Error that says what helps on this machine
 */
export async function findBrowser(surroundings: Partial<Surroundings> = {}): Promise<Browser> {
  const { environment, platform, arch, installed } = { ...here, ...surroundings };
  const named = environment.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, and there is no such file.`);
    const problem = whyItDoesNotStart(named);
    if (problem) throw new Error(`CHROME_PATH names ${named}, which does not start: ${problem}`);
    return { executablePath: named, args: quietArgs, env: {} };
  }
  const found = installed.find((path) => existsSync(path) && !whyItDoesNotStart(path));
  if (found) return { executablePath: found, args: quietArgs, env: {} };
  const problems: string[] = [];
  if (platform === 'linux' && arch === 'x64') {
    try {
      const browser = await packagedBrowser();
      const problem = whyItDoesNotStart(browser.executablePath, browser.env);
      if (!problem) return { ...browser, args: quietArgs };
      problems.push(problem);
    } catch (error: unknown) {
      problems.push((error as Error).message);
    }
  }
  const why = problems.map((problem) => ` The one that npm installed does not start: ${problem}.`).join('');
  throw new Error(
    `The browser tests need Chrome or Chromium, and none was found.${why} ${helpForBrowser(platform)}`,
  );
}

/** Undefined when it starts. */
function whyItDoesNotStart(
  executable: string,
  env: Readonly<Record<string, string>> = {},
): string | undefined {
  const { status, error, stderr } = spawnSync(executable, ['--version'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (status === 0) return undefined;
  return error?.message ?? (stderr.trim().split('\n')[0] || `it ended with ${String(status)}`);
}
