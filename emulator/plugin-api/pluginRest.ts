import express from 'express';
import { account } from '../account';
import { requireAccount } from '../serverless-api/accountCredentials';
import { listPage } from '../serverless-api/listPage';
import { TwilioError } from '../twilioError';
import type {
  ConfiguredPlugin,
  Plugin,
  PluginConfiguration,
  PluginService,
  PluginVersion,
  Release,
  WantedPlugin,
} from './PluginService';

const host = 'https://flex-api.twilio.com';
const base = '/v1/PluginService';

/** Serves the Plugin API: mount it at `/_tw/flex-api.twilio.com`. Anything but the Plugin API falls through. */
export function pluginRest(service: PluginService): express.Router {
  const plugins = express.Router({ mergeParams: true });
  plugins.get('/', (request, response) => {
    response.json(listPage(request, host, 'plugins', service.allPlugins().map(pluginOut)));
  });
  plugins.post('/', (request, response) => {
    const { UniqueName, FriendlyName, Description } = fields(request);
    response
      .status(201)
      .json(pluginOut(service.createPlugin(UniqueName ?? '', FriendlyName ?? '', Description ?? '')));
  });
  plugins.get('/:plugin', ({ params }, response) => {
    response.json(pluginOut(service.plugin(params.plugin)));
  });
  plugins.post('/:plugin', (request, response) => {
    const { FriendlyName, Description } = fields(request);
    response.json(pluginOut(service.updatePlugin(request.params.plugin, FriendlyName, Description)));
  });
  plugins.post('/:plugin/Archive', ({ params }, response) => {
    response.json(pluginOut(service.archivePlugin(params.plugin)));
  });
  plugins.get('/:plugin/Versions', (request, response) => {
    const versions = service.versionsOf(request.params.plugin).map(versionOut);
    response.json(listPage(request, host, 'plugin_versions', versions));
  });
  plugins.post('/:plugin/Versions', (request, response) => {
    const sent = fields(request);
    const version = service.createVersion(request.params.plugin, {
      version: sent.Version ?? '',
      url: sent.PluginUrl ?? '',
      changelog: sent.Changelog ?? '',
      private: sent.Private !== 'false',
      validated: sent.ValidateStatus === 'success',
    });
    response.status(201).json(versionOut(version));
  });
  plugins.get('/:plugin/Versions/:version', ({ params }, response) => {
    response.json(versionOut(service.version(params.plugin, params.version)));
  });
  plugins.post('/:plugin/Versions/:version/Archive', ({ params }, response) => {
    response.json(versionOut(service.archiveVersion(params.plugin, params.version)));
  });

  const configurations = express.Router();
  configurations.get('/', (request, response) => {
    const all = service.allConfigurations().map(configurationOut);
    response.json(listPage(request, host, 'configurations', all));
  });
  configurations.post('/', (request, response) => {
    const { Name, Description } = fields(request);
    const wanted = readWanted((request.body as Record<string, unknown>).Plugins);
    const configuration = service.createConfiguration(Name ?? '', Description ?? '', wanted);
    response.status(201).json(configurationOut(configuration));
  });
  configurations.get('/:configuration', ({ params }, response) => {
    response.json(configurationOut(service.configuration(params.configuration)));
  });
  configurations.post('/:configuration/Archive', ({ params }, response) => {
    response.json(configurationOut(service.archiveConfiguration(params.configuration)));
  });
  configurations.get('/:configuration/Plugins', (request, response) => {
    const { configuration } = request.params;
    const all = service.pluginsOf(configuration).map((one) => configuredOut(configuration, one));
    response.json(listPage(request, host, 'plugins', all));
  });
  configurations.get('/:configuration/Plugins/:plugin', ({ params }, response) => {
    const one = service
      .pluginsOf(params.configuration)
      .find(({ plugin }) => [plugin.sid, plugin.unique_name].includes(params.plugin));
    if (!one) throw new TwilioError(404, 20404, `Plugin ${params.plugin} was not found`);
    response.json(configuredOut(params.configuration, one));
  });

  const releases = express.Router();
  releases.get('/', (request, response) => {
    response.json(listPage(request, host, 'releases', service.allReleases().map(releaseOut)));
  });
  releases.post('/', (request, response) => {
    const release = service.createRelease(fields(request).ConfigurationId ?? '');
    response.status(201).json(releaseOut(release));
  });
  releases.get('/:release', ({ params }, response) => {
    response.json(releaseOut(service.release(params.release)));
  });

  const router = express.Router();
  router.use(base, requireAccount, express.urlencoded({ extended: false }));
  router.use(`${base}/Plugins`, plugins);
  router.use(`${base}/Configurations`, configurations);
  router.use(`${base}/Releases`, releases);
  router.use(
    base,
    (error: unknown, _request: express.Request, response: express.Response, next: express.NextFunction) => {
      if (!(error instanceof TwilioError)) return next(error);
      response.status(error.status).json(error);
    },
  );
  return router;
}

const fields = ({ body }: express.Request): Readonly<Record<string, string | undefined>> =>
  body as Record<string, string | undefined>;

/** `Plugins` is one JSON text `{ "plugin_version": "FV...", "phase": 3 }` for each plugin. */
function readWanted(sent: unknown): readonly WantedPlugin[] {
  const texts: readonly unknown[] = sent === undefined ? [] : Array.isArray(sent) ? sent : [sent];
  return texts.map((text) => {
    try {
      const { plugin_version: versionSid, phase } = JSON.parse(String(text)) as Record<string, unknown>;
      return { versionSid: String(versionSid), phase: Number(phase) };
    } catch {
      throw new TwilioError(400, 20001, 'Plugins holds something that is not JSON');
    }
  });
}

const owned = { account_sid: account.accountSid };

const pluginOut = (plugin: Plugin): object => {
  const url = `${host}${base}/Plugins/${plugin.sid}`;
  return { ...owned, ...plugin, url, links: { plugin_versions: `${url}/Versions` } };
};

const versionOut = (version: PluginVersion): object => ({
  ...owned,
  ...version,
  url: `${host}${base}/Plugins/${version.plugin_sid}/Versions/${version.sid}`,
});

const configurationOut = ({
  sid,
  name,
  description,
  archived,
  date_created,
}: PluginConfiguration): object => {
  const url = `${host}${base}/Configurations/${sid}`;
  return {
    ...owned,
    sid,
    name,
    description,
    archived,
    date_created,
    url,
    links: { plugins: `${url}/Plugins` },
  };
};

const configuredOut = (configurationSid: string, { plugin, version, phase }: ConfiguredPlugin): object => ({
  ...owned,
  configuration_sid: configurationSid,
  plugin_sid: plugin.sid,
  plugin_version_sid: version.sid,
  phase,
  plugin_url: version.plugin_url,
  unique_name: plugin.unique_name,
  friendly_name: plugin.friendly_name,
  description: plugin.description,
  plugin_archived: plugin.archived,
  version: version.version,
  changelog: version.changelog,
  plugin_version_archived: version.archived,
  private: version.private,
  date_created: version.date_created,
  url: `${host}${base}/Configurations/${configurationSid}/Plugins/${plugin.sid}`,
});

const releaseOut = (release: Release): object => ({
  ...owned,
  ...release,
  url: `${host}${base}/Releases/${release.sid}`,
});
