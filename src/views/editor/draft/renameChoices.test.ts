import { parseBoard } from '../../../model/board/parseBoard';
import { aBoard, aDocument } from './testing/aBoard';
import { withChoicesRenamed } from './renameChoices';

const formula = "board['queue'] === null ? 0 : serviceLevel(board.queue, board.limit) // board.queue";
const columns = [{ label: 'board.queue', formula: 'row.name === board.queue' }];
const board = parseBoard({
  ...aBoard({ elsewhere: { formula: 'board.queue.length' } }),
  definitions: [
    { name: 'dashboard-definitions', value: {} },
    {
      name: 'dashboard-metrics-1',
      value: aDocument({
        q: { formula, description: 'board.queue', sampleFormula: 'waiting(board.queue)' },
        shared: { formula: 'board.queue' },
        elsewhere: { formula: 'board.queue.length' },
        arrow: { formula: '[1].map((board) => board.queue)' },
      }),
    },
  ],
  layout: {
    name: 'dashboard-board-first001',
    value: {
      sections: [
        {
          tiles: [
            { key: 'q', visual: { kind: 'number', metric: 'q' }, with: { queue: 'VIP', limit: 3 } },
            { key: 'shared', visual: { kind: 'number', metric: 'shared' } },
            { key: 'arrow', visual: { kind: 'number', metric: 'arrow' } },
            { key: 'table', visual: { kind: 'table', rows: 'data.queues', columns } },
          ],
        },
      ],
    },
  },
  index: { name: 'dashboard-boards', value: { boards: [{ id: 'first001' }, { id: 'second01' }] } },
});
const renamed = withChoicesRenamed(
  board,
  new Map([
    ['queue', 'team'],
    ['limit', 'queue'],
  ]),
  ['shared'],
);
const fieldsOf = (key: string) => (renamed.metrics.get(key) as { metric: object }).metric;
const tile = (index: number) => renamed.sections[0]?.tiles[index];

describe('choices with other names', () => {
  it('are read under these by the formulas of the board, also where two change places', () => {
    expect(fieldsOf('q')).toMatchObject({
      formula: 'board.team === null ? 0 : serviceLevel(board.team, board.queue) // board.queue',
      sampleFormula: 'waiting(board.team)',
      description: 'board.queue',
    });
    expect(tile(0)?.with).toEqual({ team: 'VIP', queue: 3 });
    expect(tile(3)?.visual.columns).toEqual([{ label: 'board.queue', formula: 'row.name === board.team' }]);
  });

  it('change no metric that another board shows: this board gets a copy', () => {
    expect(fieldsOf('shared')).toMatchObject({ formula: 'board.queue' });
    expect(fieldsOf('shared-2')).toMatchObject({ formula: 'board.team' });
    expect(tile(1)?.visual.metric).toBe('shared-2');
    expect(fieldsOf('elsewhere')).toMatchObject({ formula: 'board.queue.length' });
  });

  it('leave a parameter of that name as it is', () => {
    expect(renamed.metrics.get('arrow')).toBe(board.metrics.get('arrow'));
    expect(tile(2)).toBe(board.sections[0]?.tiles[2]);
  });
});
