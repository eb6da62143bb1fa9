import { edit } from '../../views/editor/draft/edit';
import { beginEditing, documentsOf, redo, undo } from '../../views/editor/draft/EditingSession';
import { mergeDocuments } from '../../views/editor/draft/mergeDocuments';
import { Random } from '../../testing/Random';
import { sameJson } from '../../persistence/sameJson';
import { readsChoices } from '../metric/boardVariables';
import { metricOfTile, type Board } from './Board';
import { allDocuments, entryIn, type BoardDocuments, type JsonObject } from './BoardDocuments';
import { namedDocuments } from './namedDocuments';
import { contentOf, parseBoard } from './parseBoard';
import { randomCommand, randomDocuments, type RandomBoardOptions } from './testing/randomBoard';
import { toDocuments } from './toDocuments';

const boards = 60;

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** As another page reads them. */
const readAgain = (documents: BoardDocuments): BoardDocuments => copy(documents);

/** What can be seen of a board; that a section is listed cannot, as long as it has tiles. */
const seen = ({ id, own, settings, sections, metrics }: Board) => ({
  id,
  hasOwn: own !== undefined,
  settings,
  sections: sections
    .filter(({ name, tiles }) => name !== undefined || tiles.length > 0)
    .map(({ name, tiles }) => ({
      name,
      tiles: tiles.map(({ key, span, visual, label = null, with: fixed = null }) => ({
        key,
        span,
        visual,
        label,
        fixed,
      })),
    })),
  metrics: Object.fromEntries(metrics),
});

/** Sessions of some commands on random boards, with what was saved before the last of them. */
function* sessions(options: RandomBoardOptions, mostCommands = 6) {
  for (let seed = 1; seed <= boards; seed += 1) {
    const random = new Random(seed);
    const documents = randomDocuments(random, options);
    let session = beginEditing(documents);
    for (let count = 1 + random.below(mostCommands); count > 0; count -= 1) {
      const before = session;
      const command = randomCommand(random, session.current, { ...options, isOwn: true });
      session = edit(session, command);
      yield { seed, documents, before, command, session };
    }
  }
}

const kinds: readonly [string, RandomBoardOptions][] = [
  ['that get a document', {}],
  ['that have a document', { isOwn: true }],
  ['that have a document with what is no tile', { isOwn: true, isStrange: true }],
  ['that have a document, full of metrics', { isOwn: true, mostText: 6000 }],
  ['that get a document, with choices', { hasChoices: true }],
  ['that have a document, with choices', { isOwn: true, hasChoices: true }],
  ['with choices, full of metrics', { isOwn: true, hasChoices: true, mostText: 6000 }],
];

