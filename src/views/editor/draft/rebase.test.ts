import { metricOf, sectionsOf, tilesOf } from '../../../model/board/Board';
import { valueOf, type BoardDocuments, type JsonObject } from '../../../model/board/BoardDocuments';
import { changesOf, isChanged } from './changesOf';
import { resolveConflict } from './conflicts';
import { edit } from './edit';
import type { EditingCommand } from './EditingCommand';
import { beginEditing, copyOf, documentsOf, redo, undo, type EditingSession } from './EditingSession';
import { markSaved, rebase } from './rebase';
import { aBoard, aDocument, aMetric } from './testing/aBoard';

const board = aBoard({ a: {}, b: {}, c: {} }, { title: 'T', sections: ['S1', 'S2'] });

const doing = (documents: BoardDocuments, ...commands: readonly EditingCommand[]): EditingSession =>
  commands.reduce((session, command) => edit(session, command), beginEditing(documents));

const label = (key: string, text: string): EditingCommand => ({
  type: 'change-metric',
  key,
  changes: { label: text },
});
const remove = (key: string): EditingCommand => ({ type: 'remove-metric', key });
const move = (key: string, before: string | undefined): EditingCommand => ({
  type: 'move-tile',
  key,
  place: { section: undefined, before },
});

/** What I did, on top of what they saved. */
const onTopOf = (theirs: readonly EditingCommand[], ...mine: readonly EditingCommand[]): EditingSession =>
  rebase(doing(board, ...mine), documentsOf(doing(board, ...theirs)));

const labels = ({ current }: EditingSession): Record<string, unknown> =>
  Object.fromEntries(['a', 'b', 'c'].map((key) => [key, metricOf(current, key)?.label]));

