import { defaultDocuments } from './contract/syncDocuments';
import type { SyncClientChoice } from './dashboard-source/syncDashboardSource';

export interface PluginConfiguration {
  readonly documents: { readonly data: string; readonly definitions: string; readonly board: string };
  readonly syncClient: SyncClientChoice;
}

const choices: readonly SyncClientChoice[] = ['auto', 'flex', 'account'];

/**
 * The plugin's settings in Flex Configuration (`ui_attributes.custom_data`), by the names the Function knows them by:
 * `DASHBOARD_DATA_DOCUMENT`, `DASHBOARD_DEFINITIONS_DOCUMENT`, `DASHBOARD_BOARD_DOCUMENT`, and `DASHBOARD_SYNC_CLIENT` (`auto`, `flex` or `account`).
 */
export function readPluginConfiguration(customData: unknown): PluginConfiguration {
  const settings = (typeof customData === 'object' && customData !== null ? customData : {}) as Record<
    string,
    unknown
  >;
  const text = (name: string): string | undefined => {
    const value = settings[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  return {
    documents: {
      data: text('DASHBOARD_DATA_DOCUMENT') ?? defaultDocuments.data,
      definitions: text('DASHBOARD_DEFINITIONS_DOCUMENT') ?? defaultDocuments.definitions,
      board: text('DASHBOARD_BOARD_DOCUMENT') ?? defaultDocuments.board,
    },
    syncClient: choices.find((choice) => choice === text('DASHBOARD_SYNC_CLIENT')) ?? 'auto',
  };
}
