import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(__dirname, '..', '..');
const requireFromRoot = createRequire(join(root, 'package.json'));
const entry = readFileSync(join(__dirname, 'flexEntry.js'), 'utf8');

/** Where bundles of Flex are kept. */
export const flexCache = join(root, 'node_modules', '.cache', 'realtime-dashboard');

const versionOf = (name: string): string =>
  (requireFromRoot(`${name}/package.json`) as { version: string }).version;

/** The version of Flex UI that is installed for development. */
export const installedFlexVersion = versionOf('@twilio/flex-ui');

/** Where the bundle of a version is kept until the entry, esbuild or one of `more` changes. */
export function flexBundleFile(flexVersion: string, more: readonly string[] = []): string {
  const fingerprint = createHash('sha256')
    .update([flexVersion, ...more, versionOf('esbuild'), entry].join('\n'))
    .digest('hex')
    .slice(0, 12);
  return join(flexCache, `flex-ui-${flexVersion}-${fingerprint}.js`);
}

/**
 * Bundles the real `@twilio/flex-ui`, `react` and `react-dom` of node_modules for a browser page and returns the file's path.
 * Takes 10 to 20 s the first time; the result is kept under node_modules/.cache until a version or the entry changes.
 */
export async function buildFlexBundle(
  onProgress: (message: string) => void = () => undefined,
): Promise<string> {
  const file = flexBundleFile(installedFlexVersion, [versionOf('react'), versionOf('twilio-sync')]);
  if (existsSync(file)) return file;
  onProgress(`bundling Flex UI ${installedFlexVersion} for the browser (once, about 15 s)`);
  await bundleFlex(root, file);
  return file;
}

/**
 * Makes the bundle of the Flex UI that is installed in a folder. npm ships Flex as a CommonJS library with 150 requires,
 * which no page can load; the first versions of 2.x come with the file besides that Twilio's own pages load, which is taken then.
 */
export async function bundleFlex(folder: string, file: string): Promise<void> {
  const ready = join(folder, 'node_modules/@twilio/flex-ui/bundle/twilio-flex.unbundled-react.browser.js');
  mkdirSync(flexCache, { recursive: true });
  // Whoever finds the file may read it at once, and others may be building it at the same time.
  const unfinished = `${file}.${process.pid}`;
  await build({
    stdin: { contents: entry, resolveDir: folder, sourcefile: 'flexEntry.js' },
    absWorkingDir: folder,
    outfile: unfinished,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    alias: {
      path: requireFromRoot.resolve('path-browserify'),
      ...(existsSync(ready) ? { '@twilio/flex-ui': ready, React: 'react', ReactDOM: 'react-dom' } : {}),
    },
    banner: { js: 'var process = { env: {}, browser: true, nextTick: (f) => Promise.resolve().then(f) };' },
    logLevel: 'error',
  });
  renameSync(unfinished, file);
}
