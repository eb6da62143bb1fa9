import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import express from 'express';
import { WebSocketServer } from 'ws';
import { account } from '../account';
import type { Journal } from '../journal';
import { readToken } from '../token';
import { TwilioError } from '../twilioError';
import { attributesFor, userOf } from '../users';
import type { WorkerClientApi } from '../taskrouter/createTaskRouter';

/** Flex gives the socket up after 30 s of silence. */
const keepAliveMs = 10_000;

export interface WorkerSocket {
  /** Serves https://event-bridge.twilio.com; mount it at /_tw/event-bridge.twilio.com. */
  readonly rest: express.Router;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  stop(): void;
}

/** The two ways in which Flex's TaskRouter client speaks to Twilio: a socket for events, and requests posted as `{ url, method, params }`. */
export function createWorkerSocket({
  workerSid,
  api,
  journal,
}: {
  workerSid: string;
  api: WorkerClientApi;
  journal: Journal;
}): WorkerSocket {
  const server = new WebSocketServer({ noServer: true });
  server.on('connection', (socket) => {
    socket.send(
      JSON.stringify({
        event_type: 'init',
        payload: {
          channel_id: workerSid,
          account_sid: account.accountSid,
          workspace_sid: account.workspaceSid,
          token_lifetime: 86_400_000,
        },
      }),
    );
    const keepAlive = setInterval(() => socket.send(' '), keepAliveMs);
    socket.on('close', () => clearInterval(keepAlive));
  });

  const rest = express.Router();
  rest.use(express.json({ type: () => true }));
  rest.post('/v1/wschannels', (request, response) => {
    const { url, method, params, token } = request.body as {
      token?: string;
      url?: string;
      method?: string;
      params?: Record<string, string>;
    };
    const resource = String(url).split('/').slice(2).join('/');
    const page = (contents: readonly unknown[]): unknown => ({ payload: { contents, after_sid: null } });
    const worker = `Workers/${workerSid}`;
    if (method === 'POST' && resource === worker && params?.ActivitySid)
      api.setWorkerActivity(workerSid, params.ActivitySid);
    if (resource === worker) {
      const user = userOf(readToken(token ?? '')?.identity);
      return void response.json({
        payload: api.worker(workerSid, user && ((own) => attributesFor(user, own))),
      });
    }
    if (resource === 'Activities') return void response.json(page(api.activities()));
    if (resource === `${worker}/WorkerChannels`)
      return void response.json(page(api.workerChannels(workerSid)));
    if (resource === `${worker}/Reservations`) return void response.json(page(api.reservations(workerSid)));
    journal.record('unexpected', `event-bridge ${method} ${url}`, { params });
    response.status(404).json(new TwilioError(404, 20404, `The emulator has no ${method} ${url}`));
  });

  return {
    rest,
    handleUpgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request)),
    stop() {
      server.clients.forEach((client) => client.terminate());
      server.close();
    },
  };
}
