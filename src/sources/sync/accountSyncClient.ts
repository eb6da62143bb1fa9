import type { SyncClient } from 'twilio-sync';

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
 *
 * @param flexClient Flex's client, whose class serves for ours too: the library is in Flex already, and 38 kB
 */
export function openAccountSyncClient(flexClient: SyncClient, session: FlexSession): OpenClient {
  const Client = flexClient.constructor as typeof SyncClient;
  const client = new Client(session.token());
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
