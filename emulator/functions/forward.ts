import http from 'node:http';

export interface Reply {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends a request on to a local port as it came in, and reads the whole reply. Rejects when there is none. */
export function forward(
  port: number,
  { method, url, headers }: Pick<http.IncomingMessage, 'method' | 'url' | 'headers'>,
  body: Buffer,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const options = {
      // A connection for each: a kept one may be closed by the other side just as it is used again.
      agent: false,
      host: '127.0.0.1',
      port,
      method,
      path: url,
      headers: { ...headers, connection: 'close' },
    };
    const request = http.request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 500,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}
