import { aBoard } from '../draft/testing/aBoard';
import { metricUses } from './metricUses';

const tiles = (...keys: readonly string[]) => ({
  sections: [{ tiles: keys.map((key) => ({ key, visual: { kind: 'number', metric: key } })) }],
});
const documents = {
  ...aBoard({ a: {}, b: {}, c: {} }),
  layout: { name: 'dashboard-board-first001', value: tiles('a') },
  index: {
    name: 'dashboard-boards',
    value: {
      boards: [
        { id: 'first001', title: 'First' },
        { id: 'second01' },
        { id: 'third001', title: 'Third', deletedAt: '2026-11-28T09:00:00.000Z' },
      ],
    },
  },
};

describe('metricUses', () => {
  it('says which boards show a metric, deleted ones too, and knows those on none', () => {
    const uses = metricUses(documents, [
      { name: 'dashboard-board-second01', value: tiles('a') },
      { name: 'dashboard-board-third001', value: tiles('b') },
      // As it was saved before somebody worked on it.
      { name: 'dashboard-board-first001', value: tiles('c') },
    ]);
    expect([...uses]).toEqual([
      [
        'a',
        [
          { id: 'first001', title: 'First', isDeleted: false },
          { id: 'second01', title: 'second01', isDeleted: false },
        ],
      ],
      ['b', [{ id: 'third001', title: 'Third', isDeleted: true }]],
    ]);
  });
});
