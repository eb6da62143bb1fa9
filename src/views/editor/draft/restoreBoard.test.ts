import { parseBoard } from '../../../model/board/parseBoard';
import type { BoardDocuments } from '../../../model/board/BoardDocuments';
import { edit } from './edit';
import { beginEditing, documentsOf, undo } from './EditingSession';
import { metricsThatDiffer, type SharedMetrics } from './restoreBoard';
import { aBoard } from './testing/aBoard';

const shows = (metric: string) => ({ key: `tile-${metric}`, visual: { kind: 'number', metric } });
const boardOf = (
  metrics: Parameters<typeof aBoard>[0],
  title: string,
  ...tiles: readonly string[]
): BoardDocuments => ({
  ...aBoard(metrics, { title }),
  layout: { name: 'dashboard-board-first001', value: { sections: [{ tiles: tiles.map(shows) }] } },
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
const now = boardOf(
  { shared: { label: 'now' }, mine: { label: 'now' }, elsewhere: { label: 'now' }, added: {} },
  'Now',
  'added',
);
const then = boardOf(
  { shared: { label: 'then' }, mine: { label: 'then' }, gone: {}, elsewhere: { label: 'then' } },
  'Then',
  'shared',
  'mine',
  'gone',
);
const restored = (as: SharedMetrics) =>
  edit(beginEditing(now), { type: 'restore', documents: then, metrics: { shared: ['shared'], as } });
const labels = (as: SharedMetrics) => {
  const { metrics } = restored(as).current;
  return Object.fromEntries(
    [...metrics].map(([key, entry]) => [key, (entry as { metric: { label: string } }).metric.label]),
  );
};
const shown = (as: SharedMetrics) =>
  restored(as).current.sections.flatMap(({ tiles }) => tiles.map(({ visual }) => visual.metric));

describe('a version of one of several boards', () => {
  it('comes back with its own metrics, and leaves all others and the settings as they are', () => {
    expect(shown('kept')).toEqual(['shared', 'mine', 'gone']);
    expect(labels('kept')).toEqual({
      shared: 'now',
      mine: 'then',
      elsewhere: 'now',
      added: 'added',
      gone: 'gone',
    });
    expect(documentsOf(restored('kept')).board.value).toEqual({ title: 'Now' });
    expect(documentsOf(restored('kept')).index).toEqual(now.index);
  });

  it('shows copies of metrics that other boards show, where that is wanted', () => {
    expect(shown('copied')).toEqual(['shared-2', 'mine', 'gone']);
    expect(labels('copied')).toMatchObject({ shared: 'now', 'shared-2': 'then', mine: 'then' });
  });

  it('changes metrics on other boards only where that is wanted', () => {
    expect(shown('replaced')).toEqual(['shared', 'mine', 'gone']);
    expect(labels('replaced')).toMatchObject({ shared: 'then', elsewhere: 'now' });
  });

  it('is undone in one step', () => {
    expect(documentsOf(undo(restored('copied')))).toEqual(now);
  });

  it('differs in the metrics that it shows and that are still here', () => {
    expect(metricsThatDiffer(now, then)).toEqual(['shared', 'mine']);
    expect(parseBoard(then).metrics.has('gone')).toBe(true);
  });
});
