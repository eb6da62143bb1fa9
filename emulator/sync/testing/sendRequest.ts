import { request, type IncomingHttpHeaders } from 'node:http';

export interface ReceivedAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The text as JSON; undefined when it is none. */
  readonly body: unknown;
}

/** A bare HTTP request with an optional form, for what the twilio library would not send. (jest 27 hides Node's `fetch`.) */
export function sendRequest(
  method: string,
  url: string,
  { headers, form }: { headers: Record<string, string>; form?: Record<string, string> },
): Promise<ReceivedAnswer> {
  return new Promise((resolve, reject) => {
    const body = form && new URLSearchParams(form).toString();
    const contentType = body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' };
    const sent = request(url, { method, headers: { ...contentType, ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, text, body: parse(text) }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
