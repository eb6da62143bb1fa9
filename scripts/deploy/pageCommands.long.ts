import { freePorts } from '../freePorts';
import packageJson from '../../package.json';
import { DeployWorld } from './testing/DeployWorld';
import { releasedPlugins } from './testing/otherPlugin';
import { readSequence } from './testing/pageSequences';
import { typeCommands } from './testing/typeCommands';

// Each clone gets all its packages, more than once, and the CLI builds the plugin: an hour on a busy machine.
jest.setTimeout(3_600_000);

const ours = `${packageJson.name}@${packageJson.version}`;

const noAccount = {
  NODE_OPTIONS: undefined,
  TWILIO_ACCOUNT_SID: undefined,
  TWILIO_AUTH_TOKEN: undefined,
} as const;

const readPage = (address: string): Promise<string> =>
  fetch(address).then((response) => response.text(), String);

let world: DeployWorld;
beforeEach(async () => {
  world = await DeployWorld.start({ clone: true });
});
afterEach(() => world.stop());

describe('the commands of README.md and docs, in a clean clone', () => {
  it('start the dashboard without an account, then install, upgrade and remove it', async () => {
    const port = await freePorts();
    let page = '';
    await typeCommands(world, readSequence('start'), {
      // No redirection, no credentials; in CI no browser is opened.
      environment: { ...noAccount, PORT: String(port), CI: 'true' },
      exitCodes: [0, 130], // after Ctrl-C, by the kind of shell in which npm runs scripts
      watch(output, { pid }) {
        const [, address] = /^ready at (\S+)/m.exec(output) ?? [];
        if (!address || page !== '') return;
        page = 'asked';
        void readPage(address).then((text) => {
          page = text;
          if (pid) process.kill(-pid, 'SIGINT'); // as a terminal does on Ctrl-C
        });
      },
    });
    expect(page).toContain('Twilio.Flex.runDefault');

    // Two pages, one installation.
    expect(readSequence('install')).toBe(readSequence('deploy'));
    expect(await typeCommands(world, readSequence('install'))).toMatch(/Everything is in place\.\n$/);
    expect(await releasedPlugins(world)).toEqual([ours]);
    expect(await typeCommands(world, readSequence('upgrade'))).toMatch(/Everything is in place\.\n$/);
    expect(await typeCommands(world, readSequence('remove'))).toMatch(/is removed\.\n$/);
    expect(await releasedPlugins(world)).toEqual([]);
  });

  it('install the dashboard by hand, check it, and turn it off', async () => {
    expect(await typeCommands(world, readSequence('installByHand'))).toContain('Nothing is wrong.');
    expect(await releasedPlugins(world)).toEqual([ours]);
    await typeCommands(world, 'git diff --exit-code');
    expect(await typeCommands(world, readSequence('listVersions'))).toContain(packageJson.version);
    expect(await typeCommands(world, readSequence('setUp'))).toContain('Nothing is wrong.');
    await typeCommands(world, readSequence('turnOff'));
    expect(await releasedPlugins(world)).toEqual([]);
  });
});
