import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { defaultDocuments } from '../../schema/defaults';
import { memorySources, type MemorySources } from '../../sources/memory/memorySources';
import { aDashboardData } from '../../testing/aDashboardData';
import { renderInPaste } from '../../testing/renderInPaste';
import { DashboardView } from './DashboardView';

beforeEach(() => void jest.useFakeTimers('modern').setSystemTime(Date.parse('2026-11-22T11:42:16.000Z')));
afterEach(() => void jest.useRealTimers());

const waiting = { label: 'Waiting', formula: 'data.workspace_statistics.realtime.total_tasks' };

/** A board whose document has these tiles. */
function show(tiles: readonly object[]): MemorySources {
  const sources = memorySources({
    definitions: { waiting: { metric: waiting } },
    data: aDashboardData(),
  });
  sources.setBoards(
    { boards: [{ id: 'k3f9x2ab' }] },
    { name: 'dashboard-board-k3f9x2ab', state: { status: 'ready', value: { sections: [{ tiles }] } } },
  );
  renderInPaste(
    <DashboardView
      sources={sources}
      documents={defaultDocuments}
      version="1.0.0"
      isAdmin
      onOpenWall={jest.fn()}
    />,
  );
  return sources;
}
const sentences = (): readonly (string | null)[] =>
  screen.getAllByRole('listitem').map((item) => within(item).getByRole('button').getAttribute('aria-label'));

describe('BoardTile', () => {
  it('keeps what is wrong with one tile to that tile', () => {
    show([
      { key: 'a', visual: { kind: 'hologram' } },
      { key: 'b', visual: { kind: 'gauge', metric: 'waiting' } },
      { key: 'c', visual: { kind: 'number', metric: 'waiting' } },
    ]);
    expect(sentences()).toEqual([
      expect.stringMatching(/^a, ERR, Definition error, This version has no visual "hologram"/),
      expect.stringMatching(/^Waiting, ERR, Definition error, A tile of the kind "gauge" needs "target"/),
      'Waiting, 65',
    ]);
  });

  it('shows one metric on two tiles, one under a name of its own, and follows new data on both', () => {
    const source = show([
      { key: 'a', visual: { kind: 'number', metric: 'waiting' } },
      { key: 'b', label: 'In queue', visual: { kind: 'gauge', metric: 'waiting', target: 50 } },
    ]);
    act(() => source.setData(aDashboardData({ realtime: { total_tasks: 7 } })));
    expect(sentences()).toEqual(['Waiting, 7', 'In queue, 7, target 50']);
  });

  it('evaluates what a tile brings along, and again with new data', () => {
    const parts = 'data.workspace_statistics.realtime.tasks_by_status';
    const source = show([{ key: 'a', label: 'Tasks', visual: { kind: 'breakdown', parts } }]);
    expect(sentences()).toEqual(['Tasks, 65, assigned 41, pending 15, wrapping 6, reserved 3']);
    const tasks_by_status = { assigned: 1, pending: 2, reserved: 0, wrapping: 0 };
    act(() => source.setData(aDashboardData({ realtime: { tasks_by_status } })));
    expect(sentences()).toEqual(['Tasks, 3, pending 2, assigned 1']);
  });

  it('opens the tile that was pressed, though another shows the same metric', () => {
    show([
      { key: 'a', visual: { kind: 'number', metric: 'waiting' } },
      { key: 'b', label: 'In queue', visual: { kind: 'number', metric: 'waiting' } },
    ]);
    userEvent.click(screen.getByRole('button', { name: /^In queue/ }));
    expect(screen.getByRole('dialog', { name: 'In queue' })).toHaveTextContent(waiting.formula);
  });
});
