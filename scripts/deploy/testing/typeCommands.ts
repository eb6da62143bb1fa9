import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { DeployWorld, RunOptions } from './DeployWorld';

interface TypeOptions extends RunOptions {
  /** With which the last command may end; 0 unless given. */
  readonly exitCodes?: readonly number[];
}

/**
 * Types commands into one shell in the folder of the project, and answers every question with yes. Only `npm ci` may reach
 * the network, with this machine's settings of npm.
 *
 * @returns what a person sees
 * @throws Error with all of that at the first command that fails
 */
export async function typeCommands(
  world: DeployWorld,
  commands: string,
  { exitCodes = [0], ...options }: TypeOptions = {},
): Promise<string> {
  const script = path.join(path.dirname(world.project), 'commands.sh');
  writeFileSync(script, toScript(commands));
  const { exitCode, output } = await world.run(['bash', script], options);
  if (!exitCodes.includes(exitCode)) {
    throw new Error(`The last of these commands failed (${exitCode}):\n${output}`);
  }
  return output;
}

/** A script of Bash that ends at the first command that fails. `set -e` would let the first half of `a && b` fail. */
export function toScript(commands: string): string {
  const checked = commands
    .split(/(?<!\\)\n/)
    .map(
      (command) => `printf '$ %s\\n' ${quoted(command)}\n${command}\ncode=$?; [ $code = 0 ] || exit $code`,
    );
  const npm = `npm() { if [ "$1" = ci ]; then NODE_OPTIONS= HOME=${quoted(homedir())} command npm "$@"; else command npm "$@"; fi; }`;
  return ['exec < <(yes)', npm, ...checked].join('\n');
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
