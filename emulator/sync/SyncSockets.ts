import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Journal } from '../journal';
import type { LiveQueries } from './live-queries/LiveQueries';
import type { DocumentOperations } from './DocumentOperations';
import type { SyncDocuments } from './SyncDocuments';
import { SyncConnection } from './SyncConnection';

/** Carries twilsock connections over WebSockets. */
export class SyncSockets {
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly open = new Map<WebSocket, SyncConnection>();
  /** Half open: the server has forgotten them, and the client has not been told. */
  private readonly mute = new WeakSet<WebSocket>();
  private readonly runId = randomUUID();
  private refusing = false;

  constructor(
    private readonly parts: {
      documents: SyncDocuments;
      operations: DocumentOperations;
      queries: LiveQueries;
      journal: Journal;
      now: () => number;
    },
  ) {
    parts.documents.subscribe((change) => {
      // After the answer to the request that made the change: a writer who hears of it first takes it for somebody else's.
      setImmediate(() => this.open.forEach((connection) => connection.notify(change)));
    });
    parts.queries.subscribe((change) => this.open.forEach((connection) => connection.notifyOfQuery(change)));
  }

  get connections(): number {
    return this.open.size;
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (!path.endsWith('/v3/wsconnect')) {
      this.parts.journal.record('unexpected', `WebSocket to ${path}`, { path });
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    } else if (this.refusing) {
      this.parts.journal.record('socket', 'Refused a connection', { event: 'refuse' });
      socket.destroy();
    } else {
      this.server.handleUpgrade(request, socket, head, (webSocket) => this.accept(webSocket));
    }
  }

  drop(): void {
    this.parts.journal.record('socket', `Dropped ${this.open.size} connections`, {
      event: 'drop',
      connections: this.open.size,
    });
    this.open.forEach((_connection, webSocket) => webSocket.terminate());
  }

  /** Neither hears nor tells anything over the connections of now, and closes none: as when a router lost them. */
  silence(): void {
    this.parts.journal.record('socket', `Silenced ${this.open.size} connections`, {
      event: 'silence',
      connections: this.open.size,
    });
    this.open.forEach((_connection, webSocket) => this.mute.add(webSocket));
  }

  refuse(refuse: boolean): void {
    this.refusing = refuse;
  }

  /** Resolves when the last connection is gone. */
  async stop(): Promise<void> {
    this.refusing = true;
    await Promise.all(
      [...this.open.keys()].map(
        (webSocket) =>
          new Promise<void>((resolve) => {
            webSocket.once('close', () => resolve());
            webSocket.terminate();
          }),
      ),
    );
    this.server.close();
  }

  private accept(webSocket: WebSocket): void {
    const { journal } = this.parts;
    const isMute = (): boolean => this.mute.has(webSocket);
    const connection = new SyncConnection(
      {
        send: (frame) => {
          if (webSocket.readyState === WebSocket.OPEN && !isMute()) webSocket.send(frame);
        },
        close: () => {
          if (!isMute()) webSocket.close();
        },
        terminate: () => {
          if (!isMute()) webSocket.terminate();
        },
      },
      { ...this.parts, runId: this.runId },
    );
    this.open.set(webSocket, connection);
    journal.record('socket', 'A connection opened', { event: 'open' });
    webSocket.on('message', (data) => {
      if (isMute()) return;
      connection.receive(toBuffer(data)).catch((error: unknown) => {
        journal.record('unexpected', `A frame could not be handled: ${String(error)}`);
        webSocket.terminate();
      });
    });
    // Broken frames and resets; `close` follows.
    webSocket.on('error', () => undefined);
    webSocket.on('close', () => {
      this.open.delete(webSocket);
      connection.end();
      journal.record('socket', `A connection closed (${connection.products.join(', ') || 'no init'})`, {
        event: 'close',
        products: connection.products,
      });
    });
  }
}

const toBuffer = (data: Buffer | ArrayBuffer | Buffer[]): Buffer =>
  Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data);
