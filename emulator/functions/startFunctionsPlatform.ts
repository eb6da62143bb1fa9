import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import { account } from '../account';
import type { Journal } from '../journal';
import { forward, type Reply } from './forward';
import { FunctionProcess } from './FunctionProcess';
import { FunctionProcesses } from './FunctionProcesses';
import { readFunctionRoutes, type FunctionRoute } from './readFunctionRoutes';
import { refuseUnsigned } from './refuseUnsigned';

export interface FunctionsPlatformOptions {
  /** The built Functions, as they would be deployed: `serverless/dist/functions`. */
  readonly functionsFolder: string;
  /** The package whose Twilio runtime and libraries the Functions run with. */
  readonly serverlessFolder: string;
  /** The Functions' variables. The account's credentials are added, as Twilio adds them. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where the emulator answers for Twilio's API, under `/_tw/HOST/PATH`: `http://127.0.0.1:PORT` */
  readonly twilioOrigin: string;
  readonly journal: Journal;
  /** @default 0, any free port */
  readonly port?: number;
  /** Warm processes. @default 2 */
  readonly processes?: number;
  /** Milliseconds after which a Function is ended. @default 10000, Twilio's own limit */
  readonly timeLimitMs?: number;
  /** Gets every line that Functions print. @default to standard error */
  readonly onLine?: (line: string) => void;
}

export interface FunctionsPlatform {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** The processes at this moment, with the number of requests that each is working on. */
  processes(): readonly {
    readonly number: number;
    readonly pid: number | undefined;
    readonly requests: number;
  }[];
  /** Ends a process at whatever it is doing, as Twilio may at any time. A fresh one takes its place. */
  killProcess(number: number): void;
  stop(): Promise<void>;
}

/** Twilio's limit for the body of a request to a Function. */
const bodyLimit = '6mb';

/**
 * Runs Functions as Twilio's platform does: behind a gateway that enforces who may call what and for how long.
 * @throws Error when the port is taken, the folder holds no Functions, or a process does not start
 */
export async function startFunctionsPlatform(options: FunctionsPlatformOptions): Promise<FunctionsPlatform> {
  const { journal, timeLimitMs = 10_000 } = options;
  const onLine = options.onLine ?? ((line) => process.stderr.write(`${line}\n`));
  const routes = readFunctionRoutes(options.functionsFolder);
  const environment = {
    ACCOUNT_SID: account.accountSid,
    AUTH_TOKEN: account.authToken,
    ...options.environment,
  };
  if (environment.AUTH_TOKEN.length !== 32) {
    throw new Error(
      "Twilio's runtime takes only an AUTH_TOKEN of 32 characters. Change authToken in emulator/account.ts",
    );
  }

  const app = express();
  const server = await listen(app, options.port ?? 0);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const task = {
    serverlessFolder: options.serverlessFolder,
    environment,
    twilioOrigin: options.twilioOrigin,
    gatewayOrigin: origin,
    routes,
  };
  const closeServer = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
  const processes = await FunctionProcesses.start(
    options.processes ?? 2,
    (number) =>
      new FunctionProcess(number, task, {
        onLine,
        onRefusedHost: (host) =>
          journal.record('unexpected', `A Function tried to reach ${host}`, { host, process: number }),
      }),
  ).catch(async (error: unknown) => {
    await closeServer();
    throw error;
  });

  /** Lets a request in: to a process, for as long as Twilio would let it run. */
  const run = async (request: Request, body: Buffer): Promise<Reply> => {
    const chosen = await processes.next();
    const began = Date.now();
    const details: Record<string, unknown> = {
      method: request.method,
      path: request.path,
      process: chosen.number,
    };
    journal.record('function-call', `${request.method} ${request.path} in process ${chosen.number}`, details);

    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      processes.kill(chosen);
    }, timeLimitMs);
    chosen.requests += 1;
    const reply = await forward(await chosen.port, request, body).catch(() =>
      timedOut
        ? text(504, 'Error 82002: runtime application timed out')
        : text(500, 'runtime application exited'),
    );
    chosen.requests -= 1;
    clearTimeout(timer);
    // Recorded when it was let in, so that hops stand in the order in which they happened; how it ended is added here.
    Object.assign(details, { status: reply.status, durationMs: Date.now() - began });
    return reply;
  };

  const refuse = (request: Request, response: Response, status: number, refused: string) => {
    const { method, path } = request;
    journal.record('function-call', `${method} ${path} refused: ${refused}`, {
      method,
      path,
      status,
      refused,
    });
    response.status(status).type('text/plain').send(refused);
  };

  app.disable('x-powered-by');
  app.use(express.raw({ type: () => true, limit: bodyLimit }));
  app.use((request, response, next) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const refused = refusal(request, body, findRoute(routes, request.path), environment.AUTH_TOKEN);
    if (refused) {
      refuse(request, response, refused.status, refused.reason);
      return;
    }
    run(request, body).then((reply) => send(reply, response), next);
  });

  return {
    origin,
    processes: () => processes.all.map(({ number, pid, requests }) => ({ number, pid, requests })),
    killProcess: (number) => {
      const found = processes.all.find((candidate) => candidate.number === number);
      if (!found) throw new Error(`There is no Function process ${number}`);
      processes.kill(found);
    },
    stop: async () => {
      await Promise.all([processes.stop(), closeServer()]);
    },
  };
}

const findRoute = (routes: readonly FunctionRoute[], path: string) =>
  routes.find((route) => route.path === path);

function refusal(
  request: Request,
  body: Buffer,
  route: FunctionRoute | undefined,
  authToken: string,
): { readonly status: number; readonly reason: string } | undefined {
  // Callers do not learn whether a private Function exists.
  if (!route || route.access === 'private') return { status: 404, reason: 'no such Function' };
  // Browsers send no credentials when they ask whether they may call.
  if (route.access === 'public' || request.method === 'OPTIONS') return undefined;
  const reason = refuseUnsigned(
    {
      url: `http://${request.headers.host}${request.originalUrl}`,
      signature: request.header('x-twilio-signature'),
      contentType: request.header('content-type'),
      body: body.toString(),
    },
    authToken,
  );
  return reason === undefined ? undefined : { status: 403, reason };
}

const text = (status: number, message: string): Reply => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body: Buffer.from(message),
});

function send({ status, headers, body }: Reply, response: Response): void {
  response.status(status);
  for (const [name, value] of Object.entries(headers)) {
    // These two belong to the connection to the process, not to the reply.
    if (value !== undefined && name !== 'connection' && name !== 'transfer-encoding')
      response.setHeader(name, value);
  }
  response.end(body);
}

function listen(app: express.Express, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, '127.0.0.1', () => resolve(server));
    server.once('error', reject);
  });
}
