import type * as Flex from '@twilio/flex-ui';
import { defaultRoles } from '../schema/defaults';
import { openAccountSyncClient } from '../sources/sync/accountSyncClient';
import type { DashboardSources, DocumentSources, RefreshState } from '../sources/DashboardSources';
import { browserCache } from '../sources/history/HistoryCache';
import { historySource } from '../sources/history/historySource';
import { waitingTasks } from '../sources/agents/waitingTasks';
import { openNamedSources } from '../sources/namedSources';
import { reportOutage } from '../sources/outage/reportOutage';
import { keepFresh } from '../sources/refresh/keepFresh';
import { requestRefresh } from '../sources/refresh/requestRefresh';
import { syncSources } from '../sources/sync/syncSources';
import type { DefinitionStore } from '../views/editor/repository/DefinitionStore';
import { openDefinitionStore } from '../views/editor/repository/openDefinitionStore';
import { boardFor, teamsIn } from '../model/board/audience';
import { Store, type ReadableStore } from '../model/store/Store';
import type { PluginConfiguration } from './pluginConfiguration';

export interface OpenDashboard {
  readonly sources: DashboardSources;
  /** What saves with the client of the sources, which therefore have to be in use meanwhile. */
  readonly openStore: () => DefinitionStore;
}

/** The documents in Sync, by Flex's session; asked for anew when they are old; whoever is to know is told of outages. */
export function openSources(
  manager: Flex.Manager,
  {
    documents,
    syncClient,
    refresh,
    saveUrl,
    agents,
    teamAttribute,
  }: Pick<
    PluginConfiguration,
    'documents' | 'syncClient' | 'refresh' | 'saveUrl' | 'agents' | 'teamAttribute'
  >,
  onOutage: () => () => void,
): OpenDashboard {
  const documentSources = syncSources({
    documents,
    clientChoice: syncClient,
    flexClient: () => manager.insightsClient,
    usualBoardIn: (index) =>
      boardFor(index, {
        teams: teamsIn(manager.workerClient?.attributes, teamAttribute),
        roles: manager.user.roles,
      }),
    openAccountClient: (flexClient) =>
      openAccountSyncClient(flexClient, {
        token: () => manager.user.token,
        onTokenUpdated(listener) {
          const follow = ({ token }: { token: string }): void => listener(token);
          manager.events.addListener('tokenUpdated', follow);
          return () => manager.events.removeListener('tokenUpdated', follow);
        },
      }),
  });
  reportOutage(documentSources, { onOutage });
  return {
    sources: {
      ...documentSources,
      refresh: keptFresh(documentSources, refresh, manager),
      named: openNamedSources(documentSources, {
        insightsClient: () => manager.insightsClient,
        activities: () => manager.workerClient?.activities.values() ?? [],
        agentSettings: {
          attributes: agents.attributes,
          offline: agents.offline,
          showsNames: manager.user.roles.some((role) => agents.nameRoles.includes(role)),
        },
      }),
      waitingTasks: waitingTasks(documentSources, { insightsClient: () => manager.insightsClient }),
      history: historySource(documentSources, { dataDocument: documents.data, cache: browserCache() }),
    },
    openStore: () =>
      openDefinitionStore({
        names: documents,
        client: documentSources.definitionsClient,
        author: () => manager.user.identity,
        onSaved: documentSources.lookAgain,
        saveUrl,
        token: () => manager.user.token,
      }),
  };
}

function keptFresh(
  sources: DocumentSources,
  refresh: PluginConfiguration['refresh'],
  manager: Flex.Manager,
): ReadableStore<RefreshState> {
  if ('off' in refresh) return new Store<RefreshState>({ status: 'off', reason: refresh.off });
  // The Function admits no others.
  if (!manager.user.roles.some((role) => defaultRoles.includes(role)))
    return new Store<RefreshState>({ status: 'off', reason: 'role' });
  // Flex renews its token, so it is read each time.
  return keepFresh(sources, { ask: () => requestRefresh(refresh.url, manager.user.token) });
}
