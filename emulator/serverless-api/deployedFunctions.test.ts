import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { account } from '../account';
import { twilioSignature } from '../taskrouter/EventDelivery';
import { startServerlessAccount, type ServerlessAccount } from './testing/startServerlessAccount';

// Starting a process takes a third of a second, and a busy machine takes longer.
jest.setTimeout(60_000);

let twilio: ServerlessAccount;

beforeEach(async () => {
  twilio = await startServerlessAccount();
});

afterEach(() => twilio.stop());

const saying = (text: string) =>
  `exports.handler = (context, event, callback) => callback(null, ${JSON.stringify(text)});`;
const requiring = (name: string) =>
  `require(${JSON.stringify(name)}); exports.handler = (context, event, callback) => callback(null, 'found');`;

/** Answers when there is a file that it is told to wait for. */
const holding = `const { existsSync } = require('fs');
exports.handler = (context, { file }, callback) => {
  const look = setInterval(() => existsSync(file) && (clearInterval(look), callback(null, 'first')), 20);
};`;

async function eventually<T>(look: () => T | undefined): Promise<T> {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const seen = look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('Waited in vain');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a deployment', () => {
  test('runs what was uploaded, by path and visibility', async () => {
    const { domain } = await twilio.deploy('shop', {
      functions: [
        { path: '/open', content: saying('open') },
        { path: '/nested/deep', content: saying('deep') },
        { path: '/signed', visibility: 'protected', content: saying('signed') },
        { path: '/hidden', visibility: 'private', content: saying('hidden') },
      ],
    });

    expect(await twilio.ask(`${domain}/open`)).toMatchObject({ status: 200, body: 'open' });
    expect(await twilio.ask(`${domain}/nested/deep`)).toMatchObject({ status: 200, body: 'deep' });
    expect(await twilio.ask(`${domain}/hidden`)).toMatchObject({ status: 404 });
    expect(await twilio.ask(`${domain}/elsewhere`)).toMatchObject({ status: 404 });
    expect(await twilio.ask(`${domain}/signed`)).toMatchObject({ status: 403 });
    const headers = {
      'x-twilio-signature': twilioSignature(account.authToken, `https://${domain}/signed`, {}),
    };
    expect(await twilio.ask(`${domain}/signed`, { headers })).toMatchObject({ status: 200, body: 'signed' });
  });

  test('gives Functions the variables, the credentials and their place', async () => {
    const content = `exports.handler = ({ COLOUR, ACCOUNT_SID, AUTH_TOKEN, SERVICE_SID, ENVIRONMENT_SID, DOMAIN_NAME, PATH }, event, callback) =>
      callback(null, { COLOUR, ACCOUNT_SID, AUTH_TOKEN, SERVICE_SID, ENVIRONMENT_SID, DOMAIN_NAME, PATH });`;
    const { domain, service, environment } = await twilio.deploy(
      'shop',
      { functions: [{ path: '/context', content }] },
      { variables: { COLOUR: 'blue' } },
    );

    expect(JSON.parse((await twilio.ask(`${domain}/context`)).body)).toEqual({
      COLOUR: 'blue',
      ACCOUNT_SID: account.accountSid,
      AUTH_TOKEN: account.authToken,
      SERVICE_SID: service,
      ENVIRONMENT_SID: environment,
      DOMAIN_NAME: domain,
      PATH: '/context',
    });
  });

  test('keeps the credentials from Functions of a service that includes none', async () => {
    const content = `exports.handler = (context, event, callback) => callback(null, { token: 'AUTH_TOKEN' in context });`;
    const functions = [{ path: '/context', content }];
    const { service } = await twilio.deploy('shop', { functions });
    await twilio.client().serverless.v1.services(service).update({ includeCredentials: false });
    const { domain } = await twilio.deploy('shop', { functions });

    expect(JSON.parse((await twilio.ask(`${domain}/context`)).body)).toEqual({ token: false });
  });

  test('lets Functions find the dependencies that the build names, and no others', async () => {
    const { domain } = await twilio.deploy(
      'shop',
      {
        functions: [
          { path: '/named', content: requiring('moment-timezone') },
          { path: '/unnamed', content: requiring('twilio-flex-token-validator') },
        ],
      },
      { dependencies: [{ name: 'moment-timezone', version: '*' }] },
    );

    expect(await twilio.ask(`${domain}/named`)).toMatchObject({ status: 200, body: 'found' });
    const { status, body } = await twilio.ask(`${domain}/unnamed`);
    expect(status).toBe(500);
    expect(body).toContain('twilio-flex-token-validator');
  });

  test('shows Functions the private assets', async () => {
    const content = `exports.handler = (context, event, callback) =>
      callback(null, Runtime.getAssets()['/secret.txt'].open());`;
    const { domain } = await twilio.deploy('shop', {
      functions: [{ path: '/tell', content }],
      assets: [{ path: '/secret.txt', visibility: 'private', content: 'secret' }],
    });

    expect(await twilio.ask(`${domain}/tell`)).toMatchObject({ status: 200, body: 'secret' });
  });

  test('takes Functions for CommonJS', async () => {
    const content = `export const handler = (context, event, callback) => callback(null, 'module');`;
    const { domain } = await twilio.deploy('shop', { functions: [{ path: '/module', content }] });

    expect(await twilio.ask(`${domain}/module`)).toMatchObject({ status: 500 });
  });

  test('cannot call Functions whose context takes more than 3 KB', async () => {
    const variables = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`V${index}`, 'x'.repeat(400)]),
    );
    const { domain } = await twilio.deploy(
      'shop',
      { functions: [{ path: '/open', content: saying('open') }] },
      { variables },
    );

    const { status, body } = await twilio.ask(`${domain}/open`);
    expect([status, body]).toEqual([500, expect.stringContaining('82006')]);
  });

  test('takes the place of the one before, which answers what it had taken', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'held-'));
    const file = path.join(folder, 'go');
    const { domain } = await twilio.deploy('shop', { functions: [{ path: '/held', content: holding }] });
    const held = [1, 2, 3].map(() => twilio.ask(`${domain}/held?file=${encodeURIComponent(file)}`));
    const [platform] = twilio.environments.platforms();
    const requests = () => platform?.processes().reduce((all, process) => all + process.requests, 0);
    await eventually(() => requests() === 3 || undefined);
    const pids = platform?.processes().map(({ pid }) => pid ?? 0) ?? [];

    await twilio.deploy('shop', { functions: [{ path: '/held', content: saying('second') }] });
    expect(await twilio.ask(`${domain}/held`)).toMatchObject({ body: 'second' });
    writeFileSync(file, '');

    expect((await Promise.all(held)).map(({ body }) => body)).toEqual(['first', 'first', 'first']);
    await eventually(() => pids.every((pid) => !isAlive(pid)) || undefined);
    rmSync(folder, { recursive: true });
  });

  test('leaves nothing behind when the emulator stops', async () => {
    const content = `exports.handler = (context, event, callback) => callback(null, __filename);`;
    const functions = [{ path: '/where', content }];
    const { domain } = await twilio.deploy('shop', { functions });
    const first = (await twilio.ask(`${domain}/where`)).body;
    await twilio.deploy('shop', { functions });
    const second = (await twilio.ask(`${domain}/where`)).body;
    expect(existsSync(second)).toBe(true);
    await twilio.environments.stop();

    expect([first, second].filter(existsSync)).toEqual([]);
  });

  test('stands beside those of other environments and services', async () => {
    const shop = await twilio.deploy('shop', { functions: [{ path: '/who', content: saying('shop') }] });
    const bar = await twilio.deploy('bar', { functions: [{ path: '/who', content: saying('bar') }] });

    expect(await twilio.ask(`${shop.domain}/who`)).toMatchObject({ body: 'shop' });
    expect(await twilio.ask(`${bar.domain}/who`)).toMatchObject({ body: 'bar' });
    expect(twilio.environments.all().map(({ domain }) => domain)).toEqual([shop.domain, bar.domain]);
  });
});