describe('rebase', () => {
  it('lets both changes land given different metrics', () => {
    const session = onTopOf([label('a', 'theirs')], label('b', 'mine'));
    expect(labels(session)).toEqual({ a: 'theirs', b: 'mine', c: 'c' });
    expect(session.conflicts).toEqual([]);
    expect(changesOf(session)).toEqual([
      { kind: 'metric', key: 'b', label: 'mine', change: 'changed', fields: ['label'] },
    ]);
  });

  it('reports one metric changed by both, with all three versions, and keeps mine until that is decided', () => {
    const session = onTopOf([label('a', 'theirs')], label('a', 'mine'));
    expect(session.conflicts).toEqual([
      {
        kind: 'metric',
        document: 'dashboard-definitions',
        key: 'a',
        base: { metric: aMetric('a') },
        mine: { metric: aMetric('mine') },
        theirs: { metric: aMetric('theirs') },
      },
    ]);
    expect(labels(session).a).toBe('mine');
  });

  it('reports a metric changed by both even in different fields, as thresholds belong to their formula', () => {
    const threshold: EditingCommand = {
      type: 'change-metric',
      key: 'a',
      changes: { firstThresholdValue: 5 },
    };
    expect(onTopOf([threshold], label('a', 'mine')).conflicts).toHaveLength(1);
  });

  it('is no conflict given the same change by both', () => {
    const session = onTopOf([label('a', 'same'), remove('b')], label('a', 'same'), remove('b'));
    expect(session.conflicts).toEqual([]);
    expect(isChanged(session)).toBe(false);
  });

  it.each([
    ['removed by me and changed by them', [label('a', 'theirs')], remove('a'), undefined, aMetric('theirs')],
    ['changed by me and removed by them', [remove('a')], label('a', 'mine'), aMetric('mine'), undefined],
  ])('reports a metric %s', (_title, theirs, mine, expectedMine, expectedTheirs) => {
    const { conflicts, current } = onTopOf(theirs, mine);
    expect(conflicts).toMatchObject([{ key: 'a', base: { metric: aMetric('a') } }]);
    expect([conflicts[0]?.mine, conflicts[0]?.theirs]).toEqual(
      [expectedMine, expectedTheirs].map((metric) => metric && { metric }),
    );
    expect(metricOf(current, 'a')).toEqual(expectedMine);
  });

  it('takes away what they removed and I did not touch, and what I removed and they did not', () => {
    expect(labels(onTopOf([remove('a')], remove('b')))).toEqual({ a: undefined, b: undefined, c: 'c' });
  });

  it('lets a tile be moved by one and changed by the other', () => {
    const session = onTopOf([label('c', 'theirs')], move('c', 'a'));
    expect(session.conflicts).toEqual([]);
    expect(tilesOf(session.current, undefined)).toEqual(['c', 'a', 'b']);
    expect(labels(session).c).toBe('theirs');
  });

  it('lets tiles be put into another order by one while the other adds one', () => {
    const added: EditingCommand = { type: 'add-metric', metric: aMetric('New') };
    for (const session of [onTopOf([added], move('c', 'a')), onTopOf([move('c', 'a')], added)]) {
      expect(session.conflicts).toEqual([]);
      expect(tilesOf(session.current, undefined)).toEqual(['c', 'a', 'b', 'new']);
    }
  });

  it('reports a tile that both moved to different places', () => {
    const session = onTopOf([move('a', undefined)], move('a', 'c'));
    expect(session.conflicts.map(({ key }) => key)).toContain('a');
  });

  it('reports a key that both gave to different metrics', () => {
    const add = (text: string): EditingCommand => ({
      type: 'add-metric',
      key: 'new',
      metric: aMetric('New', { description: text }),
    });
    expect(onTopOf([add('theirs')], add('mine')).conflicts).toMatchObject([{ key: 'new', base: undefined }]);
  });

  it('renames mine where the same key was given in another document, as one of the two would be hidden', () => {
    const two = aBoard({ a: {} }, { definitionDocuments: ['more'] }, { more: {} });
    const put = (document: string, text: string): BoardDocuments => ({
      ...two,
      definitions: two.definitions.map(({ name, value }) =>
        name === document
          ? { name, value: { ...value, ...aDocument({ new: { description: text } }) } }
          : { name, value },
      ),
    });
    const mine = { ...beginEditing(two), ...copyOf(put('dashboard-definitions', 'mine')) };
    const { current, conflicts } = rebase(mine, put('more', 'theirs'));
    expect(conflicts).toEqual([]);
    expect(metricOf(current, 'new')?.description).toBe('theirs');
    expect(metricOf(current, 'new-2')?.description).toBe('mine');
  });

  it('keeps what is unknown and whatever is no metric', () => {
    const strange: BoardDocuments = {
      ...board,
      definitions: [{ name: 'dashboard-definitions', value: { ...board.definitions[0]?.value, odd: 7 } }],
    };
    const theirs = documentsOf(
      doing(strange, {
        type: 'change-metric',
        key: 'b',
        changes: { label: 'theirs', later: 1 } as object,
      }),
    );
    const session = rebase(doing(strange, label('a', 'mine')), theirs);
    expect(session.conflicts).toEqual([]);
    expect(documentsOf(session).definitions[0]?.value).toMatchObject({ odd: 7, b: { metric: { later: 1 } } });
  });

  it('merges settings field by field, and names of sections one by one', () => {
    const settings = (changes: object): EditingCommand => ({ type: 'change-settings', changes });
    const session = onTopOf(
      [settings({ title: 'Theirs', sections: ['S1', 'S2', 'Theirs'] })],
      settings({ staleAfterSeconds: 60, sections: ['S2', 'S1', 'Mine'] }),
    );
    expect(session.conflicts).toEqual([]);
    expect(documentsOf(session).board.value).toEqual({
      title: 'Theirs',
      staleAfterSeconds: 60,
      sections: ['S2', 'S1', 'Mine', 'Theirs'],
    });
    expect(sectionsOf(session.current)[0]).toBe('S2');
  });

  it('reports a setting that both changed', () => {
    const title = (text: string): EditingCommand => ({ type: 'change-settings', changes: { title: text } });
    const session = onTopOf([title('Theirs')], title('Mine'));
    expect(session.conflicts).toEqual([
      {
        kind: 'setting',
        document: 'dashboard-board',
        key: 'title',
        base: 'T',
        mine: 'Mine',
        theirs: 'Theirs',
      },
    ]);
    const [conflict] = session.conflicts;
    expect(conflict && documentsOf(resolveConflict(session, conflict, 'theirs')).board.value?.title).toBe(
      'Theirs',
    );
  });

  it('reads a document that they named, and keeps one that I named', () => {
    const naming = (name: string, value: JsonObject | undefined): BoardDocuments => ({
      definitions: [...board.definitions, { name, value }],
      board: { ...board.board, value: { ...board.board.value, definitionDocuments: [name] } },
    });
    const mine = { ...beginEditing(board), ...copyOf(naming('mine', undefined)) };
    const session = rebase(mine, naming('theirs', aDocument({ t: {} })));
    const names = documentsOf(session).definitions.map(({ name }) => name);
    expect(names).toEqual(['dashboard-definitions', 'theirs', 'mine']);
    expect(metricOf(session.current, 't')).toBeDefined();
  });

  it('gives what is left of both given a document that they removed', () => {
    const gone: BoardDocuments = {
      ...board,
      definitions: [{ name: 'dashboard-definitions', value: undefined }],
    };
    expect(documentsOf(rebase(doing(board, remove('a')), gone)).definitions[0]?.value).toBeUndefined();
    const session = rebase(doing(board, label('a', 'mine')), gone);
    expect(documentsOf(session).definitions[0]?.value).toEqual({ a: { metric: aMetric('mine') } });
    expect(session.conflicts).toMatchObject([{ key: 'a', theirs: undefined }]);
  });

  it('undoes to their metrics, never to those that they replaced', () => {
    const session = onTopOf([label('a', 'theirs')], label('b', 'mine'), label('c', 'mine'));
    const undone = undo(undo(session));
    expect(labels(undone)).toEqual({ a: 'theirs', b: 'b', c: 'c' });
    expect(isChanged(undone)).toBe(false);
    expect(labels(redo(redo(undone)))).toEqual({ a: 'theirs', b: 'mine', c: 'mine' });
  });

  it('has no conflict any more once my change is undone', () => {
    const undone = undo(onTopOf([label('a', 'theirs')], label('a', 'mine')));
    expect(undone.conflicts).toEqual([]);
    expect(labels(undone).a).toBe('theirs');
    expect(redo(undone).conflicts).toHaveLength(1);
  });

  it('is the same session given what it was based on', () => {
    const session = doing(board, label('a', 'mine'));
    expect(rebase(session, aBoard({ a: {}, b: {}, c: {} }, board.board.value))).toBe(session);
  });

  it('does not take a second change of theirs for a decision', () => {
    const session = onTopOf([label('a', 'theirs')], label('a', 'mine'));
    const again = rebase(session, documentsOf(doing(board, label('a', 'theirs'), label('b', 'theirs'))));
    expect(again.conflicts).toMatchObject([{ key: 'a', theirs: { metric: { label: 'theirs' } } }]);
    const agreed = rebase(session, documentsOf(doing(board, label('a', 'mine'))));
    expect(agreed.conflicts).toEqual([]);
  });
});

