import { account, sid } from '../account';
import { restClient } from './testing/restClient';
import { sendRequest } from './testing/sendRequest';
import { startSync, type RunningSync } from './testing/startSync';

const service = account.defaultSyncServiceSid;

describe('the REST API', () => {
  let running: RunningSync;

  beforeEach(async () => {
    running = await startSync();
  });

  afterEach(() => running.stop());

  const basic = (user: string, password: string): string =>
    `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

  const send = (
    method: string,
    path: string,
    {
      form,
      headers,
      authorization = basic(account.accountSid, account.authToken),
    }: { form?: Record<string, string>; headers?: Record<string, string>; authorization?: string } = {},
  ) => sendRequest(method, `${running.restUrl}${path}`, { form, headers: { authorization, ...headers } });

  const documents = '/v1/Services/default/Documents';

  describe('credentials', () => {
    test.each([
      ['the account and its token', account.accountSid, account.authToken, 200],
      ['an API key with the same secret', sid('SK', 7), account.authToken, 200],
      ['a wrong token', account.accountSid, 'wrong', 401],
      ['no token', account.accountSid, '', 401],
      ['another account', sid('AC', 2), account.authToken, 401],
    ])('given %s', async (_what, user, password, status) => {
      expect(await send('GET', documents, { authorization: basic(user, password) })).toMatchObject({
        status,
      });
    });

    test.each(['', 'Bearer x', 'Basic'])('are missing given %p', async (authorization) => {
      expect(await send('GET', documents, { authorization })).toMatchObject({
        status: 401,
        body: { code: 20003, status: 401 },
      });
    });
  });

  test('describes a document as the service does, with its revision as ETag', async () => {
    const answer = await send('POST', documents, {
      form: { UniqueName: 'board', Data: '{"n":1}', Ttl: '60' },
    });
    const { sid: documentSid } = running.sync.documents.list(service)[0] ?? {};
    const url = `https://sync.twilio.com/v1/Services/${service}/Documents/${documentSid}`;
    const wholeSeconds = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(answer.status).toBe(201);
    expect(answer.headers.etag).toBe('"0"');
    expect(answer.body).toEqual({
      sid: documentSid,
      unique_name: 'board',
      account_sid: account.accountSid,
      service_sid: service,
      url,
      links: { permissions: `${url}/Permissions` },
      revision: '0',
      data: { n: 1 },
      date_expires: wholeSeconds,
      date_created: wholeSeconds,
      date_updated: wholeSeconds,
      created_by: 'system',
    });
  });

  test('says 20404 for whatever is missing, naming the resource', async () => {
    for (const id of ['board', sid('ET', 1)]) {
      expect(await send('GET', `${documents}/${id}`)).toMatchObject({
        status: 404,
        body: {
          code: 20404,
          status: 404,
          message: `The requested resource /Services/default/Documents/${id} was not found`,
        },
      });
    }
  });

  test('knows the service by its SID and as default, and not the one behind Flex Insights', async () => {
    running.sync.documents.put(service, 'board', {});
    running.sync.documents.put(account.flexInsightsSyncServiceSid, 'board', {});
    const statuses = await Promise.all(
      ['default', service, account.flexInsightsSyncServiceSid, sid('IS', 9)].map(
        async (id) => (await send('GET', `/v1/Services/${id}/Documents/board`)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 404, 404]);
  });

  test('compares If-Match with the revision, and says 412 with code 54103', async () => {
    running.sync.documents.put(service, 'board', { n: 0 });
    const update = (ifMatch: string) =>
      send('POST', `${documents}/board`, { form: { Data: '{"n":1}' }, headers: { 'If-Match': ifMatch } });
    expect(await update('"0"')).toMatchObject({ status: 200, body: { revision: '1' } });
    expect(await update('0')).toMatchObject({ status: 412, body: { code: 54103, status: 412 } });
    expect(await update('*')).toMatchObject({ status: 400, body: { code: 54003 } });
  });

  test.each([
    ['data that are no JSON', { Data: '{' }, 400, 54008],
    ['data that are no object', { Data: '[]' }, 400, 54101],
    ['neither data nor TTL', {}, 400, 54010],
    ['a TTL that is no number', { Ttl: 'soon' }, 400, 54011],
    ['an empty TTL', { Ttl: '' }, 400, 54011],
    ['data that triple in size when encoded', { Data: JSON.stringify({ t: 'é'.repeat(8_190) }) }, 413, 54006],
    ['data beyond what is read at all', { Data: JSON.stringify({ t: 'x'.repeat(2_000_000) }) }, 413, 54006],
  ])('refuses an update given %s, and changes nothing', async (_what, form, status, code) => {
    const { revision } = running.sync.documents.put(service, 'board', { n: 0 });
    const answer = await send('POST', `${documents}/board`, { form: form as Record<string, string> });
    expect(answer).toMatchObject({ status, body: { code, status } });
    expect(running.sync.documents.get(service, 'board')).toMatchObject({ data: { n: 0 }, revision });
  });

  test('accepts 16 KiB of characters that triple in size when encoded', async () => {
    const Data = JSON.stringify({ t: 'é'.repeat(8_188) });
    expect(Buffer.byteLength(Data)).toBe(16_384);
    expect(await send('POST', documents, { form: { UniqueName: 'board', Data } })).toMatchObject({
      status: 201,
    });
  });

  test('lists page by page, as the twilio library follows them', async () => {
    const names = Array.from({ length: 7 }, (_, n) => `board-${n}`);
    names.forEach((name) => running.sync.documents.put(service, name, {}));
    const rest = restClient(running.restUrl, {
      accountSid: account.accountSid,
      user: account.accountSid,
      password: account.authToken,
    });
    const listed = await rest.sync.v1.services('default').documents.list({ pageSize: 3 });
    expect(listed.map(({ uniqueName }) => uniqueName)).toEqual(names);
  });

  test('answers 404 for what is not emulated, and notes it as unexpected', async () => {
    expect(await send('GET', '/v1/Services/default/Maps')).toMatchObject({
      status: 404,
      body: { code: 20404 },
    });
    expect(running.journal.entries({ hop: 'unexpected' })).toMatchObject([
      { details: { method: 'GET', path: '/v1/Services/default/Maps' } },
    ]);
  });

  test('answers as ordered given a fault, with an error or with garbage', async () => {
    running.sync.documents.put(service, 'board', { n: 0 });
    running.faults.order({ target: 'sync-write', times: 1, status: 429, code: 20429 });
    expect(await send('DELETE', `${documents}/board`)).toMatchObject({ status: 429, body: { code: 20429 } });
    running.faults.order({ target: 'sync-read', times: 1, garbage: '<html>' });
    expect(await send('GET', `${documents}/board`)).toMatchObject({ status: 200, text: '<html>' });
    running.faults.order({ target: 'sync-read', times: 1, status: 502, garbage: '{"half":' });
    expect(await send('GET', documents)).toMatchObject({ status: 502, text: '{"half":' });
    expect(running.sync.documents.get(service, 'board')).toBeDefined();
  });
});
