import { someColours } from '../../../testing/anEvaluatedMetric';
import { parseBoard } from '../../../model/board/parseBoard';
import type { BoardDocuments } from '../../../model/board/BoardDocuments';
import { edit } from '../draft/edit';
import { beginEditing, documentsOf, joinSteps, undo } from '../draft/EditingSession';
import { aBoard } from '../draft/testing/aBoard';
import { exportText } from './exportText';
import { importCommand, likelyChoice, newBoardCommands } from './importCommand';
import { planImport } from './planImport';

const exported: BoardDocuments = {
  ...aBoard({ a: { section: 'Of an older plugin', order: 7 }, b: {}, unplaced: {} }, { title: 'Floor' }),
  index: { name: 'dashboard-boards', value: { boards: [{ id: 'k3f9x2ab' }] } },
  layout: {
    name: 'dashboard-board-k3f9x2ab',
    value: {
      documents: ['of-this-account'],
      sections: [
        {
          title: 'Now',
          tiles: [
            { key: 'b', visual: { kind: 'number', metric: 'b' } },
            { key: 'a', visual: { kind: 'number', metric: 'a' }, span: { columns: 4, rows: 1 } },
            { key: 'a-2', visual: { kind: 'number', metric: 'a' }, label: 'Again', later: 1 },
            { key: 'hello', visual: { kind: 'of-tomorrow', words: 'Hello' } },
          ],
        },
      ],
    },
  },
};
const moment = { data: undefined, now: 0, staleAfterSeconds: 90, locale: 'en', colours: someColours };
const tilesOf = (documents: BoardDocuments) =>
  parseBoard(documents).sections.flatMap(({ name, tiles }) =>
    tiles.map(({ key, span, visual, label }) => ({ section: name, key, span, label, shows: visual.metric })),
  );

function imported(text: string, into: BoardDocuments, choice: 'put' | 'rename' = 'put'): BoardDocuments {
  const plan = planImport(text, into, moment);
  if (!('metrics' in plan)) throw new Error(plan.status);
  const choiceOf = ({ status }: { status: string }) => (status === 'differs' ? choice : 'put');
  const command = importCommand(plan, choiceOf, true, into);
  if (!command) throw new Error('There is nothing to import.');
  return documentsOf(edit(beginEditing(into), command));
}

describe('a board with a document of its own, exported', () => {
  const text = exportText(exported, { kind: 'board' });

  it('has metrics with the places of their first tiles, which every version can import', () => {
    const { definitions, board } = JSON.parse(text) as Record<string, Record<string, unknown>>;
    expect(definitions).toEqual({
      b: { metric: { label: 'b', formula: '1 + 1', section: 'Now', order: 1 } },
      a: { metric: { label: 'a', formula: '1 + 1', section: 'Now', order: 2, size: 'wide' } },
      unplaced: { metric: { label: 'unplaced', formula: '1 + 1' } },
    });
    expect(board).toEqual({ title: 'Floor', sections: ['Now'] });
    expect(text).not.toContain('of-this-account');
  });

  it('comes back with all its tiles on another installation', () => {
    const documents = imported(text, aBoard({ other: {} }));
    expect(tilesOf(documents)).toEqual([
      { section: undefined, key: 'other', span: { columns: 2, rows: 1 }, label: undefined, shows: 'other' },
      {
        section: undefined,
        key: 'unplaced',
        span: { columns: 2, rows: 1 },
        label: undefined,
        shows: 'unplaced',
      },
      ...tilesOf(exported),
    ]);
    expect(JSON.stringify(documents.layout?.value)).toContain('"later":1');
  });

  it('shows metrics that get another key under that', () => {
    const documents = imported(text, aBoard({ a: { formula: '2' } }), 'rename');
    const shown = tilesOf(documents).map(({ shows }) => shows);
    expect(shown).toEqual(['a', 'unplaced', 'b', 'a-2', 'a-2', undefined]);
  });

  it('changes nothing where it came from', () => {
    const plan = planImport(text, exported, moment);
    expect(plan).toMatchObject({ settings: undefined });
    expect(plan).not.toHaveProperty('layout');
    expect('metrics' in plan && plan.metrics.map(({ status }) => status)).toEqual(['same', 'same', 'same']);
  });
});

