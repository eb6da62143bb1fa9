import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkBundleSize } from './checkBundleSize';
import { readCommandLine, runCommand } from './commandLine';
import { rootCommands } from './rootCommands';
import { stopWithParent } from './stopWithParent';

/**
 * `npm run build`: the plugin, by Twilio's own builder, and its size. Its command `flex-plugin` hands the path of the project to a shell,
 * unquoted, and so fails in a folder with a space or an apostrophe in its path; the script that it runs does not.
 */
const root = join(__dirname, '..');
const builder = 'node_modules/@twilio/flex-plugin-scripts/dist/scripts/build.js';

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
