import { createServer, type AddressInfo, type Server } from 'node:net';

/** A port that is free together with the one after it, which the Functions take. */
export async function freePorts(): Promise<number> {
  const first = await listening(0);
  const { port } = first.address() as AddressInfo;
  const second = await listening(port + 1).catch(() => undefined);
  await Promise.all([closed(first), second && closed(second)]);
  return second ? port : freePorts();
}

export const listening = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

export const closed = (server: Server): Promise<unknown> => new Promise((resolve) => server.close(resolve));
