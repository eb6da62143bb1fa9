import { sectionsOf, tilesOf, type Board } from '../../../model/board/Board';
import { valueOf, type BoardDocuments, type JsonObject } from '../../../model/board/BoardDocuments';
import { parseBoard } from '../../../model/board/parseBoard';
import { alignedWith, boardTitle, showing, withoutOldBoards } from '../../../model/board/severalBoards';
import { boardIdsIn, boardsIn } from '../../../persistence/boardNames';
import { changesOf, isChanged } from './changesOf';
import { resolveConflict } from './conflicts';
import { edit } from './edit';
import { withBoardShown } from './editBoards';
import { beginEditing, documentsOf, redo, undo, type EditingSession } from './EditingSession';
import { markSaved, rebase } from './rebase';
import { aBoard } from './testing/aBoard';

const name = (id: string): string => `dashboard-board-${id}`;
const shows = (key: string) => ({ key, visual: { kind: 'number', metric: key } });
/** Two boards that are saved, of which the first is shown. */
const two = (): BoardDocuments => ({
  ...aBoard({ a: {}, b: {} }),
  layout: { name: name('first001'), value: { sections: [{ tiles: [shows('a')] }] } },
  others: [{ name: name('second01'), value: { sections: [{ tiles: [shows('b')] }] } }],
  index: {
    name: 'dashboard-boards',
    value: {
      boards: [
        { id: 'first001', title: 'First' },
        { id: 'second01', title: 'Second' },
      ],
    },
  },
});
const add = (session: EditingSession, id = 'new00001', document: JsonObject = { sections: [] }) =>
  edit(session, { type: 'add-board', id, title: 'New', firstTitle: 'Main', document });
const listed = (session: EditingSession) => boardsIn(documentsOf(session).index?.value);
const titles = (session: EditingSession) => listed(session).map(({ title }) => title);
const arrangement = (board: Board) =>
  [undefined, ...sectionsOf(board)].map((section) => [section, tilesOf(board, section)]);

describe('add-board', () => {
  const before = aBoard({ a: { section: 'Now' }, b: {} }, { title: 'Ours' });

  it('makes a board of what was shown, with every tile where it was', () => {
    const session = add(beginEditing(before));
    const documents = documentsOf(session);
    expect(titles(session)).toEqual(['Main', 'New']);
    expect(arrangement(parseBoard(showing(documents, name('board001'))))).toEqual(
      arrangement(parseBoard(before)),
    );
    expect(documents.definitions).toEqual(before.definitions);
    expect(parseBoard(documents).id).toBe('new00001');
    expect(changesOf(session)).toEqual([{ kind: 'board', key: 'new00001', label: 'New', change: 'added' }]);
  });

  it('is undone and redone as one step', () => {
    const begun = beginEditing(before);
    const added = add(begun);
    expect(isChanged(undo(added))).toBe(false);
    expect(documentsOf(redo(undo(added)))).toEqual(documentsOf(added));
  });

  it('undone after it was saved, leaves one board of all metrics', () => {
    const undone = undo(markSaved(add(beginEditing(before))));
    const documents = documentsOf(undone);
    expect(boardIdsIn(documents.index?.value)).toEqual([]);
    expect(valueOf(documents, name('new00001'))).toEqual({});
    expect(arrangement(undone.current)).toEqual(arrangement(parseBoard(before)));
  });

  it('adds metrics that are not there, and leaves those that are', () => {
    const metric = (label: string) => ({ label, formula: '1' });
    const session = edit(beginEditing(before), {
      type: 'add-board',
      id: 'new00001',
      title: 'New',
      firstTitle: 'Main',
      document: { sections: [{ tiles: [shows('a'), shows('c')] }] },
      metrics: { a: metric('Another'), c: metric('C') },
    });
    const [definitions] = documentsOf(session).definitions;
    expect(definitions?.value).toEqual({ ...before.definitions[0]?.value, c: { metric: metric('C') } });
  });
});

