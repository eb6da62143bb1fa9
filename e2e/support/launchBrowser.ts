import { chromium, type BrowserContext } from '@playwright/test';
import { findBrowser, type Browser } from '../../scripts/findBrowser';

/**
 * Where pages load Flex from, whatever port their emulator has. A browser caches by address: at the port of each emulator,
 * Flex's 18 MB would be new to it every time.
 */
export const flexOrigin = 'http://localhost';

let found: Promise<Browser> | undefined;
/** It is looked for once in each process, as it is started to see whether it does. */
export const browser = (): Promise<Browser> => (found ??= findBrowser());

/**
 * A browser with that profile, in which `flexOrigin` is the emulator that listens at `emulatorOrigin`. Unlike a context of
 * `newContext`, that of a profile caches files as large as Flex.
 */
export async function launchBrowser(profile: string, emulatorOrigin: string): Promise<BrowserContext> {
  const { executablePath, args, env } = await browser();
  const { port } = new URL(emulatorOrigin);
  return chromium.launchPersistentContext(profile, {
    executablePath,
    env: { ...process.env, ...env },
    args: [...args, `--host-resolver-rules=MAP localhost:80 127.0.0.1:${port}`],
  });
}
