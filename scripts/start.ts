import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildFlexBundle } from '../emulator/flex/buildFlexBundle';
import { checkPort } from '../emulator/checkPort';
import { startEmulator } from '../emulator/startEmulator';
import { buildWhenChanged, functionsBuild, pluginBuild } from './buildWhenChanged';
import { runCommand } from './commandLine';
import { startAccount } from './startAccount';
import { startOptions, type StartOptions } from './startOptions';
import { stopWithParent } from './stopWithParent';

/** `npm start`: builds what is not built, starts Twilio on this machine, opens the dashboard in the real Flex UI. */
const root = join(__dirname, '..');

async function start({ port, scenario, opensBrowser, watches }: StartOptions): Promise<void> {
  // Before the build, which may take a minute.
  for (const each of [port, port + 1]) await checkPort(each);
  stopWithParent(() => process.exit(0));
  const [pluginBundle, flexBundle] = await Promise.all([
    buildWhenChanged(pluginBuild, say),
    buildFlexBundle(say),
    buildWhenChanged(functionsBuild, say),
  ]);
  say(`starting Twilio on this machine with scenario ${scenario}`);
  const emulator = await startEmulator({
    port,
    functionsPort: port + 1,
    scenario,
    pluginBundle,
    flexBundle,
    ...startAccount,
  });
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1); // asked twice
    stopping = true;
    emulator.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  stopWithParent(stop);

  const address = `${emulator.origin}/realtime-dashboard`;
  console.log(`ready at ${address}`);
  console.log(`  make things happen at ${emulator.origin}/emulator/   end with Ctrl-C`);
  if (watches) rebuildOnChange();
  if (opensBrowser) openBrowser(address);
}

function say(message: string): void {
  console.log(`  ${message}`);
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Rebuilds the plugin when something under src was saved; a rebuild asked for during one follows it. */
function rebuildOnChange(): void {
  let building = false;
  let asked = false;
  const rebuild = async (): Promise<void> => {
    asked = true;
    if (building) return;
    building = true;
    while (asked) {
      asked = false;
      await buildWhenChanged(pluginBuild, say).then(
        () => say('plugin is up to date: reload the page'),
        (error: Error) => say(error.message),
      );
    }
    building = false;
  };
  watch(join(root, 'src'), { recursive: true }, () => void rebuild());
  say('watching src');
}

function openBrowser(address: string): void {
  const command =
    process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
  // A machine without a browser is none of our errors: the address has been printed.
  spawn(command, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

void runCommand(() => start(startOptions(process.argv.slice(2), process.env)).catch(fail));
