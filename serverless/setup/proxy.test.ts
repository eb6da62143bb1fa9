import { createServer, type AddressInfo } from 'node:net';
import { describeProxy, findProxy } from './findProxy';
import { ConnectProxy } from './testing/ConnectProxy';
import { EmulatedAccount } from './testing/EmulatedAccount';

describe('findProxy', () => {
  const shown = (environment: Record<string, string>): string | undefined => {
    const proxy = findProxy('sync.twilio.com', environment);
    return proxy && describeProxy(proxy);
  };

  test.each([
    [{ HTTPS_PROXY: 'http://a:1' }, 'the proxy http://a:1 (HTTPS_PROXY)'],
    [{ https_proxy: 'http://a:1' }, 'the proxy http://a:1 (https_proxy)'],
    [{ HTTP_PROXY: 'http://a:1' }, 'the proxy http://a:1 (HTTP_PROXY)'],
    [{ http_proxy: 'https://a:1' }, 'the proxy https://a:1 (http_proxy)'],
    [{ HTTP_PROXY: 'http://a:1', HTTPS_PROXY: 'http://b:1' }, 'the proxy http://b:1 (HTTPS_PROXY)'],
    [{ HTTPS_PROXY: 'a.example.com:3128' }, 'the proxy http://a.example.com:3128 (HTTPS_PROXY)'],
    [{ HTTPS_PROXY: 'http://[::1]:3128' }, 'the proxy http://[::1]:3128 (HTTPS_PROXY)'],
    [{ HTTPS_PROXY: 'http://user:pass@a:1' }, 'the proxy http://a:1 (HTTPS_PROXY)'],
    [{ HTTPS_PROXY: 'http://a:1', NO_PROXY: 'example.com,localhost' }, 'the proxy http://a:1 (HTTPS_PROXY)'],
    [{ HTTPS_PROXY: 'http://a:1', NO_PROXY: 'c.twilio.com' }, 'the proxy http://a:1 (HTTPS_PROXY)'],
  ])('names the proxy of %j', (environment, expected) => {
    expect(shown(environment)).toBe(expected);
  });

  test.each<Record<string, string>>([
    {},
    { HTTPS_PROXY: '', HTTP_PROXY: ' ' },
    { HTTPS_PROXY: 'http://a:1', NO_PROXY: 'localhost, .twilio.com' },
    { HTTPS_PROXY: 'http://a:1', NO_PROXY: '*.Twilio.com' },
    { HTTPS_PROXY: 'http://a:1', no_proxy: 'twilio.com:443' },
    { HTTPS_PROXY: 'http://a:1', NO_PROXY: 'sync.twilio.com' },
    { HTTPS_PROXY: 'http://a:1', NO_PROXY: '*' },
  ])('finds none in %j', (environment) => {
    expect(shown(environment)).toBeUndefined();
  });

  test.each(['socks5://user:hidden@a:1', 'http://user:hidden@:x', 'http://'])(
    'refuses %s without showing it',
    (address) => {
      expect(() => findProxy('sync.twilio.com', { HTTPS_PROXY: address })).toThrow(
        /^HTTPS_PROXY is not the address of an HTTP proxy\. Set it to one such as http:\/\/proxy\.example\.com:3128, or unset it\.$/,
      );
    },
  );
});

describe('set-up and the doctor behind a proxy', () => {
  let twilio: EmulatedAccount;
  let proxy: ConnectProxy;
  beforeAll(async () => {
    twilio = await EmulatedAccount.start();
    proxy = await ConnectProxy.start(twilio.origin);
  });
  afterAll(async () => {
    await proxy.stop();
    await twilio.stop();
  });
  beforeEach(async () => {
    proxy.status = 200;
    proxy.asked.length = 0;
    proxy.served.length = 0;
    await twilio.makeFresh();
  });

  const run = (command: 'setup' | 'doctor', words: readonly string[], environment: Record<string, string>) =>
    twilio.run(command, words, {
      isOnItsOwn: true,
      environment: { NODE_EXTRA_CA_CERTS: proxy.certificate, ...environment },
    });
  const setup = (environment: Record<string, string>) =>
    run('setup', ['--yes', '--backups', twilio.backups], environment);

  test('send every request through it', async () => {
    const environment = { HTTPS_PROXY: `http://${proxy.host}` };
    expect(await setup(environment)).toMatchObject({ exitCode: 0 });
    const examined = await run('doctor', [], environment);

    expect(examined).toMatchObject({
      exitCode: 0,
      output: expect.stringMatching(/\nNothing is wrong\.\n$/),
    });
    expect(examined.output).toContain('The Function takes an event, collects and writes');
    expect(proxy.served).toContainEqual(expect.stringMatching(/^POST \S+\.twil\.io\/dashboardStats$/));
    expect(proxy.served).toContainEqual(expect.stringMatching(/^POST \S+\.twil\.io\/refreshDashboard$/));
    expect(proxy.asked.length).toBeGreaterThanOrEqual(proxy.served.length);
  });

  test('give the proxy the user and password of its address', async () => {
    await setup({ HTTPS_PROXY: `http://us%40er:hid%3Aden@${proxy.host}` });

    expect(proxy.authorization).toBe(`Basic ${Buffer.from('us@er:hid:den').toString('base64')}`);
  });

  test('name a proxy that refuses, without its password', async () => {
    proxy.status = 407;
    const { exitCode, output } = await setup({ HTTPS_PROXY: `http://user:hidden@${proxy.host}` });

    expect(exitCode).toBe(1);
    expect(output).toContain(
      `Twilio cannot be reached: the proxy http://${proxy.host} (HTTPS_PROXY) refuses connections to flex-api.twilio.com, or wants a user and a password in its address. Check the network and HTTPS_PROXY.`,
    );
    expect(output).not.toContain('hidden');
    expect(output.trim().split('\n').length).toBeLessThanOrEqual(3);
  });

  test('name a proxy that is not there, without its password', async () => {
    const address = await freeAddress();
    const { exitCode, output } = await run('doctor', [], { http_proxy: `http://user:hidden@${address}` });

    expect(exitCode).toBe(1);
    expect(output).toContain(
      `Twilio cannot be reached: the proxy http://${address} (http_proxy) does not answer (ECONNREFUSED). Check the network and http_proxy.`,
    );
    expect(output).not.toContain('hidden');
  });

  test('name the proxy when the certificate is not trusted, and what to set', async () => {
    const { output } = await run('doctor', [], {
      HTTPS_PROXY: `http://${proxy.host}`,
      NODE_EXTRA_CA_CERTS: '',
    });

    expect(output).toContain('set NODE_EXTRA_CA_CERTS to its certificate');
    expect(output).toContain(`through the proxy http://${proxy.host} (HTTPS_PROXY)`);
  });
});

/** Where nothing listens. */
async function freeAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `127.0.0.1:${port}`;
}
