import { randomUUID } from 'node:crypto';
import type { Journal } from '../journal';
import { readToken, type TokenClaims } from '../token';
import type { LiveQueries, QueryChange } from './live-queries/LiveQueries';
import type { DocumentOperations } from './DocumentOperations';
import type { Notification } from './notifications';
import type { DocumentChange, SyncDocuments } from './SyncDocuments';
import { Subscriptions } from './Subscriptions';
import { answerUpstream, type UpstreamRequest } from './syncUpstream';
import { startTokenTimers } from './tokenTimers';
import { decodeFrame, encodeFrame, type Frame, type FrameHeader } from './twilsockFrame';

/** The socket under a connection. */
export interface Wire {
  send(frame: Buffer): void;
  /** Ends it properly, after what was sent. */
  close(): void;
  /** Cuts it. */
  terminate(): void;
}

interface Registration {
  readonly product: string;
  readonly type: string;
  readonly message_types: readonly unknown[];
  readonly notification_ctx_id: string;
}

interface Status {
  readonly code: number;
  readonly status: string;
  readonly description?: string;
  readonly errorCode?: number;
}

const ok: Status = { code: 200, status: 'OK' };
const unauthorized = (errorCode: number, description: string): Status => ({
  code: 401,
  status: 'UNAUTHORIZED',
  description,
  errorCode,
});

export const pingIntervalMs = 30_000;

/** One twilsock connection: what a client says and hears, whatever carries the bytes. */
export class SyncConnection {
  private token: TokenClaims | undefined;
  private registrations: readonly Registration[] = [];
  private readonly subscriptions: Subscriptions;
  private stopTokenTimers = (): void => undefined;
  private readonly pings: NodeJS.Timeout;
  private isPingUnanswered = false;

  constructor(
    private readonly wire: Wire,
    private readonly parts: {
      readonly documents: SyncDocuments;
      readonly operations: DocumentOperations;
      readonly queries: LiveQueries;
      readonly journal: Journal;
      readonly now: () => number;
      /** Names the emulator's run, so that no browser trusts documents it kept from an earlier one. */
      readonly runId: string;
    },
  ) {
    this.subscriptions = new Subscriptions(
      parts.documents,
      parts.queries,
      parts.journal,
      (product, notification) => this.sendNotification(product, notification),
    );
    this.pings = setInterval(() => this.ping(), pingIntervalMs);
  }

  /** The products it registered for, such as `data_sync`; empty before its `init`. */
  get products(): readonly string[] {
    return this.registrations.map(({ product }) => product);
  }

  /** Takes one WebSocket message. */
  async receive(message: Buffer): Promise<void> {
    const frame = decodeFrame(message);
    if (!frame) {
      this.parts.journal.record('unexpected', 'A WebSocket message that is no twilsock frame', {
        bytes: message.length,
      });
      this.closeWith({ code: 406, status: 'NOT_ACCEPTABLE', description: 'Not a twilsock V3.0 frame' });
      return;
    }
    // A ping is the only frame whose reply matters, and any sign of life is as good as that.
    this.isPingUnanswered = false;
    await this.handle(frame);
  }

  /** Tells the client of a change, if it is subscribed to the document. */
  notify(change: DocumentChange): void {
    this.subscriptions.notify(change);
  }

  /** The same of a live query. */
  notifyOfQuery(change: QueryChange): void {
    this.subscriptions.notifyOfQuery(change);
  }

  /** To be called when the socket is gone. */
  end(): void {
    clearInterval(this.pings);
    this.stopTokenTimers();
  }

  private async handle(frame: Frame): Promise<void> {
    const { header } = frame;
    switch (header.method) {
      case 'reply':
        return;
      case 'close':
        return this.wire.close();
      case 'init':
        return this.init(header);
    }
    if (!this.token) return this.reply(header, unauthorized(20101, 'No init before this frame'));
    switch (header.method) {
      case 'update':
        return this.update(header, this.token);
      case 'message':
        return this.message(frame, this.token);
      case 'telemetry.v1':
      case 'put_notification_ctx':
      case 'delete_notification_ctx':
        return this.reply(header, ok);
      default:
        this.parts.journal.record('unexpected', `twilsock method ${header.method}`, {
          method: header.method,
        });
        return this.reply(header, {
          code: 400,
          status: 'BAD_REQUEST',
          description: `Unknown method ${header.method}`,
        });
    }
  }

