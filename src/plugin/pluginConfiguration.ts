import { defaultAgents, defaultDocuments, defaultRoles, defaultTeamAttribute } from '../schema/defaults';
import type { RefreshOff } from '../sources/DashboardSources';
import { safeRefreshUrl } from '../sources/refresh/safeRefreshUrl';
import type { SyncClientChoice } from '../sources/sync/syncSources';

export interface PluginConfiguration {
  readonly documents: { readonly data: string; readonly definitions: string; readonly board: string };
  readonly syncClient: SyncClientChoice;
  /** Address of the Function `refreshDashboard`, or why there is none to ask. */
  readonly refresh: { readonly url: string } | { readonly off: RefreshOff };
  /** Address of the Function `saveDefinitions`; undefined to save through Sync. */
  readonly saveUrl: string | undefined;
  /** Who is shown the dashboard: whoever has one of these roles. */
  readonly roles: readonly string[];
  /** Who may change it, of those: whoever has one of these roles. */
  readonly editorRoles: readonly string[];
  /** What of agents may be read, and by whom. */
  readonly agents: {
    /** Paths of attributes. */
    readonly attributes: readonly string[];
    /** Activities of those who are logged out. */
    readonly offline: readonly string[];
    /** Who sees names: whoever has one of these roles. */
    readonly nameRoles: readonly string[];
  };
  /** The worker attribute that names a person's team, by which a board opens. */
  readonly teamAttribute: string;
  /** Names of the settings that were not understood; their defaults stand in. */
  readonly misunderstood: readonly string[];
}

const refreshSetting = 'DASHBOARD_REFRESH_URL';
const choices: readonly SyncClientChoice[] = ['auto', 'flex', 'account'];

/**
 * The plugin's settings in Flex Configuration (`ui_attributes.custom_data`), by the names the Function knows them by. All
 * of them are text, as in an environment file; docs/customising.md has the table.
 */
export function readPluginConfiguration(customData: unknown): PluginConfiguration {
  const settings = (typeof customData === 'object' && customData !== null ? customData : {}) as Record<
    string,
    unknown
  >;
  const misunderstood: string[] = [];
  function setting<Value>(name: string, read: (text: string) => Value | undefined, otherwise: Value): Value {
    const saved = settings[name];
    if (saved === undefined || saved === null || saved === '') return otherwise;
    const value = typeof saved === 'string' ? read(saved.trim()) : undefined;
    if (value === undefined) misunderstood.push(name);
    return value ?? otherwise;
  }
  const name = (text: string): string | undefined => text || undefined;
  const hosts = setting<readonly string[]>('DASHBOARD_FUNCTION_HOSTS', hostsIn, []);
  const address = (text: string): string | undefined => safeRefreshUrl(text, hosts);
  const refreshUrl = setting<string | undefined>(refreshSetting, address, undefined);

  return {
    documents: {
      data: setting('DASHBOARD_DATA_DOCUMENT', name, defaultDocuments.data),
      definitions: setting('DASHBOARD_DEFINITIONS_DOCUMENT', name, defaultDocuments.definitions),
      board: setting('DASHBOARD_BOARD_DOCUMENT', name, defaultDocuments.board),
    },
    teamAttribute: setting('DASHBOARD_TEAM_ATTRIBUTE', name, defaultTeamAttribute),
    syncClient: setting<SyncClientChoice>(
      'DASHBOARD_SYNC_CLIENT',
      (text) => choices.find((choice) => choice === text),
      'auto',
    ),
    refresh:
      refreshUrl === undefined
        ? { off: misunderstood.includes(refreshSetting) ? 'unsafe-address' : 'no-address' }
        : { url: refreshUrl },
    saveUrl: setting<string | undefined>('DASHBOARD_SAVE_URL', address, undefined),
    roles: setting<readonly string[]>('DASHBOARD_ROLES', namesIn, defaultRoles),
    editorRoles: setting<readonly string[]>('DASHBOARD_EDITOR_ROLES', namesIn, defaultRoles),
    agents: {
      attributes: setting('DASHBOARD_AGENT_ATTRIBUTES', namesIn, defaultAgents.attributes),
      offline: setting('DASHBOARD_OFFLINE_ACTIVITIES', namesIn, defaultAgents.offline),
      nameRoles: setting('DASHBOARD_AGENT_NAME_ROLES', namesIn, defaultRoles),
    },
    misunderstood,
  };
}

/** Separated by commas; undefined when a name is empty, as one that was left out by mistake would be. */
function namesIn(text: string): readonly string[] | undefined {
  const names = text.split(',').map((name) => name.trim());
  return names.includes('') ? undefined : names;
}

/** Hosts alone, such as `functions.example.com` or `localhost:8443`. */
function hostsIn(text: string): readonly string[] | undefined {
  const hosts = namesIn(text.toLowerCase());
  return hosts?.every((host) => /^[a-z0-9.-]+(:\d+)?$/.test(host)) ? hosts : undefined;
}
