import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What decides which command helps. */
export interface Machine {
  readonly isRoot: boolean;
  /** Whether there is such a command. */
  has(command: string): boolean;
  /** `ID` of /etc/os-release: debian, ubuntu, fedora… */
  readonly distribution: string | undefined;
}

/** One sentence that says how to come by a browser on this machine. */
export function helpForBrowser(platform: string, machine: Partial<Machine> = {}): string {
  const { isRoot, has, distribution } = { ...thisMachine(), ...machine };
  if (platform === 'darwin' && has('brew')) return 'This helps: brew install --cask google-chrome';
  // Ubuntu's package chromium is a stub that asks for a snap.
  const isApt = platform === 'linux' && has('apt-get') && distribution !== 'ubuntu';
  if (isApt && isRoot) return 'This helps: apt-get update && apt-get install -y chromium';
  if (isApt && has('sudo')) return 'This helps: sudo apt-get update && sudo apt-get install -y chromium';
  return 'Install Google Chrome or Chromium, or set CHROME_PATH to where one is.';
}

const thisMachine = (): Machine => ({
  isRoot: process.getuid?.() === 0,
  has: (command) =>
    (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, command))),
  distribution: existsSync('/etc/os-release')
    ? /^ID="?(\w+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]
    : undefined,
});
