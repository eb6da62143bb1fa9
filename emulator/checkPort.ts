import { createServer } from 'node:net';

/**
 * Finds out whether a port is free before anything else is done. `localhost` may mean ::1, so a server there counts as well:
 * a browser would show that one in place of ours.
 * @throws Error that says what to do
 */
export async function checkPort(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const error = await bind(port, host);
    const hasNoSuchAddress = ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(error?.code ?? '');
    if (error && !(host === '::1' && hasNoSuchAddress)) throw explainPort(error, port);
  }
}

/** Says of an error from `listen` what a person can do about it. */
export function explainPort(error: NodeJS.ErrnoException, port: number): Error {
  const instead = 'Choose another, with the one after it free too: PORT=3100 npm start';
  if (error.code === 'EADDRINUSE') return new Error(`Port ${port} is taken. ${instead}`);
  if (error.code === 'EACCES') return new Error(`Port ${port} is reserved for administrators. ${instead}`);
  return error;
}

/** Listens for a moment, and resolves with the error if there was one. */
function bind(port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ port, host, ipv6Only: true }, () => server.close(() => resolve(undefined)));
  });
}
