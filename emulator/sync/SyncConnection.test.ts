import { account, sid } from '../account';
import { Faults } from '../faults';
import { Journal } from '../journal';
import { issueToken } from '../token';
import { DocumentOperations } from './DocumentOperations';
import { LiveQueries } from './live-queries/LiveQueries';
import { pingIntervalMs, SyncConnection } from './SyncConnection';
import { SyncDocuments, type SyncDocument } from './SyncDocuments';
import { decodeFrame, encodeFrame } from './twilsockFrame';

interface Heard {
  method: string;
  header: Record<string, unknown>;
  body: unknown;
}

/** One connection without a socket: what goes in by `say`, and what came out in `heard`. */
function openConnection() {
  const journal = new Journal();
  const faults = new Faults();
  const documents = new SyncDocuments(Date.now);
  const operations = new DocumentOperations(documents, { journal, faults, now: Date.now, limits: true });
  const workers = new Map([['WK1', { friendly_name: 'ada' }]]);
  const queries = new LiveQueries(
    { items: () => workers, subscribe: () => () => undefined },
    { journal, faults, now: Date.now, limits: true },
  );
  const heard: Heard[] = [];
  const ended: string[] = [];
  const connection = new SyncConnection(
    {
      send(bytes) {
        const frame = decodeFrame(bytes);
        if (!frame) throw new Error('The connection sent something that is no frame');
        const isJson = frame.header.payload_type === 'application/json';
        heard.push({
          method: frame.header.method,
          header: frame.header,
          body: isJson ? JSON.parse(frame.payload) : frame.payload,
        });
      },
      close: () => ended.push('closed'),
      terminate: () => ended.push('cut'),
    },
    { documents, operations, queries, journal, now: Date.now, runId: 'run' },
  );
  const say = (method: string, fields: object = {}, payload?: object | string): Promise<void> =>
    connection.receive(encodeFrame({ method, id: 'TM1', ...fields }, payload));
  const request = (
    method: string,
    path: string,
    payload?: object | string,
    more: object = {},
  ): Promise<void> =>
    say(
      'message',
      { active_grant: 'data_sync', http_request: { host: 'cds.us1.twilio.com', path, method }, ...more },
      payload,
    );
  const put = (name: string, data: object): SyncDocument =>
    documents.create(account.defaultSyncServiceSid, name, { data: { ...data }, createdBy: 'system' });
  return { connection, documents, faults, heard, ended, journal, say, request, put };
}

const registrations = [{ product: 'data_sync', type: 'ers', message_types: ['twilio.sync.event'] }];

