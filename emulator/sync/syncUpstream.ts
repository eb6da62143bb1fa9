import { account } from '../account';
import type { Journal } from '../journal';
import { TwilioError } from '../twilioError';
import type { Caller, DocumentOperations } from './DocumentOperations';
import { GarbageAnswer } from './GarbageAnswer';
import { answerConversations, conversationsProduct } from './noConversations';
import type { LiveQueries } from './live-queries/LiveQueries';
import type { SyncDocument } from './SyncDocuments';
import { readSubscriptionRequest } from './subscriptionRequest';
import type { Subscriptions } from './Subscriptions';

/** An HTTP request that travels inside a `message` frame. */
export interface UpstreamRequest {
  readonly host: string;
  /** Percent-encoded. */
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly payload: string;
}

export interface UpstreamAnswer {
  readonly status: number;
  /** Text is sent as `text/plain`, an object as JSON. */
  readonly body?: object | string;
  /** To be done once the answer is on its way: clients expect the answer first. */
  readonly afterwards?: () => void;
}

interface Context {
  /** The grant under which it was sent, such as `data_sync`. */
  readonly product: string;
  readonly identity: string;
  readonly operations: DocumentOperations;
  readonly queries: LiveQueries;
  readonly subscriptions: Subscriptions;
  readonly journal: Journal;
}

/** Which Sync service the holder of a grant sees. Flex's own is a hidden one; other products have none. */
function serviceOf(product: string): string | undefined {
  if (product === 'flex_insights') return account.flexInsightsSyncServiceSid;
  if (product === 'data_sync') return account.defaultSyncServiceSid;
  return undefined;
}

/** Serves what Flex and twilio-sync send through a socket. Never throws for what a client did. */
export async function answerUpstream(request: UpstreamRequest, context: Context): Promise<UpstreamAnswer> {
  try {
    const answer =
      context.product === conversationsProduct ? answerConversations(request, context.identity) : undefined;
    if (answer) return answer;
    if (/^cds(\.[a-z0-9-]+)*\.twilio\.com$/.test(request.host)) return await answerSync(request, context);
    if (request.path.endsWith('/Telemetry/Events')) return { status: 200, body: {} };
    return unexpected(request, context);
  } catch (error: unknown) {
    if (error instanceof TwilioError) return { status: error.status, body: error };
    if (error instanceof GarbageAnswer) return { status: error.status, body: error.body };
    throw error;
  }
}

async function answerSync(request: UpstreamRequest, context: Context): Promise<UpstreamAnswer> {
  const { method } = request;
  const segments = readPath(request.path);
  const [version, collection, id, more] = withoutService(segments, serviceOf(context.product));
  const isSingle = more === undefined;
  if (version === 'v4' && collection === 'Subscriptions' && id === undefined && method === 'POST') {
    return subscribe(request, context);
  }
  if (version === 'v3' && collection === 'Insights' && more === 'Items' && method === 'POST') {
    return query(request, context, id ?? '');
  }
  if (version === 'v3' && collection === 'Documents' && isSingle) {
    if (id === undefined) return method === 'POST' ? create(request, context) : unexpected(request, context);
    if (method === 'GET') return read(context, id);
    if (method === 'POST') return update(request, context, id);
    if (method === 'DELETE') return remove(context, id);
  }
  return unexpected(request, context);
}

async function read(context: Context, id: string): Promise<UpstreamAnswer> {
  const document = await context.operations.read(callerOf(context, 404), id);
  return { status: 200, body: { ...descriptor(document), data: document.data } };
}

async function create(request: UpstreamRequest, context: Context): Promise<UpstreamAnswer> {
  const { unique_name: uniqueName, data, ttl } = readBody(request);
  const document = await context.operations.create(callerOf(context, 403), { uniqueName, data, ttl });
  return { status: 201, body: { ...descriptor(document), data: document.data } };
}

