import { createServer, type AddressInfo, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { checkPort, explainPort } from './checkPort';

const listening = (host: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, host, () => resolve(server));
  });
const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((each) => each?.address === '::1');

describe('checkPort', () => {
  // A browser takes "localhost" for ::1 where a server listens there.
  it.each(hasIpv6 ? ['127.0.0.1', '::1'] : ['127.0.0.1'])('refuses a port taken on %s', async (host) => {
    const server = await listening(host);
    const { port } = server.address() as AddressInfo;

    await expect(checkPort(port)).rejects.toThrow(`Port ${port} is taken`);
    await new Promise((resolve) => server.close(resolve));
    await checkPort(port);
  });
});

describe('explainPort', () => {
  it('says what to do given a port for which one has no permission', () => {
    const error = Object.assign(new Error('listen EACCES: permission denied'), { code: 'EACCES' });

    expect(explainPort(error, 80).message).toMatch(/Port 80 is reserved.*PORT=3100 npm start/);
  });
});