describe('resolveConflict', () => {
  const session = onTopOf([label('a', 'theirs')], label('a', 'mine'));
  const [conflict] = session.conflicts;
  if (!conflict) throw new Error('There is no conflict.');

  it.each([
    ['mine', { a: 'mine' }],
    ['theirs', { a: 'theirs' }],
    ['both', { a: 'theirs', 'a-2': 'mine' }],
  ] as const)('keeps %s, and can be undone', (choice, expected) => {
    const resolved = resolveConflict(session, conflict, choice);
    const saved = valueOf(documentsOf(resolved), 'dashboard-definitions') ?? {};
    const kept = Object.entries(saved).filter(([key]) => key.startsWith('a'));
    expect(Object.fromEntries(kept)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([key, text]) => [key, { metric: aMetric(text) }])),
    );
    expect(resolved.conflicts).toEqual([]);
    expect(undo(resolved)).toMatchObject({ conflicts: [conflict], current: session.current });
  });

  it('takes a removed metric back, given theirs', () => {
    const removed = onTopOf([label('a', 'theirs')], remove('a'));
    const [clash] = removed.conflicts;
    const resolved = clash && resolveConflict(removed, clash, 'theirs');
    expect(resolved && labels(resolved).a).toBe('theirs');
  });

  it('shows mine as it is now given further editing, and ends when it becomes theirs', () => {
    expect(edit(session, label('a', 'mine too')).conflicts).toMatchObject([
      { mine: { metric: { label: 'mine too' } } },
    ]);
    expect(edit(session, label('a', 'theirs')).conflicts).toEqual([]);
  });
});

describe('markSaved', () => {
  it('has nothing to save any more, and can still undo, which is a change then', () => {
    const saved = markSaved(doing(board, label('a', 'mine')));
    expect(isChanged(saved)).toBe(false);
    expect(changesOf(undo(saved))).toMatchObject([{ key: 'a', change: 'changed' }]);
  });
});
