import { CollectorError } from './CollectorError';

interface TwilioResponse {
  setStatusCode(status: number): void;
  appendHeader(name: string, value: string): void;
  setBody(body: object): void;
}

/** Twilio's platform puts `Twilio` into the global scope of every Function. */
declare const Twilio: { readonly Response: new () => TwilioResponse };

/** TaskRouter wants 204 with a JSON content type. */
export function respondWithSuccess(): unknown {
  const response = new Twilio.Response();
  response.setStatusCode(204);
  response.appendHeader('Content-Type', 'application/json');
  return response;
}

/** A JSON body `{ code, message }`. */
export function respondWithError({ status, code, message }: CollectorError): unknown {
  const response = new Twilio.Response();
  response.setStatusCode(status);
  response.appendHeader('Content-Type', 'application/json');
  response.setBody({ code, message });
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
