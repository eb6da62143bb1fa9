import { memorySources } from '../../../sources/memory/memorySources';
import { savedDocuments } from './savedDocuments';

describe('savedDocuments', () => {
  it('calls back when somebody saves the document of a board, or the list of boards', () => {
    const sources = memorySources({ definitions: {}, boardSettings: {} });
    const name = 'dashboard-board-board001';
    const save = (title: string, ...more: readonly object[]): void =>
      sources.setBoards(
        { boards: [{ id: 'board001' }, ...more] },
        { name, state: { status: 'ready', value: { title, sections: [] } } },
      );
    save('Before');
    const saved = savedDocuments(sources, { definitions: 'dashboard-definitions', board: 'dashboard-board' });
    const seen: unknown[] = [];
    const leave = saved.subscribe(() => {
      const { layout, index } = saved.get() ?? {};
      seen.push([layout?.value?.title, (index?.value?.boards as readonly unknown[]).length]);
    });
    save('After');
    expect(seen[seen.length - 1]).toEqual(['After', 1]);
    save('After', { id: 'sales001' });
    expect(seen[seen.length - 1]).toEqual(['After', 2]);
    leave();
  });
});
