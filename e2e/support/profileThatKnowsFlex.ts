import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Emulator } from '../../emulator/startEmulator';
import { browser, launchBrowser } from './launchBrowser';

/** Where Chromium keeps files, and code that it compiled of them. Nothing else is taken over: no session, no storage. */
const caches = ['Cache', 'Code Cache'].map((name) => join('Default', name));

/**
 * Folder of a browser profile that has Flex in its cache, read and compiled: a page starts in 1.5 s then instead of 5 s. Made
 * in about 10 s, and kept beside the bundle until that or the browser changes.
 */
export async function profileThatKnowsFlex(
  flexBundle: string,
  startEmulator: () => Promise<Emulator>,
): Promise<string> {
  const { executablePath } = await browser();
  const installed = Math.round(statSync(executablePath).mtimeMs);
  const kept = `${flexBundle}.${basename(executablePath)}-${installed}`;
  if (existsSync(kept)) return kept;

  const used = mkdtempSync(join(dirname(flexBundle), 'browser-'));
  const clean = mkdtempSync(`${used}-clean-`);
  try {
    await openFlexTwice(used, await startEmulator());
    // A browser that keeps its caches elsewhere is slower, and no worse.
    for (const cache of caches.filter((each) => existsSync(join(used, each))))
      cpSync(join(used, cache), join(clean, cache), { recursive: true });
    renameSync(clean, kept);
  } catch (error: unknown) {
    // Somebody else may have made it at the same time, which is as good.
    if (!existsSync(kept)) throw error;
  } finally {
    for (const folder of [used, clean]) rmSync(folder, { recursive: true, force: true });
  }
  return kept;
}

/** The first page puts the file into the cache, the second what it was compiled to. */
async function openFlexTwice(profile: string, emulator: Emulator): Promise<void> {
  try {
    const context = await launchBrowser(profile, emulator.origin);
    // Outside of a test it is half a minute, in which a busy machine may not get there.
    context.setDefaultTimeout(300_000);
    for (let pages = 0; pages < 2; pages += 1) {
      const page = await context.newPage();
      await page.goto(`${emulator.origin}/agent-desktop`);
      await page.getByRole('link', { name: 'Agent Desktop' }).waitFor();
      await page.close();
    }
    await context.close();
  } finally {
    await emulator.stop();
  }
}
