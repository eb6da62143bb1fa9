import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Router } from 'express';
import type { Faults } from '../faults';
import type { Journal } from '../journal';
import { LiveQueries, type LiveIndexes } from './live-queries/LiveQueries';
import { checkData, checkUniqueName } from './documentRules';
import { DocumentOperations } from './DocumentOperations';
import { SyncDocuments, type SyncData, type SyncDocument } from './SyncDocuments';
import { syncRest } from './syncRest';
import { SyncSockets } from './SyncSockets';

/** The emulated Twilio Sync: documents of two services, over REST and over twilsock. */
export interface EmulatedSync {
  /** Serves https://sync.twilio.com: mount it at /_tw/sync.twilio.com (its routes start with /v1/Services). */
  readonly rest: Router;
  /** Takes over a WebSocket upgrade for https://tsock.<region>.twilio.com/v3/wsconnect. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Reads and writes documents without limits and without the journal's notice; subscribers are notified. */
  readonly documents: {
    get(serviceSid: string, uniqueName: string): SyncDocument | undefined;
    /** Creates the document or replaces its data. Throws a `TwilioError` when the name or data are none. */
    put(serviceSid: string, uniqueName: string, data: SyncData): SyncDocument;
    /** Does nothing when it does not exist. */
    remove(serviceSid: string, uniqueName: string): void;
    list(serviceSid: string): readonly SyncDocument[];
  };
  /** Cuts every connection. */
  dropSockets(): void;
  silenceSockets(): void;
  /** Refuses new connections, until told otherwise. */
  refuseConnections(refuse: boolean): void;
  readonly connections: number;
  /** Of Flex's own service, over its connections alone. */
  readonly queries: Pick<LiveQueries, 'atMost' | 'find' | 'renew'>;
  /** Cuts every connection and ends every timer; resolves when they are gone. */
  stop(): Promise<void>;
}

/** How often documents past their time are looked for. Reads never return one, so this only delays the notice to subscribers. */
const expirySweepMs = 1000;

const noIndexes: LiveIndexes = { items: () => new Map(), subscribe: () => () => undefined };

/** `now` gives milliseconds since 1970. `limits: false` switches the rate limits and the 16 KiB limit off. */
export function createSync({
  journal,
  faults,
  now = Date.now,
  limits = true,
  indexes = noIndexes,
}: {
  journal: Journal;
  faults: Faults;
  now?: () => number;
  limits?: boolean;
  /** What live queries are asked over. @default indexes in which there is nothing */
  indexes?: LiveIndexes;
}): EmulatedSync {
  const documents = new SyncDocuments(now);
  const operations = new DocumentOperations(documents, { journal, faults, now, limits });
  const queries = new LiveQueries(indexes, { journal, faults, now, limits });
  const sockets = new SyncSockets({ documents, operations, queries, journal, now });
  const sweep = setInterval(() => documents.removeExpired(), expirySweepMs);
  return {
    rest: syncRest(operations, journal),
    handleUpgrade: (request, socket, head) => sockets.handleUpgrade(request, socket, head),
    documents: {
      get: (serviceSid, uniqueName) => documents.find(serviceSid, uniqueName),
      put(serviceSid, uniqueName, data) {
        // A copy, so that the caller's later changes to its object do not reach into the document.
        const checked = checkData(JSON.parse(JSON.stringify(data)), false);
        const existing = documents.find(serviceSid, checkUniqueName(uniqueName));
        if (existing) return documents.update(existing, { data: checked });
        return documents.create(serviceSid, uniqueName, { data: checked, createdBy: 'system' });
      },
      remove(serviceSid, uniqueName) {
        const existing = documents.find(serviceSid, uniqueName);
        if (existing) documents.remove(existing);
      },
      list: (serviceSid) => documents.list(serviceSid),
    },
    dropSockets: () => sockets.drop(),
    silenceSockets: () => sockets.silence(),
    refuseConnections: (refuse) => sockets.refuse(refuse),
    get connections() {
      return sockets.connections;
    },
    queries,
    async stop() {
      clearInterval(sweep);
      queries.stop();
      await sockets.stop();
    },
  };
}
