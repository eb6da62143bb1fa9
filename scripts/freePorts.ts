import { createServer, type Server } from 'node:net';

/**
 * A port that is free together with the one after it, which the Functions take. It is not one of those that systems give to
 * whoever asks for any, so that it stays free for the minutes that an installation takes.
 */
export async function freePorts(): Promise<number> {
  const port = 10_000 + Math.floor(Math.random() * 20_000);
  const servers = await Promise.allSettled([port, port + 1].map(listening));
  const opened = servers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  await Promise.all(opened.map(closed));
  return opened.length === servers.length ? port : freePorts();
}

export const listening = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

export const closed = (server: Server): Promise<unknown> => new Promise((resolve) => server.close(resolve));
