import http from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient';
import { account } from '../../account';

/** Sends the unmodified library's requests to this machine. */
export class RewritingClient extends twilio.RequestClient {
  constructor(private readonly base: string) {
    super();
  }

  override request<TData>(options: RequestClient.RequestOptions<TData>) {
    const { hostname, pathname, search } = new URL(options.uri);
    return super.request<TData>({ ...options, uri: `${this.base}/_tw/${hostname}${pathname}${search}` });
  }
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: http.IncomingHttpHeaders;
}

export interface RestServer {
  /** The real twilio library, with the account's credentials or another password. */
  client(password?: string): twilio.Twilio;
  /** A plain request, for what the library would not send. Path from /v1 on. */
  request(
    path: string,
    options?: { method?: string; authorization?: string; body?: string; contentType?: string },
  ): Promise<Answer>;
  stop(): Promise<void>;
}

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** Serves https://taskrouter.twilio.com on a free port of this machine. */
export async function startRestServer(rest: express.Router): Promise<RestServer> {
  const app = express();
  app.use('/_tw/taskrouter.twilio.com', rest);
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    client: (password = account.authToken) =>
      twilio(account.accountSid, password, { httpClient: new RewritingClient(base) }),
    request: (
      path,
      {
        method = 'GET',
        authorization = basic(account.accountSid, account.authToken),
        body,
        contentType = 'application/json',
      } = {},
    ) =>
      new Promise((resolve, reject) => {
        const headers = { authorization, ...(body !== undefined && { 'content-type': contentType }) };
        http
          .request(`${base}/_tw/taskrouter.twilio.com${path}`, { method, headers }, (response) => {
            let text = '';
            response.on('data', (chunk) => (text += String(chunk)));
            response.on('end', () =>
              resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }),
            );
          })
          .on('error', reject)
          .end(body);
      }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
