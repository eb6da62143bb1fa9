import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = __dirname;
const root = join(here, '..', '..');

/**
 * Bundles the real `@twilio/flex-ui`, `react` and `react-dom` of node_modules for a browser page and returns the file's path.
 * npm ships Flex as a CommonJS library with 150 requires, which no page can load. Takes 10 to 20 s the first time; the
 * result is kept under node_modules/.cache until a version or the entry changes.
 */
export async function buildFlexBundle(
  onProgress: (message: string) => void = () => undefined,
): Promise<string> {
  const requireFromRoot = createRequire(join(root, 'package.json'));
  const version = (name: string): string =>
    (requireFromRoot(`${name}/package.json`) as { version: string }).version;
  const flexVersion = version('@twilio/flex-ui');
  const entry = join(here, 'flexEntry.js');
  const fingerprint = createHash('sha256')
    .update(
      [
        flexVersion,
        version('react'),
        version('twilio-sync'),
        version('esbuild'),
        readFileSync(entry, 'utf8'),
      ].join('\n'),
    )
    .digest('hex')
    .slice(0, 12);
  const folder = join(root, 'node_modules', '.cache', 'realtime-dashboard');
  const file = join(folder, `flex-ui-${flexVersion}-${fingerprint}.js`);
  if (existsSync(file)) return file;

  onProgress(`bundling Flex UI ${flexVersion} for the browser (once, about 15 s)`);
  mkdirSync(folder, { recursive: true });
  // Whoever finds the file may read it at once, and others may be building it at the same time.
  const unfinished = `${file}.${process.pid}`;
  await build({
    entryPoints: [entry],
    outfile: unfinished,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    alias: { path: 'path-browserify' },
    banner: { js: 'var process = { env: {}, browser: true, nextTick: (f) => Promise.resolve().then(f) };' },
    logLevel: 'error',
  });
  renameSync(unfinished, file);
  return file;
}