describe('boards of a session', () => {
  it('keeps what was changed on one board while another is shown', () => {
    const begun = beginEditing(two());
    const resized = edit(begun, { type: 'resize-tile', key: 'a', span: { columns: 5, rows: 1 } });
    const other = { ...resized, ...withBoardShown(resized, name('second01')) };
    expect(other.current.id).toBe('second01');
    expect(changesOf(other)).toMatchObject([{ kind: 'tile', key: 'a', change: 'changed' }]);
    expect(isChanged({ ...begun, ...withBoardShown(begun, name('second01')) })).toBe(false);
  });

  it('names, orders, deletes and restores boards without touching their documents', () => {
    const at = '2026-11-28T09:00:00.000Z';
    const renamed = edit(beginEditing(two()), { type: 'rename-board', id: 'second01', title: 'Other' });
    const moved = edit(renamed, { type: 'move-board', id: 'second01', before: 'first001' });
    const deleted = edit(moved, { type: 'delete-board', id: 'first001', at });
    expect(titles(deleted)).toEqual(['Other', 'First']);
    expect(boardIdsIn(documentsOf(deleted).index?.value)).toEqual(['second01']);
    expect(deleted.current.id).toBe('first001');
    expect(changesOf(deleted).map((change) => 'change' in change && change.change)).toEqual([
      'renamed',
      'deleted',
      'moved',
    ]);
    const restored = edit(deleted, { type: 'restore-board', id: 'first001' });
    expect(listed(restored).map(({ deletedAt }) => deletedAt)).toEqual([undefined, undefined]);
    for (const id of ['first001', 'second01'])
      expect(valueOf(documentsOf(restored), name(id))).toEqual(valueOf(two(), name(id)));
  });

  it('keeps a deleted board for 30 days', () => {
    const at = '2026-11-28T09:00:00.000Z';
    const day = 24 * 3600 * 1000;
    const deleted = edit(beginEditing(two()), { type: 'delete-board', id: 'first001', at });
    const idsAfter = (days: number) =>
      boardsIn(withoutOldBoards(documentsOf(deleted), Date.parse(at) + days * day).index?.value).map(
        ({ id }) => id,
      );
    expect(idsAfter(29)).toEqual(['first001', 'second01']);
    expect(idsAfter(31)).toEqual(['second01']);
  });

  it('removes a tile and not its metric, which another board may show', () => {
    const removed = edit(beginEditing(two()), { type: 'remove-tile', key: 'a' });
    expect(tilesOf(removed.current, undefined)).toEqual([]);
    expect(removed.current.metrics.has('a')).toBe(true);
  });

  it('gives one board a copy of a metric, and leaves it to the others', () => {
    const own = edit(beginEditing(two()), { type: 'own-metric', key: 'a', to: 'a-2' });
    expect(own.current.sections[0]?.tiles[0]?.visual.metric).toBe('a-2');
    expect(own.current.metrics.get('a-2')).toEqual(own.current.metrics.get('a'));
  });
});

describe('two people with several boards', () => {
  const begun = beginEditing(two());
  const rename = (session: EditingSession, title: string) =>
    edit(session, { type: 'rename-board', id: 'second01', title });

  it('both add a board, and both are there', () => {
    const both = rebase(add(begun, 'mine0001'), documentsOf(add(begun, 'theirs01')));
    expect(listed(both).map(({ id }) => id)).toEqual(['first001', 'second01', 'theirs01', 'mine0001']);
    expect(both.conflicts).toEqual([]);
    expect(both.current.id).toBe('mine0001');
  });

  it('make the first boards of an installation at the same time', () => {
    const none = beginEditing(aBoard({ a: {} }));
    const both = rebase(add(none, 'mine0001'), documentsOf(add(none, 'theirs01')));
    expect(
      listed(both)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['board001', 'mine0001', 'theirs01']);
    expect(both.conflicts).toEqual([]);
    expect(both.current.id).toBe('mine0001');
  });

  it('change two boards, and neither hears of the other', () => {
    const span = { columns: 5, rows: 1 };
    const mine = edit(begun, { type: 'resize-tile', key: 'a', span });
    const other = { ...begun, ...withBoardShown(begun, name('second01')) };
    const theirs = documentsOf(edit(other, { type: 'resize-tile', key: 'b', span }));
    const both = rebase(mine, theirs);
    expect(both.conflicts).toEqual([]);
    expect(both.current.id).toBe('first001');
    for (const id of ['first001', 'second01'])
      expect(valueOf(documentsOf(both), name(id))).toMatchObject({ sections: [{ tiles: [{ span }] }] });
  });

  it('give a board two names: each is offered, and one is taken', () => {
    const both = rebase(rename(begun, 'Mine'), documentsOf(rename(begun, 'Theirs')));
    const [conflict] = both.conflicts;
    expect(conflict).toMatchObject({ kind: 'board', key: 'second01' });
    expect(boardTitle(documentsOf(both), 'second01')).toBe('Mine');
    const decided = conflict && resolveConflict(both, conflict, 'theirs');
    expect(decided && titles(decided)).toEqual(['First', 'Theirs']);
  });

  it('one deletes what the other renames: it is deleted, under the new name', () => {
    const at = '2026-11-28T09:00:00.000Z';
    const deleted = edit(begun, { type: 'delete-board', id: 'second01', at });
    const both = rebase(rename(begun, 'Mine'), documentsOf(deleted));
    expect(both.conflicts).toEqual([]);
    expect(listed(both)[1]).toEqual({ id: 'second01', title: 'Mine', deletedAt: Date.parse(at) });
  });

  it('see only the board that is open, and take the others for unchanged', () => {
    const { others: _others, ...seen } = two();
    expect(alignedWith(seen, two())).toEqual(two());
    expect(rebase(begun, seen)).toBe(begun);
  });
});
