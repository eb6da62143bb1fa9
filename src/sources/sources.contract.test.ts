/** What every source promises, run over the one of plain objects and over the real Sync client on emulated Sync. */
import { account } from '../../emulator/account';
import { startSync } from '../../emulator/sync/testing/startSync';
import { SyncClients } from '../../emulator/sync/testing/syncClients';
import { issueToken } from '../../emulator/token';
import { followSources, snapshotOf, type Snapshot } from '../testing/followSources';
import type { DocumentSources } from './DashboardSources';
import { memorySources } from './memory/memorySources';
import { syncSources } from './sync/syncSources';

interface Stage {
  readonly sources: DocumentSources;
  setDefinitions(value: Record<string, unknown> | undefined): void;
  setData(value: Record<string, unknown> | undefined): void;
  setBoardSettings(value: Record<string, unknown> | undefined): void;
  setPart(name: string, value: Record<string, unknown> | undefined): void;
  /** The list of boards, and what each of them shows. */
  setBoards(ids: readonly string[]): void;
  disconnect(): void;
  reconnect(): void;
  tearDown(): Promise<void>;
}

const documents = { data: 'dashboard-data', definitions: 'dashboard-definitions', board: 'dashboard-board' };

const listOf = (ids: readonly string[]) => ({ boards: ids.map((id) => ({ id })) });
const boardNamed = (title: string) => ({ title, sections: [] });

async function memoryStage(): Promise<Stage> {
  const sources = memorySources();
  return {
    sources,
    setDefinitions: sources.setDefinitions,
    setData: sources.setData,
    setBoardSettings: sources.setBoardSettings,
    setPart: sources.setDocument,
    setBoards: (ids) =>
      sources.setBoards(
        listOf(ids),
        ...ids.map((id) => ({
          name: `dashboard-board-${id}`,
          state: { status: 'ready', value: boardNamed(id) } as const,
        })),
      ),
    disconnect: () => sources.setConnection('disconnected'),
    reconnect: () => sources.setConnection('connected'),
    tearDown: async () => undefined,
  };
}

