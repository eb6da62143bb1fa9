import type { SyncClient } from 'twilio-sync';
import type { OpenClient } from './accountSyncClient';
import type { DashboardSnapshot, DashboardSource } from './DashboardSource';
import { watchSyncDocument } from './watchSyncDocument';

/** Whose Sync client to ask: Flex's own first and then the account's, or only one of them. */
export type SyncClientChoice = 'auto' | 'flex' | 'account';

export interface SyncDashboardSourceOptions {
  /** Unique names of the two documents. */
  readonly documents: { readonly data: string; readonly definitions: string };
  readonly clientChoice: SyncClientChoice;
  /** Flex's client at this moment: Flex replaces it at times, and has none after a logout. */
  readonly flexClient: () => SyncClient | undefined;
  readonly openAccountClient: () => OpenClient;
  /** How often to look again for what is missing or lost. @default 10000 ms */
  readonly retryAfter?: number;
  /** How long connections stay open after the last listener left, so that a short change of view costs nothing. @default 60000 ms */
  readonly lingerFor?: number;
}

const nothingYet: DashboardSnapshot = {
  connection: 'connecting',
  definitions: { status: 'loading' },
  data: { status: 'loading' },
  refresh: { status: 'off', reason: 'no-address' },
};

/** The two documents in Twilio Sync: followed while they are there, looked for again while they are not. */
export function syncDashboardSource(options: SyncDashboardSourceOptions): DashboardSource {
  const { lingerFor = 60_000 } = options;
  const listeners = new Set<() => void>();
  let snapshot = nothingYet;
  let stop: (() => void) | undefined;
  let lingering: ReturnType<typeof setTimeout> | undefined;

  const change = (part: Partial<DashboardSnapshot>): void => {
    snapshot = { ...snapshot, ...part };
    listeners.forEach((listener) => listener());
  };

  return {
    getSnapshot: () => snapshot,
    subscribe(onChange) {
      listeners.add(onChange);
      clearTimeout(lingering);
      stop = stop ?? follow(options, change);
      return () => {
        listeners.delete(onChange);
        if (listeners.size > 0) return;
        lingering = setTimeout(() => {
          stop?.();
          stop = undefined;
          snapshot = nothingYet;
        }, lingerFor);
      };
    },
  };
}

/** Follows both documents until the returned function is called. */
function follow(
  options: SyncDashboardSourceOptions,
  change: (part: Partial<DashboardSnapshot>) => void,
): () => void {
  const { documents, clientChoice, flexClient, openAccountClient, retryAfter = 10_000 } = options;
  let account: OpenClient | undefined;
  let wasConnected = false;
  let stopped = false;

  const candidates = {
    flex: () => flexClient(),
    account: () => (account = account ?? openAccountClient()).client,
  };
  const isUsable = (client: SyncClient): boolean =>
    !hasGivenUp(client) && (client === account?.client || client === flexClient());

  const showConnection = (): void => {
    if (stopped) return;
    const connected = watched.every((document) => document.client()?.connectionState === 'connected');
    wasConnected = wasConnected || connected;
    change({ connection: connected ? 'connected' : wasConnected ? 'disconnected' : 'connecting' });
  };
  const watch = (field: 'data' | 'definitions') =>
    watchSyncDocument({
      name: documents[field],
      candidates:
        clientChoice === 'auto' ? [candidates.flex, candidates.account] : [candidates[clientChoice]],
      isUsable,
      onState: (state) => change({ [field]: state }),
      onConnectionChange: () => showConnection(),
    });
  const watched = [watch('definitions'), watch('data')];

  const retry = setInterval(() => {
    if (account && hasGivenUp(account.client)) {
      account.close();
      account = undefined;
    }
    watched.forEach((document) => document.retry());
    showConnection();
  }, retryAfter);

  return () => {
    stopped = true;
    clearInterval(retry);
    watched.forEach((document) => document.stop());
    account?.close();
  };
}

/** States from which a Sync client does not come back by itself, as after a token that expired during sleep. */
function hasGivenUp({ connectionState }: SyncClient): boolean {
  return connectionState === 'denied' || connectionState === 'disconnected' || connectionState === 'error';
}