async function update(request: UpstreamRequest, context: Context, id: string): Promise<UpstreamAnswer> {
  const { data, ttl } = readBody(request);
  const [, ifMatch] =
    Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'if-match') ?? [];
  const document = await context.operations.update(callerOf(context, 404), id, {
    data,
    ttl,
    ifMatch: ifMatch == null ? undefined : String(ifMatch),
  });
  return { status: 200, body: descriptor(document) };
}

/** The payload is not looked at: twilio-sync 3.x and 4.x send the product's name there, by mistake. */
async function remove(context: Context, id: string): Promise<UpstreamAnswer> {
  await context.operations.remove(callerOf(context, 404), id);
  return { status: 204 };
}

function subscribe(request: UpstreamRequest, context: Context): UpstreamAnswer {
  const wanted = readSubscriptionRequest(readBody(request));
  return {
    status: 202,
    // No `ttl_in_s`: the real service sends a day, which would keep a day's timer alive in every Node program that subscribes.
    body: { estimated_delivery_in_ms: 10_000, max_batch_size: 1000 },
    afterwards: () => context.subscriptions.apply(wanted, context.product, serviceOf(context.product)),
  };
}

/** Live and instant queries are answered alike; only the first are subscribed to. */
async function query(request: UpstreamRequest, context: Context, index: string): Promise<UpstreamAnswer> {
  const { product, identity, queries } = context;
  if (product !== 'flex_insights')
    throw new TwilioError(403, 54007, `The grant ${product} allows no queries`);
  const { query_string: expression, type } = readBody(request);
  if (typeof expression !== 'string') throw new TwilioError(400, 54507, 'Invalid query');
  const found = await queries.ask(index, expression, { identity, isLive: type === 'live_query' });
  const items = found.items();
  return {
    status: 200,
    body: {
      items,
      items_count: items.length,
      meta: { next_token: null, previous_token: null },
      query_id: found.id,
      last_event_id: found.lastEventId,
    },
  };
}

/** A product without documents finds none, and may make none. */
function callerOf({ product, identity }: Context, statusWithout: 403 | 404): Caller {
  const serviceSid = serviceOf(product);
  if (serviceSid !== undefined) return { serviceSid, via: 'socket', identity };
  throw statusWithout === 403
    ? new TwilioError(403, 54007, `The grant ${product} allows no Sync documents`)
    : new TwilioError(404, 54300, 'Unique name not found');
}

function unexpected({ host, method, path }: UpstreamRequest, { product, journal }: Context): UpstreamAnswer {
  journal.record('unexpected', `${method} https://${host}${path} through a socket`, {
    host,
    method,
    path,
    product,
  });
  return { status: 404, body: notFound(path) };
}

const notFound = (path: string): TwilioError =>
  new TwilioError(404, 20404, `The requested resource ${path} was not found`);

function readPath(path: string): string[] {
  try {
    return path.split('/').slice(1).map(decodeURIComponent);
  } catch {
    throw new TwilioError(400, 20001, `Malformed path ${path}`);
  }
}

/** Twilio's own links name the service, requests by unique name do not; both mean the same unless it is another service. */
function withoutService(segments: string[], ownServiceSid: string | undefined): string[] {
  const [version, services, serviceSid, ...rest] = segments;
  if (services !== 'Services') return segments;
  if (serviceSid !== ownServiceSid) throw notFound(`/${segments.join('/')}`);
  return [version ?? '', ...rest];
}

function readBody({ payload }: UpstreamRequest): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(payload);
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>;
  } catch {
    // falls through to the same answer as JSON that is no object
  }
  throw new TwilioError(400, 54008, 'Request body is not a JSON object');
}

const isoTime = (time: number): string => new Date(time).toISOString();

const descriptor = (document: SyncDocument): object => ({
  sid: document.sid,
  unique_name: document.uniqueName ?? null,
  service_sid: document.serviceSid,
  revision: document.revision,
  last_event_id: document.lastEventId,
  date_created: isoTime(document.createdAt),
  date_updated: isoTime(document.updatedAt),
  date_expires: document.expiresAt === undefined ? null : isoTime(document.expiresAt),
  created_by: document.createdBy,
  url: `https://cds.us1.twilio.com/v3/Services/${document.serviceSid}/Documents/${document.sid}`,
});
