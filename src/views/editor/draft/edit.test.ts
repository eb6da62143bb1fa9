import { metricOf, sectionsOf, tilesOf, type Board } from '../../../model/board/Board';
import { homeOf } from '../../../model/board/BoardDocuments';
import { documentSizes } from '../../../model/board/documentSizes';
import { parseBoard } from '../../../model/board/parseBoard';
import { mostBytes } from '../../../schema/defaults';
import type { BoardDocuments } from '../../../model/board/BoardDocuments';
import { edit } from './edit';
import type { EditingCommand } from './EditingCommand';
import { beginEditing, documentsOf, redo, undo, type EditingSession } from './EditingSession';
import { markSaved } from './rebase';
import { aBoard, aDocument, aMetric } from './testing/aBoard';

const sessionAfter = (documents: BoardDocuments, ...commands: readonly EditingCommand[]): EditingSession =>
  commands.reduce((session, command) => edit(session, command), beginEditing(documents));

const after = (documents: BoardDocuments, ...commands: readonly EditingCommand[]): Board =>
  sessionAfter(documents, ...commands).current;

const savedAfter = (documents: BoardDocuments, ...commands: readonly EditingCommand[]): BoardDocuments =>
  documentsOf(sessionAfter(documents, ...commands));

const board = aBoard({
  waiting: { size: 'wide', colour: 'of a later version', decimals: 2 },
  oldest: { section: 'Queues' },
  agents: { section: 'People', order: 1 },
});

const everyCommand: readonly EditingCommand[] = [
  { type: 'add-metric', metric: aMetric('New'), place: { section: 'Queues', before: 'oldest' } },
  { type: 'change-metric', key: 'waiting', changes: { label: 'Calls waiting', unit: undefined } },
  { type: 'duplicate-metric', key: 'waiting', label: 'Copy' },
  { type: 'remove-metric', key: 'oldest' },
  { type: 'move-tile', key: 'waiting', place: { section: 'People', before: 'agents' } },
  { type: 'resize-tile', key: 'agents', span: { columns: 1, rows: 1 } },
  { type: 'move-section', section: 'Queues', before: 'People' },
  { type: 'rename-section', from: 'Queues', to: 'Lines' },
  { type: 'remove-section', section: 'People' },
  { type: 'change-settings', changes: { title: 'Support' } },
  { type: 'put-metrics', metrics: { waiting: aMetric('Put'), another: aMetric('Another') } },
  { type: 'restore', documents: aBoard({ only: {} }, { title: 'As it was' }) },
];

