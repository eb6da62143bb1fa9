import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine, runCommand } from './commandLine';
import { rootCommands } from './rootCommands';
import { stopWithParent } from './stopWithParent';
import { bundleFault, bundleTable } from './bundleReport';
import { measureBundle, type BundleSize, type SourceMap } from './bundleParts';

/**
 * `npm run build`: the plugin, by Twilio's own builder, and its size. Its command `flex-plugin` hands the path of the project to a shell,
 * unquoted, and so fails in a folder with a space or an apostrophe in its path; the script that it runs does not.
 */
const root = join(__dirname, '..');
const builder = 'node_modules/@twilio/flex-plugin-scripts/dist/scripts/build.js';
const recordFile = join(root, 'scripts/bundle-size.json');
const bundleFile = join(root, 'build/plugin-flex-realtime-dashboard.js');

/**
 * Prints what a supervisor downloads, by part.
 * @param isRecorded whether the size is written down as the one to compare with
 * @returns whether the bundle is within its limit and has not grown past what is recorded
 */
function checkBundleSize(isRecorded: boolean): boolean {
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

void runCommand(() => {
  const { flags } = readCommandLine(rootCommands.build, process.argv.slice(2), process.env);
  const child = spawn(process.execPath, [builder, '--disallow-versioning', '--run-script'], {
    cwd: root,
    stdio: 'inherit',
  });
  stopWithParent(() => child.kill());
  child.on('close', (code) => {
    process.exitCode = code ?? 1;
    if (code === 0 && !checkBundleSize(flags.has('record'))) process.exitCode = 1;
  });
});