describe.each(kinds)('boards %s', (_kind, options) => {
  it('are the very documents that they were made of', () => {
    for (let seed = 1; seed <= boards; seed += 1) {
      const documents = randomDocuments(new Random(seed), options);
      expect(toDocuments(parseBoard(documents), documents)).toBe(documents);
    }
  });

  it('are made again of the documents that are made of them', () => {
    for (const { seed, session, command } of sessions(options)) {
      const again = seen(parseBoard(readAgain(documentsOf(session))));
      if (sameJson(again, seen(session.current))) continue;
      expect({ seed, command, ...again }).toEqual({ seed, command, ...seen(session.current) });
    }
  });

  it('keep fields that nobody knows, of the list, the board, its sections, tiles and visuals', () => {
    const wrong: unknown[] = [];
    for (const { seed, command, before, session } of sessions(options)) {
      const [stood, saved] = [documentsOf(before), documentsOf(session)];
      if (!stood.layout?.value || !saved.layout?.value) continue;
      const [was, is] = [stood.layout.value, saved.layout.value];
      if (!sameJson(unknownIn(was), unknownIn(is))) wrong.push({ seed, command, was, is });
      if (!sameJson(stood.index, saved.index)) wrong.push({ seed, command, index: saved.index });
      for (const [key, tile] of tilesIn(was)) {
        const found = tilesIn(is).get(key);
        const named = 'key' in command ? command.key : undefined;
        if (found && named !== key && !sameJson(withoutSpan(found), withoutSpan(tile)))
          wrong.push({ seed, command, tile, found });
      }
    }
    expect(wrong).toEqual([]);
  });

  it('come back step by step, undone and done again, also after they were saved', () => {
    for (const { seed, command, before, session } of sessions(options, 3)) {
      const undone = undo({ ...session, base: documentsOf(session) });
      if (session === before) continue;
      const found = {
        undone: seen(parseBoard(readAgain(documentsOf(undone)))).sections,
        redone: seen(parseBoard(readAgain(documentsOf(redo(undone))))).sections,
      };
      const wanted = { undone: seen(before.current).sections, redone: seen(session.current).sections };
      expect({ seed, command, ...found }).toEqual({ seed, command, ...wanted });
    }
  });

  it('keep what two people did to different tiles at once', () => {
    for (const { seed, documents, session } of sessions(options, 4)) {
      const random = new Random(seed + 1000);
      let theirs = beginEditing(readAgain(documents));
      theirs = edit(theirs, randomCommand(random, theirs.current, { ...options, isOwn: true }));
      const { documents: merged } = mergeDocuments(documents, documentsOf(session), documentsOf(theirs));
      const board = parseBoard(readAgain(merged));
      const all = board.sections.flatMap(({ tiles }) => tiles.map(({ key }) => key));
      expect(new Set(all).size).toBe(all.length);
      const known = new Set(keysOf(parseBoard(documents)));
      const added = [session.current, theirs.current].flatMap(keysOf).filter((key) => !known.has(key));
      expect({ seed, all }).toEqual({ seed, all: expect.arrayContaining(added) as unknown });
    }
  });
});

describe('a board with a document', () => {
  it('writes nothing of places and sizes into metrics, as long as they stay in their documents', () => {
    const wrong: unknown[] = [];
    for (const { seed, command, before, session } of sessions({ isOwn: true })) {
      if (!before.current.own) continue;
      const [stood, saved] = [documentsOf(before), documentsOf(session)];
      const entries = new Map(stood.definitions.flatMap(({ value = {} }) => Object.entries(value)));
      for (const [key, entry] of saved.definitions.flatMap(({ value = {} }) => Object.entries(value)))
        // JSON puts keys that are whole numbers first, so that only an order keeps a new one last in older versions.
        if (!sameJson(placeIn(entry), placeIn(entries.get(key))) && !/^\d+$/.test(key))
          wrong.push({ seed, command, key });
    }
    expect(wrong).toEqual([]);
  });
});

