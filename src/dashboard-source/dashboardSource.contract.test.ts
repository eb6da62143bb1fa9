/** What every source promises, run over the one of plain objects and over the real Sync client on emulated Sync. */
import { account } from '../../emulator/account';
import { startSync } from '../../emulator/sync/testing/startSync';
import { SyncClients } from '../../emulator/sync/testing/syncClients';
import { issueToken } from '../../emulator/token';
import { snapshotOf } from '../testing/snapshotOf';
import type { DashboardSource } from './DashboardSource';
import { memoryDashboardSource } from './memoryDashboardSource';
import { syncDashboardSource } from './syncDashboardSource';

interface Stage {
  readonly source: DashboardSource;
  setDefinitions(value: Record<string, unknown> | undefined): void;
  setData(value: Record<string, unknown> | undefined): void;
  setBoard(value: Record<string, unknown> | undefined): void;
  disconnect(): void;
  reconnect(): void;
  tearDown(): Promise<void>;
}

const documents = { data: 'dashboard-data', definitions: 'dashboard-definitions', board: 'dashboard-board' };

async function memoryStage(): Promise<Stage> {
  const source = memoryDashboardSource();
  return {
    source,
    setDefinitions: source.setDefinitions,
    setData: source.setData,
    setBoard: source.setBoard,
    disconnect: () => source.setConnection('disconnected'),
    reconnect: () => source.setConnection('connected'),
    tearDown: async () => undefined,
  };
}

async function syncStage(): Promise<Stage> {
  const { sync, socketUrl, stop } = await startSync();
  const clients = new SyncClients(socketUrl);
  const source = syncDashboardSource({
    documents,
    clientChoice: 'account',
    flexClient: () => undefined,
    openAccountClient: () => ({
      client: clients.connect(issueToken({ identity: 'supervisor' })),
      close: () => undefined, // the stage shuts its clients down itself
    }),
    retryAfter: 50,
    lingerFor: 0,
  });
  const write = (name: string, value: Record<string, unknown> | undefined): void => {
    if (value) sync.documents.put(account.defaultSyncServiceSid, name, value);
    else sync.documents.remove(account.defaultSyncServiceSid, name);
  };
  return {
    source,
    setDefinitions: (value) => write(documents.definitions, value),
    setData: (value) => write(documents.data, value),
    setBoard: (value) => write(documents.board, value),
    disconnect() {
      sync.refuseConnections(true);
      sync.dropSockets();
    },
    reconnect: () => sync.refuseConnections(false),
    async tearDown() {
      await clients.shutdown();
      await stop();
    },
  };
}

describe.each([
  ['memoryDashboardSource', memoryStage],
  ['syncDashboardSource', syncStage],
])('%s', (_name, setStage) => {
  let stage: Stage;
  let unsubscribe: () => void;
  const listener = jest.fn();

  beforeEach(async () => {
    listener.mockClear();
    stage = await setStage();
    unsubscribe = stage.source.subscribe(listener);
  });
  afterEach(async () => {
    unsubscribe();
    await stage.tearDown();
  });

  it('reports both documents missing given none', async () => {
    const snapshot = await snapshotOf(
      stage.source,
      ({ data, definitions }) => data.status === 'missing' && definitions.status === 'missing',
    );
    expect(snapshot).toEqual({
      connection: 'connected',
      data: { status: 'missing' },
      definitions: { status: 'missing' },
      furtherDefinitions: [],
      board: expect.anything(), // nothing depends on it while there are no definitions
      clockDifference: 0,
      refresh: { status: 'off', reason: 'no-address' },
    });
  });

  it('gives the values of documents that are created later, without being asked', async () => {
    await snapshotOf(stage.source, ({ data }) => data.status === 'missing');
    stage.setDefinitions({ waiting: {} });
    stage.setData({ version: 1 });
    const snapshot = await snapshotOf(
      stage.source,
      ({ data, definitions }) => data.status === 'present' && definitions.status === 'present',
    );
    expect(snapshot.definitions).toEqual({ status: 'present', value: { waiting: {} } });
    expect(snapshot.data).toEqual({ status: 'present', value: { version: 1 } });
  });

  it('reports missing board settings, which is no problem, and gives those that there are', async () => {
    stage.setDefinitions({ waiting: {} });
    const before = await snapshotOf(stage.source, ({ board }) => board.status === 'missing');
    expect(before.connection).toBe('connected');
    stage.setBoard({ title: 'Support' });
    const { board } = await snapshotOf(stage.source, ({ board }) => board.status === 'present');
    expect(board).toEqual({ status: 'present', value: { title: 'Support' } });
    stage.setBoard({ title: 'Sales' });
    await snapshotOf(stage.source, ({ board }) => JSON.stringify(board).includes('Sales'));
  });

  it('gives each new value, and calls back for it', async () => {
    stage.setData({ version: 1 });
    await snapshotOf(stage.source, ({ data }) => data.status === 'present');
    listener.mockClear();
    stage.setData({ version: 2 });
    const { data } = await snapshotOf(
      stage.source,
      ({ data }) => data.status === 'present' && JSON.stringify(data.value) === '{"version":2}',
    );
    expect(data).toEqual({ status: 'present', value: { version: 2 } });
    expect(listener).toHaveBeenCalled();
  });

  it('reports a removed document as missing, and its successor as present', async () => {
    stage.setData({ version: 1 });
    await snapshotOf(stage.source, ({ data }) => data.status === 'present');
    stage.setData(undefined);
    await snapshotOf(stage.source, ({ data }) => data.status === 'missing');
    stage.setData({ version: 3 });
    const { data } = await snapshotOf(stage.source, ({ data }) => data.status === 'present');
    expect(data).toEqual({ status: 'present', value: { version: 3 } });
  });

  it('keeps the last value while disconnected, and gives what was written meanwhile after that', async () => {
    stage.setData({ version: 1 });
    await snapshotOf(
      stage.source,
      ({ data, connection }) => data.status === 'present' && connection === 'connected',
    );
    stage.disconnect();
    const during = await snapshotOf(stage.source, ({ connection }) => connection === 'disconnected');
    expect(during.data).toEqual({ status: 'present', value: { version: 1 } });
    stage.setData({ version: 2 });
    stage.reconnect();
    const after = await snapshotOf(
      stage.source,
      ({ connection, data }) =>
        connection === 'connected' && JSON.stringify(data) === '{"status":"present","value":{"version":2}}',
    );
    expect(after.connection).toBe('connected');
  });

  it('gives the same snapshot until something changes', async () => {
    await snapshotOf(stage.source, ({ data }) => data.status === 'missing');
    expect(stage.source.getSnapshot()).toBe(stage.source.getSnapshot());
  });

  it('calls nobody back who has left', async () => {
    await snapshotOf(stage.source, ({ data }) => data.status === 'missing');
    const other = jest.fn();
    stage.source.subscribe(other)();
    stage.setData({ version: 1 });
    await snapshotOf(stage.source, ({ data }) => data.status === 'present');
    expect(other).not.toHaveBeenCalled();
  });
});