async function syncStage(): Promise<Stage> {
  const { sync, socketUrl, stop } = await startSync();
  const clients = new SyncClients(socketUrl);
  const client = clients.connect(issueToken({ identity: 'supervisor' }));
  const sources = syncSources({
    documents,
    clientChoice: 'account',
    flexClient: () => client,
    openAccountClient: () => ({
      client,
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
    sources,
    setDefinitions: (value) => write(documents.definitions, value),
    setData: (value) => write(documents.data, value),
    setBoardSettings: (value) => write(documents.board, value),
    setPart: write,
    setBoards(ids) {
      for (const id of ids) write(`dashboard-board-${id}`, boardNamed(id));
      write('dashboard-boards', listOf(ids));
    },
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
  ['memorySources', memoryStage],
  ['syncSources', syncStage],
])('%s', (_name, setStage) => {
  let stage: Stage;
  let unsubscribe: () => void;
  const listener = jest.fn();

  beforeEach(async () => {
    listener.mockClear();
    stage = await setStage();
    unsubscribe = followSources(stage.sources, listener);
  });
  afterEach(async () => {
    unsubscribe();
    await stage.tearDown();
  });

  it('reports both documents missing given none', async () => {
    const snapshot = await snapshotOf(
      stage.sources,
      ({ data, definitions }) => data.status === 'missing' && definitions.status === 'missing',
    );
    expect(snapshot).toEqual({
      connection: 'connected',
      data: { status: 'missing' },
      definitions: { status: 'missing' },
      furtherDefinitions: [],
      boardSettings: expect.anything(), // nothing depends on it while there are no definitions
      boards: expect.anything(), // nor on this
      boardDocument: undefined,
      clockDifference: 0,
    });
  });

  it('gives the values of documents that are created later, without being asked', async () => {
    await snapshotOf(stage.sources, ({ data }) => data.status === 'missing');
    stage.setDefinitions({ waiting: {} });
    stage.setData({ version: 1 });
    const snapshot = await snapshotOf(
      stage.sources,
      ({ data, definitions }) => data.status === 'ready' && definitions.status === 'ready',
    );
    expect(snapshot.definitions).toEqual({ status: 'ready', value: { waiting: {} } });
    expect(snapshot.data).toEqual({ status: 'ready', value: { version: 1 } });
  });

  it('reports missing board settings, which is no problem, and gives those that there are', async () => {
    stage.setDefinitions({ waiting: {} });
    const before = await snapshotOf(stage.sources, ({ boardSettings }) => boardSettings.status === 'missing');
    expect(before.connection).toBe('connected');
    stage.setBoardSettings({ title: 'Support' });
    const { boardSettings } = await snapshotOf(
      stage.sources,
      ({ boardSettings }) => boardSettings.status === 'ready',
    );
    expect(boardSettings).toEqual({ status: 'ready', value: { title: 'Support' } });
    stage.setBoardSettings({ title: 'Sales' });
    await snapshotOf(stage.sources, ({ boardSettings }) => JSON.stringify(boardSettings).includes('Sales'));
  });

  it('gives each new value, and calls back for it', async () => {
    stage.setData({ version: 1 });
    await snapshotOf(stage.sources, ({ data }) => data.status === 'ready');
    listener.mockClear();
    stage.setData({ version: 2 });
    const { data } = await snapshotOf(
      stage.sources,
      ({ data }) => data.status === 'ready' && JSON.stringify(data.value) === '{"version":2}',
    );
    expect(data).toEqual({ status: 'ready', value: { version: 2 } });
    expect(listener).toHaveBeenCalled();
  });

  it('reports a removed document as missing, and its successor as present', async () => {
    stage.setData({ version: 1 });
    await snapshotOf(stage.sources, ({ data }) => data.status === 'ready');
    stage.setData(undefined);
    await snapshotOf(stage.sources, ({ data }) => data.status === 'missing');
    stage.setData({ version: 3 });
    const { data } = await snapshotOf(stage.sources, ({ data }) => data.status === 'ready');
    expect(data).toEqual({ status: 'ready', value: { version: 3 } });
  });

  it('keeps the last value while disconnected, and gives what was written meanwhile after that', async () => {
    stage.setData({ version: 1 });
    await snapshotOf(
      stage.sources,
      ({ data, connection }) => data.status === 'ready' && connection === 'connected',
    );
    stage.disconnect();
    const during = await snapshotOf(stage.sources, ({ connection }) => connection === 'disconnected');
    expect(during.data).toEqual({ status: 'ready', value: { version: 1 } });
    stage.setData({ version: 2 });
    stage.reconnect();
    const after = await snapshotOf(
      stage.sources,
      ({ connection, data }) =>
        connection === 'connected' && JSON.stringify(data) === '{"status":"ready","value":{"version":2}}',
    );
    expect(after.connection).toBe('connected');
  });

  const shown = ({ boardDocument }: Snapshot): string | undefined =>
    boardDocument?.state.status === 'ready'
      ? (boardDocument.state.value as { title: string }).title
      : undefined;

  it('shows the first board until another is wanted, and that one from then on', async () => {
    stage.setDefinitions({ waiting: {} });
    stage.setBoards(['sales001', 'support1']);
    await snapshotOf(stage.sources, (now) => shown(now) === 'sales001');
    stage.sources.showBoard('support1');
    await snapshotOf(stage.sources, (now) => shown(now) === 'support1');
    stage.setBoards(['support1', 'sales001']);
    stage.sources.showBoard(undefined);
    await snapshotOf(stage.sources, (now) => shown(now) === 'support1');
    stage.sources.showBoard('sales001');
    await snapshotOf(stage.sources, (now) => shown(now) === 'sales001');
  });

  it('shows the first board in place of a wanted one that is deleted, and that one when it is back', async () => {
    stage.setDefinitions({ waiting: {} });
    stage.sources.showBoard('support1');
    stage.setBoards(['sales001', 'support1']);
    await snapshotOf(stage.sources, (now) => shown(now) === 'support1');
    stage.setBoards(['sales001']);
    await snapshotOf(stage.sources, (now) => shown(now) === 'sales001');
    stage.setBoards(['sales001', 'support1']);
    await snapshotOf(stage.sources, (now) => shown(now) === 'support1');
  });

  it('gives the document of a board that is not shown to whoever subscribes, as it changes and goes', async () => {
    stage.setDefinitions({ waiting: {} });
    stage.setBoards(['sales001', 'support1']);
    const other = stage.sources.boardDocumentOf('support1');
    const [onOther, onSecond] = [jest.fn(), jest.fn()];
    const leave = [other.subscribe(onOther), stage.sources.boardDocumentOf('support1').subscribe(onSecond)];
    const until = (status: string, title = '') =>
      snapshotOf(
        stage.sources,
        () => other.get().status === status && JSON.stringify(other.get()).includes(title),
      );
    const before = await until('ready', 'support1');
    expect(shown(before)).not.toBe('support1');
    onOther.mockClear();
    stage.setPart('dashboard-board-support1', boardNamed('Support'));
    await until('ready', 'Support');
    expect(onOther).toHaveBeenCalledTimes(1);
    leave[0]?.();
    onSecond.mockClear();
    stage.setPart('dashboard-board-support1', undefined);
    await until('missing');
    expect([onOther.mock.calls.length, onSecond.mock.calls.length]).toEqual([1, 1]);
    leave[1]?.();
  });

  it('gives a definition document by its name, whether the shown board needs it or not', async () => {
    stage.setDefinitions({ waiting: {} });
    const more = stage.sources.definitionsIn('dashboard-metrics-2');
    const leave = more.subscribe(listener);
    stage.setPart('dashboard-metrics-2', { longest: {} });
    const { furtherDefinitions } = await snapshotOf(stage.sources, () => more.get().status === 'ready');
    expect([more.get(), furtherDefinitions]).toEqual([{ status: 'ready', value: { longest: {} } }, []]);
    leave();
  });

  it('gives the same object until something changes', async () => {
    await snapshotOf(stage.sources, ({ data }) => data.status === 'missing');
    expect(stage.sources.data.get()).toBe(stage.sources.data.get());
  });

  it('calls back followers of the source that changed, and of no other', async () => {
    await snapshotOf(
      stage.sources,
      ({ data, definitions }) => data.status === 'missing' && definitions.status === 'missing',
    );
    const [onData, onDefinitions] = [jest.fn(), jest.fn()];
    stage.sources.data.subscribe(onData);
    stage.sources.definitions.subscribe(onDefinitions);
    stage.setData({ version: 1 });
    await snapshotOf(stage.sources, ({ data }) => data.status === 'ready');
    expect(onData).toHaveBeenCalledTimes(1);
    stage.setDefinitions({ waiting: {} });
    await snapshotOf(stage.sources, ({ definitions }) => definitions.status === 'ready');
    expect([onData.mock.calls.length, onDefinitions.mock.calls.length]).toEqual([1, 1]);
  });

  it('calls nobody back who has left', async () => {
    await snapshotOf(stage.sources, ({ data }) => data.status === 'missing');
    const other = jest.fn();
    followSources(stage.sources, other)();
    stage.setData({ version: 1 });
    await snapshotOf(stage.sources, ({ data }) => data.status === 'ready');
    expect(other).not.toHaveBeenCalled();
  });

  /** A collection as the Function writes it: the queues first, by their places, and the list of their numbers last. */
  const writeQueues = (collection: number, queues: Readonly<Record<string, string>>): void => {
    Object.entries(queues).forEach(([sid, friendly_name], index) =>
      stage.setPart(`dashboard-data-queue-${index + 1}`, {
        collection,
        queue: { sid, friendly_name, collection },
      }),
    );
    listQueues(
      collection,
      Object.keys(queues).map(() => collection),
    );
  };
  const listQueues = (collection: number, numbers: readonly number[]): void =>
    stage.setData({ collection, documents: { queues: numbers.map((number) => [number, '', '']) } });

  type Assembled = {
    collection: number;
    queues?: { friendly_name: string; collection: number }[];
    channels?: object;
  };
  const assembled = (): Assembled | undefined => {
    const data = stage.sources.data.get();
    return data.status === 'ready' ? (data.value as Assembled) : undefined;
  };
  const untilAssembled = async (isAsWished: (data: Assembled) => boolean): Promise<Assembled> => {
    await snapshotOf(stage.sources, () => {
      const data = assembled();
      return data !== undefined && isAsWished(data);
    });
    return assembled() as Assembled;
  };

  it('gives the queues that lie in documents of their own, in the order of their names, in place of the list of documents', async () => {
    writeQueues(1, { WQ1: 'Support', WQ2: 'Billing', WQ3: 'Sales' });
    expect(await untilAssembled(({ queues }) => queues?.length === 3)).toEqual({
      collection: 1,
      queues: [
        { sid: 'WQ2', friendly_name: 'Billing', collection: 1 },
        { sid: 'WQ3', friendly_name: 'Sales', collection: 1 },
        { sid: 'WQ1', friendly_name: 'Support', collection: 1 },
      ],
    });
  });

  it('orders queues of one name by their SIDs', async () => {
    writeQueues(1, { WQ2: 'Sales', WQ1: 'Sales' });
    const { queues } = await untilAssembled(({ queues }) => queues?.length === 2);
    expect(queues).toMatchObject([{ sid: 'WQ1' }, { sid: 'WQ2' }]);
  });

  it('gives channels by their unique names', async () => {
    const channel = { unique_name: 'voice', realtime: {} };
    stage.setPart('dashboard-data-channel-1', { collection: 1, channel });
    stage.setData({ collection: 1, documents: { channels: [[1, '', '']] } });
    const { channels } = await untilAssembled(({ channels }) => channels !== undefined);
    expect(channels).toEqual({ voice: channel });
  });

  it('changes once for a collection of twenty queues, not once for each document', async () => {
    const queues = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`WQ${index}`, `Queue ${index}`]),
    );
    writeQueues(1, queues);
    await untilAssembled(({ queues }) => queues?.length === 20);
    const before = stage.sources.data.get();
    const seen = new Set<unknown>();
    const stop = stage.sources.data.subscribe(() => seen.add(stage.sources.data.get()));
    writeQueues(2, queues);
    await untilAssembled(({ queues }) => queues?.[0]?.collection === 2);
    stop();
    seen.delete(before);
    expect(assembled()?.queues?.map(({ collection }) => collection)).toEqual(Array(20).fill(2));
    expect(seen.size).toBe(1);
  });

  it('keeps the object of a queue that did not change', async () => {
    writeQueues(1, { WQ1: 'Support', WQ2: 'Sales' });
    const before = await untilAssembled(({ queues }) => queues?.length === 2);
    stage.setPart('dashboard-data-queue-1', {
      collection: 2,
      queue: { sid: 'WQ1', friendly_name: 'Support', collection: 2 },
    });
    listQueues(2, [2, 1]);
    const after = await untilAssembled(({ collection }) => collection === 2);
    expect(after.queues?.[0]).toBe(before.queues?.[0]);
    expect(after.queues?.[1]).toMatchObject({ sid: 'WQ1', collection: 2 });
  });

  it('opens the document of a queue that is created, and leaves that of one that is gone', async () => {
    writeQueues(1, { WQ1: 'Support' });
    await untilAssembled(({ queues }) => queues?.length === 1);
    writeQueues(2, { WQ1: 'Support', WQ2: 'Sales' });
    await untilAssembled(({ queues }) => queues?.length === 2);
    stage.setPart('dashboard-data-queue-2', { collection: 3 });
    listQueues(3, [2]);
    expect((await untilAssembled(({ collection }) => collection === 3)).queues).toHaveLength(1);
    // Nobody follows it any more.
    listener.mockClear();
    stage.setPart('dashboard-data-queue-2', { collection: 4, queue: { sid: 'WQ2', friendly_name: 'Back' } });
    listQueues(5, [2]);
    expect((await untilAssembled(({ collection }) => collection === 5)).queues).toHaveLength(1);
  });

  it('gives what there is given a queue document that somebody deleted', async () => {
    writeQueues(1, { WQ1: 'Support', WQ2: 'Sales' });
    await untilAssembled(({ queues }) => queues?.length === 2);
    stage.setPart('dashboard-data-queue-1', undefined);
    expect((await untilAssembled(({ queues }) => queues?.length === 1)).queues).toMatchObject([
      { sid: 'WQ2' },
    ]);
  });

  it('shows each queue once, the newer one, while queues move to other documents', async () => {
    writeQueues(1, { WQ1: 'Support', WQ2: 'Sales' });
    await untilAssembled(({ queues }) => queues?.length === 2);
    stage.setPart('dashboard-data-queue-1', {
      collection: 2,
      queue: { sid: 'WQ2', friendly_name: 'Sales', collection: 2 },
    });
    listQueues(2, [2, 1]);
    expect((await untilAssembled(({ collection }) => collection === 2)).queues).toEqual([
      { sid: 'WQ2', friendly_name: 'Sales', collection: 2 },
    ]);
  });

  it('gives, after a while, what a Function wrote that was killed before it wrote the list', async () => {
    writeQueues(1, { WQ1: 'Support' });
    await untilAssembled(({ queues }) => queues?.length === 1);
    stage.setPart('dashboard-data-queue-1', {
      collection: 2,
      queue: { sid: 'WQ1', friendly_name: 'Support', collection: 2 },
    });
    const { collection, queues } = await untilAssembled(({ queues }) => queues?.[0]?.collection === 2);
    expect([collection, queues?.length]).toEqual([1, 1]);
  });

  it('keeps queues while disconnected, and gives what was written meanwhile after that', async () => {
    writeQueues(1, { WQ1: 'Support', WQ2: 'Sales' });
    await untilAssembled(({ queues }) => queues?.length === 2);
    stage.disconnect();
    await snapshotOf(stage.sources, ({ connection }) => connection === 'disconnected');
    expect(assembled()?.queues).toHaveLength(2);
    writeQueues(2, { WQ1: 'Support', WQ2: 'Sales', WQ3: 'Billing' });
    stage.reconnect();
    const { queues } = await untilAssembled(({ queues }) => queues?.length === 3);
    expect(queues?.map(({ collection }) => collection)).toEqual([2, 2, 2]);
  });
});
