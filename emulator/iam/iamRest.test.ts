import { createRequire } from 'node:module';
import path from 'node:path';
import express from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { account, sid } from '../account';
import { Faults } from '../faults';
import { Journal } from '../journal';
import { issueToken } from '../token';
import { iamRest } from './iamRest';

let server: Server;
let origin: string;

beforeAll(async () => {
  const app = express();
  app.use(iamRest({ journal: new Journal(), faults: new Faults() }));
  server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

async function validate(body: object, authorization = basic(account.accountSid, account.authToken)) {
  const reply = await fetch(`${origin}/v1/Accounts/${account.accountSid}/Tokens/validate`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
}

const supervisorToken = (more: { expiresInSeconds?: number; accountSid?: string } = {}) =>
  issueToken({ identity: 'ann@example.com', roles: ['supervisor', 'wfo.full_access'], ...more });

test('names identity and roles given a token of this account', async () => {
  expect(await validate({ token: supervisorToken() })).toEqual({
    status: 200,
    body: {
      valid: true,
      code: 0,
      message: null,
      expiration: expect.stringMatching(/^\d{4}-.*Z$/),
      realm_user_id: 'ann@example.com',
      identity: 'ann_40example_2Ecom',
      roles: ['supervisor', 'wfo.full_access'],
      worker_sid: null,
    },
  });
});

test.each([
  ['a token that has expired', { token: supervisorToken({ expiresInSeconds: -1 }) }, 20104],
  ['a token of another account', { token: supervisorToken({ accountSid: sid('AC', 2) }) }, 20101],
  ['garbage', { token: 'garbage' }, 20101],
  ['no token', {}, 20001],
])('finds it invalid given %s', async (_, body, code) => {
  expect((await validate(body)).body).toEqual({ valid: false, code, message: expect.any(String) });
});

test('answers a token that asks about itself, as Flex UI before 2.14 does', async () => {
  const token = supervisorToken();
  // Flex's SDK adds the bracket.
  expect(await validate({ token }, `${basic('token', token)})`)).toMatchObject({
    status: 200,
    body: { valid: true, roles: ['supervisor', 'wfo.full_access'] },
  });
});

test('says that a token is invalid that has expired and asks about itself', async () => {
  const token = supervisorToken({ expiresInSeconds: -1 });
  expect((await validate({ token }, basic('token', token))).body).toMatchObject({ valid: false });
});

test.each([
  ['a wrong auth token', basic(account.accountSid, 'wrong')],
  ['no credentials', ''],
  ['another token', basic('token', supervisorToken())],
  ['the word token alone', basic('token', '')],
])('answers 401 given %s', async (_, authorization) => {
  for (const body of [{ token: supervisorToken() }, {}]) {
    expect(await validate(body, authorization)).toMatchObject({ status: 401, body: { code: 20003 } });
  }
});

test("the library's field for the token is the one that is read here", () => {
  const serverless = createRequire(path.resolve(__dirname, '../../serverless/package.json'));
  expect(String(serverless('twilio-flex-token-validator').validator)).toContain('{ token: token }');
});
