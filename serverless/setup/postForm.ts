import type { IncomingHttpHeaders } from 'node:http';
import https from 'node:https';

/** Longer than Twilio lets a Function run. */
const timeoutMs = 15_000;

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An answer, or what the connection met with. */
export type Reply = Answer | { readonly failure: string };

export type PostForm = typeof postForm;

/** Posts a form to a Function, as Twilio and browsers do. */
export function postForm(
  url: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const body = new URLSearchParams(form).toString();
  const options = {
    method: 'POST',
    timeout: timeoutMs,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(body),
      ...headers,
    },
  };
  return new Promise((resolve) => {
    const request = https.request(new URL(url), options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    request.on('timeout', () => request.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)));
    request.on('error', (error) => resolve({ failure: error.message }));
    request.end(body);
  });
}
