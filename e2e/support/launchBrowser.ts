import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser } from '../../scripts/findBrowser';

/**
 * Where pages load Flex from, whatever port their emulator has. A browser caches by address: at the port of each emulator,
 * Flex's 18 MB would be new to it every time.
 */
export const flexOrigin = 'http://localhost';

/**
 * A browser with that profile, in which `flexOrigin` is the emulator that listens at `emulatorOrigin`. Unlike a context of
 * `newContext`, that of a profile caches files as large as Flex.
 */
export async function launchBrowser(profile: string, emulatorOrigin: string): Promise<BrowserContext> {
  const { executablePath, args } = await findBrowser();
  const { port } = new URL(emulatorOrigin);
  return chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...args, `--host-resolver-rules=MAP localhost:80 127.0.0.1:${port}`],
  });
}
