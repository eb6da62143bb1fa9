import { SyncClient } from 'twilio-sync';

/** Flex's session: its token opens the account's Default Sync service as well. */
export interface FlexSession {
  token(): string;
  /** Calls back with each new token. */
  onTokenUpdated(listener: (token: string) => void): () => void;
}

export interface OpenClient {
  readonly client: SyncClient;
  close(): void;
}

/**
 * Opens a Sync client of our own with Flex's token: Flex's `insightsClient` sees only a Sync service that Twilio runs for Flex,
 * not the account's. It follows Flex's token; close it when no dashboard is on screen, as each client is one standing connection.
 */
export function openAccountSyncClient(session: FlexSession): OpenClient {
  const client = new SyncClient(session.token());
  const forget = session.onTokenUpdated((token) => {
    // A refused token ends in the connection state `denied`, which the source answers with a new client.
    client.updateToken(token).catch(() => undefined);
  });
  return {
    client,
    close() {
      forget();
      client.shutdown().catch(() => undefined);
    },
  };
}
