import type { EventEmitter } from 'node:events';
import { SyncClient } from 'twilio-sync';
import { WebSocket } from 'ws';

/**
 * Real twilio-sync clients for a test, each of which can be cut off the network from the client's side,
 * so that it works against any server. twilio-sync takes its WebSocket class from the global object.
 */
export class SyncClients {
  private readonly sockets = new Set<WebSocket>();
  private readonly clients = new Set<SyncClient>();
  private isCutOff = false;

  constructor(private readonly socketUrl: string) {
    const { sockets } = this;
    const isCutOff = (): boolean => this.isCutOff;
    class CuttableWebSocket extends WebSocket {
      constructor(url: string) {
        super(url);
        sockets.add(this);
        this.once('close', () => sockets.delete(this));
        if (isCutOff()) this.terminate();
      }
    }
    Object.assign(globalThis, { WebSocket: CuttableWebSocket });
    letProcessEnd();
  }

  connect(token: string, options: { productId?: string } = {}): SyncClient {
    const client = new SyncClient(token, {
      ...options,
      twilsock: { uri: this.socketUrl },
      // As by default, but without randomness.
      retryPolicy: { min: 1000, max: 120_000, randomness: 0 },
    });
    this.clients.add(client);
    return client;
  }

  /**
   * Cuts every client's connection, and every new one.
   * @returns the function that ends it; each client is back when it has tried again, a second or more later
   */
  cutOff(): () => void {
    this.isCutOff = true;
    this.sockets.forEach((socket) => socket.terminate());
    return () => void (this.isCutOff = false);
  }

  async shutdown(): Promise<void> {
    await Promise.all([...this.clients].map((client) => client.shutdown()));
    this.clients.clear();
    this.sockets.forEach((socket) => socket.terminate());
  }
}

/** The next event of that name, as its first argument. */
export const nextEvent = <T = unknown>(emitter: EventEmitter, name: string): Promise<T> =>
  new Promise((resolve) => emitter.once(name, resolve));

/** Resolves when the client is in that state, now or later. */
export async function untilState(client: SyncClient, state: SyncClient['connectionState']): Promise<void> {
  while (client.connectionState !== state) await nextEvent(client, 'connectionStateChanged');
}

/** twilio-sync leaves timers of ten seconds behind, even after its shutdown. They must not hold up the end of a test run. */
function letProcessEnd(): void {
  const setTimer = globalThis.setTimeout;
  Object.assign(globalThis, {
    setTimeout: (...parameters: Parameters<typeof setTimer>) => setTimer(...parameters).unref(),
  });
}
