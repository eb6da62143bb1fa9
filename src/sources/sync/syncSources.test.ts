import type { SyncClient } from 'twilio-sync';
import { account } from '../../../emulator/account';
import { startSync, type RunningSync } from '../../../emulator/sync/testing/startSync';
import { SyncClients, untilState } from '../../../emulator/sync/testing/syncClients';
import { issueToken } from '../../../emulator/token';
import { followSources, snapshotIn, snapshotOf } from '../../testing/followSources';
import { syncSources, type SyncSourcesOptions } from './syncSources';

const documents = { data: 'dashboard-data', definitions: 'dashboard-definitions', board: 'dashboard-board' };
const flexService = account.flexInsightsSyncServiceSid;
const accountService = account.defaultSyncServiceSid;

let running: RunningSync;
let clients: SyncClients;
let opened: SyncClient[];
let closed: SyncClient[];
let flexClient: SyncClient | undefined;
const endings: (() => void)[] = [];

const flexOwnClient = (): SyncClient =>
  clients.connect(issueToken({ identity: 'me' }), { productId: 'flex_insights' });

beforeEach(async () => {
  running = await startSync();
  clients = new SyncClients(running.socketUrl);
  opened = [];
  closed = [];
  flexClient = flexOwnClient();
});
afterEach(async () => {
  endings.splice(0).forEach((end) => end());
  await clients.shutdown();
  await running.stop();
});

function start(options: Partial<SyncSourcesOptions> & { expiresInSeconds?: number } = {}) {
  // This test's own lists: a sources of the test before may still be closing its client.
  const [openedHere, closedHere] = [opened, closed];
  const sources = syncSources({
    documents,
    clientChoice: 'auto',
    flexClient: () => flexClient,
    openAccountClient: () => {
      const { expiresInSeconds } = options;
      const first = openedHere.length === 0;
      const client = clients.connect(
        issueToken({ identity: 'me', ...(first && expiresInSeconds ? { expiresInSeconds } : {}) }),
      );
      openedHere.push(client);
      return { client, close: () => void closedHere.push(client) };
    },
    retryAfter: 50,
    lingerFor: 0,
    ...options,
  });
  endings.push(sources.use());
  return sources;
}

async function untilOpened(count: number): Promise<void> {
  while (opened.length < count) await new Promise((resolve) => setTimeout(resolve, 20));
}

const readsOf = (name: string) =>
  running.journal
    .entries({ hop: 'sync-read' })
    .filter(({ details }) => details.uniqueName === name)
    .map(({ details }) => details.serviceSid);

it("opens a client of the class of Flex's, once Flex has one", async () => {
  flexClient = undefined;
  running.sync.documents.put(accountService, documents.definitions, { a: 1 });
  const client = clients.connect(issueToken({ identity: 'me' }));
  const openAccountClient = jest.fn(() => ({ client, close: () => undefined }));
  const sources = start({ openAccountClient });
  flexClient = flexOwnClient();
  await snapshotOf(sources, ({ definitions }) => definitions.status === 'ready');
  expect(openAccountClient.mock.calls).toEqual([[flexClient]]);
});

it("opens no client of its own given documents that Flex's client sees", async () => {
  running.sync.documents.put(flexService, documents.definitions, { a: 1 });
  running.sync.documents.put(flexService, documents.data, {});
  const sources = start();
  await snapshotOf(
    sources,
    ({ data, definitions }) => data.status === 'ready' && definitions.status === 'ready',
  );
  expect(opened.length).toBe(0);
});

it("asks Flex's client first, and then opens one for the account, given documents that only the account has", async () => {
  running.sync.documents.put(accountService, documents.definitions, { a: 1 });
  running.sync.documents.put(accountService, documents.data, {});
  const sources = start();
  const { definitions } = await snapshotOf(sources, ({ definitions }) => definitions.status === 'ready');
  expect(definitions).toEqual({ status: 'ready', value: { a: 1 } });
  expect(opened.length).toBe(1);
  expect([...new Set(readsOf(documents.definitions))]).toEqual([flexService, accountService]);
});

it('creates nothing in either service by looking', async () => {
  const sources = start();
  await snapshotOf(sources, ({ data }) => data.status === 'missing');
  expect(running.sync.documents.list(flexService)).toEqual([]);
  expect(running.sync.documents.list(accountService)).toEqual([]);
});

it("never opens a client of its own given the choice of Flex's", async () => {
  const sources = start({ clientChoice: 'flex' });
  await snapshotOf(sources, ({ data }) => data.status === 'missing');
  expect(opened.length).toBe(0);
});

it("never asks Flex's client given the choice of the account's", async () => {
  const sources = start({ clientChoice: 'account' });
  await snapshotOf(sources, ({ data }) => data.status === 'missing');
  expect(readsOf(documents.data)).not.toContain(flexService);
});

