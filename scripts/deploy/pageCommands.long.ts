import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import packageJson from '../../package.json';
import { DeployWorld, type Outcome } from './testing/DeployWorld';
import { releasedPlugins } from './testing/otherPlugin';
import { readShellBlocks } from './testing/readShellBlocks';

// Each sequence installs all packages, and the CLI builds the plugin.
jest.setTimeout(1_800_000);

const root = path.resolve(__dirname, '../..');
const ours = `${packageJson.name}@${packageJson.version}`;

let world: DeployWorld;
beforeEach(async () => {
  world = await DeployWorld.start({ clone: true });
});
afterEach(() => world.stop());

/** The commands of a page under some headings, word for word, in their order. */
function commandsOf(page: string, headings: readonly string[]): string {
  const blocks = readShellBlocks(readFileSync(path.join(root, page), 'utf8'));
  for (const heading of headings) {
    if (!blocks.some((block) => block.heading === heading))
      throw new Error(`${page} has no commands under ${heading}`);
  }
  return blocks
    .filter(({ heading }) => headings.includes(heading))
    .map(({ commands }) => commands)
    .join('\n');
}

/**
 * Types the commands into one shell, in the folder of a clean clone; the person answers every question with yes. The first
 * command that fails ends it. Only `npm ci` may reach the network, with this machine's settings of npm.
 */
async function type(commands: string): Promise<Outcome> {
  const script = path.join(path.dirname(world.project), 'commands.sh');
  const npm = `npm() { if [ "$1" = ci ]; then NODE_OPTIONS= HOME='${homedir()}' command npm "$@"; else command npm "$@"; fi; }`;
  writeFileSync(script, `${npm}\nset -ex\n${commands}\n`);
  return world.run(['bash', '-c', 'yes | bash "$0"', script]);
}

describe('the commands of README.md', () => {
  it('install the dashboard in a clean clone', async () => {
    const typed = await type(commandsOf('README.md', ['Deploy to Flex']));
    expect(typed.output).toContain(`version ${packageJson.version} is on`);
    expect(await releasedPlugins(world)).toEqual([ours]);
  });
});

describe('the commands of docs/deploying.md', () => {
  it('install, upgrade and remove the dashboard in a clean clone', async () => {
    await type(commandsOf('docs/deploying.md', ['Install']));
    expect(await releasedPlugins(world)).toEqual([ours]);
    await world.addTask();
    const upgraded = await type(commandsOf('docs/deploying.md', ['Upgrade']));
    expect(upgraded.output).toMatch(/Everything is in place\.\n$/);
    const removed = await type(commandsOf('docs/deploying.md', ['Remove']));
    expect(removed).toMatchObject({ exitCode: 0 });
    expect(await releasedPlugins(world)).toEqual([]);
  });

  it('install the dashboard by hand in a clean clone', async () => {
    const [installation = ''] = readShellBlocks(
      readFileSync(path.join(root, 'docs/deploying.md'), 'utf8'),
    ).map(({ commands }) => commands);
    await type(installation);
    await type(commandsOf('docs/deploying.md', ['The steps by hand']));
    await world.addTask();
    expect(await releasedPlugins(world)).toEqual([ours]);
    expect(await type('cd serverless\nnpm run doctor -- prod')).toMatchObject({ exitCode: 0 });
    expect(await type('git diff --exit-code')).toMatchObject({ exitCode: 0 });
  });
});
