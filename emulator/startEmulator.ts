import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { join } from 'node:path';
import express from 'express';
import { improvedFilter } from '../serverless/src/eventsFilter';
import { account } from './account';
import { explainPort } from './checkPort';
import { controlRest } from './control/controlRest';
import { Faults } from './faults';
import { createFlex } from './flex/createFlex';
import { createWorkerSocket } from './flex/workerSocket';
import { iamRest } from './iam/iamRest';
import { Journal } from './journal';
import { apiKeyAsAccount } from './serverless-api/accountCredentials';
import { DeployedEnvironments } from './serverless-api/DeployedEnvironments';
import { deployFolder } from './serverless-api/deployFolder';
import { publicFunctions } from './serverless-api/publicFunctions';
import { ServerlessServices } from './serverless-api/ServerlessServices';
import { serverlessRest } from './serverless-api/serverlessRest';
import { syncServices } from './serverless-api/syncServices';
import { uploadRest } from './serverless-api/uploadRest';
import { supervisor } from './supervisor';
import { createSync } from './sync/createSync';
import { liveIndexes } from './taskrouter/liveIndexes';
import { createTaskRouter, type EmulatedTaskRouter } from './taskrouter/createTaskRouter';

export interface EmulatorOptions {
  /** Port of the page and of Twilio's API; 0 takes any free one. */
  readonly port: number;
  /** Port of the Functions, an origin of their own as on Twilio. @default 0 */
  readonly functionsPort?: number;
  /** `fresh`: an account that has never heard of the dashboard. @default installed */
  readonly account?: 'installed' | 'fresh';
  readonly scenario: string;
  readonly flexBundle: string;
  /** Where the page loads Flex from. @default the page's own origin */
  readonly flexOrigin?: string;
  readonly pluginBundle: string;
  readonly functionsFolder: string;
  readonly serverlessFolder: string;
  /** What `dashboard-definitions` holds at the start; left out, there is no such document. */
  readonly definitions?: object;
  /** What other documents hold at the start, by their unique names. */
  readonly documents?: Readonly<Record<string, object>>;
  /** Variables of the Functions, over the defaults. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Becomes `ui_attributes.custom_data` of Flex Configuration. */
  readonly customData?: Readonly<Record<string, string>>;
}

export interface Emulator {
  /** `http://localhost:PORT` */
  readonly origin: string;
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
  const taskRouter = createTaskRouter({
    journal,
    faults,
    scenario: options.scenario,
    locate: (url) => environments.locate(url),
  });
  const sync = createSync({ journal, faults, indexes: liveIndexes(taskRouter.contactCentre) });
  const workerSid = taskRouter.contactCentre.worker(supervisor).sid;
  const workerSocket = createWorkerSocket({ workerSid, api: taskRouter.workerClient, journal });
  const { definitions } = options;
  const documents = { ...(definitions && { 'dashboard-definitions': definitions }), ...options.documents };
  for (const [name, data] of Object.entries(documents))
    sync.documents.put(account.defaultSyncServiceSid, name, { ...data });

  const app = express();
  const server = await listen(app, options.port);
  const { port } = server.address() as AddressInfo;
  const { serverlessFolder } = options;
  const services = new ServerlessServices();
  const environments = new DeployedEnvironments({
    serverlessFolder,
    twilioOrigin: `http://127.0.0.1:${port}`,
    journal,
  });
  const serverless = { services, environments, serverlessFolder, journal, faults };

  const twilio = '/_tw';
  app.use(twilio, publicFunctions(services, environments));
  app.use(`${twilio}/serverless.twilio.com`, serverlessRest(serverless));
  app.use(`${twilio}/serverless-upload.twilio.com`, uploadRest(serverless));
  app.use(`${twilio}/sync.twilio.com`, syncServices(), sync.rest);
  app.use(`${twilio}/taskrouter.twilio.com`, apiKeyAsAccount, taskRouter.rest);
  app.use(`${twilio}/iam.twilio.com`, iamRest({ journal, faults }));
  app.use(`${twilio}/event-bridge.twilio.com`, workerSocket.rest);
  const flex = createFlex({
    journal,
    faults,
    account: options.account ?? 'installed',
    flexBundle: options.flexBundle,
    flexOrigin: options.flexOrigin,
    pluginBundle: options.pluginBundle,
    customData: options.customData,
    functions: () => environments.all(),
    readAsset: (url) => environments.readAsset(url),
  });
  app.use(twilio, flex.rest);
  app.use('/_npm', flex.packages);
  app.get('/emulator', (_request, response) =>
    response.sendFile(join(__dirname, 'control', 'controlPage.html')),
  );
  app.use(
    '/emulator',
    controlRest({ journal, faults, sync, taskRouter, documents, functions: environments }),
  );
  app.use(flex.page);

  server.on('upgrade', (request, socket: Duplex, head: Buffer) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (/^\/_tw\/tsock\.[\w-]+\.twilio\.com\/v3\/wsconnect$/.test(path))
      return sync.handleUpgrade(request, socket, head);
    if (path === '/_tw/event-bridge.twilio.com/v1/wschannels')
      return workerSocket.handleUpgrade(request, socket, head);
    journal.record('unexpected', `WebSocket ${path}`);
    socket.destroy();
  });

  const stop = async (): Promise<void> => {
    workerSocket.stop();
    await taskRouter.stop();
    await environments.stop();
    await sync.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  if (options.account !== 'fresh') {
    await install(options, { services, environments, taskRouter }).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
  }
  return { origin: `http://localhost:${port}`, journal, stop };
}

/** Set-up's own, with what the control page asks for besides: a scenario that begins, and a burst of noise. */
const eventsFilter = improvedFilter('workspace.updated,worker.attributes.update');

/** Leaves the account as deploying to `dev` and set-up leave it. */
async function install(
  { functionsFolder, serverlessFolder, environment = {}, functionsPort = 0 }: EmulatorOptions,
  installed: {
    readonly services: ServerlessServices;
    readonly environments: DeployedEnvironments;
    readonly taskRouter: EmulatedTaskRouter;
  },
): Promise<void> {
  const { resource } = await deployFolder(installed, {
    functionsFolder,
    serverlessFolder,
    variables: { TWILIO_WORKSPACE_SID: account.workspaceSid, ...environment },
    port: functionsPort,
  }).catch((error: Error) => {
    throw explainPort(error, functionsPort);
  });
  // Every account with a plugin has the service that Flex keeps plugins in.
  installed.services.add({
    uniqueName: 'default',
    friendlyName: 'Flex Plugins Service (Autogenerated) - Do Not Delete',
    includeCredentials: true,
    uiEditable: false,
  });
  installed.taskRouter.setEventCallback(`https://${resource.domain_name}/dashboardStats`, eventsFilter);
}

function listen(app: express.Express, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(app);
    server.on('error', (error) => reject(explainPort(error, port)));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