describe('edit', () => {
  it.each(everyCommand.map((command) => [command.type, command] as const))(
    'changes something by %s, which undo takes back and redo brings again',
    (_type, command) => {
      const begun = beginEditing(board);
      const edited = edit(begun, command);
      expect(documentsOf(edited)).not.toEqual(board);
      expect(undo(edited).current).toBe(begun.current);
      expect(documentsOf(undo(edited))).toBe(board);
      expect(redo(undo(edited))).toEqual(edited);
      expect(edited.base).toBe(board);
    },
  );

  it('takes every command back, one after the other, down to the board that was saved', () => {
    const done = everyCommand.reduce((session, command) => edit(session, command), beginEditing(board));
    const undone = done.past.reduce(undo, done);
    expect(documentsOf(undone)).toBe(board);
    expect(undo(undone)).toBe(undone);
    expect(undone.future.reduce(redo, undone)).toEqual(done);
    expect(redo(done)).toBe(done);
  });

  it('forgets what was undone once something else is done', () => {
    const undone = undo(edit(beginEditing(board), { type: 'remove-metric', key: 'waiting' }));
    expect(edit(undone, { type: 'remove-metric', key: 'oldest' }).future).toEqual([]);
  });

  it.each<EditingCommand>([
    { type: 'change-metric', key: 'nobody', changes: { label: 'x' } },
    { type: 'duplicate-metric', key: 'nobody', label: 'x' },
    { type: 'remove-metric', key: 'nobody' },
    { type: 'move-tile', key: 'nobody', place: { section: undefined } },
    { type: 'resize-tile', key: 'nobody', span: { columns: 4, rows: 1 } },
    { type: 'rename-section', from: 'Nowhere', to: 'Elsewhere' },
    { type: 'rename-section', from: 'Queues', to: ' ' },
    { type: 'move-section', section: 'Nowhere', before: 'Queues' },
    { type: 'move-section', section: 'Queues', before: 'Queues' },
    { type: 'move-section', section: 'People', before: 'Queues' },
    { type: 'move-section', section: 'Queues' },
    { type: 'change-metric', key: 'waiting', changes: { label: 'waiting' } },
    { type: 'move-tile', key: 'waiting', place: { section: undefined } },
    { type: 'add-metric', key: 'waiting', metric: aMetric('Taken') },
  ])('is no step given a command that changes nothing: %j', (command) => {
    const begun = beginEditing(board);
    expect(edit(begun, command)).toBe(begun);
  });

  it('keeps fields that nobody knows, of metrics, of entries and of settings', () => {
    const strange: BoardDocuments = {
      definitions: [
        {
          name: 'dashboard-definitions',
          value: { a: { metric: aMetric('A', { later: [1] }), owner: 'Ada' }, broken: 'no metric' },
        },
      ],
      board: { name: 'dashboard-board', value: { later: true } },
    };
    const edited = savedAfter(
      strange,
      { type: 'change-metric', key: 'a', changes: { label: 'B' } },
      { type: 'duplicate-metric', key: 'a', label: 'C' },
      { type: 'change-settings', changes: { title: 'T' } },
    );
    expect(edited.definitions[0]?.value).toMatchObject({
      a: { metric: { label: 'B', later: [1] }, owner: 'Ada' },
      c: { metric: { label: 'C', later: [1] }, owner: 'Ada' },
      broken: 'no metric',
    });
    expect(edited.board.value).toEqual({ later: true, title: 'T' });
  });

  it('takes a field away given undefined', () => {
    const edited = after(board, { type: 'change-metric', key: 'waiting', changes: { decimals: undefined } });
    expect(metricOf(edited, 'waiting')).toEqual({
      label: 'waiting',
      formula: '1 + 1',
      colour: 'of a later version',
    });
  });

  it('joins what is typed into one step, and begins another at another metric, and after saving', () => {
    const type = (label: string, key = 'waiting'): EditingCommand => ({
      type: 'change-metric',
      key,
      changes: { label },
    });
    const typed = ['C', 'Ca', 'Cal'].reduce(
      (session, label) => edit(session, type(label), { joins: true }),
      beginEditing(board),
    );
    expect(typed.past).toHaveLength(1);
    expect(documentsOf(undo(typed))).toBe(board);
    expect(edit(typed, type('O', 'oldest'), { joins: true }).past).toHaveLength(2);
    expect(edit(markSaved(typed), type('Call'), { joins: true }).past).toHaveLength(2);
  });

  it.each([
    ['Calls waiting', 'calls-waiting'],
    ['waiting', 'waiting-2'],
    ['Número de llamadas', 'numero-de-llamadas'],
    ['24', 'metric-24'],
    ['待ち', 'metric'],
    ['__proto__', 'proto'],
  ])('makes of the label %s the key %s', (label, key) => {
    expect(metricOf(after(board, { type: 'add-metric', metric: aMetric(label) }), key)).toEqual(
      aMetric(label),
    );
  });

  it('puts a copy right after its original', () => {
    const many = aBoard({ a: {}, b: {}, c: {} });
    expect(tilesOf(after(many, { type: 'duplicate-metric', key: 'a', label: 'Copy' }), undefined)).toEqual([
      'a',
      'copy',
      'b',
      'c',
    ]);
  });

  it('renames a section in its place', () => {
    const sections = aBoard({ a: { section: 'A' }, b: { section: 'B' } }, { sections: ['B', 'A', 'Empty'] });
    const edited = after(sections, { type: 'rename-section', from: 'B', to: 'New' });
    expect(sectionsOf(edited)).toEqual(['New', 'A', 'Empty']);
    expect(tilesOf(edited, 'New')).toEqual(['b']);
  });

  it.each([
    ['C', 'A', ['C', 'A', 'B']],
    ['A', 'C', ['B', 'A', 'C']],
    ['A', undefined, ['B', 'C', 'A']],
    ['B', 'no section of this board', ['A', 'C', 'B']],
  ])('puts the section %s before %s, whether or not the settings list it yet', (section, before, wanted) => {
    const listed = aBoard({ c: { section: 'C' } }, { sections: ['A', 'B'], later: true });
    const edited = savedAfter(listed, { type: 'move-section', section, before });
    expect(sectionsOf(parseBoard(edited))).toEqual(wanted);
    expect(edited.board.value).toEqual({ sections: wanted, later: true });
    expect(edited.definitions).toEqual(listed.definitions);
  });

  it('puts several metrics into one place, in their order and whatever section they come from', () => {
    const metrics = { x: aMetric('X', { section: 'Elsewhere' }), y: aMetric('Y') };
    const place = { section: 'Queues', before: 'oldest' };
    const session = edit(beginEditing(board), { type: 'put-metrics', metrics, place });
    expect(tilesOf(session.current, 'Queues')).toEqual(['x', 'y', 'oldest']);
    expect(sectionsOf(session.current)).toEqual(['People', 'Queues']);
    expect(documentsOf(undo(session))).toBe(board);
  });

  it('puts metrics with the orders and sections that they have, where no place is given', () => {
    const metrics = {
      x: aMetric('X', { section: 'Queues', order: 7 }),
      y: aMetric('Y', { order: 0.5 }),
      waiting: aMetric('Put', { order: 9 }),
    };
    const [first] = savedAfter(board, { type: 'put-metrics', metrics }).definitions;
    expect(first?.value).toEqual({
      ...board.definitions[0]?.value,
      ...Object.fromEntries(Object.entries(metrics).map(([key, metric]) => [key, { metric }])),
    });
  });

  it('puts the tiles of a section after those of the one that has the new name', () => {
    const sections = aBoard({
      a: { section: 'A', order: 1 },
      b: { section: 'B' },
      c: { section: 'B', order: 5 },
    });
    const edited = after(sections, { type: 'rename-section', from: 'A', to: 'B' });
    expect(sectionsOf(edited)).toEqual(['B']);
    expect(tilesOf(edited, 'B')).toEqual(['c', 'b', 'a']);
  });

  it('leaves no empty section behind when one that the settings do not list is removed', () => {
    const sections = aBoard({
      a: { section: 'A', order: 2 },
      b: { section: 'B', order: 1 },
      c: { order: 9 },
    });
    const edited = savedAfter(sections, { type: 'remove-section', section: 'B' });
    expect(sectionsOf(parseBoard(edited))).toEqual(['A']);
    expect(tilesOf(parseBoard(edited), undefined)).toEqual(['c', 'b']);
  });

  it('keeps a section in its place when its first tile is removed', () => {
    const sections = aBoard({
      a: { section: 'A', order: 1 },
      b: { section: 'B', order: 2 },
      c: { section: 'A', order: 3 },
    });
    expect(sectionsOf(parseBoard(savedAfter(sections, { type: 'remove-metric', key: 'a' })))).toEqual([
      'A',
      'B',
    ]);
  });

  it('removes a metric from every document that has its key, and undo brings all back', () => {
    const two = aBoard({ a: {} }, { definitionDocuments: ['more'] }, { more: aDocument({ a: {}, b: {} }) });
    const session = sessionAfter(two, { type: 'remove-metric', key: 'a' });
    expect(documentsOf(session).definitions.map(({ value }) => Object.keys(value ?? {}))).toEqual([
      [],
      ['b'],
    ]);
    expect(documentsOf(undo(session))).toBe(two);
  });

  it('keeps what is no metric after all tiles outside of sections', () => {
    const broken = aBoard({ a: {}, b: {} });
    const [first] = broken.definitions;
    const documents = {
      ...broken,
      definitions: [{ name: 'dashboard-definitions', value: { broken: 'no metric', ...first?.value } }],
    };
    expect(tilesOf(after(documents), undefined)).toEqual(['a', 'b', 'broken']);
    const place = { section: undefined, before: undefined };
    expect(tilesOf(after(documents, { type: 'move-tile', key: 'a', place }), undefined)).toEqual([
      'b',
      'a',
      'broken',
    ]);
  });

  it('puts a new tile into the document of the tile before it, where it needs no order', () => {
    const two = aBoard({ a: {} }, { definitionDocuments: ['more'] }, { more: aDocument({ b: {} }) });
    const added: EditingCommand = {
      type: 'add-metric',
      key: 'new',
      metric: aMetric('New'),
      place: { section: undefined, before: 'b' },
    };
    expect(savedAfter(two, added).definitions[0]?.value).toEqual(aDocument({ a: {}, new: { label: 'New' } }));
  });

  it('restores a board without taking a document away, which saving could not', () => {
    const full = aBoard(
      { a: {} },
      { title: 'T', definitionDocuments: ['more'] },
      { more: aDocument({ b: {} }) },
    );
    const version: BoardDocuments = {
      ...aBoard({ old: {} }),
      board: { name: 'dashboard-board', value: undefined },
    };
    const edited = savedAfter(full, { type: 'restore', documents: version });
    expect(edited.board.value).toEqual({});
    expect(edited.definitions).toEqual(version.definitions);
  });
});