describe('a domain', () => {
  test('answers 404 before anything is deployed to it', async () => {
    const { services } = twilio.client().serverless.v1;
    const { sid } = await services.create({ uniqueName: 'shop', friendlyName: 'shop' });
    const { domainName } = await services(sid).environments.create({ uniqueName: 'production' });

    expect(await twilio.ask(`${domainName}/open`)).toMatchObject({ status: 404 });
    expect(twilio.environments.locate(`https://${domainName}/open`)).toBeUndefined();
  });

  test('of an environment that was deleted does not answer', async () => {
    const { service, environment, domain } = await twilio.deploy('shop', {
      functions: [{ path: '/open', content: saying('open') }],
    });
    expect(twilio.environments.locate(`https://${domain}/open?x=1`)).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/open\?x=1$/) as string,
      host: domain,
    });
    await twilio.client().serverless.v1.services(service).environments(environment).remove();

    await expect(twilio.ask(`${domain}/open`)).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(twilio.environments.locate(`https://${domain}/open`)).toBeUndefined();
  });

  test('of a service that was deleted does not answer', async () => {
    const { service, domain } = await twilio.deploy('shop', {});
    await twilio.client().serverless.v1.services(service).remove();

    await expect(twilio.ask(`${domain}/open`)).rejects.toThrow(/socket hang up|ECONNRESET/);
  });

  test('serves public assets to everybody, and protected ones to Flex alone', async () => {
    const { domain } = await twilio.deploy('shop', {
      assets: [
        { path: '/logo.svg', content: '<svg/>', contentType: 'image/svg+xml' },
        { path: '/plugins/a/1.0.0/bundle.js', visibility: 'protected', content: 'bundle' },
        { path: '/secret.txt', visibility: 'private', content: 'secret' },
      ],
    });
    const readAsset = (at: string) => twilio.environments.readAsset(`https://${domain}${at}`);

    expect(await twilio.ask(`${domain}/logo.svg`)).toMatchObject({ status: 200, body: '<svg/>' });
    expect(await twilio.ask(`${domain}/plugins/a/1.0.0/bundle.js`)).toMatchObject({ status: 403 });
    expect(await twilio.ask(`${domain}/secret.txt`)).toMatchObject({ status: 404 });
    expect(readAsset('/plugins/a/1.0.0/bundle.js')).toMatchObject({
      content: Buffer.from('bundle'),
      contentType: 'application/javascript',
    });
    expect(readAsset('/secret.txt')).toBeUndefined();
    expect(readAsset('/elsewhere')).toBeUndefined();
  });
});
