import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { join } from 'node:path';
import express from 'express';
import { account } from './account';
import { explainPort } from './checkPort';
import { controlRest } from './control/controlRest';
import { Faults } from './faults';
import { FlexConfiguration } from './flex/FlexConfiguration';
import { flexPage } from './flex/flexPage';
import { flexRest } from './flex/flexRest';
import { createWorkerSocket } from './flex/workerSocket';
import { startFunctionsPlatform } from './functions/startFunctionsPlatform';
import { iamRest } from './iam/iamRest';
import { Journal } from './journal';
import { apiKeyAsAccount } from './serverless-api/accountCredentials';
import { developmentDomain } from './serverless-api/Deployment';
import { publicCallbackUrl, publicFunctions } from './serverless-api/publicFunctions';
import { serverlessRest } from './serverless-api/serverlessRest';
import { syncServices } from './serverless-api/syncServices';
import { supervisor } from './supervisor';
import { createSync } from './sync/createSync';
import { createTaskRouter } from './taskrouter/createTaskRouter';

export interface EmulatorOptions {
  /** Port of the page and of Twilio's API; 0 takes any free one. */
  readonly port: number;
  /** Port of the Functions, an origin of their own as on Twilio. @default 0 */
  readonly functionsPort?: number;
  readonly scenario: string;
  readonly flexBundle: string;
  /** Where the page loads Flex from. @default the page's own origin */
  readonly flexOrigin?: string;
  readonly pluginBundle: string;
  readonly functionsFolder: string;
  readonly serverlessFolder: string;
  /** What `dashboard-definitions` holds at the start; left out, there is no such document. */
  readonly definitions?: object;
  /** Variables of the Functions, over the defaults. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Becomes `ui_attributes.custom_data` of Flex Configuration. */
  readonly customData?: Readonly<Record<string, string>>;
}

export interface Emulator {
  /** `http://localhost:PORT` */
  readonly origin: string;
  readonly functionsOrigin: string;
  readonly journal: Journal;
  stop(): Promise<void>;
}

/**
 * Twilio on this machine: Sync, TaskRouter, the Functions platform and a Flex session, with a control page at /emulator/.
 * Everything listens on 127.0.0.1 only.
 *
 * @throws Error when a port is taken or the scenario is unknown
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const journal = new Journal();
  const faults = new Faults();
  const taskRouter = createTaskRouter({ journal, faults, scenario: options.scenario });
  const sync = createSync({ journal, faults });
  const workerSid = taskRouter.contactCentre.worker(supervisor).sid;
  const workerSocket = createWorkerSocket({ workerSid, api: taskRouter.workerClient, journal });
  if (options.definitions) {
    sync.documents.put(
      account.defaultSyncServiceSid,
      'dashboard-definitions',
      options.definitions as Record<string, unknown>,
    );
  }

  const app = express();
  const server = await listen(app, options.port);
  const { port } = server.address() as AddressInfo;
  const variables = { TWILIO_WORKSPACE_SID: account.workspaceSid, ...options.environment };
  const functions = await startFunctionsPlatform({
    functionsFolder: options.functionsFolder,
    serverlessFolder: options.serverlessFolder,
    environment: variables,
    twilioOrigin: `http://127.0.0.1:${port}`,
    journal,
    port: options.functionsPort ?? 0,
  }).catch((error: Error) => {
    throw explainPort(error, options.functionsPort ?? 0);
  });

  const twilio = '/_tw';
  const deployment = { domain: developmentDomain, localOrigin: functions.origin, variables };
  app.use(`${twilio}/${deployment.domain}`, publicFunctions(deployment));
  app.use(`${twilio}/serverless.twilio.com`, serverlessRest(deployment));
  app.use(`${twilio}/sync.twilio.com`, syncServices(), sync.rest);
  app.use(
    `${twilio}/taskrouter.twilio.com`,
    apiKeyAsAccount,
    ...publicCallbackUrl(deployment),
    taskRouter.rest,
  );
  app.use(`${twilio}/iam.twilio.com`, iamRest({ journal, faults }));
  app.use(`${twilio}/event-bridge.twilio.com`, workerSocket.rest);
  app.use(
    twilio,
    flexRest({
      journal,
      plugins: [{ name: 'plugin-flex-realtime-dashboard', version: '0.0.0', src: '/plugin.js' }],
      configuration: new FlexConfiguration(options.customData),
    }),
  );
  app.get('/emulator', (_request, response) =>
    response.sendFile(join(__dirname, 'control', 'controlPage.html')),
  );
  app.use('/emulator', controlRest({ journal, faults, sync, taskRouter, functions }));
  app.use(
    flexPage({
      flexBundle: options.flexBundle,
      flexOrigin: options.flexOrigin,
      pluginBundle: options.pluginBundle,
      identity: supervisor,
      functions: deployment,
    }),
  );

  server.on('upgrade', (request, socket: Duplex, head: Buffer) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (/^\/_tw\/tsock\.[\w-]+\.twilio\.com\/v3\/wsconnect$/.test(path))
      return sync.handleUpgrade(request, socket, head);
    if (path === '/_tw/event-bridge.twilio.com/v1/wschannels')
      return workerSocket.handleUpgrade(request, socket, head);
    journal.record('unexpected', `WebSocket ${path}`);
    socket.destroy();
  });

  taskRouter.setEventCallbackUrl(`${functions.origin}/dashboardStats`);

  return {
    origin: `http://localhost:${port}`,
    functionsOrigin: functions.origin,
    journal,
    async stop() {
      workerSocket.stop();
      await taskRouter.stop();
      await functions.stop();
      await sync.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(app: express.Express, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(app);
    server.on('error', (error) => reject(explainPort(error, port)));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