it('finds the documents with a new client of Flex after Flex replaced its own', async () => {
  running.sync.documents.put(flexService, documents.definitions, { a: 1 });
  running.sync.documents.put(flexService, documents.data, { n: 1 });
  const sources = start({ clientChoice: 'flex' });
  await snapshotOf(sources, ({ data }) => data.status === 'ready');
  const before = flexClient;
  flexClient = flexOwnClient();
  await untilState(flexClient, 'connected');
  await before?.shutdown();
  running.sync.documents.put(flexService, documents.data, { n: 2 });
  const { data } = await snapshotOf(sources, ({ data }) => JSON.stringify(data).includes('"n":2'));
  expect(data).toEqual({ status: 'ready', value: { n: 2 } });
});

it('opens a new client given a token that had expired, and shows what it finds', async () => {
  running.sync.documents.put(accountService, documents.definitions, { a: 1 });
  running.sync.documents.put(accountService, documents.data, {});
  const sources = start({ clientChoice: 'account', expiresInSeconds: -10 });
  await snapshotOf(sources, ({ definitions }) => definitions.status === 'ready');
  expect(opened.length).toBeGreaterThan(1);
  expect(closed.includes(opened[0] as SyncClient)).toBe(true);
});

it('keeps board settings and further definitions while the client whose token has ended is replaced', async () => {
  running.sync.documents.put(accountService, documents.definitions, { a: 1 });
  running.sync.documents.put(accountService, documents.board, { definitionDocuments: ['more'] });
  running.sync.documents.put(accountService, 'more', { b: 2 });
  const sources = start({ expiresInSeconds: 1.5 });
  await snapshotOf(sources, ({ furtherDefinitions: [more] }) => more?.state.status === 'ready');
  const seen = new Set<string>();
  endings.push(
    followSources(sources, () => {
      const { boardSettings, furtherDefinitions } = snapshotIn(sources);
      [boardSettings, ...furtherDefinitions.map(({ state }) => state)].forEach(({ status }) =>
        seen.add(status),
      );
    }),
  );
  await untilOpened(2);
  await snapshotOf(sources, ({ connection }) => connection === 'connected');
  running.sync.documents.put(accountService, 'more', { b: 3 });
  await snapshotOf(sources, ({ furtherDefinitions }) => JSON.stringify(furtherDefinitions).includes('"b":3'));
  expect([...seen]).toEqual(['ready']);
});

it('looks at once for what it lacks given a client that was refused and then gets a new token', async () => {
  running.sync.documents.put(accountService, documents.definitions, { a: 1 });
  const sources = start({ clientChoice: 'account', expiresInSeconds: -10, retryAfter: 1_000_000 });
  await snapshotOf(sources, ({ definitions }) => definitions.status === 'failed');
  void opened[0]?.updateToken(issueToken({ identity: 'me' }));
  await snapshotOf(sources, ({ definitions }) => definitions.status === 'ready');
  expect(opened.length).toBe(1);
});

it('says what went wrong given a service that refuses, and recovers by itself', async () => {
  running.sync.documents.put(accountService, documents.definitions, { a: 1 });
  running.faults.order({ target: 'sync-read', times: 2, status: 403, code: 54007 });
  const sources = start({ clientChoice: 'account' });
  const { definitions } = await snapshotOf(sources, ({ definitions }) => definitions.status === 'failed');
  expect(definitions).toEqual({ status: 'failed', problem: expect.stringContaining('Ordered fault') });
  await snapshotOf(sources, ({ definitions }) => definitions.status === 'ready');
});

