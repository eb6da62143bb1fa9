import { sid } from '../account';
import { TwilioError } from '../twilioError';

export interface Plugin {
  readonly sid: string;
  readonly unique_name: string;
  readonly friendly_name: string;
  readonly description: string;
  readonly archived: boolean;
  readonly date_created: string;
  readonly date_updated: string;
}

export interface PluginVersion {
  readonly sid: string;
  readonly plugin_sid: string;
  readonly version: string;
  /** Where the bundle lies: `https://DOMAIN/plugins/NAME/VERSION/bundle.js` */
  readonly plugin_url: string;
  readonly changelog: string;
  readonly private: boolean;
  readonly archived: boolean;
  readonly validated: boolean;
  readonly date_created: string;
}

/** Which plugins Flex loads, once it is released. */
export interface PluginConfiguration {
  readonly sid: string;
  readonly name: string;
  readonly description: string;
  readonly archived: boolean;
  readonly date_created: string;
}

export interface ConfiguredPlugin {
  readonly plugin: Plugin;
  readonly version: PluginVersion;
  readonly phase: number;
}

export interface Release {
  readonly sid: string;
  readonly configuration_sid: string;
  readonly date_created: string;
}

/** A version of a plugin, as whoever makes a configuration names it. */
export interface WantedPlugin {
  readonly versionSid: string;
  readonly phase: number;
}

interface StoredConfiguration extends PluginConfiguration {
  readonly wanted: readonly WantedPlugin[];
}

/**
 * The account's plugins, their versions, the configurations made of them and the releases of those. The newest release is
 * the active one. Lists begin with the newest.
 */
export class PluginService {
  private plugins: readonly Plugin[] = [];
  private versions: readonly PluginVersion[] = [];
  private configurations: readonly StoredConfiguration[] = [];
  private releases: readonly Release[] = [];
  private made = 0;

  constructor(private readonly now: () => number = Date.now) {}

  allPlugins(): readonly Plugin[] {
    return this.plugins;
  }

  /** @throws TwilioError 404 */
  plugin(nameOrSid: string): Plugin {
    return found(
      this.plugins.find((one) => [one.sid, one.unique_name].includes(nameOrSid)),
      `Plugin ${nameOrSid}`,
    );
  }

  /** @throws TwilioError 400 for no name, 409 for one that is taken */
  createPlugin(uniqueName: string, friendlyName: string, description: string): Plugin {
    if (!/^[\w-]+$/.test(uniqueName)) throw refused('UniqueName is missing or not a name');
    if (this.plugins.some((one) => one.unique_name === uniqueName)) {
      throw new TwilioError(409, 20409, `There is already a plugin with the unique name ${uniqueName}`);
    }
    const plugin = {
      sid: this.newSid('FP'),
      unique_name: uniqueName,
      friendly_name: friendlyName || uniqueName,
      description,
      archived: false,
      date_created: this.time(),
      date_updated: this.time(),
    };
    this.plugins = [plugin, ...this.plugins];
    return plugin;
  }

  /** What is left out stays. @throws TwilioError 404 */
  updatePlugin(nameOrSid: string, friendlyName?: string, description?: string): Plugin {
    const before = this.plugin(nameOrSid);
    return this.replacePlugin({
      ...before,
      friendly_name: friendlyName ?? before.friendly_name,
      description: description ?? before.description,
      date_updated: this.time(),
    });
  }

  /** @throws TwilioError 404, or 400 when it is archived already */
  archivePlugin(nameOrSid: string): Plugin {
    const before = this.plugin(nameOrSid);
    if (before.archived) throw refused(`Plugin ${nameOrSid} is already archived`);
    return this.replacePlugin({ ...before, archived: true, date_updated: this.time() });
  }

  /** @throws TwilioError 404 when there is no such plugin */
  versionsOf(plugin: string): readonly PluginVersion[] {
    const { sid: pluginSid } = this.plugin(plugin);
    return this.versions.filter((one) => one.plugin_sid === pluginSid);
  }

  /** By its number or its SID. @throws TwilioError 404 */
  version(plugin: string, version: string): PluginVersion {
    return found(
      this.versionsOf(plugin).find((one) => [one.sid, one.version].includes(version)),
      `Version ${version} of plugin ${plugin}`,
    );
  }

  /** @throws TwilioError 404 for an unknown plugin, 409 for a version there is, 400 for one that is not greater than the newest */
  createVersion(
    plugin: string,
    {
      version,
      url,
      ...others
    }: { version: string; url: string; changelog: string; private: boolean; validated: boolean },
  ): PluginVersion {
    const { sid: pluginSid, archived } = this.plugin(plugin);
    if (archived) throw refused(`Plugin ${plugin} is archived`);
    if (!/^\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$/.test(version))
      throw refused('Version is not a semantic version, such as 1.0.0');
    if (!URL.canParse(url)) throw refused('PluginUrl is missing or not a URL');
    const existing = this.versionsOf(pluginSid);
    if (existing.some((one) => one.version === version))
      throw new TwilioError(409, 20409, `Plugin ${plugin} already has a version ${version}`);
    const newest = existing[0]?.version;
    if (newest !== undefined && isBelow(version, newest))
      throw refused(`Version ${version} must be greater than ${newest}`);
    const made = {
      sid: this.newSid('FV'),
      plugin_sid: pluginSid,
      version,
      plugin_url: url,
      ...others,
      archived: false,
      date_created: this.time(),
    };
    this.versions = [made, ...this.versions];
    return made;
  }

