import type { Account } from './connectToAccount';
import { twilioStatus } from './describeTwilioError';
import { ask } from './readAccountState';
import { compareVersions } from './compareVersions';

export interface PluginVersion {
  readonly version: string;
  readonly changelog: string;
}

/** What Flex knows of the plugin, and what it loads now. */
export interface DeployedPlugin {
  /** Newest first. */
  readonly versions: readonly PluginVersion[];
  /** The version that is turned on for everyone. */
  readonly released: string | undefined;
  /** The other plugins that are turned on: `name@version`, in the order of names. */
  readonly others: readonly string[];
}

export async function readPlugin(client: Account['client'], name: string): Promise<DeployedPlugin> {
  const [versions, active] = await Promise.all([readVersions(client, name), readActive(client)]);
  return {
    versions: [...versions].sort((a, b) => compareVersions(b.version, a.version)),
    released: active.find((plugin) => plugin.uniqueName === name)?.version,
    others: active
      .filter((plugin) => plugin.uniqueName !== name)
      .map((plugin) => `${plugin.uniqueName}@${plugin.version}`)
      .sort(),
  };
}

function readVersions(client: Account['client'], name: string): Promise<readonly PluginVersion[]> {
  return ask('Listing the versions of the plugin', async () => {
    try {
      const found = await client.flexApi.v1.plugins(name).pluginVersions.list();
      return found.map(({ version, changelog }) => ({ version, changelog: changelog ?? '' }));
    } catch (error: unknown) {
      if (twilioStatus(error) === 404) return [];
      throw error;
    }
  });
}

/** The plugins of the active release, which is the newest one. */
async function readActive(
  client: Account['client'],
): Promise<readonly { readonly uniqueName: string; readonly version: string }[]> {
  const [release] = await ask('Reading the release of Flex plugins', () =>
    client.flexApi.v1.pluginReleases.list({ limit: 1 }),
  );
  if (!release) return [];
  return ask('Reading the released plugins', () =>
    client.flexApi.v1.pluginConfigurations(release.configurationSid).plugins.list(),
  );
}

/**
 * Whether the bundle of a version is uploaded. It can be while the version is unknown: the CLI uploads first and registers
 * then.
 */
export async function isBundleUploaded(
  client: Account['client'],
  name: string,
  version: string,
): Promise<boolean> {
  const { serverlessServiceSids } = await ask('Reading Flex Configuration', () =>
    client.flexApi.v1.configuration().fetch(),
  );
  const [serviceSid] = serverlessServiceSids ?? [];
  if (!serviceSid) return false;
  const service = client.serverless.v1.services(serviceSid);
  return ask('Reading the bundles that are uploaded', async () => {
    try {
      const stage = (await service.environments.list()).find(({ uniqueName }) => uniqueName === name);
      if (!stage?.buildSid) return false;
      const { assetVersions } = await service.builds(stage.buildSid).fetch();
      return assetVersions.some(
        ({ path }: { path: string }) => path === `/plugins/${name}/${version}/bundle.js`,
      );
    } catch (error: unknown) {
      if (twilioStatus(error) === 404) return false;
      throw error;
    }
  });
}