it('closes its client once nobody has listened for a while, and not before', async () => {
  running.sync.documents.put(accountService, documents.definitions, { a: 1 });
  // It would close in the next turn, long before anything can come from Sync.
  const sources = start({ clientChoice: 'account', lingerFor: 0 });
  await snapshotOf(sources, ({ definitions }) => definitions.status === 'ready');
  endings.splice(0).forEach((end) => end());
  const back = sources.use();
  running.sync.documents.put(accountService, documents.definitions, { a: 2 });
  await snapshotOf(sources, ({ definitions }) => JSON.stringify(definitions).includes('"a":2'));
  expect([opened.length, closed.length]).toEqual([1, 0]);
  back();
  while (closed.length < 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(snapshotIn(sources)).toEqual({
    connection: 'connecting',
    definitions: { status: 'loading' },
    furtherDefinitions: [],
    data: { status: 'loading' },
    boardSettings: { status: 'loading' },
    boards: { status: 'loading' },
    boardDocument: undefined,
    clockDifference: 0,
  });
});

describe('further definition documents', () => {
  const put = (name: string, value: Record<string, unknown>): void =>
    void running.sync.documents.put(accountService, name, value);
  const states = async (isAsWished: (found: Record<string, unknown>) => boolean) => {
    let found: Record<string, unknown> = {};
    await snapshotOf(sources, ({ furtherDefinitions }) => {
      found = Object.fromEntries(furtherDefinitions.map(({ name, state }) => [name, state]));
      return isAsWished(found);
    });
    return found;
  };
  let sources: ReturnType<typeof start>;
  beforeEach(() => {
    put(documents.definitions, { a: 1 });
    put('more', { b: 2 });
    put(documents.board, { definitionDocuments: ['more', 'not-there', 'more', 7, documents.data] });
    sources = start();
  });

  it('are each read for itself, so that one that is missing keeps none away', async () => {
    const found = await states((all) => JSON.stringify(all).includes('missing') && 'more' in all);
    await snapshotOf(sources, ({ furtherDefinitions }) =>
      furtherDefinitions.some(({ state }) => state.status === 'ready'),
    );
    expect(Object.keys(found)).toEqual(['more', 'not-there']);
    put('not-there', { c: 3 });
    expect(await states((all) => JSON.stringify(all['not-there'] ?? '').includes('ready'))).toEqual({
      more: { status: 'ready', value: { b: 2 } },
      'not-there': { status: 'ready', value: { c: 3 } },
    });
  });

  it("are asked of the definitions' own service only", async () => {
    await states((all) => JSON.stringify(all['not-there'] ?? '').includes('missing'));
    expect(new Set([...readsOf('more'), ...readsOf('not-there'), ...readsOf(documents.board)])).toEqual(
      new Set([accountService]),
    );
  });

  it('are followed and left as the board settings change', async () => {
    await states((all) => 'more' in all);
    put('third', { d: 4 });
    put(documents.board, { definitionDocuments: ['third'] });
    expect(await states((all) => JSON.stringify(all.third ?? '').includes('ready'))).toEqual({
      third: { status: 'ready', value: { d: 4 } },
    });
    running.sync.documents.remove(accountService, documents.board);
    expect(await states((all) => Object.keys(all).length === 0)).toEqual({});
  });
});

describe('boards with documents of their own', () => {
  const put = (name: string, value: Record<string, unknown>): void =>
    void running.sync.documents.put(accountService, name, value);
  const [first, second] = ['dashboard-board-k3f9x2ab', 'dashboard-board-second00'];
  beforeEach(() => {
    put(documents.definitions, { a: 1 });
    put(first, { sections: [] });
    put(second, { sections: [], documents: ['more'] });
    put('more', { b: 1 });
  });

  it('are not looked for where no list names one', async () => {
    const sources = start({ clientChoice: 'account' });
    const { boardDocument } = await snapshotOf(sources, ({ boards }) => boards.status === 'missing');
    expect(boardDocument).toBeUndefined();
    expect(readsOf(first)).toEqual([]);
  });

  it('are read for the one that is shown, and for no other', async () => {
    put('dashboard-boards', { boards: [{ id: 'k3f9x2ab' }, { id: 'second00' }] });
    const sources = start({ clientChoice: 'account' });
    const { boardDocument } = await snapshotOf(
      sources,
      (snapshot) => snapshot.boardDocument?.state.status === 'ready',
    );
    expect(boardDocument).toEqual({ name: first, state: { status: 'ready', value: { sections: [] } } });
    expect(readsOf(second)).toEqual([]);
  });

  it('show the one that the list has for whoever looks, until another is wanted, and the first where there is none', async () => {
    put('dashboard-boards', { boards: [{ id: 'k3f9x2ab' }, { id: 'second00' }] });
    let usual: string | undefined = 'second00';
    const sources = start({ clientChoice: 'account', usualBoardIn: () => usual });
    const until = (name: string) => snapshotOf(sources, ({ boardDocument }) => boardDocument?.name === name);
    await until(second);
    sources.showBoard('k3f9x2ab');
    await until(first);
    sources.showBoard(undefined);
    await until(second);
    usual = 'gone0000';
    put('dashboard-boards', { boards: [{ id: 'k3f9x2ab' }, { id: 'second00' }], changed: true });
    await until(first);
  });

  it('are read once for all who follow them, shown or not, and left with the last of these', async () => {
    put('dashboard-boards', { boards: [{ id: 'k3f9x2ab' }, { id: 'second00' }] });
    const sources = start({ clientChoice: 'account' });
    await snapshotOf(sources, ({ boardDocument }) => boardDocument?.state.status === 'ready');
    const other = sources.boardDocumentOf('second00');
    const leave = [other, other, sources.boardDocumentOf('k3f9x2ab')].map((document) =>
      document.subscribe(() => undefined),
    );
    await snapshotOf(sources, () => other.get().status === 'ready');
    sources.showBoard('second00');
    // What somebody follows already is there at once: a change of board shows nothing that is loading.
    expect(snapshotIn(sources).boardDocument?.state.status).toBe('ready');
    sources.showBoard('k3f9x2ab');
    expect([readsOf(first).length, readsOf(second).length]).toEqual([1, 1]);
    leave[0]?.();
    leave[0]?.();
    expect(other.get().status).toBe('ready');
    leave[1]?.();
    expect([other.get().status, snapshotIn(sources).boardDocument?.state.status]).toEqual([
      'loading',
      'ready',
    ]);
  });

  it('are followed again, for those who stayed, after everybody else was away', async () => {
    put('dashboard-boards', { boards: [{ id: 'k3f9x2ab' }, { id: 'second00' }] });
    const sources = start({ clientChoice: 'account' });
    const other = sources.boardDocumentOf('second00');
    endings.push(other.subscribe(() => undefined));
    await snapshotOf(sources, () => other.get().status === 'ready');
    endings.shift()?.();
    while (other.get().status !== 'loading') await new Promise((resolve) => setTimeout(resolve, 20));
    endings.push(sources.use());
    await snapshotOf(sources, () => other.get().status === 'ready');
    expect(readsOf(second).length).toBe(2);
  });

  it('are followed and left as the list changes, with the documents of metrics they need', async () => {
    put('dashboard-boards', { boards: [{ id: 'k3f9x2ab' }] });
    const sources = start({ clientChoice: 'account' });
    await snapshotOf(sources, ({ boardDocument }) => boardDocument?.state.status === 'ready');
    put(first, { sections: [{ tiles: [] }] });
    await snapshotOf(sources, ({ boardDocument }) => JSON.stringify(boardDocument).includes('tiles'));
    put('dashboard-boards', { boards: [{ id: 'second00' }] });
    await snapshotOf(
      sources,
      ({ boardDocument, furtherDefinitions: [more] }) =>
        boardDocument?.name === second && more?.state.status === 'ready',
    );
    put('dashboard-boards', { boards: [] });
    const left = await snapshotOf(sources, ({ boardDocument }) => boardDocument === undefined);
    expect(left.furtherDefinitions).toEqual([]);
  });
});

it('looks for board settings that are missing far less often than for what it cannot do without', async () => {
  running.sync.documents.put(accountService, documents.definitions, { a: 1 });
  const sources = start({ clientChoice: 'account' });
  await snapshotOf(sources, ({ boardSettings }) => boardSettings.status === 'missing');
  const reads = (name: string) => readsOf(name).length;
  const [boardBefore, dataBefore] = [reads(documents.board), reads(documents.data)];
  while (reads(documents.data) < dataBefore + 12) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(reads(documents.board) - boardBefore).toBeLessThanOrEqual(6);
});

it.each([
  ['ahead', 3_600_000],
  ['behind', -3_600_000],
])('learns by a live update that this clock is an hour %s', async (_words, wrong) => {
  running.sync.documents.put(accountService, documents.definitions, { a: 1 });
  running.sync.documents.put(accountService, documents.data, { n: 1 });
  let replaysOver = 0;
  const sources = start({ clientChoice: 'account', now: () => Date.now() + wrong + replaysOver });
  await snapshotOf(sources, ({ data }) => data.status === 'ready');
  replaysOver = 5000; // five seconds that nobody waits for; the clock is so much more ahead
  running.sync.documents.put(accountService, documents.data, { n: 2 });
  const { clockDifference } = await snapshotOf(sources, ({ data }) => JSON.stringify(data).includes('"n":2'));
  expect(Math.abs(clockDifference + wrong + replaysOver)).toBeLessThan(60_000);
});

it('does not take an update that was missed while disconnected for a live one', async () => {
  running.sync.documents.put(accountService, documents.data, { n: 1 });
  running.sync.documents.put(accountService, documents.definitions, { a: 1 });
  let wrong = 0;
  const sources = start({ clientChoice: 'account', now: () => Date.now() + wrong });
  await snapshotOf(sources, ({ data, connection }) => data.status === 'ready' && connection === 'connected');
  running.sync.refuseConnections(true);
  running.sync.dropSockets();
  await snapshotOf(sources, ({ connection }) => connection === 'disconnected');
  running.sync.documents.put(accountService, documents.data, { n: 2 });
  wrong = 600_000; // ten minutes of standing without a connection
  running.sync.refuseConnections(false);
  const { clockDifference } = await snapshotOf(sources, ({ data }) => JSON.stringify(data).includes('"n":2'));
  expect(clockDifference).toBe(0);
});
