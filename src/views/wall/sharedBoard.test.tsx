import { act, fireEvent, screen } from '@testing-library/react';
import * as React from 'react';
import { defaultDocuments } from '../../schema/defaults';
import { DashboardView } from '../desk/DashboardView';
import { ReadingsStore } from '../board/ReadingsStore';
import { memorySources } from '../../sources/memory/memorySources';
import { aDashboardData } from '../../testing/aDashboardData';
import { renderInPaste } from '../../testing/renderInPaste';
import { DashboardOrWall } from './DashboardOrWall';

const begun = Date.parse('2026-11-22T11:42:15.000Z');
const thresholds = { firstThresholdValue: 10, firstThresholdStyle: 'Error' };
const total = { label: 'Total', formula: 'data.workspace_statistics.realtime.total_tasks', ...thresholds };
const definitions = {
  held: { metric: { ...total, holdSeconds: 30 } },
  edge: { metric: { ...total, hysteresis: 5 } },
};
const tasks = (total_tasks: number) =>
  aDashboardData({ collectedAt: new Date(Date.now()).toISOString(), realtime: { total_tasks } });
const login = { hasEnded: () => false, subscribe: () => () => undefined };

const open = (sources = memorySources({ definitions, data: tasks(20) })) => ({
  sources,
  ...renderInPaste(
    <DashboardOrWall isAdmin sources={sources} documents={defaultDocuments} version="1.0.0" login={login} />,
  ),
});
const pass = (seconds: number): void => act(() => void jest.advanceTimersByTime(seconds * 1000));
const stateOf = (key: string): string | null | undefined =>
  document.querySelector(`[data-tile="${key}"]`)?.getAttribute('data-state');

beforeEach(() => {
  jest.useFakeTimers().setSystemTime(begun);
  window.history.replaceState({}, '', '/realtime-dashboard');
  class RoomForTiles implements ResizeObserver {
    constructor(private readonly tell: ResizeObserverCallback) {}
    observe(): void {
      this.tell([{ contentRect: { width: 1890, height: 970 } } as ResizeObserverEntry], this);
    }
    unobserve = (): void => undefined;
    disconnect = (): void => undefined;
  }
  Object.assign(window, { ResizeObserver: RoomForTiles, matchMedia: () => ({ matches: false }) });
});
afterEach(() => {
  jest.clearAllTimers();
  jest.useRealTimers();
  jest.restoreAllMocks();
  sessionStorage.clear();
});

describe('one board for every view', () => {
  it('goes on counting a hold when the desk is left for the wall', () => {
    open();
    pass(20);
    expect(stateOf('held')).toBe('none');
    fireEvent.click(screen.getByRole('button', { name: 'Wall display' }));
    pass(9);
    expect(stateOf('held')).toBe('none');
    pass(2);
    expect(stateOf('held')).toBe('error');
  });

  it('keeps an alarm within its margin when the wall is left for the desk', () => {
    window.history.replaceState({}, '', '/realtime-dashboard?wall');
    const { sources } = open();
    act(() => sources.setData(tasks(8)));
    expect(stateOf('edge')).toBe('error');
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(stateOf('edge')).toBe('error');
  });

  it('goes on counting a hold when Flex shows another view for a while', () => {
    const { sources, unmount } = open();
    pass(20);
    unmount();
    pass(9);
    open(sources);
    expect(stateOf('held')).toBe('none');
    pass(2);
    expect(stateOf('held')).toBe('error');
  });

  it('is of now at once when Flex comes back to it', () => {
    const { sources, unmount } = open();
    unmount();
    sources.setData(tasks(3));
    open(sources);
    expect(stateOf('edge')).toBe('none');
  });

  it('is evaluated once for each change, however many views show it', () => {
    const { sources } = open();
    renderInPaste(
      <DashboardView
        isAdmin
        sources={sources}
        documents={defaultDocuments}
        version="1.0.0"
        onOpenWall={() => undefined}
      />,
    );
    const evaluations = jest.spyOn(ReadingsStore.prototype, 'evaluate');
    act(() => sources.setData(tasks(30)));
    expect(evaluations).toHaveBeenCalledTimes(1);
    expect(document.querySelectorAll('[data-tile="edge"]')).toHaveLength(2);
  });
});
