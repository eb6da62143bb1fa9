/**
 * What twilio-sync and the twilio library, both unmodified, expect of Sync. It says nothing that only an emulator could do,
 * so it can be aimed at another server, Twilio included, through environment variables:
 *
 *   SYNC_CONTRACT_REST_URL     https://sync.twilio.com, or an emulator's http://localhost:3000/_tw/sync.twilio.com
 *   SYNC_CONTRACT_SOCKET_URL   wss://tsock.us1.twilio.com/v3/wsconnect, or an emulator's
 *   SYNC_CONTRACT_ACCOUNT_SID, SYNC_CONTRACT_API_KEY, SYNC_CONTRACT_API_SECRET
 *   SYNC_CONTRACT_SERVICE_SID  a Sync service (IS...) without access control; documents named contract-* come and go in it
 *
 * Without the first it starts an emulator of its own. All or none have to be given.
 */
import { randomUUID } from 'node:crypto';
import type { SyncClient, SyncDocument } from 'twilio-sync';
import twilio from 'twilio';
import { account, sid } from '../account';
import { restClient } from './testing/restClient';
import { startSync } from './testing/startSync';
import { nextEvent, SyncClients, untilState } from './testing/syncClients';

interface Target {
  restUrl: string;
  socketUrl: string;
  accountSid: string;
  apiKey: string;
  apiSecret: string;
  serviceSid: string;
  stop(): Promise<void>;
}

