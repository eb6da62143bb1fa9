import type { SyncClient, SyncDocument } from 'twilio-sync';
import { WebSocket } from 'ws';
import { account } from '../account';
import { issueToken } from '../token';
import { restClient } from './testing/restClient';
import { startSync, type RunningSync } from './testing/startSync';
import { nextEvent, SyncClients, untilState } from './testing/syncClients';

const service = account.defaultSyncServiceSid;

interface Update {
  data: object;
  isLocal: boolean;
}

/** What only an emulator can do. What Twilio does as well is in sync.contract.test.ts. */
describe('createSync', () => {
  let running: RunningSync;
  let clients: SyncClients;

  beforeEach(async () => {
    running = await startSync();
    clients = new SyncClients(running.socketUrl);
  });

  afterEach(async () => {
    await clients.shutdown();
    await running.stop();
  });

  const connect = (productId = 'data_sync', token = issueToken({ identity: 'ann' })): SyncClient =>
    clients.connect(token, { productId });
  const openExisting = (client: SyncClient, id = 'board'): Promise<SyncDocument> =>
    client.document({ id, mode: 'open_existing' });
  const rest = () =>
    restClient(running.restUrl, {
      accountSid: account.accountSid,
      user: account.accountSid,
      password: account.authToken,
    }).sync.v1.services('default').documents;
  const hops = () => running.journal.entries().map(({ hop }) => hop);
  const socketEvents = () => running.journal.entries({ hop: 'socket' }).map(({ details }) => details.event);

  async function subscribed(client: SyncClient): Promise<SyncDocument> {
    const document = await openExisting(client);
    const update = nextEvent(document, 'updated');
    running.sync.documents.put(service, 'board', { subscribed: true });
    await update;
    return document;
  }

  describe('documents', () => {
    test('put() creates, then replaces, past every limit, and tells subscribers', async () => {
      const large = { text: 'x'.repeat(20_000) };
      running.sync.documents.put(service, 'board', { n: 0 });
      const document = await openExisting(connect());
      const update = nextEvent<Update>(document, 'updated');
      for (let n = 0; n < 30; n += 1) running.sync.documents.put(service, 'board', large);
      expect((await update).data).toEqual(large);
      expect(running.sync.documents.get(service, 'board')).toMatchObject({ data: large, revision: '1e' });
    });

    test('put() keeps a copy, and leaves no trace in the journal', () => {
      const data = { list: [1] };
      running.sync.documents.put(service, 'board', data);
      data.list.push(2);
      expect(running.sync.documents.get(service, 'board')?.data).toEqual({ list: [1] });
      expect(hops()).toEqual([]);
    });

    test('remove() tells subscribers, and does nothing given a name that does not exist', async () => {
      running.sync.documents.put(service, 'board', {});
      const document = await openExisting(connect());
      const removal = nextEvent(document, 'removed');
      running.sync.documents.remove(service, 'board');
      await removal;
      running.sync.documents.remove(service, 'board');
      expect(running.sync.documents.list(service)).toEqual([]);
    });
  });

  test('keeps the two services apart: data_sync sees the default one, flex_insights the hidden one', async () => {
    running.sync.documents.put(service, 'board', { service: 'default' });
    running.sync.documents.put(account.flexInsightsSyncServiceSid, 'hidden', { service: 'hidden' });
    const own = connect('data_sync');
    const flex = connect('flex_insights');
    expect((await openExisting(own)).data).toEqual({ service: 'default' });
    expect((await openExisting(flex, 'hidden')).data).toEqual({ service: 'hidden' });
    await expect(openExisting(own, 'hidden')).rejects.toMatchObject({ status: 404 });
    await expect(openExisting(flex)).rejects.toMatchObject({ status: 404 });
  });

  test('journals a REST write, then its notification to each subscriber with the same revision', async () => {
    running.sync.documents.put(service, 'board', {});
    const document = await subscribed(connect());
    const { sequence = 0 } = running.journal.entries().slice(-1)[0] ?? {};
    const update = nextEvent(document, 'updated');
    const { revision } = await rest()('board').update({ data: { n: 1 } });
    await update;
    const about = { serviceSid: service, uniqueName: 'board', revision };
    expect(running.journal.entries({ after: sequence })).toMatchObject([
      { hop: 'sync-write', details: { ...about, status: 200, via: 'rest', identity: 'system' } },
      { hop: 'sync-notification', details: { ...about, product: 'data_sync' } },
    ]);
  });

  test('tells a writer of its own write after the answer, so that it knows it as its own', async () => {
    running.sync.documents.put(service, 'board', {});
    const document = await subscribed(connect());
    const update = nextEvent<Update>(document, 'updated');
    await document.set({ n: 1 });
    expect(await update).toMatchObject({ data: { n: 1 }, isLocal: true });
    expect(running.journal.entries({ hop: 'sync-write' })).toMatchObject([
      { details: { via: 'socket', identity: 'ann' } },
    ]);
  });

  describe('connections', () => {
    test('are counted, and journalled as they open and close', async () => {
      expect(running.sync.connections).toBe(0);
      const client = connect('flex_insights');
      await untilState(client, 'connected');
      expect(running.sync.connections).toBe(1);
      const closed = new Promise<void>((resolve) =>
        running.journal.subscribe(({ details }) => details.event === 'close' && resolve()),
      );
      await client.shutdown();
      await closed;
      expect(running.sync.connections).toBe(0);
      expect(running.journal.entries({ hop: 'socket' })).toMatchObject([
        { details: { event: 'open' } },
        { details: { event: 'close', products: ['flex_insights'] } },
      ]);
    });

    test('that are dropped come back, with what was written meanwhile', async () => {
      running.sync.documents.put(service, 'board', {});
      const client = connect();
      const document = await subscribed(client);
      running.sync.dropSockets();
      await untilState(client, 'connecting');
      const update = nextEvent<Update>(document, 'updated');
      running.sync.documents.put(service, 'board', { n: 1 });
      expect((await update).data).toEqual({ n: 1 });
      expect(socketEvents()).toEqual(['open', 'drop', 'close', 'open']);
    });

    test('that are silenced stay open and hear nothing more, while new ones do', async () => {
      running.sync.documents.put(service, 'board', {});
      const before = await subscribed(connect());
      const heard = jest.fn();
      before.on('updated', heard);
      running.sync.silenceSockets();
      const update = nextEvent<Update>(await subscribed(connect()), 'updated');
      running.sync.documents.put(service, 'board', { n: 1 });
      expect((await update).data).toEqual({ n: 1 });
      expect(heard).not.toHaveBeenCalled();
      expect(socketEvents()).toEqual(['open', 'silence', 'open']);
    });

    test('are refused until told otherwise', async () => {
      running.sync.refuseConnections(true);
      const client = connect();
      await nextEvent(client, 'connectionError');
      expect(running.sync.connections).toBe(0);
      running.sync.refuseConnections(false);
      await untilState(client, 'connected');
      expect(socketEvents()).toEqual(['refuse', 'open']);
    });

    test('to another path are answered 404 and noted as unexpected', async () => {
      const socket = new WebSocket(running.socketUrl.replace('/v3/', '/v2/'));
      const failure = await nextEvent<Error>(socket, 'error');
      expect(failure.message).toContain('404');
      expect(running.journal.entries({ hop: 'unexpected' })).toHaveLength(1);
    });

    test('are gone once it has stopped', async () => {
      const client = connect();
      await untilState(client, 'connected');
      await running.sync.stop();
      expect(running.sync.connections).toBe(0);
    });
  });

  test('lets a client’s live query run, as Flex’s Teams view does', async () => {
    const query = await connect('flex_insights').liveQuery('tr-worker', '');
    expect(query.getItems()).toEqual({});
    expect(running.journal.entries({ hop: 'unexpected' })).toEqual([]);
  });

  test('has no limits given limits: false', async () => {
    const unlimited = await startSync({ limits: false });
    const { documents } = unlimited.sync;
    documents.put(service, 'board', {});
    const client = new SyncClients(unlimited.socketUrl).connect(issueToken({ identity: 'ann' }));
    const document = await openExisting(client);
    const large = { text: 'x'.repeat(20_000) };
    for (let n = 0; n < 25; n += 1) await document.set(large);
    expect(documents.get(service, 'board')?.data).toEqual(large);
    await client.shutdown();
    await unlimited.stop();
  });
});
