import http from 'node:http';
import https from 'node:https';

export interface FormPost {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds to connect, and to wait for the answer and for each further part of it. */
  readonly connectMs: number;
  readonly readMs: number;
  readonly signal: AbortSignal;
}

/** Why there was no answer: `ct` no connection, `rt` nothing came through it. */
export class PostFailure extends Error {
  constructor(
    readonly reason: 'ct' | 'rt',
    message: string,
  ) {
    super(message);
  }
}

/**
 * Posts a form and gives the HTTP status of the answer, whose body is read and thrown away.
 * Rejects with a PostFailure. Uses node's http because jest 27 shows no fetch to what it tests.
 */
export function postForm({ url, body, headers, connectMs, readMs, signal }: FormPost): Promise<number> {
  return new Promise((resolve, reject) => {
    let reason: PostFailure['reason'] = 'ct';
    let timer: NodeJS.Timeout | undefined;
    const request = (url.startsWith('https:') ? https : http).request(url, {
      method: 'POST',
      headers: {
        ...headers,
        'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'Content-Length': Buffer.byteLength(body),
      },
      signal,
    });
    const allow = (ms: number, message: string): void => {
      clearTimeout(timer);
      timer = setTimeout(() => request.destroy(new Error(`${message} within ${ms / 1000} s`)), ms);
    };
    const awaitAnswer = (): void => {
      reason = 'rt';
      allow(readMs, 'No answer');
    };
    const fail = (error: Error): void => reject(new PostFailure(reason, error.message));
    allow(connectMs, 'No connection');
    request.on('socket', (socket) => {
      // A socket that is used again was connected before.
      if (socket.connecting) socket.once('connect', awaitAnswer);
      else awaitAnswer();
    });
    request.on('response', (response) => {
      awaitAnswer();
      response.on('data', awaitAnswer);
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', fail);
    });
    request.on('error', fail);
    request.on('close', () => clearTimeout(timer));
    request.end(body);
  });
}
