import type * as Flex from '@twilio/flex-ui';
import { openAccountSyncClient } from './dashboard-source/accountSyncClient';
import type { DashboardSource } from './dashboard-source/DashboardSource';
import { refreshingDashboardSource, withoutRefresh } from './dashboard-source/refreshingDashboardSource';
import { reportingDashboardSource } from './dashboard-source/reportingDashboardSource';
import { requestRefresh } from './dashboard-source/requestRefresh';
import { syncDashboardSource } from './dashboard-source/syncDashboardSource';
import type { DefinitionStore } from './definition-editor/store/DefinitionStore';
import type * as DefinitionStores from './definition-editor/store/openDefinitionStore';
import type { PluginConfiguration } from './pluginConfiguration';

export interface OpenDashboard {
  readonly source: DashboardSource;
  /** What saves with the client of the source, which therefore has to be listened to meanwhile. */
  readonly openStore: () => DefinitionStore;
}

/** The documents in Sync, by Flex's session; asked for anew when they are old; whoever is to know is told of outages. */
export function openDashboardSource(
  manager: Flex.Manager,
  {
    documents,
    syncClient,
    refresh,
    saveUrl,
  }: Pick<PluginConfiguration, 'documents' | 'syncClient' | 'refresh' | 'saveUrl'>,
  onOutage: () => () => void,
): OpenDashboard {
  const source = syncDashboardSource({
    documents,
    clientChoice: syncClient,
    flexClient: () => manager.insightsClient,
    openAccountClient: () =>
      openAccountSyncClient({
        token: () => manager.user.token,
        onTokenUpdated(listener) {
          const follow = ({ token }: { token: string }): void => listener(token);
          manager.events.addListener('tokenUpdated', follow);
          return () => manager.events.removeListener('tokenUpdated', follow);
        },
      }),
  });
  return {
    source: reportingDashboardSource(refreshing(source, refresh, manager), { onOutage }),
    openStore: () => {
      const { openDefinitionStore } =
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would run it before anybody edits
        require('./definition-editor/store/openDefinitionStore') as typeof DefinitionStores;
      return openDefinitionStore({
        names: documents,
        client: source.definitionsClient,
        author: () => manager.user.identity,
        onSaved: source.lookAgain,
        saveUrl,
        token: () => manager.user.token,
      });
    },
  };
}

/** Roles of Flex that the Function admits. */
const admitted = ['supervisor', 'admin'];

function refreshing(
  source: DashboardSource,
  refresh: PluginConfiguration['refresh'],
  manager: Flex.Manager,
): DashboardSource {
  if ('off' in refresh) return withoutRefresh(source, refresh.off);
  if (!manager.user.roles.some((role) => admitted.includes(role))) return withoutRefresh(source, 'role');
  // Flex renews its token, so it is read each time.
  return refreshingDashboardSource(source, { ask: () => requestRefresh(refresh.url, manager.user.token) });
}
