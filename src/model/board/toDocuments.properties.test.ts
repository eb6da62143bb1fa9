import { edit } from '../../views/editor/draft/edit';
import { beginEditing, documentsOf } from '../../views/editor/draft/EditingSession';
import { Random } from '../../testing/Random';
import { mostBytes } from '../../schema/defaults';
import { sameJson } from '../../persistence/sameJson';
import { isMetricEntry, type Board } from './Board';
import { hasKey, homeOf, type BoardDocuments } from './BoardDocuments';
import { documentSizes } from './documentSizes';
import { parseBoard } from './parseBoard';
import { randomCommand, randomDocuments, type RandomBoardOptions } from './testing/randomBoard';
import { toDocuments } from './toDocuments';

const boards = 150;

/** As another page reads them. */
const readAgain = (documents: BoardDocuments): BoardDocuments => ({
  definitions: documents.definitions.map(({ name, value }) => ({ name, value: value && copy(value) })),
  board: { name: documents.board.name, value: documents.board.value && copy(documents.board.value) },
});
const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** What can be seen of a board; that a section is listed cannot, as long as it has tiles. */
const seen = ({ settings, sections, metrics }: Board) => ({
  settings,
  sections: sections.map(({ name, tiles }) => ({ name, tiles })),
  metrics: Object.fromEntries(metrics),
});

/** Sessions of some commands on random boards, with the board before the last of them. */
function* sessions(options: RandomBoardOptions, mostCommands = 6) {
  for (let seed = 1; seed <= boards; seed += 1) {
    const random = new Random(seed);
    const documents = randomDocuments(random, options);
    let session = beginEditing(documents);
    for (let count = 1 + random.below(mostCommands); count > 0; count -= 1) {
      const before = session;
      const command = randomCommand(random, session.current, options);
      session = edit(session, command);
      yield { seed, documents, before, command, session };
    }
  }
}

const kinds: readonly [string, RandomBoardOptions][] = [
  ['of metrics', {}],
  ['with what is no metric and keys twice', { isStrange: true }],
  ['with full documents', { mostText: 6000 }],
];

describe.each(kinds)('random boards %s', (_kind, options) => {
  it('are the very documents that they were made of', () => {
    for (let seed = 1; seed <= boards; seed += 1) {
      const documents = randomDocuments(new Random(seed), options);
      expect(toDocuments(parseBoard(documents), documents)).toBe(documents);
      expect(toDocuments(parseBoard(readAgain(documents)), documents)).toBe(documents);
    }
  });

  it('are made again of the documents that are made of them', () => {
    for (const { seed, session, command } of sessions(options)) {
      const again = parseBoard(readAgain(documentsOf(session)));
      if (sameJson(seen(again), seen(session.current))) continue;
      expect({ seed, command, ...seen(again) }).toEqual({ seed, command, ...seen(session.current) });
    }
  });

  it('keep all that no command named, to the byte', () => {
    const wrong: unknown[] = [];
    for (const { seed, command, documents, session } of sessions(options)) {
      const saved = documentsOf(session);
      for (const { name, value = {} } of documents.definitions)
        for (const [key, entry] of Object.entries(value)) {
          const content = session.current.metrics.get(key);
          if (content === undefined || content !== parseBoard(documents).metrics.get(key)) continue;
          // A metric that gets another order may outgrow its document.
          const home = saved.definitions.find(
            (document) => document.name === name && hasKey(document.value, key),
          );
          const found = (home ?? homeOf(saved, key))?.value?.[key];
          const isKept = isMetricEntry(entry)
            ? JSON.stringify(withoutPlace(found)) === JSON.stringify(withoutPlace(entry))
            : found === entry;
          if (!isKept) wrong.push({ seed, command, key, entry, found });
        }
    }
    expect(wrong).toEqual([]);
  });

  it('have documents that Sync takes, unless nothing was to be written', () => {
    const tooLarge: unknown[] = [];
    for (const { seed, command, documents, session } of sessions(options))
      for (const { name, bytes } of documentSizes(documentsOf(session))) {
        const before = documentSizes(documents).find((document) => document.name === name)?.bytes ?? 0;
        if (bytes > Math.max(mostBytes, before)) tooLarge.push({ seed, command, name, bytes });
      }
    expect(tooLarge).toEqual([]);
  });
});

const withoutPlace = (entry: unknown): unknown => {
  const { metric, ...beside } = entry as { metric: Record<string, unknown> };
  const { section: _section, order: _order, size: _size, ...content } = metric;
  return { ...beside, metric: content };
};

describe('a tile that is moved on a random board', () => {
  it('is alone written where its new neighbours leave room, and nothing else is but orders', () => {
    let alone = 0;
    for (const { documents, before, command, session } of sessions({}, 1)) {
      if (command.type !== 'move-tile' || session === before) continue;
      const changed = changedKeys(documents, documentsOf(session));
      for (const key of changed.filter((other) => other !== command.key))
        expect(fieldsChanged(documents, documentsOf(session), key)).toEqual(['order']);
      if (changed.join() === command.key) alone += 1;
    }
    expect(alone).toBeGreaterThan(10);
  });

  it('leaves the documents as they were when it is moved back', () => {
    for (const { documents, before, command, session } of sessions({}, 1)) {
      if (command.type !== 'move-tile' || session === before) continue;
      const key = command.key;
      const section = before.current.sections.find(({ tiles }) => tiles.some((tile) => tile.key === key));
      const index = section?.tiles.findIndex((tile) => tile.key === key) ?? -1;
      const place = { section: section?.name, before: section?.tiles[index + 1]?.key };
      const back = edit(session, { type: 'move-tile', key, place });
      expect(changedKeys(documents, documentsOf(back))).toEqual([]);
    }
  });
});

const entriesOf = ({ definitions }: BoardDocuments): ReadonlyMap<string, unknown> =>
  new Map(definitions.flatMap(({ value = {} }) => Object.entries(value)));

const changedKeys = (before: BoardDocuments, after: BoardDocuments): readonly string[] =>
  [...entriesOf(after)]
    .filter(([key, entry]) => !sameJson(entriesOf(before).get(key), entry))
    .map(([key]) => key);

function fieldsChanged(before: BoardDocuments, after: BoardDocuments, key: string): readonly string[] {
  const [a, b] = [before, after].map((documents) => {
    const entry = entriesOf(documents).get(key);
    return isMetricEntry(entry) ? entry.metric : {};
  });
  return [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])].filter(
    (field) => !sameJson(a?.[field], b?.[field]),
  );
}
