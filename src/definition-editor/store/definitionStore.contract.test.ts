/** What every store promises: over plain objects, over the real Sync client, and through the Function as it is deployed. */
import path from 'node:path';
import { account } from '../../../emulator/account';
import { startCollector, type Collector } from '../../../emulator/functions/testing/startCollector';
import { SyncClients, untilState } from '../../../emulator/sync/testing/syncClients';
import { issueToken } from '../../../emulator/token';
import { syncSources } from '../../sources/sync/syncSources';
import { mostBytes } from '../../saving/bytesOf';
import { snapshotOf } from '../../testing/followSources';
import type { BoardDocuments, JsonObject } from '../../model/board/BoardDocuments';
import { resolveConflict } from '../session/conflicts';
import { edit } from '../session/edit';
import type { EditingCommand } from '../session/EditingCommand';
import { beginEditing, documentsOf, undo } from '../session/EditingSession';
import { aBoard, aDocument, aMetric } from '../session/testing/aBoard';
import type { DefinitionStore } from './DefinitionStore';
import { memoryDefinitionStore } from './memoryDefinitionStore';
import { openDefinitionStore } from './openDefinitionStore';
import { saveSession } from './saveSession';

const names = { definitions: 'dashboard-definitions', board: 'dashboard-board' };

interface Stage {
  /** A store of somebody's own. */
  open(person: string): Promise<DefinitionStore>;
  put(name: string, value: JsonObject | undefined): void;
  get(name: string): JsonObject | undefined;
  names(): readonly string[];
  /** Takes the connections of all stores away. */
  disconnect(): Promise<void>;
  tearDown(): Promise<void>;
}

let collector: Collector;
beforeAll(async () => {
  collector = await startCollector({ projectFolder: path.resolve(__dirname, '../../..'), processes: 1 });
});
afterAll(() => collector.stop());

async function memoryStage(): Promise<Stage> {
  const documents = new Map<string, JsonObject>();
  let isConnected = true;
  return {
    open: async (author) =>
      memoryDefinitionStore({ names, documents, author, isConnected: () => isConnected }),
    put: (name, value) => void (value ? documents.set(name, value) : documents.delete(name)),
    get: (name) => documents.get(name),
    names: () => [...documents.keys()],
    disconnect: async () => void (isConnected = false),
    tearDown: async () => undefined,
  };
}

/** Everybody has a dashboard open, whose client holds the documents. */
const twilioStage = (savesByFunction: boolean) => async (): Promise<Stage> => {
  const { sync, socketUrl, platform } = collector;
  const service = account.defaultSyncServiceSid;
  const clients = new SyncClients(socketUrl);
  const sources: ReturnType<typeof syncSources>[] = [];
  const endings: (() => void)[] = [];
  return {
    async open(person) {
      const token = issueToken({ identity: person, roles: ['supervisor'] });
      const client = clients.connect(token);
      const source = syncSources({
        documents: { ...names, data: 'dashboard-data' },
        clientChoice: 'account',
        flexClient: () => undefined,
        openAccountClient: () => ({ client, close: () => undefined }),
        retryAfter: 50,
        lingerFor: 0,
      });
      sources.push(source);
      endings.push(source.use());
      await untilState(client, 'connected');
      await snapshotOf(source, ({ definitions }) => definitions.status !== 'loading');
      return openDefinitionStore({
        names,
        client: source.definitionsClient,
        author: () => person,
        onSaved: source.lookAgain,
        saveUrl: savesByFunction ? `${platform.origin}/saveDefinitions` : undefined,
        token: () => token,
      });
    },
    put: (name, value) =>
      void (value ? sync.documents.put(service, name, { ...value }) : sync.documents.remove(service, name)),
    get: (name) => sync.documents.get(service, name)?.data as JsonObject | undefined,
    names: () => sync.documents.list(service).map(({ uniqueName }) => uniqueName ?? ''),
    async disconnect() {
      sync.refuseConnections(true);
      sync.dropSockets();
      await Promise.all(
        sources.map((source) => snapshotOf(source, ({ connection }) => connection === 'disconnected')),
      );
    },
    async tearDown() {
      sync.refuseConnections(false);
      endings.forEach((end) => end());
      await clients.shutdown();
      for (const { uniqueName } of sync.documents.list(service)) {
        sync.documents.remove(service, uniqueName ?? '');
      }
    },
  };
};

