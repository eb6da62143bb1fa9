import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFault, bundleTable } from './bundleReport';
import { measureBundle, type BundleSize, type SourceMap } from './bundleParts';

/**
 * Run after each build: prints what a supervisor downloads, by part, and fails when it is over the limit or grew past what is
 * recorded. `--record` writes the size of the build down.
 */
const root = join(__dirname, '..');
const recordFile = join(root, 'scripts/bundle-size.json');
const bundleFile = join(root, 'build/plugin-flex-realtime-dashboard.js');

const { limitBytes, ...recorded } = JSON.parse(readFileSync(recordFile, 'utf8')) as BundleSize & {
  readonly limitBytes: number;
};
const code = readFileSync(bundleFile, 'utf8');
const size = measureBundle(code, JSON.parse(readFileSync(`${bundleFile}.map`, 'utf8')) as SourceMap);

if (process.argv.includes('--record'))
  writeFileSync(recordFile, `${JSON.stringify({ limitBytes, ...size }, undefined, 2)}\n`);

console.log(
  `plugin bundle: ${size.gzipBytes} bytes gzip, ${code.length} plain (recorded ${recorded.gzipBytes}, limit ${limitBytes})`,
);
console.log(bundleTable(size, recorded));
const faults = [bundleFault(size, process.argv.includes('--record') ? size : recorded, limitBytes)];
if ('moment-timezone' in size.parts)
  faults.push(
    'The plugin bundle carries moment-timezone. Windows are computed in the Function; remove the import.',
  );
for (const fault of faults.filter((fault) => fault !== undefined)) {
  console.error(fault);
  process.exitCode = 1;
}
