import express, { type Request, type Response } from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { account } from '../account';
import type { Journal } from '../journal';
import { forward, type Reply } from './forward';
import { FunctionProcess } from './FunctionProcess';
import { FunctionProcesses } from './FunctionProcesses';
import type { Route } from './Route';
import { refuseUnsigned } from './refuseUnsigned';
import { foldLines } from './foldLines';

/** Twilio's limit for everything that a Function finds in its context, as JSON. */
const contextLimit = 3 * 1024;

/** Why a Function cannot be called with these variables, or undefined if it can. */
function contextProblem(
  environment: Readonly<Record<string, string>>,
  gatewayOrigin: string,
  path: string,
): string | undefined {
  const context = { ...environment, DOMAIN_NAME: gatewayOrigin.replace(/^https?:\/\//, ''), PATH: path };
  const bytes = Buffer.byteLength(JSON.stringify(context));
  if (bytes <= contextLimit) return undefined;
  return `Error 82006: the variables take ${bytes} bytes with the context, and ${contextLimit} are allowed`;
}

/** What a platform serves: Functions and assets, with what Functions find around them. */
export interface ServedBuild {
  readonly functions: readonly Route[];
  readonly assets: readonly Route[];
  /** The folder of the package whose libraries the Functions see. */
  readonly baseFolder: string;
  /** The Functions' variables, the account's credentials included if they are given any. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface PlatformOptions {
  /** The package that Twilio's runtime is installed in. */
  readonly serverlessFolder: string;
  /** Where the emulator answers for Twilio's API, under `/_tw/HOST/PATH`: `http://127.0.0.1:PORT` */
  readonly twilioOrigin: string;
  readonly journal: Journal;
  /** Where callers on Twilio's side find it: requests that name this host are signed for `https://DOMAIN`. @default none */
  readonly publicDomain?: string;
  /** @default 0, any free port */
  readonly port?: number;
  /** Warm processes. @default 2 */
  readonly processes?: number;
  /** Milliseconds after which a Function is ended. @default 10000, Twilio's own limit */
  readonly timeLimitMs?: number;
  /** Gets every line that Functions print. @default the first ones of each ten seconds go to standard error */
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
  /**
   * Serves another build from now on. Requests under way are answered by the build that took them; `replaced` resolves
   * when its processes have ended.
   * @throws Error when a process does not start; the build before it goes on serving
   */
  deploy(build: ServedBuild): Promise<{ readonly replaced: Promise<void> }>;
  stop(): Promise<void>;
}

/** Twilio's limit for the body of a request to a Function. */
const bodyLimit = '6mb';

/**
 * Runs Functions as Twilio's platform does: behind a gateway that enforces who may call what and for how long.
 * @throws Error when the port is taken or a process does not start
 */
export async function serveBuild(first: ServedBuild, options: PlatformOptions): Promise<FunctionsPlatform> {
  const { journal, publicDomain, timeLimitMs = 10_000 } = options;
  const onLine = options.onLine ?? foldLines((line) => process.stderr.write(`${line}\n`));
  const app = express();
  const server = await listen(app, options.port ?? 0);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const closeServer = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
  const gatewayOrigin = publicDomain === undefined ? origin : `https://${publicDomain}`;

  let started = 0;
  const startProcess = (build: ServedBuild): FunctionProcess => {
    started += 1;
    const number = started;
    const { serverlessFolder, twilioOrigin } = options;
    const task = { ...build, serverlessFolder, twilioOrigin, gatewayOrigin };
    const onRefusedHost = (host: string): void =>
      journal.record('unexpected', `A Function tried to reach ${host}`, { host, process: number });
    return new FunctionProcess(number, task, { onLine, onRefusedHost });
  };
  const begin = async (build: ServedBuild) => ({
    build,
    processes: await FunctionProcesses.start(build.functions.length > 0 ? (options.processes ?? 2) : 0, () =>
      startProcess(build),
    ),
  });
  let current = await begin(first).catch(async (error: unknown) => {
    await closeServer();
    throw error;
  });
  const leaving = new Set<FunctionProcesses>();

  /** Lets a request in: to a process, for as long as Twilio would let it run. */
  const run = (request: Request, body: Buffer): Promise<Reply> => {
    const { build, processes } = current;
    const problem = contextProblem(build.environment, gatewayOrigin, request.path);
    if (problem) return Promise.resolve(text(500, problem));
    return processes.run(async (chosen) => {
      const began = Date.now();
      const { method, path } = request;
      const details: Record<string, unknown> = { method, path, process: chosen.number };
      journal.record('function-call', `${method} ${path} in process ${chosen.number}`, details);

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
    });
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

  const urlOf = (request: Request): string =>
    `${request.headers.host === publicDomain ? 'https' : 'http'}://${request.headers.host}${request.originalUrl}`;

  app.disable('x-powered-by');
  app.use(express.raw({ type: () => true, limit: bodyLimit }));
  app.use((request, response, next) => {
    const { build } = current;
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const route = find(build.functions, request.path);
    const asset = route ? undefined : find(build.assets, request.path);
    const authToken = build.environment.AUTH_TOKEN ?? account.authToken;
    const refused = refusal(request, body, route ?? asset, { url: urlOf(request), authToken });
    if (refused) {
      refuse(request, response, refused.status, refused.reason);
      return;
    }
    if (asset) response.sendFile(asset.filePath, { dotfiles: 'allow' });
    else run(request, body).then((reply) => send(reply, response), next);
  });

  return {
    origin,
    processes: () => current.processes.all.map(({ number, pid, requests }) => ({ number, pid, requests })),
    killProcess: (number) => {
      const found = current.processes.all.find((candidate) => candidate.number === number);
      if (!found) throw new Error(`There is no Function process ${number}`);
      current.processes.kill(found);
    },
    async deploy(build) {
      const next = await begin(build);
      const { processes } = current;
      current = next;
      leaving.add(processes);
      return { replaced: processes.drain().then(() => void leaving.delete(processes)) };
    },
    stop: async () => {
      await Promise.all([...leaving, current.processes].map((processes) => processes.stop()));
      await closeServer();
    },
  };
}

const find = (routes: readonly Route[], path: string) => routes.find((route) => route.path === path);

function refusal(
  request: Request,
  body: Buffer,
  route: Route | undefined,
  { url, authToken }: { readonly url: string; readonly authToken: string },
): { readonly status: number; readonly reason: string } | undefined {
  // Callers do not learn whether a private Function exists.
  if (!route || route.access === 'private') return { status: 404, reason: 'no such Function' };
  // Browsers send no credentials when they ask whether they may call.
  if (route.access === 'public' || request.method === 'OPTIONS') return undefined;
  const reason = refuseUnsigned(
    {
      url,
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
