import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
}

/** Headless, and silent: a browser that calls home fails on closed networks and slows every test. */
const quietArgs = [
  '--no-sandbox', // Chromium refuses its sandbox to root, which is who runs in containers; pages here are our own
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The browser that the tests drive: the one named by CHROME_PATH, or an installed Chrome or Chromium, or on Linux the one
 * that npm installed, if it starts here.
 *
 * @throws Error that names the one command that helps
 */
export async function findBrowser(environment = process.env, platform = process.platform): Promise<Browser> {
  const named = environment.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return { executablePath: named, args: quietArgs };
    throw new Error(`CHROME_PATH names ${named}, and there is no such file.`);
  }
  const found = installed.find((path) => existsSync(path));
  if (found) return { executablePath: found, args: quietArgs };
  const packaged = platform === 'linux' ? await packagedBrowser() : undefined;
  if (packaged) return packaged;
  const command =
    platform === 'darwin'
      ? 'brew install --cask google-chrome'
      : 'sudo apt-get update && sudo apt-get install -y chromium';
  throw new Error(`The browser tests need Chrome or Chromium, and none was found. This helps: ${command}`);
}

async function packagedBrowser(): Promise<Browser | undefined> {
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  const { status } = spawnSync(executablePath, ['--version'], { timeout: 30_000 });
  return status === 0 ? { executablePath, args: [...chromium.args, ...quietArgs] } : undefined;
}
