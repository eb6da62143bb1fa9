import { someColours } from '../../testing/anEvaluatedMetric';
import { parseBoard } from '../../model/board/parseBoard';
import type { BoardDocuments } from '../../model/board/BoardDocuments';
import { edit } from '../session/edit';
import { beginEditing, documentsOf } from '../session/EditingSession';
import { aBoard } from '../session/testing/aBoard';
import { exportText } from './exportText';
import { importCommand } from './importCommand';
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