describe('a metric that reads the choices of a board', () => {
  const options = { isOwn: true, hasChoices: true, mostText: 6000 };
  const shown = ({ definitions, board }: BoardDocuments): readonly string[] => {
    const first = definitions[0]?.name ?? '';
    return [first, ...namedDocuments(board.value, [first])];
  };
  const entriesIn = (documents: BoardDocuments, names: readonly string[]) =>
    documents.definitions
      .filter(({ name }) => names.includes(name))
      .flatMap(({ name, value = {} }) => Object.entries(value).map(([key, entry]) => ({ name, key, entry })));

  it('is never written where older versions show it', () => {
    const wrong: unknown[] = [];
    let written = 0;
    for (const { seed, command, documents, session } of sessions(options)) {
      const saved = documentsOf(session);
      for (const { name, key, entry } of entriesIn(saved, shown(saved)))
        if (readsChoices(entry) && !sameJson(contentOf(entry), contentOf(entryIn(documents, key))))
          wrong.push({ seed, command, name, key });
      written += entriesIn(saved, ['dashboard-metrics-1', 'dashboard-metrics-2']).length;
    }
    expect(wrong).toEqual([]);
    expect(written).toBeGreaterThan(100);
  });

  it('lies in a document that the document of its board names', () => {
    for (const { seed, command, session } of sessions(options)) {
      const { definitions, board, layout } = documentsOf(session);
      const [first = ''] = definitions.map(({ name }) => name);
      const named = namedDocuments(board.value, [board.name, first], layout?.value);
      expect({ seed, command, named }).toEqual({
        seed,
        command,
        named: expect.arrayContaining(definitions.slice(1).map(({ name }) => name)) as unknown,
      });
    }
  });

  it('is there for both when two people begin a document for them', () => {
    const documents = randomDocuments(new Random(3), { isOwn: true });
    const read = (label: string): BoardDocuments =>
      documentsOf(
        edit(beginEditing(documents), {
          type: 'add-metric',
          metric: { label, formula: 'waiting(board.queue)' },
          place: { section: undefined },
        }),
      );
    const { documents: merged, conflicts } = mergeDocuments(documents, read('Mine'), read('Theirs'));
    expect(conflicts).toEqual([]);
    expect(
      Object.keys(merged.definitions.find(({ name }) => name === 'dashboard-metrics-1')?.value ?? {}),
    ).toEqual(['theirs', 'mine']);
    expect(merged.layout?.value?.documents).toEqual(['dashboard-metrics-1']);
  });
});

describe('an older plugin beside a board with a document', () => {
  it('moves, adds and deletes metrics, and no tile of the board is moved, lost or changed by it', () => {
    for (let seed = 1; seed <= boards; seed += 1) {
      const random = new Random(seed);
      const documents = randomDocuments(random, { isOwn: true });
      const { definitions, board } = documents;
      // It knows nothing of the list of boards.
      let older = beginEditing({ definitions, board });
      for (let count = 1 + random.below(5); count > 0; count -= 1)
        older = edit(older, randomCommand(random, older.current));
      const after = parseBoard(readAgain({ ...documents, ...documentsOf(older) }));
      expect({ seed, sections: seen(after).sections }).toEqual({
        seed,
        sections: seen(parseBoard(documents)).sections,
      });
      expect([...after.metrics.keys()].sort()).toEqual([...older.current.metrics.keys()].sort());
    }
  });
});

const keysOf = ({ sections }: Board): readonly string[] =>
  sections.flatMap(({ tiles }) =>
    tiles.flatMap((tile) => (metricOfTile(tile) === undefined ? [] : [tile.key])),
  );

/** But for what follows from the metrics, and is tested by itself. */
const unknownIn = ({
  sections: _sections,
  documents: _documents,
  variables: _variables,
  ...others
}: JsonObject): JsonObject => others;

/** By their keys, those that no other tile has. */
function tilesIn(layout: JsonObject): ReadonlyMap<unknown, JsonObject> {
  const tiles = (layout.sections as readonly { tiles?: unknown }[])
    .flatMap((section) => (Array.isArray(section.tiles) ? (section.tiles as readonly unknown[]) : []))
    .filter((tile): tile is JsonObject => typeof tile === 'object' && tile !== null);
  const isAlone = ({ key }: JsonObject): boolean => tiles.filter((other) => other.key === key).length === 1;
  return new Map(tiles.filter((tile) => isAlone(tile) && 'visual' in tile).map((tile) => [tile.key, tile]));
}

const withoutSpan = ({ span: _span, ...others }: JsonObject): JsonObject => others;

const placeIn = (entry: unknown): JsonObject => {
  const { section, order, size } = Object(Object(entry).metric) as JsonObject;
  return { section, order, size };
};

it('lists the documents of a board with its own, so that they are saved and measured', () => {
  const documents = randomDocuments(new Random(1), { isOwn: true });
  expect(
    allDocuments(documents)
      .map(({ name }) => name)
      .slice(-2),
  ).toEqual(['dashboard-board-k3f9x2ab', 'dashboard-boards']);
});
