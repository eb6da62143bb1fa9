/** What every store promises: over plain objects, over the real Sync client, and through the Function as it is deployed. */
import path from 'node:path';
import { account } from '../../../../emulator/account';
import { startCollector, type Collector } from '../../../../emulator/functions/testing/startCollector';
import { SyncClients, untilState } from '../../../../emulator/sync/testing/syncClients';
import { issueToken } from '../../../../emulator/token';
import { syncSources } from '../../../sources/sync/syncSources';
import { mostBytes, mostVersions } from '../../../schema/defaults';
import { snapshotOf } from '../../../testing/followSources';
import type { BoardDocuments, JsonObject } from '../../../model/board/BoardDocuments';
import { parseBoard } from '../../../model/board/parseBoard';
import { resolveConflict } from '../draft/conflicts';
import { edit } from '../draft/edit';
import type { EditingCommand } from '../draft/EditingCommand';
import { beginEditing, documentsOf, redo, undo } from '../draft/EditingSession';
import { aBoard, aDocument, aMetric } from '../draft/testing/aBoard';
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
  collector = await startCollector({ projectFolder: path.resolve(__dirname, '../../../..'), processes: 1 });
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
        flexClient: () => client,
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
  const versionsOf = async (store: DefinitionStore, ofBoard?: string) => {
    const outcome = await store.versions(ofBoard);
    if (outcome.status !== 'read') throw new Error(outcome.problem);
    return outcome.versions;
  };

  it('keeps versions of each of several boards, with the definitions that it used then', async () => {
    const ids = ['first001', 'second01'];
    const layoutOf = (id: string, key: string) => ({
      name: `${names.board}-${id}`,
      value: { sections: [{ tiles: [{ key, visual: { kind: 'number', metric: key } }] }] },
    });
    const index = { name: `${names.board}s`, value: { boards: ids.map((id) => ({ id })) } };
    const layouts = [layoutOf('first001', 'a'), layoutOf('second01', 'b')] as const;
    await begin();
    for (const { name, value } of [...layouts, index]) stage.put(name, value);
    const [first, second] = layouts.map((layout) => ({ ...board, layout, index }));
    if (!first || !second) throw new Error('There are two boards.');

    const tileLabel: EditingCommand = { type: 'change-tile', key: 'a', changes: { label: 'One' } };
    expect((await saveSession(mine, edit(beginEditing(first), tileLabel))).outcome.status).toBe('saved');
    let session = beginEditing(second);
    for (let count = 0; count < mostVersions; count += 1) {
      const edited = edit(edit(session, label('a', `a ${count}`)), label('b', `b ${count}`));
      ({ session } = await saveSession(theirs, edited));
    }

    const kept = await versionsOf(mine, first.layout.name);
    expect(kept.map(({ savedBy }) => savedBy)).toEqual(['me@example.com', undefined]);
    const then = await mine.readVersion(kept[0]?.id ?? '', first.layout.name);
    if (then.status !== 'read') throw new Error(then.status);
    const read = parseBoard(then.documents);
    expect(read.sections[0]?.tiles).toMatchObject([{ key: 'a', label: 'One' }]);
    expect(read.metrics.get('a')).toMatchObject({ metric: { label: 'a' } });
    expect((await versionsOf(mine, second.layout.name)).map(({ savedBy }) => savedBy)).toEqual(
      Array.from({ length: mostVersions }, () => 'they@example.com'),
    );
    expect(await versionsOf(mine)).toEqual([]);
  });

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

  describe('of a board with a document of its own', () => {
    const again = (metric: string, before?: string): EditingCommand => ({
      type: 'add-tile',
      visual: { kind: 'number', metric },
      place: { section: undefined, before },
    });
    const name = 'dashboard-board-board001';
    const tilesSaved = () =>
      (stage.get(name) as { sections: { tiles: { key: string }[] }[] }).sections.flatMap(({ tiles }) =>
        tiles.map(({ key }) => key),
      );
    const created = async () => {
      await begin();
      return (await saveSession(mine, doing(again('a', 'c')))).session;
    };

    it('creates it with the list of boards by the first change that needs it', async () => {
      await created();
      expect(tilesSaved()).toEqual(['a', 'b', 'a-2', 'c']);
      expect(stage.get('dashboard-boards')).toEqual({ boards: [{ id: 'board001' }] });
      expect(stage.get(names.definitions)).toEqual(board.definitions[0]?.value);
    });

    it('saves what metrics can say as ever, and creates nothing', async () => {
      await begin();
      await saveSession(mine, doing({ type: 'move-tile', key: 'c', place: { section: 'New' } }));
      expect(stage.get(names.definitions)).toMatchObject({ c: { metric: { section: 'New' } } });
      expect(stage.names().filter((one) => one.startsWith('dashboard-board'))).toEqual(['dashboard-board']);
    });

    it('loses nobody given two people who create it at the same moment', async () => {
      await begin();
      const saved = await Promise.all([
        saveSession(mine, doing(again('a', 'b'))),
        saveSession(theirs, doing(again('c'))),
      ]);
      for (const [index, { session, outcome }] of saved.entries())
        if (outcome.status !== 'saved')
          expect((await saveSession([mine, theirs][index] ?? mine, session)).outcome.status).toBe('saved');
      expect(tilesSaved()).toEqual(['a', 'a-2', 'b', 'c', 'c-2']);
      expect(stage.get('dashboard-boards')).toEqual({ boards: [{ id: 'board001' }] });
    });

    it('loses nobody given one whose list of boards is not written yet', async () => {
      await begin();
      const theirTile = { key: 'theirs', visual: { kind: 'number', metric: 'a' } };
      stage.put(name, { sections: [{ tiles: [theirTile] }] });
      const { outcome } = await saveSession(mine, doing(again('c')));
      expect(outcome.status).toBe('saved');
      expect(tilesSaved()).toEqual(expect.arrayContaining(['theirs', 'c-2']));
    });

    it('brings back nothing of a board whose making was undone', async () => {
      const session = await created();
      await saveSession(mine, undo(session));
      expect(stage.get(name)).toEqual({});
      await begin();
      await saveSession(theirs, doing(again('b')));
      expect(tilesSaved()).toEqual(['a', 'b', 'c', 'b-2']);
    });

    it('lets two people who change different tiles both land, and fields that nobody knows stay', async () => {
      const session = await created();
      stage.put(name, { ...stage.get(name), later: 1 });
      const moved = edit(session, {
        type: 'move-tile',
        key: 'c',
        place: { section: undefined, before: 'a' },
      });
      const labelled = edit(session, { type: 'change-tile', key: 'a-2', changes: { label: 'Again' } });
      expect((await saveSession(theirs, labelled)).outcome.status).toBe('saved');
      expect((await saveSession(mine, moved)).outcome.status).toBe('saved');
      expect(tilesSaved()).toEqual(['c', 'a', 'b', 'a-2']);
      expect(stage.get(name)).toMatchObject({ later: 1 });
      expect(JSON.stringify(stage.get(name))).toContain('"label":"Again"');
    });

    it('overwrites nothing given one tile changed by two, and saves what is decided then', async () => {
      const begun = await created();
      const as = (text: string) => edit(begun, { type: 'change-tile', key: 'a-2', changes: { label: text } });
      await saveSession(theirs, as('theirs'));
      const { outcome, session } = await saveSession(mine, as('mine'));
      expect(outcome).toEqual({ status: 'conflicts' });
      expect(session.conflicts).toMatchObject([
        { kind: 'tile', document: name, key: 'a-2', mine: { label: 'mine' }, theirs: { label: 'theirs' } },
      ]);
      expect(JSON.stringify(stage.get(name))).toContain('theirs');
      const [conflict] = session.conflicts;
      if (!conflict) throw new Error('There is no conflict.');
      const decided = await saveSession(mine, resolveConflict(session, conflict, 'mine'));
      expect(decided.outcome.status).toBe('saved');
      expect(JSON.stringify(stage.get(name))).toContain('"label":"mine"');
      const theirsAgain = resolveConflict(session, conflict, 'theirs');
      expect(documentsOf(theirsAgain).layout?.value).toEqual(documentsOf(as('theirs')).layout?.value);
    });

    it('is not listed any more once its making is undone, and is again once that is done again', async () => {
      const session = await created();
      const undone = await saveSession(mine, undo(session));
      expect(undone.outcome.status).toBe('saved');
      expect(stage.get('dashboard-boards')).toEqual({ boards: [] });
      const redone = await saveSession(mine, redo(undone.session));
      expect(redone.outcome.status).toBe('saved');
      expect(stage.get('dashboard-boards')).toEqual({ boards: [{ id: 'board001' }] });
      expect(tilesSaved()).toEqual(['a', 'b', 'a-2', 'c']);
    });

    it('is in the versions: as it was, and not there before it was made', async () => {
      const session = await created();
      const moved = await saveSession(
        mine,
        edit(session, { type: 'move-tile', key: 'c', place: { section: undefined, before: 'a' } }),
      );
      const versions = await versionsOf(mine);
      const boards = await Promise.all(versions.map(({ id }) => mine.readVersion(id)));
      const shown = boards.map((read) => {
        if (read.status !== 'read') throw new Error(read.status);
        const { own, sections } = parseBoard(read.documents);
        return [own !== undefined, sections.flatMap(({ tiles }) => tiles.map(({ key }) => key)).join(' ')];
      });
      expect(shown).toEqual([
        [true, 'c a b a-2'],
        [true, 'a b a-2 c'],
        [false, 'a b c'],
      ]);
      const oldest = boards[2];
      if (oldest?.status !== 'read') throw new Error('It is gone.');
      const restored = edit(moved.session, { type: 'restore', documents: oldest.documents });
      const back = await saveSession(mine, restored);
      expect(back.outcome.status).toBe('saved');
      expect(stage.get('dashboard-boards')).toEqual({ boards: [] });
      const [newest] = boards;
      if (newest?.status !== 'read') throw new Error('It is gone.');
      await saveSession(mine, edit(back.session, { type: 'restore', documents: newest.documents }));
      expect(stage.get('dashboard-boards')).toEqual({ boards: [{ id: 'board001' }] });
      expect(tilesSaved()).toEqual(['c', 'a', 'b', 'a-2']);
    });
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