/** A session after the file was imported as a board of its own. */
function importedAsNew(text: string, into: BoardDocuments, skipped: readonly string[] = []) {
  const plan = planImport(text, into, moment, true);
  if (!('metrics' in plan)) throw new Error(plan.status);
  const choiceOf = (planned: (typeof plan.metrics)[number]) =>
    skipped.includes(planned.key) ? 'skip' : likelyChoice(planned, true);
  const board = { id: 'newboard', title: 'Imported', firstTitle: 'Here before' };
  const commands = newBoardCommands(plan, choiceOf, board, into);
  return joinSteps(
    commands.reduce((session, command) => edit(session, command), beginEditing(into)),
    0,
  );
}

describe('a file imported as a new board', () => {
  const text = exportText(exported, { kind: 'board' });
  const here = aBoard({ a: { formula: '2' }, other: { section: 'Mine' } });

  it('has its tiles, and changes no metric and no tile that was here', () => {
    const session = importedAsNew(text, here);
    const documents = documentsOf(session);
    expect(documents.index?.value).toEqual({
      boards: [
        { id: 'board001', title: 'Here before' },
        { id: 'newboard', title: 'Imported' },
      ],
    });
    expect(tilesOf(documents).map(({ shows }) => shows)).toEqual(['unplaced', 'b', 'a-2', 'a-2', undefined]);
    expect(session.current.metrics.get('a')).toEqual({ metric: { label: 'a', formula: '2' } });
    const first = documents.others?.find(({ name }) => name === 'dashboard-board-board001');
    expect(JSON.stringify(first?.value)).not.toContain('a-2');
    expect(JSON.stringify(documents.layout?.value)).toContain('"later":1');
  });

  it('is undone in one step', () => {
    const session = importedAsNew(text, here);
    expect(session.past).toHaveLength(1);
    expect(documentsOf(undo(session))).toEqual(here);
  });

  it('shows a metric that is here already, and has no tile for one that was left out', () => {
    const session = importedAsNew(text, aBoard({ b: {}, other: {} }), ['a']);
    expect(tilesOf(documentsOf(session)).map(({ shows }) => shows)).toEqual(['unplaced', 'b', undefined]);
    expect([...session.current.metrics.keys()]).toEqual(['b', 'other', 'unplaced']);
  });

  it('is laid out by its metrics where the file has no document of a board', () => {
    const plain = exportText(
      aBoard({ late: { order: 2 }, early: { order: 1 }, in: { section: 'Now', size: 'wide' } }),
      {
        kind: 'board',
      },
    );
    expect(tilesOf(documentsOf(importedAsNew(plain, here)))).toMatchObject([
      { section: undefined, shows: 'early' },
      { section: undefined, shows: 'late' },
      { section: 'Now', shows: 'in', span: { columns: 4, rows: 1 } },
    ]);
  });

  it('brings its choices and names the document of the metrics that read them', () => {
    const choices = [{ name: 'queue', type: 'queue' }];
    const own = {
      ...exported,
      definitions: [
        ...exported.definitions,
        {
          name: 'dashboard-metrics-1',
          value: { q: { metric: { label: 'Q', formula: 'waiting(board.queue)' } } },
        },
      ],
      layout: {
        name: 'dashboard-board-k3f9x2ab',
        value: {
          documents: ['dashboard-metrics-1'],
          variables: choices,
          sections: [{ tiles: [{ key: 'q', visual: { kind: 'number', metric: 'q' } }] }],
        },
      },
    };
    const { layout } = documentsOf(importedAsNew(exportText(own, { kind: 'board' }), here));
    expect(layout?.value).toMatchObject({ documents: ['dashboard-metrics-1'], variables: choices });
  });
});

describe('one of several boards, exported', () => {
  const several: BoardDocuments = {
    ...exported,
    index: {
      name: 'dashboard-boards',
      value: { boards: [{ id: 'k3f9x2ab', title: 'Sales' }, { id: 'other000' }] },
    },
  };

  it('has the metrics of its own tiles only, and its own name', () => {
    const { definitions, board, layout } = JSON.parse(exportText(several, { kind: 'board' })) as Record<
      string,
      Record<string, unknown>
    >;
    expect(Object.keys(definitions ?? {})).toEqual(['b', 'a']);
    expect(board).toMatchObject({ title: 'Sales' });
    expect(layout).toMatchObject({ title: 'Sales' });
  });
});
