import express from 'express';
import type { PluginService } from '../plugin-api/PluginService';
import { TwilioError } from '../twilioError';

/** One entry of what Flex is told to load. */
export interface PluginListing {
  readonly name: string;
  readonly version: string;
  /** Path on the page's own origin. */
  readonly src: string;
  readonly phase: number;
}

export interface Asset {
  readonly content: Buffer;
  readonly contentType: string;
}

export interface PluginBundles {
  /** The plugins of the active release. */
  list(): readonly PluginListing[];
  /** Serves the bundles, which lie in protected assets, to the page that Flex is in. */
  readonly router: express.Router;
}

/** What Flex loads, and from where: the bundle that lies at this moment where the version says that it was deployed. */
export function pluginBundles(
  plugins: PluginService,
  readAsset: (url: string) => Asset | undefined,
): PluginBundles {
  const router = express.Router();
  router.get('/plugins/:version/bundle.js', ({ params }, response) => {
    const version = plugins.findVersion(params.version);
    const asset = version && readAsset(version.plugin_url);
    if (asset) return void response.type(asset.contentType).send(asset.content);
    const nothing = version ? `Nothing is deployed at ${version.plugin_url}` : 'There is no such version';
    response.status(404).json(new TwilioError(404, 20404, nothing));
  });
  return {
    list: () =>
      plugins.releasedPlugins().map(({ plugin, version, phase }) => ({
        name: plugin.unique_name,
        version: version.version,
        src: `/plugins/${version.sid}/bundle.js`,
        phase,
      })),
    router,
  };
}
