import type { SavedDocuments } from '../../src/persistence/saveDocuments';
import { CollectorError } from './CollectorError';

export interface TwilioResponse {
  setStatusCode(status: number): void;
  appendHeader(name: string, value: string): void;
  setBody(body: object): void;
}

/** Twilio's platform puts `Twilio` into the global scope of every Function. */
declare const Twilio: { readonly Response: new () => TwilioResponse };

/** TaskRouter wants 204 with a JSON content type. */
export function respondWithSuccess(): TwilioResponse {
  const response = new Twilio.Response();
  response.setStatusCode(204);
  response.appendHeader('Content-Type', 'application/json');
  return response;
}

/** A JSON body `{ outcome }`. */
export function respondWithOutcome(outcome: string): TwilioResponse {
  return respondWithJson(200, { outcome });
}

/** A JSON body `{ outcome: 'saved' }`; given a conflict 409 with `found`: what the documents hold, null where one is not there. */
export function respondWithSaved(saved: SavedDocuments): TwilioResponse {
  if (saved.status === 'saved') return respondWithJson(200, { outcome: 'saved' });
  const found = Object.entries(saved.found).map(([name, value]) => [name, value ?? null]);
  return respondWithJson(409, {
    code: 'conflict',
    message: 'Somebody else has saved meanwhile.',
    found: Object.fromEntries(found) as object,
  });
}

/** A JSON body `{ code, message }`. */
export function respondWithError({ status, code, message }: CollectorError): TwilioResponse {
  return respondWithJson(status, { code, message });
}

function respondWithJson(status: number, body: object): TwilioResponse {
  const response = new Twilio.Response();
  response.setStatusCode(status);
  response.appendHeader('Content-Type', 'application/json');
  response.setBody(body);
  return response;
}

/**
 * Lets a page of any origin read the response: plugins run on Flex's origin and on hosts of one's own. Nothing is given
 * away by it, as no cookie opens anything; Twilio answers a browser's preflight request (OPTIONS) in the same way.
 */
export function allowEveryOrigin(response: TwilioResponse): TwilioResponse {
  response.appendHeader('Access-Control-Allow-Origin', '*');
  response.appendHeader('Access-Control-Allow-Methods', 'POST, OPTIONS');
  response.appendHeader('Access-Control-Allow-Headers', 'Content-Type');
  return response;
}

/** What to answer and log for anything thrown. An error that nobody foresaw may quote anything, so only its kind is told. */
export function toCollectorError(error: unknown): CollectorError {
  if (error instanceof CollectorError) return error;
  const kind = error instanceof Error ? error.name : typeof error;
  return new CollectorError(
    500,
    'internal-error',
    `An error that should not happen (${kind}). Please report it.`,
  );
}