async function findTarget(): Promise<Target> {
  const restUrl = process.env.SYNC_CONTRACT_REST_URL;
  if (restUrl === undefined) {
    const { restUrl: ownUrl, socketUrl, stop } = await startSync();
    return {
      restUrl: ownUrl,
      socketUrl,
      accountSid: account.accountSid,
      apiKey: sid('SK', 1),
      apiSecret: account.authToken,
      serviceSid: account.defaultSyncServiceSid,
      stop,
    };
  }
  return {
    restUrl,
    socketUrl: variable('SYNC_CONTRACT_SOCKET_URL'),
    accountSid: variable('SYNC_CONTRACT_ACCOUNT_SID'),
    apiKey: variable('SYNC_CONTRACT_API_KEY'),
    apiSecret: variable('SYNC_CONTRACT_API_SECRET'),
    serviceSid: variable('SYNC_CONTRACT_SERVICE_SID'),
    stop: () => Promise.resolve(),
  };
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing: see the top of sync.contract.test.ts`);
  return value;
}

interface Update {
  data: object;
  previousData: object;
}

let target: Target;
let clients: SyncClients;
let documents: ReturnType<ReturnType<typeof twilio>['sync']['v1']['services']>['documents'];
const used = new Set<string>();

beforeAll(async () => {
  target = await findTarget();
  clients = new SyncClients(target.socketUrl);
  const { restUrl, accountSid, apiKey, apiSecret, serviceSid } = target;
  const rest = restClient(restUrl, { accountSid, user: apiKey, password: apiSecret });
  documents = rest.sync.v1.services(serviceSid).documents;
});

afterEach(async () => {
  await clients.shutdown();
  await Promise.all([...used].map(remove));
  used.clear();
});

afterAll(() => target.stop());

/** A document that was written to until Twilio refused is refused to be removed as well, for some seconds. */
async function remove(name: string): Promise<void> {
  try {
    await documents(name).remove();
  } catch (error: unknown) {
    const { status } = error as { status?: number };
    if (status === 429) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await remove(name);
    } else if (status !== 404) throw error;
  }
}

/** A name that nobody else uses. */
function freshName(): string {
  const name = `contract-${randomUUID()}`;
  used.add(name);
  return name;
}

function token({ ttl = 3600, identity = 'supervisor' } = {}): string {
  const { accountSid, apiKey, apiSecret, serviceSid } = target;
  const accessToken = new twilio.jwt.AccessToken(accountSid, apiKey, apiSecret, { identity, ttl });
  accessToken.addGrant(new twilio.jwt.AccessToken.SyncGrant({ serviceSid }));
  return accessToken.toJwt();
}

const connect = (options?: Parameters<typeof token>[0]): SyncClient => clients.connect(token(options));

const openExisting = (client: SyncClient, id: string): Promise<SyncDocument> =>
  client.document({ id, mode: 'open_existing' });

/** An object whose JSON has exactly that many bytes. */
const dataOfSize = (bytes: number): { text: string } => ({
  text: 'x'.repeat(bytes - JSON.stringify({ text: '' }).length),
});

describe('opening', () => {
  test('gives the data given a document written over REST', async () => {
    const name = freshName();
    await documents.create({ uniqueName: name, data: { waiting: 3, 'ключ 🗝': ['é'] } });
    const document = await openExisting(connect(), name);
    expect(document.data).toEqual({ waiting: 3, 'ключ 🗝': ['é'] });
    expect(document.uniqueName).toBe(name);
  });

  test('finds a document by its SID too', async () => {
    const { sid: documentSid } = await documents.create({ uniqueName: freshName(), data: { waiting: 3 } });
    const document = await openExisting(connect(), documentSid);
    expect(document.data).toEqual({ waiting: 3 });
  });

  test('rejects with 404 given a name that nobody has created', async () => {
    await expect(openExisting(connect(), freshName())).rejects.toMatchObject({ status: 404, code: 54300 });
  });

  test('creates what is missing given open_or_create, and finds it the second time', async () => {
    const name = freshName();
    const created = await connect().document({ id: name, mode: 'open_or_create', data: { a: 1 } });
    const found = await connect().document({ id: name, mode: 'open_or_create', data: { b: 2 } });
    expect(created.data).toEqual({ a: 1 });
    expect(found.data).toEqual({ a: 1 });
    expect(found.sid).toBe(created.sid);
  });

  test('rejects with 409 given create_new and a taken name', async () => {
    const name = freshName();
    await documents.create({ uniqueName: name });
    const attempt = connect().document({ id: name, mode: 'create_new' });
    await expect(attempt).rejects.toMatchObject({ status: 409, code: 54301 });
  });

  test('rejects with 400 given a name that looks like a SID', async () => {
    const attempt = connect().document({ id: sid('WS', 1), mode: 'create_new' });
    await expect(attempt).rejects.toMatchObject({ status: 400, code: 54302 });
  });
});

describe('changing', () => {
  test('reaches a subscribed client as "updated", with the data before and after, given a write over REST', async () => {
    const name = freshName();
    await documents.create({ uniqueName: name, data: { waiting: 1 } });
    const document = await openExisting(connect(), name);
    const update = nextEvent<Update>(document, 'updated');
    await documents(name).update({ data: { waiting: 2 } });
    expect(await update).toMatchObject({ data: { waiting: 2 }, previousData: { waiting: 1 } });
    expect(document.data).toEqual({ waiting: 2 });
  });

  test('replaces the whole value given set(), for other clients and over REST', async () => {
    const name = freshName();
    await documents.create({ uniqueName: name, data: { a: 1, b: 1 } });
    const other = await openExisting(connect({ identity: 'other' }), name);
    const update = nextEvent<Update>(other, 'updated');
    const own = await openExisting(connect(), name);
    await own.set({ a: 2 });
    expect((await update).data).toEqual({ a: 2 });
    expect((await documents(name).fetch()).data).toEqual({ a: 2 });
  });

  test('tells the writer of its own set() once', async () => {
    const name = freshName();
    await documents.create({ uniqueName: name, data: { n: 0 } });
    const document = await openExisting(connect(), name);
    const heard: object[] = [];
    document.on('updated', ({ data }: Update) => heard.push(data));
    await document.set({ n: 1 });
    const last = new Promise<void>((resolve) =>
      document.on('updated', ({ data }: Update) => {
        if ('last' in data) resolve();
      }),
    );
    await documents(name).update({ data: { last: true } });
    await last;
    expect(heard).toEqual([{ n: 1 }, { last: true }]);
  });

  test('loses no change given two clients that mutate at the same time', async () => {
    const name = freshName();
    await documents.create({ uniqueName: name, data: { count: 0 } });
    const both = await Promise.all(
      [connect(), connect({ identity: 'other' })].map((each) => openExisting(each, name)),
    );
    const increment = (document: SyncDocument): Promise<unknown> =>
      document.mutate((current) => ({ count: (current as { count: number }).count + 1 }));
    await Promise.all([...both, ...both, ...both].map(increment));
    expect((await documents(name).fetch()).data).toEqual({ count: 6 });
  });

  test('keeps the other fields given update()', async () => {
    const name = freshName();
    await documents.create({ uniqueName: name, data: { a: 1, b: 1 } });
    const document = await openExisting(connect(), name);
    await document.update({ b: 2 });
    expect((await documents(name).fetch()).data).toEqual({ a: 1, b: 2 });
  });

  test('is refused over REST with 412 given the revision of an older state, and changes nothing', async () => {
    const name = freshName();
    const { revision } = await documents.create({ uniqueName: name, data: { n: 0 } });
    const { revision: newer } = await documents(name).update({ data: { n: 1 }, ifMatch: revision });
    expect(newer).not.toBe(revision);
    const late = documents(name).update({ data: { n: 2 }, ifMatch: revision });
    await expect(late).rejects.toMatchObject({ status: 412 });
    expect((await documents(name).fetch()).data).toEqual({ n: 1 });
  });

  test('is refused over REST with 409 given the creation of a taken name', async () => {
    const name = freshName();
    await documents.create({ uniqueName: name });
    await expect(documents.create({ uniqueName: name })).rejects.toMatchObject({ status: 409, code: 54301 });
  });
});

describe('removing', () => {
  test('reaches a subscribed client as "removed", and a document of the same name is another one', async () => {
    const name = freshName();
    const first = await documents.create({ uniqueName: name, data: { n: 1 } });
    const client = connect();
    const document = await openExisting(client, name);
    const removal = nextEvent<{ isLocal: boolean; previousData: object }>(document, 'removed');
    await documents(name).remove();
    expect(await removal).toMatchObject({ isLocal: false, previousData: { n: 1 } });
    const second = await documents.create({ uniqueName: name, data: { n: 2 } });
    expect(second.sid).not.toBe(first.sid);
    expect((await openExisting(client, name)).data).toEqual({ n: 2 });
  });

  test('by a client leaves nothing to fetch over REST', async () => {
    const name = freshName();
    await documents.create({ uniqueName: name });
    await (await openExisting(connect(), name)).removeDocument();
    await expect(documents(name).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  test('is refused over REST with 404 given a name that nobody has created', async () => {
    await expect(documents(freshName()).remove()).rejects.toMatchObject({ status: 404, code: 20404 });
  });
});

describe('time to live', () => {
  test('ends the document, and tells subscribed clients', async () => {
    const name = freshName();
    await documents.create({ uniqueName: name, data: {}, ttl: 5 });
    const document = await openExisting(connect(), name);
    await nextEvent(document, 'removed');
    await expect(documents(name).fetch()).rejects.toMatchObject({ status: 404 });
  });

  test('changed by a client shows over REST as the date of expiry', async () => {
    const name = freshName();
    expect((await documents.create({ uniqueName: name })).dateExpires).toBeNull();
    await (await openExisting(connect(), name)).setTtl(3600);
    expect((await documents(name).fetch()).dateExpires).toBeInstanceOf(Date);
  });
});

describe('a lost connection', () => {
  test('is made up for: what was written meanwhile arrives as one "updated" with the last state', async () => {
    const name = freshName();
    await documents.create({ uniqueName: name, data: { n: 0 } });
    const client = connect();
    const document = await openExisting(client, name);
    const first = nextEvent<Update>(document, 'updated');
    await documents(name).update({ data: { n: 1 } });
    await first;

    const heard: object[] = [];
    document.on('updated', ({ data }: Update) => heard.push(data));
    const reconnect = clients.cutOff();
    await untilState(client, 'connecting');
    await documents(name).update({ data: { n: 2 } });
    await documents(name).update({ data: { n: 3 } });
    const update = nextEvent(document, 'updated');
    reconnect();
    await update;
    expect(heard).toEqual([{ n: 3 }]);
  });

  test('is made up for: a document removed meanwhile is reported as removed', async () => {
    const name = freshName();
    await documents.create({ uniqueName: name, data: { n: 0 } });
    const client = connect();
    const document = await openExisting(client, name);
    const removal = nextEvent(document, 'removed');
    const reconnect = clients.cutOff();
    await untilState(client, 'connecting');
    await documents(name).remove();
    reconnect();
    await removal;
  });
});

describe('limits', () => {
  test('let 16 KiB in and refuse one byte more with 413, over REST and through a client', async () => {
    const name = freshName();
    const largest = dataOfSize(16 * 1024);
    const tooLarge = dataOfSize(16 * 1024 + 1);
    await documents.create({ uniqueName: name, data: largest });
    await expect(documents(name).update({ data: tooLarge })).rejects.toMatchObject({
      status: 413,
      code: 54006,
    });
    const document = await openExisting(connect(), name);
    await expect(document.set(tooLarge)).rejects.toMatchObject({ status: 413, code: 54006 });
    expect((await documents(name).fetch()).data).toEqual(largest);
  });

  test('refuse with 429 given more large writes in a row than the burst window holds', async () => {
    const name = freshName();
    await documents.create({ uniqueName: name });
    const data = dataOfSize(15_000);
    // All at once: on a machine that is busy, they would be slow enough one by one.
    const writes = await Promise.allSettled(
      Array.from({ length: 60 }, () => documents(name).update({ data })),
    );
    const refused = writes.flatMap((write) => (write.status === 'rejected' ? [write.reason as unknown] : []));
    expect(refused.length).toBeGreaterThan(0);
    expect(writes.length - refused.length).toBeGreaterThanOrEqual(20);
    refused.forEach((reason) => expect(reason).toMatchObject({ status: 429, code: 54009 }));
  });
});

describe('tokens', () => {
  test('announce their end three minutes before, and a new one keeps the connection past it', async () => {
    const name = freshName();
    await documents.create({ uniqueName: name, data: { n: 0 } });
    const client = connect({ ttl: 8 });
    const states: string[] = [];
    await nextEvent(client, 'tokenAboutToExpire');
    client.on('connectionStateChanged', (state: string) => states.push(state));
    // A token that was issued later and lives as long tells when the first one has ended.
    const other = connect({ ttl: 8, identity: 'other' });
    const end = nextEvent(other, 'tokenExpired');
    await client.updateToken(token());
    const document = await openExisting(client, name);
    await end;
    const update = nextEvent<Update>(document, 'updated');
    await documents(name).update({ data: { n: 1 } });
    expect((await update).data).toEqual({ n: 1 });
    // With so short a life, the announcement may come before the client says that it is connected.
    expect(states.filter((state) => state !== 'connected')).toEqual([]);
  });

  test('that end close the connection; a new one after that brings what was missed', async () => {
    const name = freshName();
    await documents.create({ uniqueName: name, data: { n: 0 } });
    const client = connect({ ttl: 5 });
    const document = await openExisting(client, name);
    await nextEvent(client, 'tokenExpired');
    await untilState(client, 'disconnected');
    await documents(name).update({ data: { n: 1 } });
    const update = nextEvent<Update>(document, 'updated');
    await client.updateToken(token());
    expect((await update).data).toEqual({ n: 1 });
  });

  test('that have ended are refused as expired', async () => {
    const client = connect({ ttl: -60 });
    const [failure] = await Promise.all([
      nextEvent(client, 'connectionError'),
      nextEvent(client, 'tokenExpired'),
    ]);
    expect(failure).toMatchObject({ terminal: true, httpStatusCode: 401, errorCode: 20104 });
    await untilState(client, 'denied');
  });

  test('that are none are refused as invalid', async () => {
    const client = clients.connect('no token');
    expect(await nextEvent(client, 'connectionError')).toMatchObject({
      terminal: true,
      httpStatusCode: 401,
      errorCode: 20101,
    });
  });

  test('of somebody else cannot take over a connection', async () => {
    const client = connect();
    await untilState(client, 'connected');
    const takeover = client.updateToken(token({ identity: 'somebody else' }));
    await expect(takeover).rejects.toMatchObject({ status: 400, code: 51130 });
  });
});
