import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import express from 'express';
import { account } from '../../account';
import { Faults } from '../../faults';
import { iamRest } from '../../iam/iamRest';
import { Journal } from '../../journal';
import { createSync, type EmulatedSync } from '../../sync/createSync';
import { createTaskRouter, type EmulatedTaskRouter } from '../../taskrouter/createTaskRouter';
import { startFunctionsPlatform, type FunctionsPlatform } from '../startFunctionsPlatform';
import { TwilioRequests } from './TwilioRequests';

export interface Collector {
  readonly journal: Journal;
  readonly faults: Faults;
  readonly taskRouter: EmulatedTaskRouter;
  readonly sync: EmulatedSync;
  /** Stands for wss://tsock.us1.twilio.com/v3/wsconnect */
  readonly socketUrl: string;
  readonly platform: FunctionsPlatform;
  /** Every request of the Functions to Twilio. */
  readonly requests: TwilioRequests;
  /** What Functions printed. */
  readonly lines: readonly string[];
  /** The data of a document in the account's Sync service. */
  document(name: string): unknown;
  /** TaskRouter's real-time statistics at this moment, over its REST API and unseen by the faults. */
  truth(): Promise<unknown>;
  stop(): Promise<void>;
}

interface CollectorOptions {
  readonly projectFolder: string;
  readonly processes: number;
  /** @default still */
  readonly scenario?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where the Functions lie. Left out, the collector is built anew. */
  readonly functionsFolder?: string;
}

/** TaskRouter, Sync with its limits, and the Functions platform; nothing of Flex. No past is kept unless the environment says so. */
export async function startCollector(options: CollectorOptions): Promise<Collector> {
  const serverlessFolder = path.join(options.projectFolder, 'serverless');
  const journal = new Journal(Date.now, Infinity);
  const faults = new Faults();
  const lines: string[] = [];
  const taskRouter = createTaskRouter({ journal, faults, scenario: options.scenario ?? 'still' });
  const sync = createSync({ journal, faults });
  const requests = new TwilioRequests();
  const app = express();
  app.use(requests.middleware);
  app.use('/_tw/taskrouter.twilio.com', taskRouter.rest);
  app.use('/_tw/sync.twilio.com', sync.rest);
  app.use('/_tw/iam.twilio.com', iamRest({ journal, faults }));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  const twilioOrigin = `http://127.0.0.1:${port}`;
  server.on('upgrade', sync.handleUpgrade);

  const deployed = mkdtempSync(path.join(tmpdir(), 'deployed-'));
  symlinkSync(path.join(serverlessFolder, 'node_modules'), path.join(deployed, 'node_modules'));
  const built = path.join(deployed, 'functions');
  if (!options.functionsFolder) {
    execFileSync(process.execPath, ['build.mjs', built], { cwd: serverlessFolder });
  }
  const platform = await startFunctionsPlatform({
    functionsFolder: options.functionsFolder ?? built,
    serverlessFolder,
    environment: {
      TWILIO_WORKSPACE_SID: account.workspaceSid,
      DASHBOARD_HISTORY: 'off',
      ...options.environment,
    },
    twilioOrigin,
    journal,
    processes: options.processes,
    onLine: (line) => lines.push(line),
  });
  taskRouter.setEventCallback(`${platform.origin}/dashboardStats`);
  await taskRouter.settled();

  return {
    journal,
    faults,
    taskRouter,
    sync,
    socketUrl: `ws://127.0.0.1:${port}/_tw/tsock.us1.twilio.com/v3/wsconnect`,
    platform,
    requests,
    lines,
    document: (name) => sync.documents.get(account.defaultSyncServiceSid, name)?.data,
    async truth() {
      const credentials = Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64');
      const reply = await fetch(
        `${twilioOrigin}/_tw/taskrouter.twilio.com/v1/Workspaces/${account.workspaceSid}/RealTimeStatistics`,
        { headers: { authorization: `Basic ${credentials}` } },
      );
      return reply.json();
    },
    async stop() {
      await taskRouter.stop();
      await platform.stop();
      await sync.stop();
      await new Promise((resolve) => server.close(resolve).closeAllConnections());
      rmSync(deployed, { recursive: true });
    },
  };
}
