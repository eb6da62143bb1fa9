import { SetupProblem } from '../../serverless/setup/SetupProblem';
import { checkNode, describeTools, readInstalledTools, readVersions } from './checkTools';
import packageJson from '../../package.json';

/** As printed by the real CLI. */
const version = 'twilio-cli/6.2.4 linux-x64 node-v20.20.2\n';
const plugins =
  '@twilio-labs/plugin-flex 7.1.2 (link) /somewhere/plugin-flex\n@twilio-labs/plugin-serverless 3.1.3\n';

describe('describeTools', () => {
  it('names the installed versions', () => {
    expect(describeTools(readVersions(version, plugins))).toBe(
      'twilio-cli 6.2.4, plugin-serverless 3.1.3, plugin-flex 7.1.2',
    );
  });

  it('says how to install each missing plugin', () => {
    expect(() => describeTools(readVersions(version, 'No plugins installed.\n'))).toThrow(
      '@twilio-labs/plugin-serverless is not installed: twilio plugins:install @twilio-labs/plugin-serverless@3\n' +
        '@twilio-labs/plugin-flex is not installed: twilio plugins:install @twilio-labs/plugin-flex@7.1.2',
    );
  });

  it('says how to install the CLI and both plugins where there is no CLI', async () => {
    const versions = await readInstalledTools(() => Promise.reject(new SetupProblem('no twilio')));
    expect(() => describeTools(versions)).toThrow(
      /^twilio-cli is not installed: npm install --global twilio-cli@6\n/,
    );
  });

  it('refuses a major version older than the tested one', () => {
    expect(() => describeTools(readVersions('twilio-cli/5.23.0 linux-x64', plugins))).toThrow(
      'twilio-cli is 5.23.0, which is too old: npm install --global twilio-cli@6',
    );
  });

  it('goes on with a newer major version, and names the tested one', () => {
    expect(describeTools(readVersions('twilio-cli/7.0.0 linux-x64', plugins))).toMatch(
      /^twilio-cli 7\.0\.0 \(tested with 6\.2\.4\), /,
    );
  });
});

describe('checkNode', () => {
  const { node } = packageJson.engines;

  it.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0', '26.0.0-nightly'])('accepts %s', (found) => {
    expect(() => checkNode(found, node)).not.toThrow();
  });

  it.each(['18.20.0', '20.18.3', '21.7.3', '22.11.0'])('refuses %s, and says what to install', (found) => {
    expect(() => checkNode(found, node)).toThrow(
      `Node is ${found}, but this project needs ${node}. Install Node`,
    );
  });
});