describe('edit of a board whose document is full', () => {
  const filler = (bytes: number) => aMetric('x', { description: 'x'.repeat(bytes) });
  const full = aBoard({ big: filler(mostBytes - 200) });
  const added: EditingCommand = { type: 'add-metric', key: 'new', metric: filler(200) };

  it('adds to the first document up to its last byte', () => {
    const room = mostBytes - (documentSizes(full)[0]?.bytes ?? 0);
    const exactly = room - ',"new":{"metric":{"label":"x","formula":"1 + 1","description":""}}'.length;
    const command = (bytes: number): EditingCommand => ({ ...added, metric: filler(bytes) });
    expect(homeOf(savedAfter(full, command(exactly)), 'new')?.name).toBe('dashboard-definitions');
    expect(documentSizes(savedAfter(full, command(exactly)))[0]?.bytesLeft).toBe(0);
    expect(homeOf(savedAfter(full, command(exactly + 1)), 'new')?.name).toBe('dashboard-definitions-2');
  });

  it('makes a further document, named in the settings, and undoes both at once', () => {
    const session = edit(beginEditing(full), added);
    const saved = documentsOf(session);
    expect(saved.board.value).toEqual({ definitionDocuments: ['dashboard-definitions-2'] });
    expect(homeOf(saved, 'new')?.name).toBe('dashboard-definitions-2');
    expect(documentsOf(undo(session))).toBe(full);
  });

  it('uses a further document that has room', () => {
    const two = aBoard(
      { big: filler(mostBytes - 200) },
      { definitionDocuments: ['more'] },
      { more: undefined },
    );
    const edited = savedAfter(two, added);
    expect(homeOf(edited, 'new')?.name).toBe('more');
    expect(edited.board).toEqual(two.board);
  });

  it('moves a metric that outgrows its document, in its place on the board', () => {
    const tight = aBoard({ a: {}, big: filler(mostBytes - 300), c: {} });
    const edited = savedAfter(tight, {
      type: 'change-metric',
      key: 'a',
      changes: { description: 'y'.repeat(300) },
    });
    expect(homeOf(edited, 'a')?.name).toBe('dashboard-definitions-2');
    expect(tilesOf(parseBoard(edited), undefined)).toEqual(['a', 'big', 'c']);
    expect(documentSizes(edited).every(({ bytesLeft }) => bytesLeft >= 0)).toBe(true);
  });

  it('leaves a metric where it is that fits into no document, and says so by its size', () => {
    const edited = savedAfter(full, {
      type: 'change-metric',
      key: 'big',
      changes: { description: 'x'.repeat(mostBytes) },
    });
    expect(documentSizes(edited).map(({ bytesLeft }) => bytesLeft < 0)).toEqual([true, false]);
  });
});
