import express from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Faults } from '../../faults';
import { Journal } from '../../journal';
import type { LiveIndexes } from '../live-queries/LiveQueries';
import { createSync, type EmulatedSync } from '../createSync';

export interface RunningSync {
  readonly sync: EmulatedSync;
  readonly journal: Journal;
  readonly faults: Faults;
  /** Stands for https://sync.twilio.com */
  readonly restUrl: string;
  /** Stands for wss://tsock.us1.twilio.com/v3/wsconnect */
  readonly socketUrl: string;
  stop(): Promise<void>;
}

/** The emulated Sync on a port of its own, for tests that come in over the wire. */
export async function startSync({
  limits = true,
  indexes,
}: { limits?: boolean; indexes?: LiveIndexes } = {}): Promise<RunningSync> {
  const journal = new Journal();
  const faults = new Faults();
  const sync = createSync({ journal, faults, limits, indexes });
  const app = express().use('/_tw/sync.twilio.com', sync.rest);
  const server = createServer(app);
  server.on('upgrade', sync.handleUpgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    sync,
    journal,
    faults,
    restUrl: `http://127.0.0.1:${port}/_tw/sync.twilio.com`,
    socketUrl: `ws://127.0.0.1:${port}/_tw/tsock.us1.twilio.com/v3/wsconnect`,
    async stop() {
      await sync.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