describe('SyncConnection', () => {
  let open: ReturnType<typeof openConnection>;
  const last = (): Heard | undefined => open.heard[open.heard.length - 1];

  beforeEach(() => {
    jest.useFakeTimers();
    open = openConnection();
  });

  afterEach(() => {
    open.connection.end();
    jest.useRealTimers();
  });

  const init = (token = issueToken({ identity: 'ann' })) => open.say('init', { token, registrations });

  describe('init', () => {
    test('is answered with what a client needs to go on', async () => {
      await init();
      expect(open.heard).toHaveLength(1);
      expect(last()?.header).toMatchObject({
        method: 'reply',
        id: 'TM1',
        status: { code: 200, status: 'OK' },
        capabilities: ['client_update', 'offline_storage'],
        continuation_token: expect.any(String),
        offline_storage: { data_sync: { storage_id: 'run-data_sync-ann' } },
        init_registrations: [{ ...registrations[0], notification_ctx_id: expect.any(String) }],
      });
    });

    test('is refused as invalid given no token, and as expired given an old one', async () => {
      await open.say('init', { registrations });
      expect(last()?.header.status).toMatchObject({ code: 401, status: 'UNAUTHORIZED', errorCode: 20101 });
      await init(issueToken({ identity: 'ann', expiresInSeconds: -1 }));
      expect(last()?.header.status).toMatchObject({ code: 401, status: 'UNAUTHORIZED', errorCode: 20104 });
      expect(open.ended).toEqual(['closed', 'closed']);
    });

    test('is accepted from products without documents, such as Conversations and telemetry', async () => {
      const products = ['ip_messaging', 'flex'].map((product) => ({
        product,
        type: 'ers',
        message_types: [],
      }));
      await open.say('init', { token: issueToken({ identity: 'ann' }), registrations: products });
      expect(last()?.header.status).toMatchObject({ code: 200 });
      expect(open.connection.products).toEqual(['ip_messaging', 'flex']);
    });

    test('must come before anything else', async () => {
      await open.request('GET', '/v3/Documents/board');
      expect(last()?.header.status).toMatchObject({ code: 401 });
    });
  });

  describe('the token', () => {
    test('is announced to expire three minutes before, and closes the connection with 410 when it does', async () => {
      await init(issueToken({ identity: 'ann', expiresInSeconds: 600 }));
      jest.advanceTimersByTime(425_000);
      expect(open.heard.filter(({ method }) => method === 'client_update')).toMatchObject([
        { header: { client_update_type: 'token_about_to_expire' } },
      ]);
      await open.say('reply');
      jest.advanceTimersByTime(180_000);
      expect(open.heard.find(({ method }) => method === 'close')?.header.status).toMatchObject({ code: 410 });
    });

    test('is replaced by an update, after which the old expiry means nothing', async () => {
      await init(issueToken({ identity: 'ann', expiresInSeconds: 20 }));
      await open.say('update', { token: issueToken({ identity: 'ann', expiresInSeconds: 3600 }) });
      expect(last()?.header.status).toMatchObject({ code: 200 });
      jest.advanceTimersByTime(25_000);
      expect(open.heard.filter(({ method }) => method === 'close')).toEqual([]);
    });

    test('of somebody else is refused', async () => {
      await init();
      await open.say('update', { token: issueToken({ identity: 'bob' }) });
      expect(last()?.header.status).toMatchObject({ code: 401, status: 'UNAUTHORIZED', errorCode: 51215 });
    });
  });

  describe('pings', () => {
    test('go out every half minute, and keep a connection that answers', async () => {
      await init();
      for (let n = 1; n <= 3; n += 1) {
        jest.advanceTimersByTime(pingIntervalMs);
        expect(open.heard.filter(({ method }) => method === 'ping')).toHaveLength(n);
        await open.say('reply', { id: last()?.header.id });
      }
      expect(open.ended).toEqual([]);
    });

    test('cut a connection that is silent', async () => {
      await init();
      jest.advanceTimersByTime(2 * pingIntervalMs - 1);
      expect(open.ended).toEqual([]);
      jest.advanceTimersByTime(1);
      expect(open.ended).toEqual(['cut']);
    });
  });

  describe('documents', () => {
    beforeEach(() => init());

    test('are described as the service does, with data on reading', async () => {
      const document = open.put('my board', { n: 1 });
      await open.request('GET', '/v3/Documents/my%20board');
      expect(last()?.header).toMatchObject({ status: { code: 200 }, http_status: { code: 200 } });
      expect(last()?.body).toEqual({
        sid: document.sid,
        unique_name: 'my board',
        service_sid: account.defaultSyncServiceSid,
        revision: '0',
        last_event_id: document.lastEventId,
        date_created: new Date(document.createdAt).toISOString(),
        date_updated: new Date(document.updatedAt).toISOString(),
        date_expires: null,
        created_by: 'system',
        url: `https://cds.us1.twilio.com/v3/Services/${account.defaultSyncServiceSid}/Documents/${document.sid}`,
        data: { n: 1 },
      });
    });

    test('are removed whatever the payload: twilio-sync 3 and 4 send the name of the product', async () => {
      open.put('board', {});
      await open.request('DELETE', '/v3/Documents/board', 'data_sync');
      expect(last()?.header.http_status).toMatchObject({ code: 204 });
      expect(open.documents.list(account.defaultSyncServiceSid)).toEqual([]);
    });

    test('are refused with the code of the reason', async () => {
      await open.request('GET', '/v3/Documents/board');
      expect(last()).toMatchObject({
        header: { http_status: { code: 404 } },
        body: { code: 54300, status: 404 },
      });
      await open.request('POST', '/v3/Documents', 'not json');
      expect(last()).toMatchObject({ header: { http_status: { code: 400 } }, body: { code: 54008 } });
    });

    test('are written under conditions whatever the case of If-Match', async () => {
      const { sid: documentSid } = open.put('board', {});
      const http_request = {
        host: 'cds.us1.twilio.com',
        path: `/v3/Documents/${documentSid}`,
        method: 'POST',
        headers: { 'if-match': '7' },
      };
      await open.say('message', { active_grant: 'data_sync', http_request }, { data: { n: 1 } });
      expect(last()).toMatchObject({ header: { http_status: { code: 412 } }, body: { code: 54103 } });
    });

    test('of another service are out of reach, also by link', async () => {
      const hidden = open.documents.create(account.flexInsightsSyncServiceSid, 'board', {
        data: {},
        createdBy: 'x',
      });
      await open.request('GET', '/v3/Documents/board');
      expect(last()?.body).toMatchObject({ code: 54300 });
      await open.request('GET', `/v3/Services/${account.flexInsightsSyncServiceSid}/Documents/${hidden.sid}`);
      expect(last()?.body).toMatchObject({ code: 20404 });
    });

    test('are split by grant: flex_insights sees the hidden service only, Conversations none', async () => {
      open.put('board', { service: 'default' });
      open.documents.create(account.flexInsightsSyncServiceSid, 'board', {
        data: { service: 'hidden' },
        createdBy: 'x',
      });
      await open.request('GET', '/v3/Documents/board', undefined, { active_grant: 'flex_insights' });
      expect(last()?.body).toMatchObject({ data: { service: 'hidden' } });
      await open.request('GET', '/v3/Documents/board', undefined, { active_grant: 'ip_messaging' });
      expect(last()?.header.http_status).toMatchObject({ code: 404 });
      await open.request('POST', '/v3/Documents', { unique_name: 'x' }, { active_grant: 'ip_messaging' });
      expect(last()?.header.http_status).toMatchObject({ code: 403 });
    });

    test('struck by garbage come as text/plain, which every client can at least read', async () => {
      open.put('board', {});
      open.faults.order({ target: 'sync-read', times: 1, status: 502, garbage: '<html>' });
      await open.request('GET', '/v3/Documents/board');
      expect(last()).toMatchObject({
        header: { http_status: { code: 502 }, payload_type: 'text/plain' },
        body: '<html>',
      });
    });
  });

  describe('subscriptions', () => {
    beforeEach(() => init());

    const subscribe = (objects: object[], { version = 3, action = 'establish' } = {}) =>
      open.request('POST', '/v4/Subscriptions', {
        event_protocol_version: version,
        action,
        correlation_id: 42,
        requests: objects,
      });
    const object = ({ sid: object_sid, lastEventId: last_event_id }: SyncDocument, missed = 0): object => ({
      object_sid,
      object_type: 'document',
      last_event_id: last_event_id - missed,
    });
    /** What came after the reply. */
    const notifications = () => {
      const reply = open.heard.map(({ method }) => method).lastIndexOf('reply');
      return open.heard
        .slice(reply + 1)
        .map(({ header, body }) => ({ type: header.message_type, ...Object(body) }));
    };

    test('are answered first and confirmed then, with the correlation id of the request', async () => {
      const document = open.put('board', { n: 0 });
      await subscribe([object(document)]);
      expect(open.heard[1]).toMatchObject({ method: 'reply', header: { http_status: { code: 202 } } });
      expect(notifications()).toEqual([
        {
          type: 'twilio.sync.event',
          event_protocol_version: 3,
          event_type: 'subscription_established',
          correlation_id: 42,
          event: {
            object_sid: document.sid,
            object_type: 'document',
            replay_status: 'completed',
            last_event_id: document.lastEventId,
          },
        },
      ]);
    });

    test('replay the newest state once, before they are confirmed, given changes that were missed', async () => {
      const first = open.put('board', { n: 0 });
      const newest = open.documents.update(open.documents.update(first, { data: { n: 1 } }), {
        data: { n: 2 },
      });
      await subscribe([object(newest, 2)]);
      expect(notifications()).toMatchObject([
        {
          type: 'twilio.sync.event',
          event_type: 'document_updated',
          strictly_ordered: true,
          correlation_id: 42,
          event: { id: newest.lastEventId, document_revision: '2', document_data: { n: 2 } },
        },
        { event_type: 'subscription_established' },
      ]);
    });

    test('replay to a client that knows no event id', async () => {
      const { sid: object_sid } = open.put('board', {});
      await subscribe([{ object_sid, object_type: 'document', last_event_id: null }]);
      expect(notifications().map(({ event_type }) => event_type)).toEqual([
        'document_updated',
        'subscription_established',
      ]);
    });

    test('group their confirmations given protocol 4, and fail one by one', async () => {
      const [a, b] = [open.put('a', {}), open.put('b', {})];
      await subscribe([object(a), object(b), { object_sid: sid('ET', 9), object_type: 'document' }], {
        version: 4,
      });
      expect(notifications()).toMatchObject([
        {
          event_protocol_version: 4,
          event_type: 'subscription_established',
          correlation_id: 42,
          events: [{ object_sid: a.sid }, { object_sid: b.sid }],
        },
        {
          event_type: 'subscription_failed',
          correlation_id: 42,
          events: [{ object_sid: sid('ET', 9), error: { status: 404, code: 54100 } }],
        },
      ]);
    });

    test('bring changes and the removal of their document, and nothing of others', async () => {
      open.documents.subscribe((change) => open.connection.notify(change));
      const document = open.put('board', { n: 0 });
      const other = open.put('other', {});
      await subscribe([object(document)]);
      const before = open.heard.length;
      open.documents.update(other, { data: {} });
      open.documents.remove(open.documents.update(document, { data: { n: 1 } }));
      expect(open.heard.slice(before)).toMatchObject([
        {
          method: 'notification',
          header: { message_type: 'com.twilio.rtd.cds.document' },
          body: {
            event_protocol_version: 3,
            event_type: 'document_updated',
            event: {
              id: document.lastEventId + 1,
              document_sid: document.sid,
              document_unique_name: 'board',
              document_revision: '1',
              document_data: { n: 1 },
            },
          },
        },
        { body: { event_type: 'document_removed', event: { id: document.lastEventId + 2 } } },
      ]);
      expect(open.journal.entries({ hop: 'sync-notification' }).map(({ details }) => details)).toMatchObject([
        { uniqueName: 'board', revision: '1', product: 'data_sync' },
        { uniqueName: 'board', revision: '1', product: 'data_sync' },
      ]);
    });

    test('bring nothing more once cancelled', async () => {
      open.documents.subscribe((change) => open.connection.notify(change));
      const document = open.put('board', {});
      await subscribe([object(document)]);
      await subscribe([{ object_sid: document.sid, object_type: 'document' }], { action: 'cancel' });
      expect(notifications()).toMatchObject([
        { event_type: 'subscription_canceled', correlation_id: 42, event: { object_sid: document.sid } },
      ]);
      const before = open.heard.length;
      open.documents.update(document, { data: {} });
      expect(open.heard).toHaveLength(before);
    });

    test('to live queries that nobody asked fail quietly, so that clients ask again', async () => {
      await subscribe([{ object_sid: 'QR1', object_type: 'live_query', last_event_id: 1 }]);
      expect(notifications()).toMatchObject([
        { event_type: 'subscription_failed', event: { object_sid: 'QR1', error: { status: 404 } } },
      ]);
      expect(open.journal.entries({ hop: 'unexpected' })).toEqual([]);
    });

    test('to maps are refused and noted as unexpected', async () => {
      await subscribe([{ object_sid: 'MP1', object_type: 'map', last_event_id: 1 }]);
      expect(notifications()).toMatchObject([
        { event_type: 'subscription_failed', event: { error: { status: 404 } } },
      ]);
      expect(open.journal.entries({ hop: 'unexpected' })).toHaveLength(1);
    });

    test('that cannot be read are refused', async () => {
      await open.request('POST', '/v4/Subscriptions', { action: 'dance', requests: [] });
      expect(last()?.header.http_status).toMatchObject({ code: 400 });
      await subscribe([{}]);
      expect(last()?.header.http_status).toMatchObject({ code: 400 });
    });
  });

  describe('other requests', () => {
    beforeEach(() => init());

    const requestTo = (host: string, method: string, path: string) =>
      open.say('message', { active_grant: 'flex', http_request: { host, method, path } }, {});

    test('find agents by a live query, over the connection of Flex alone', async () => {
      const ask = (product: string) =>
        open.request(
          'POST',
          '/v3/Insights/tr-worker/Items',
          { query_string: '', type: 'live_query' },
          { active_grant: product },
        );
      await ask('flex_insights');
      expect(last()).toMatchObject({
        header: { http_status: { code: 200 } },
        body: {
          items: [{ key: 'WK1', data: { friendly_name: 'ada' } }],
          items_count: 1,
          query_id: expect.stringMatching(/^QR[0-9a-f]{32}$/),
        },
      });
      await ask('data_sync');
      expect(last()).toMatchObject({ header: { http_status: { code: 403 } }, body: { code: 54007 } });
    });

    test('are answered given telemetry', async () => {
      await requestTo('flex-sdk.twilio.com', 'POST', '/v1/Telemetry/Events');
      expect(last()).toMatchObject({ header: { http_status: { code: 200 } }, body: {} });
      expect(open.journal.entries({ hop: 'unexpected' })).toEqual([]);
    });

    test('lead the Conversations client to an empty map and an empty list', async () => {
      const chat = (host: string, path: string) =>
        open.say(
          'message',
          { active_grant: 'ip_messaging', http_request: { host, method: 'GET', path } },
          {},
        );
      await chat('aim.us1.twilio.com', '/Client/v2/Configuration');
      const { links, sync_objects: objects } = last()?.body as {
        links: { my_conversations: string };
        sync_objects: { my_conversations: string };
      };
      await chat('aim.us1.twilio.com', new URL(links.my_conversations).pathname);
      expect(last()?.body).toMatchObject({ conversations: [] });
      await chat('cds.us1.twilio.com', `/v3/Maps/${objects.my_conversations}`);
      expect(last()?.body).toMatchObject({ sid: objects.my_conversations });
      expect(open.journal.entries({ hop: 'unexpected' })).toEqual([]);
    });

    test.each([
      ['cds.us1.twilio.com', 'GET', '/v3/Maps/x'],
      ['cds.us1.twilio.com', 'PUT', '/v3/Documents/x'],
      ['cds.us1.twilio.com', 'GET', '/v3/Documents'],
      ['chat.twilio.com', 'GET', '/v1/x'],
      ['aim.us1.twilio.com', 'GET', '/Client/v2/Configuration'],
    ])(
      'are answered 404 and noted as unexpected given %s %s %s of another client',
      async (host, method, path) => {
        await requestTo(host, method, path);
        expect(last()?.header.http_status).toMatchObject({ code: 404 });
        expect(open.journal.entries({ hop: 'unexpected' })).toMatchObject([
          { details: { host, method, path } },
        ]);
      },
    );

    test('are answered 400 given a path that cannot be decoded', async () => {
      await requestTo('cds.us1.twilio.com', 'GET', '/v3/Documents/%');
      expect(last()?.header.http_status).toMatchObject({ code: 400 });
    });

    test('close the connection with 406 given what is no frame', async () => {
      await open.connection.receive(Buffer.from('hello'));
      expect(last()).toMatchObject({ method: 'close', header: { status: { code: 406 } } });
      expect(open.ended).toEqual(['closed']);
      expect(open.journal.entries({ hop: 'unexpected' })).toHaveLength(1);
    });

    test.each(['telemetry.v1', 'put_notification_ctx', 'delete_notification_ctx'])(
      'accept %s',
      async (method) => {
        await open.say(method);
        expect(last()?.header.status).toMatchObject({ code: 200 });
      },
    );

    test('refuse an unknown method, and note it as unexpected', async () => {
      await open.say('dance');
      expect(last()?.header.status).toMatchObject({ code: 400 });
      expect(open.journal.entries({ hop: 'unexpected' })).toMatchObject([{ details: { method: 'dance' } }]);
    });

    test('end the connection given close', async () => {
      await open.say('close');
      expect(open.ended).toEqual(['closed']);
    });
  });
});
