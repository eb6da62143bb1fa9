import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { account } from '../account';
import type { Journal } from '../journal';
import { TwilioError } from '../twilioError';
import type { Caller, DocumentOperations } from './DocumentOperations';
import { GarbageAnswer } from './GarbageAnswer';
import type { SyncDocument } from './SyncDocuments';

const origin = 'https://sync.twilio.com';

/** Serves https://sync.twilio.com: the documents of `/v1/Services/{IS|default}`, for the `twilio` library. */
export function syncRest(operations: DocumentOperations, journal: Journal): Router {
  const router = express.Router();
  router.use(authenticate);
  // Percent-encoding makes a permitted 16 KiB three times as long, and what is too long should fail for its own reason.
  router.use(express.urlencoded({ extended: false, limit: '1mb' }));

  const documents = '/v1/Services/:service/Documents';
  router.get(
    documents,
    answer(async (request, response) => {
      const found = await operations.list(callerOf(request));
      response.json(page(request, found));
    }),
  );
  router.post(
    documents,
    answer(async (request, response) => {
      const document = await operations.create(callerOf(request), {
        uniqueName: field(request, 'UniqueName'),
        ...readFields(request),
      });
      sendDocument(response.status(201), document);
    }),
  );
  router.get(
    `${documents}/:id`,
    answer(async (request, response) => {
      sendDocument(response, await operations.read(callerOf(request), idOf(request)));
    }),
  );
  router.post(
    `${documents}/:id`,
    answer(async (request, response) => {
      const ifMatch = request.header('If-Match');
      const changes = { ...readFields(request), ifMatch };
      sendDocument(response, await operations.update(callerOf(request), idOf(request), changes));
    }),
  );
  router.delete(
    `${documents}/:id`,
    answer(async (request, response) => {
      await operations.remove(callerOf(request), idOf(request));
      response.status(204).end();
    }),
  );

  router.use((request: Request) => {
    journal.record('unexpected', `${request.method} ${origin}${request.path}`, {
      method: request.method,
      path: request.path,
    });
    throw notFound(request);
  });
  router.use(sendError);
  return router;
}

type Handler = (request: Request, response: Response) => Promise<void>;

const answer =
  (handler: Handler) =>
  (request: Request, response: Response, next: NextFunction): void => {
    handler(request, response).catch(next);
  };

/** The account with its token, or any API key with the same secret. */
function authenticate(request: Request, _response: Response, next: NextFunction): void {
  const encoded = /^Basic (.+)$/i.exec(request.header('Authorization') ?? '')?.[1] ?? '';
  const [user = '', password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const isKnown = user === account.accountSid || /^SK[0-9a-f]{32}$/.test(user);
  next(isKnown && password === account.authToken ? undefined : new TwilioError(401, 20003, 'Authenticate'));
}

/** Only the Default service is the account's own; the one behind Flex Insights cannot be seen from here. */
function callerOf(request: Request): Caller {
  const { service } = request.params;
  if (service !== 'default' && service !== account.defaultSyncServiceSid) throw notFound(request);
  return { serviceSid: account.defaultSyncServiceSid, via: 'rest', identity: 'system' };
}

const idOf = (request: Request): string => request.params.id ?? '';

function field(request: Request, name: string): string | undefined {
  const value: unknown = (Object(request.body) as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}

function readFields(request: Request): { data?: unknown; ttl?: number } {
  const data = field(request, 'Data');
  const ttl = field(request, 'Ttl');
  return {
    data: data === undefined ? undefined : parseData(data),
    // Number('') is 0, which would mean for ever; what is not a number fails as a TTL, not here.
    ttl: ttl === undefined ? undefined : ttl === '' ? NaN : Number(ttl),
  };
}

function parseData(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TwilioError(400, 54008, 'Data is not valid JSON');
  }
}

const notFound = (request: Request): TwilioError =>
  new TwilioError(404, 20404, `The requested resource ${request.path.replace(/^\/v1/, '')} was not found`);

function sendDocument(response: Response, document: SyncDocument): void {
  response.set('ETag', `"${document.revision}"`).json(resource(document));
}

/** REST gives whole seconds. */
const isoSeconds = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

function resource(document: SyncDocument): object {
  const url = `${origin}/v1/Services/${document.serviceSid}/Documents/${document.sid}`;
  return {
    sid: document.sid,
    unique_name: document.uniqueName ?? null,
    account_sid: account.accountSid,
    service_sid: document.serviceSid,
    url,
    links: { permissions: `${url}/Permissions` },
    revision: document.revision,
    data: document.data,
    date_expires: document.expiresAt === undefined ? null : isoSeconds(document.expiresAt),
    date_created: isoSeconds(document.createdAt),
    date_updated: isoSeconds(document.updatedAt),
    created_by: document.createdBy,
  };
}

function page(request: Request, documents: readonly SyncDocument[]): object {
  const size = Math.min(100, Math.max(1, Number(request.query.PageSize) || 50));
  const number = Math.max(0, Number(request.query.Page) || 0);
  const url = (index: number): string =>
    `${origin}/v1/Services/${account.defaultSyncServiceSid}/Documents?PageSize=${size}&Page=${index}`;
  return {
    documents: documents.slice(number * size, (number + 1) * size).map(resource),
    meta: {
      key: 'documents',
      page: number,
      page_size: size,
      url: url(number),
      first_page_url: url(0),
      previous_page_url: number > 0 ? url(number - 1) : null,
      next_page_url: (number + 1) * size < documents.length ? url(number + 1) : null,
    },
  };
}

/** REST says 20404 for anything missing, where sockets tell names from SIDs. */
// Express knows an error handler by its four parameters.
function sendError(error: unknown, request: Request, response: Response, _next: NextFunction): void {
  if (error instanceof GarbageAnswer) {
    response.status(error.status).type('text/plain').send(error.body);
    return;
  }
  const failure = error instanceof TwilioError ? error : bodyError(error);
  const told = failure.status === 404 ? notFound(request) : failure;
  response.status(told.status).json(told);
}

/** What the body parser throws: too long, or not readable. Anything else is the emulator's own mistake. */
function bodyError(error: unknown): TwilioError {
  const { status, message } = Object(error) as { status?: unknown; message?: unknown };
  if (status === 413) return new TwilioError(413, 54006, 'Request entity too large');
  if (typeof status === 'number' && status < 500) return new TwilioError(status, 20001, String(message));
  return new TwilioError(500, 20500, `The emulator failed: ${String(message)}`);
}
