import type { DeployWorld } from './DeployWorld';

const plugins = 'flex-api.twilio.com/v1/PluginService';

/**
 * Releases another team's plugin, as the CLI does.
 *
 * @param url where its bundle was deployed
 * @returns what identifies it in a release
 */
export async function releaseOtherPlugin(
  world: DeployWorld,
  url = 'https://other-team-1234.twil.io/plugins/plugin-of-another-team/3.2.1/bundle.js',
): Promise<string> {
  await world.ask('POST', `${plugins}/Plugins`, { UniqueName: 'plugin-of-another-team' });
  const version = await world.ask('POST', `${plugins}/Plugins/plugin-of-another-team/Versions`, {
    Version: '3.2.1',
    PluginUrl: url,
  });
  const configuration = await world.ask('POST', `${plugins}/Configurations`, {
    Name: 'Another team',
    Plugins: JSON.stringify({ plugin_version: version.sid, phase: 3 }),
  });
  await world.ask('POST', `${plugins}/Releases`, { ConfigurationId: String(configuration.sid) });
  return 'plugin-of-another-team@3.2.1';
}

/** The plugins of the active release: `name@version`. */
export async function releasedPlugins(world: DeployWorld): Promise<readonly string[]> {
  const { releases } = (await world.ask('GET', `${plugins}/Releases`)) as {
    releases: readonly { configuration_sid: string }[];
  };
  const [active] = releases;
  if (!active) return [];
  const { plugins: configured } = (await world.ask(
    'GET',
    `${plugins}/Configurations/${active.configuration_sid}/Plugins`,
  )) as { plugins: readonly { unique_name: string; version: string }[] };
  return configured.map(({ unique_name, version }) => `${unique_name}@${version}`).sort();
}