describe.each([
  ['memory', memoryStage],
  ['Sync', twilioStage(false)],
  ['the Function', twilioStage(true)],
])('a definition store over %s', (_name, setStage) => {
  let stage: Stage;
  let mine: DefinitionStore;
  let theirs: DefinitionStore;
  const board = aBoard({ a: { later: 1 }, b: {}, c: {} }, { title: 'T', later: true });

  const begin = async (documents: BoardDocuments = board): Promise<void> => {
    for (const { name, value } of [...documents.definitions, documents.board])
      if (value) stage.put(name, value);
    [mine, theirs] = await Promise.all([stage.open('me@example.com'), stage.open('they@example.com')]);
  };
  beforeEach(async () => {
    stage = await setStage();
  });
  afterEach(() => stage.tearDown());

  const doing = (...commands: readonly EditingCommand[]) =>
    commands.reduce((session, command) => edit(session, command), beginEditing(board));
  const label = (key: string, text: string): EditingCommand => ({
    type: 'change-metric',
    key,
    changes: { label: text },
  });
  const savedLabels = (): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(stage.get(names.definitions) ?? {}).map(([key, entry]) => [
        key,
        (entry as { metric: { label: string } }).metric.label,
      ]),
    );
  const versionsOf = async (store: DefinitionStore) => {
    const outcome = await store.versions();
    if (outcome.status !== 'read') throw new Error(outcome.problem);
    return outcome.versions;
  };

  it('saves what was changed, and leaves everything else to the byte', async () => {
    await begin();
    const { outcome, session } = await saveSession(mine, doing(label('b', 'B')));
    expect(outcome).toEqual({ status: 'saved' });
    expect(session.base).toBe(documentsOf(session));
    expect(stage.get(names.definitions)).toEqual(aDocument({ a: { later: 1 }, b: { label: 'B' }, c: {} }));
    expect(stage.get(names.board)).toEqual({ title: 'T', later: true });
  });

  it('writes nothing given nothing to save', async () => {
    await begin();
    const before = stage.names();
    expect(await mine.save(board, board)).toEqual({ status: 'saved' });
    expect(stage.names()).toEqual(before);
  });

  it('creates documents that were missing', async () => {
    const empty: BoardDocuments = {
      definitions: [{ name: names.definitions, value: undefined }],
      board: { name: names.board, value: undefined },
    };
    await begin(empty);
    const session = [
      { type: 'add-metric', metric: aMetric('First') },
      { type: 'change-settings', changes: { title: 'New' } },
    ].reduce((edited, command) => edit(edited, command as EditingCommand), beginEditing(empty));
    expect((await saveSession(mine, session)).outcome).toEqual({ status: 'saved' });
    expect(savedLabels()).toEqual({ first: 'First' });
    expect(stage.get(names.board)).toEqual({ title: 'New' });
  });

  it('lets two people who change different metrics both land', async () => {
    await begin();
    expect((await saveSession(theirs, doing(label('a', 'theirs')))).outcome.status).toBe('saved');
    const { outcome, rebased } = await saveSession(mine, doing(label('b', 'mine')));
    expect([outcome.status, rebased]).toEqual(['saved', true]);
    expect(savedLabels()).toEqual({ a: 'theirs', b: 'mine', c: 'c' });
  });

  it('lets ten changes that are saved at the same moment all land', async () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    const many = aBoard(Object.fromEntries(keys.map((key) => [key, {}])));
    await begin(many);
    const saved = await Promise.all(
      keys.map(async (key, index) => {
        let session = edit(beginEditing(many), label(key, 'new'));
        // Whoever comes too late again and again tries once more by hand.
        for (let tries = 0; tries < 5; tries += 1) {
          const result = await saveSession(index % 2 === 0 ? mine : theirs, session);
          if (result.outcome.status === 'saved') return true;
          session = result.session;
        }
        return false;
      }),
    );
    expect(saved).toEqual(keys.map(() => true));
    expect(savedLabels()).toEqual(Object.fromEntries(keys.map((key) => [key, 'new'])));
  });

  it('overwrites nothing given the same metric changed by two, and saves what is decided then', async () => {
    await begin();
    await saveSession(theirs, doing(label('a', 'theirs')));
    const { outcome, session } = await saveSession(mine, doing(label('a', 'mine'), label('b', 'mine')));
    expect(outcome).toEqual({ status: 'conflicts' });
    expect(session.conflicts).toMatchObject([
      { key: 'a', mine: { metric: { label: 'mine' } }, theirs: { metric: { label: 'theirs' } } },
    ]);
    expect(savedLabels()).toEqual({ a: 'theirs', b: 'b', c: 'c' });

    const [conflict] = session.conflicts;
    if (!conflict) throw new Error('There is no conflict.');
    const decided = await saveSession(mine, resolveConflict(session, conflict, 'both'));
    expect(decided.outcome).toEqual({ status: 'saved' });
    expect(savedLabels()).toEqual({ a: 'theirs', 'a-2': 'mine', b: 'mine', c: 'c' });
  });

  it('tells of a metric that one removed and the other changed', async () => {
    await begin();
    await saveSession(theirs, doing({ type: 'remove-metric', key: 'a' }));
    const { session } = await saveSession(mine, doing(label('a', 'mine')));
    expect(session.conflicts).toMatchObject([{ key: 'a', theirs: undefined }]);
    expect(savedLabels()).toEqual({ b: 'b', c: 'c' });
  });

  it('lets one person put tiles into another order while the other adds one', async () => {
    await begin();
    await saveSession(theirs, doing({ type: 'add-metric', metric: aMetric('New') }));
    const move: EditingCommand = { type: 'move-tile', key: 'c', place: { section: undefined, before: 'a' } };
    expect((await saveSession(mine, doing(move))).outcome.status).toBe('saved');
    expect(stage.get(names.definitions)).toMatchObject({ c: { metric: { order: 1 } }, new: {} });
  });

  it('brings in a document that somebody else created meanwhile', async () => {
    await begin(aBoard({ a: {}, b: {}, c: {} }));
    const base = aBoard({ a: {}, b: {}, c: {} });
    stage.put(names.board, { title: 'Theirs' });
    const session = edit(beginEditing(base), { type: 'change-settings', changes: { staleAfterSeconds: 60 } });
    expect((await saveSession(mine, session)).outcome.status).toBe('saved');
    expect(stage.get(names.board)).toEqual({ title: 'Theirs', staleAfterSeconds: 60 });
  });

  it('saves a further document, which the settings name after it is there', async () => {
    const filler = 'x'.repeat(mostBytes - 300);
    const full = aBoard({ big: { description: filler } }, { later: true });
    await begin(full);
    const metric = aMetric('More', { description: 'y'.repeat(300) });
    const session = edit(beginEditing(full), { type: 'add-metric', metric });
    expect((await saveSession(mine, session)).outcome).toEqual({ status: 'saved' });
    expect(stage.get(names.board)).toEqual({
      later: true,
      definitionDocuments: ['dashboard-definitions-2'],
    });
    expect(stage.get('dashboard-definitions-2')).toEqual({ more: { metric } });
  });

  it('writes nothing given a document that is too large for Sync', async () => {
    await begin();
    const before = stage.names();
    const session = doing(label('b', 'mine'), {
      type: 'change-settings',
      changes: { title: 'x'.repeat(mostBytes) },
    });
    expect((await saveSession(mine, session)).outcome).toMatchObject({
      status: 'failed',
      reason: 'too-large',
    });
    expect(savedLabels().b).toBe('b');
    expect(stage.names()).toEqual(before);
  });

  it('fails while offline, saves nothing later by itself, and keeps the session', async () => {
    await begin();
    await stage.disconnect();
    const session = doing(label('a', 'mine'));
    const saved = await saveSession(mine, session);
    expect(saved.outcome).toMatchObject({ status: 'failed', reason: 'offline' });
    expect(saved.session).toBe(session);
    expect(await mine.versions()).toMatchObject({ status: 'failed', reason: 'offline' });
    expect(savedLabels().a).toBe('a');
  });

  it('keeps what stood there before, and each version with its author and time, the newest first', async () => {
    await begin();
    expect(await versionsOf(mine)).toEqual([]);
    await saveSession(mine, doing(label('a', 'one')));
    await saveSession(theirs, doing(label('b', 'two')));
    const versions = await versionsOf(mine);
    expect(versions.map(({ savedBy }) => savedBy)).toEqual(['they@example.com', 'me@example.com', undefined]);
    expect(versions.every(({ savedAt }) => savedAt !== undefined)).toBe(true);
    const boards = await Promise.all(versions.map(({ id }) => mine.readVersion(id)));
    expect(boards).toEqual(
      [
        ['one', 'two'],
        ['one', 'b'],
        ['a', 'b'],
      ].map(([a, b]) => ({
        status: 'read',
        documents: aBoard({ a: { label: a, later: 1 }, b: { label: b }, c: {} }, board.board.value),
      })),
    );
  });

  it('keeps what was written by other means, before it is replaced', async () => {
    await begin();
    const { session } = await saveSession(mine, doing(label('a', 'one')));
    stage.put(names.definitions, aDocument({ a: { label: 'by hand' }, c: {} }));
    await saveSession(mine, edit(session, { type: 'remove-metric', key: 'c' }));
    const versions = await versionsOf(mine);
    expect(versions.map(({ savedBy }) => savedBy)).toEqual([
      'me@example.com',
      undefined,
      'me@example.com',
      undefined,
    ]);
    const byHand = await mine.readVersion(versions[1]?.id ?? '');
    expect(byHand).toMatchObject({
      documents: { definitions: [{ value: aDocument({ a: { label: 'by hand' }, c: {} }) }] },
    });
  });

  it('restores a version as an edit, which can be looked at, undone, and saved', async () => {
    await begin();
    const { session } = await saveSession(
      mine,
      doing(label('a', 'new'), { type: 'remove-metric', key: 'b' }),
    );
    const oldest = (await versionsOf(mine)).at(-1);
    const version = await mine.readVersion(oldest?.id ?? '');
    if (version.status !== 'read') throw new Error(version.status);
    const restored = edit(session, { type: 'restore', documents: version.documents });
    expect(undo(restored).current).toBe(session.current);
    expect((await saveSession(mine, restored)).outcome.status).toBe('saved');
    expect(savedLabels()).toEqual({ a: 'a', b: 'b', c: 'c' });
  });

  it('keeps ten versions of a board, and no copy that none of them needs', async () => {
    await begin();
    let session = doing({ type: 'change-settings', changes: { title: 'Once' } });
    for (let number = 1; number <= 12; number += 1) {
      ({ session } = await saveSession(mine, edit(session, label('a', String(number)))));
    }
    const versions = await versionsOf(mine);
    expect(versions).toHaveLength(10);
    expect(stage.names().filter((name) => name.startsWith('dashboard-definitions-version-'))).toHaveLength(
      10,
    );
    expect(stage.names().filter((name) => name.startsWith('dashboard-board-version-'))).toHaveLength(1);
    const oldest = await mine.readVersion(versions.at(-1)?.id ?? '');
    expect(oldest).toMatchObject({
      documents: {
        definitions: [{ value: { a: { metric: { label: '3' } } } }],
        board: { value: { title: 'Once' } },
      },
    });
    expect(await mine.readVersion('nothing')).toEqual({ status: 'gone' });
  });

  it('says that a version is gone whose copy somebody removed', async () => {
    await begin();
    await saveSession(mine, doing(label('a', 'new')));
    const [newest] = await versionsOf(mine);
    stage.put(`dashboard-definitions-version-${newest?.id}`, undefined);
    expect(await mine.readVersion(newest?.id ?? '')).toEqual({ status: 'gone' });
  });

  it('begins a new list of versions given one that nobody understands, and keeps what else it holds', async () => {
    stage.put('dashboard-definitions-versions', { versions: [{ id: 7 }, 'x'], later: 1 });
    await begin();
    expect(await versionsOf(mine)).toEqual([]);
    await saveSession(mine, doing(label('a', 'new')));
    expect(await versionsOf(mine)).toHaveLength(2);
    expect(stage.get('dashboard-definitions-versions')).toMatchObject({ later: 1 });
  });
});