  private init(header: FrameHeader): void {
    const token = this.accept(header.token);
    if ('code' in token) {
      this.reply(header, token);
      this.wire.close();
      return;
    }
    this.registrations = readRegistrations(header.registrations);
    this.useToken(token);
    this.reply(header, ok, {
      // telemetry.v1 is left out: a client that is not told of it sends none.
      capabilities: ['client_update', 'offline_storage'],
      continuation_token: randomUUID(),
      continuation_token_status: { reissued: true, reissue_reason: 'MISSING', reissue_message: 'Not kept' },
      offline_storage: Object.fromEntries(
        this.products.map((product) => [
          product,
          { storage_id: `${this.parts.runId}-${product}-${token.identity}` },
        ]),
      ),
      init_registrations: this.registrations,
    });
  }

  private update(header: FrameHeader, current: TokenClaims): void {
    const token = this.accept(header.token);
    if ('code' in token) return this.reply(header, token);
    if (token.identity !== current.identity) {
      const description = `Can't update token, new token was issued for other identity/instance/product.`;
      return this.reply(header, unauthorized(51215, description));
    }
    this.useToken(token);
    this.parts.journal.record('socket', `A connection got a new token (${this.products.join(', ')})`, {
      event: 'token',
      products: this.products,
    });
    this.reply(header, ok);
  }

  private async message({ header, payload }: Frame, { identity }: TokenClaims): Promise<void> {
    const { operations, queries, journal } = this.parts;
    const product = typeof header.active_grant === 'string' ? header.active_grant : (this.products[0] ?? '');
    const request = readRequest(header.http_request, payload);
    if (!request) {
      return this.reply(header, {
        code: 400,
        status: 'BAD_REQUEST',
        description: 'A message without http_request',
      });
    }
    const { subscriptions } = this;
    const answer = await answerUpstream(request, {
      product,
      identity,
      operations,
      queries,
      subscriptions,
      journal,
    });
    const body = answer.body;
    this.reply(
      header,
      ok,
      {
        http_status: { code: answer.status, status: answer.status < 400 ? 'OK' : 'ERROR' },
        http_headers: { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' },
      },
      body,
    );
    answer.afterwards?.();
  }

  private accept(token: unknown): TokenClaims | Status {
    const claims = typeof token === 'string' ? readToken(token) : undefined;
    if (!claims) return unauthorized(20101, 'Invalid Access Token');
    if (claims.expiresAt <= this.parts.now()) {
      return unauthorized(20104, 'Access Token expired or expiration date invalid');
    }
    return claims;
  }

  private useToken(token: TokenClaims): void {
    this.stopTokenTimers();
    this.token = token;
    this.stopTokenTimers = startTokenTimers(token.expiresAt, this.parts.now, {
      onAboutToExpire: () => this.send('client_update', { client_update_type: 'token_about_to_expire' }),
      onExpired: () => this.closeWith({ code: 410, status: 'TOKEN_EXPIRED', errorCode: 20104 }),
    });
  }

  private ping(): void {
    if (this.isPingUnanswered) return this.wire.terminate();
    this.isPingUnanswered = true;
    this.send('ping', {});
  }

  private closeWith(status: Status): void {
    this.send('close', { status });
    this.wire.close();
  }

  private sendNotification(product: string, { messageType, body }: Notification): void {
    const registration = this.registrations.find((candidate) => candidate.product === product);
    this.send(
      'notification',
      { message_type: messageType, notification_ctx_id: registration?.notification_ctx_id },
      body,
    );
  }

  private send(method: string, fields: Record<string, unknown>, payload?: object): void {
    this.wire.send(encodeFrame({ method, id: `TM${randomUUID()}`, ...fields }, payload));
  }

  private reply(
    { id }: FrameHeader,
    status: Status,
    fields: Record<string, unknown> = {},
    payload?: object | string,
  ): void {
    this.wire.send(encodeFrame({ method: 'reply', id, status, ...fields }, payload));
  }
}

function readRegistrations(registrations: unknown): Registration[] {
  if (!Array.isArray(registrations)) return [];
  return registrations.map((registration: unknown) => {
    const { product, type, message_types: types } = Object(registration) as Record<string, unknown>;
    return {
      product: String(product),
      type: String(type),
      message_types: Array.isArray(types) ? types : [],
      notification_ctx_id: randomUUID(),
    };
  });
}

function readRequest(request: unknown, payload: string): UpstreamRequest | undefined {
  const { host, path, method, headers } = Object(request) as Record<string, unknown>;
  if (typeof host !== 'string' || typeof path !== 'string' || typeof method !== 'string') return undefined;
  return { host, path, method, headers: Object(headers) as Record<string, unknown>, payload };
}