  /** @throws TwilioError 404, or 400 when it is archived already */
  archiveVersion(plugin: string, version: string): PluginVersion {
    const before = this.version(plugin, version);
    if (before.archived) throw refused(`Version ${version} of plugin ${plugin} is already archived`);
    const after = { ...before, archived: true };
    this.versions = this.versions.map((one) => (one === before ? after : one));
    return after;
  }

  allConfigurations(): readonly PluginConfiguration[] {
    return this.configurations;
  }

  /** @throws TwilioError 404 */
  configuration(configurationSid: string): PluginConfiguration {
    return this.stored(configurationSid);
  }

  /** In the order in which Flex loads them. @throws TwilioError 404 */
  pluginsOf(configurationSid: string): readonly ConfiguredPlugin[] {
    return this.stored(configurationSid).wanted.map(({ versionSid, phase }) => {
      const version = this.versionBySid(versionSid);
      return { plugin: this.plugin(version.plugin_sid), version, phase };
    });
  }

  /** @throws TwilioError 404 for an unknown version, 400 for one that is archived, for two of a plugin, and for no name */
  createConfiguration(
    name: string,
    description: string,
    wanted: readonly WantedPlugin[],
  ): PluginConfiguration {
    if (!name) throw refused('Name is missing');
    const plugins = wanted.map(({ versionSid, phase }) => {
      if (phase !== 3) throw refused('Phase must be 3');
      const version = this.versionBySid(versionSid);
      const plugin = this.plugin(version.plugin_sid);
      if (version.archived || plugin.archived)
        throw refused(`Version ${version.version} of plugin ${plugin.unique_name} is archived`);
      return plugin.unique_name;
    });
    const twice = plugins.find((plugin, index) => plugins.indexOf(plugin) !== index);
    if (twice !== undefined) throw refused(`Plugin ${twice} is named twice`);
    const configuration = {
      sid: this.newSid('FJ'),
      name,
      description,
      archived: false,
      date_created: this.time(),
      wanted,
    };
    this.configurations = [configuration, ...this.configurations];
    return configuration;
  }

  /** @throws TwilioError 404, or 400 when it is archived already */
  archiveConfiguration(configurationSid: string): PluginConfiguration {
    const before = this.stored(configurationSid);
    if (before.archived) throw refused(`Configuration ${configurationSid} is already archived`);
    const after = { ...before, archived: true };
    this.configurations = this.configurations.map((one) => (one === before ? after : one));
    return after;
  }

  allReleases(): readonly Release[] {
    return this.releases;
  }

  /** By its SID, or `active`. @throws TwilioError 404 */
  release(releaseSid: string): Release {
    return found(
      releaseSid === 'active' ? this.releases[0] : this.releases.find((one) => one.sid === releaseSid),
      `Release ${releaseSid}`,
    );
  }

  /** From now on Flex loads what that configuration says. @throws TwilioError 404, or 400 when the configuration is archived */
  createRelease(configurationSid: string): Release {
    if (this.stored(configurationSid).archived)
      throw refused(`Configuration ${configurationSid} is archived`);
    const release = {
      sid: this.newSid('FK'),
      configuration_sid: configurationSid,
      date_created: this.time(),
    };
    this.releases = [release, ...this.releases];
    return release;
  }

  /** What Flex loads now: nothing while nothing was released. */
  releasedPlugins(): readonly ConfiguredPlugin[] {
    const [active] = this.releases;
    return active ? this.pluginsOf(active.configuration_sid) : [];
  }

  findVersion(versionSid: string): PluginVersion | undefined {
    return this.versions.find((one) => one.sid === versionSid);
  }

  private versionBySid(versionSid: string): PluginVersion {
    return found(this.findVersion(versionSid), `Plugin version ${versionSid}`);
  }

  private stored(configurationSid: string): StoredConfiguration {
    return found(
      this.configurations.find((one) => one.sid === configurationSid),
      `Configuration ${configurationSid}`,
    );
  }

  private replacePlugin(plugin: Plugin): Plugin {
    this.plugins = this.plugins.map((one) => (one.sid === plugin.sid ? plugin : one));
    return plugin;
  }

  private newSid(prefix: string): string {
    this.made += 1;
    return sid(prefix, this.made);
  }

  private time(): string {
    return new Date(this.now()).toISOString().replace(/\.\d+Z$/, 'Z');
  }
}

const refused = (message: string): TwilioError => new TwilioError(400, 20001, message);

function found<T>(resource: T | undefined, name: string): T {
  if (resource === undefined) throw new TwilioError(404, 20404, `${name} was not found`);
  return resource;
}

/** Compares major, minor and patch; a pre-release counts as its release. */
function isBelow(version: string, other: string): boolean {
  const parts = (text: string): readonly number[] => text.split(/[-+]/)[0]!.split('.').map(Number);
  const [ours, theirs] = [parts(version), parts(other)];
  const first = ours.findIndex((part, index) => part !== theirs[index]);
  return first !== -1 && ours[first]! < theirs[first]!;
}
