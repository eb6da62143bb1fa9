import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFault, bundleTable } from './bundleReport';
import { measureBundle, type BundleSize, type SourceMap } from './bundleParts';

const root = join(__dirname, '..');
const recordFile = join(root, 'scripts/bundle-size.json');
const bundleFile = join(root, 'build/plugin-flex-realtime-dashboard.js');

/**
 * Prints what a supervisor downloads, by part.
 * @param isRecorded whether the size is written down as the one to compare with
 * @returns whether the bundle is within its limit and has not grown past what is recorded
 */
export function checkBundleSize(isRecorded: boolean): boolean {
  const { limitBytes, ...recorded } = JSON.parse(readFileSync(recordFile, 'utf8')) as BundleSize & {
    readonly limitBytes: number;
  };
  const code = readFileSync(bundleFile, 'utf8');
  const size = measureBundle(code, JSON.parse(readFileSync(`${bundleFile}.map`, 'utf8')) as SourceMap);
  if (isRecorded) writeFileSync(recordFile, `${JSON.stringify({ limitBytes, ...size }, undefined, 2)}\n`);

  console.log(
    `plugin bundle: ${size.gzipBytes} bytes gzip, ${code.length} plain (recorded ${recorded.gzipBytes}, limit ${limitBytes})`,
  );
  console.log(bundleTable(size, recorded));
  const faults = [bundleFault(size, isRecorded ? size : recorded, limitBytes)];
  if ('moment-timezone' in size.parts)
    faults.push(
      'The plugin bundle carries moment-timezone. Windows are computed in the Function; remove the import.',
    );
  const found = faults.filter((fault) => fault !== undefined);
  for (const fault of found) console.error(fault);
  return found.length === 0;
}
