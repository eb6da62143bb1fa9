import { act, fireEvent, screen, within } from '@testing-library/react';
import * as React from 'react';
import { defaultDocuments } from '../../schema/defaults';
import { ReadingsStore } from '../board/ReadingsStore';
import { memorySources, type MemorySources } from '../../sources/memory/memorySources';
import { aDashboardData } from '../../testing/aDashboardData';
import { renderInPaste } from '../../testing/renderInPaste';
import { DashboardOrWall } from './DashboardOrWall';

const begun = Date.parse('2026-11-22T11:42:18.000Z');
const alarm = { firstThresholdValue: 10, firstThresholdStyle: 'Error' };
const read = (path: string) => `data.workspace_statistics.realtime.${path}`;
const definitions = {
  sold: { metric: { label: 'Sold', formula: '1' } },
  waiting: { metric: { label: 'Waiting', formula: read('total_tasks'), ...alarm } },
  busy: { metric: { label: 'Busy', formula: read('total_workers'), ...alarm } },
};
const further = { closed: { metric: { label: 'Closed', formula: '7' } } };

const boardOf = (...metrics: readonly string[]) => ({
  sections: [{ tiles: metrics.map((metric) => ({ key: metric, visual: { kind: 'number', metric } })) }],
});
const documents: Readonly<Record<string, object>> = {
  sales001: boardOf('sold'),
  support1: boardOf('waiting', 'busy'),
  floor001: { ...boardOf('closed', 'waiting'), documents: ['dashboard-metrics-2'] },
};
const titles: Readonly<Record<string, string>> = {
  sales001: 'Sales',
  support1: 'Support',
  floor001: 'The floor',
};
const indexOf = (ids: readonly string[], more: object = {}) => ({
  boards: ids.map((id) => ({ id, title: titles[id] })),
  ...more,
});
const all = ['sales001', 'support1', 'floor001'];
const counts = (total_tasks: number, total_workers = 1) =>
  aDashboardData({
    collectedAt: new Date(Date.now()).toISOString(),
    realtime: { total_tasks, total_workers },
  });

let unmount: () => void;

function open(search: string, index: unknown = indexOf(all)): MemorySources {
  window.history.replaceState({}, '', `/realtime-dashboard${search}`);
  const sources = memorySources({ definitions, data: counts(1) });
  sources.setDocument('dashboard-metrics-2', further);
  sources.setBoards(
    index,
    ...Object.entries(documents).map(([id, value]) => ({
      name: `dashboard-board-${id}`,
      state: { status: 'ready', value } as const,
    })),
  );
  const login = { hasEnded: () => false, subscribe: () => () => undefined };
  ({ unmount } = renderInPaste(
    <DashboardOrWall
      onBoard={() => undefined}
      isAdmin
      sources={sources}
      documents={defaultDocuments}
      version="1.0.0"
      login={login}
    />,
  ));
  pass(1000);
  return sources;
}

const wall = (): HTMLElement => screen.getByRole('dialog', { name: 'Wall display' });
const title = (): string => within(wall()).getByRole('heading', { level: 1 }).textContent ?? '';
/** What each tile says to a screen reader. */
const values = (): readonly string[] =>
  [...wall().querySelectorAll('[data-tile]')].map((tile) => tile.getAttribute('aria-label') ?? '');
const press = (key: string): void => void fireEvent.keyDown(wall(), { key });
/** In steps, as nothing is drawn before one is over. */
const pass = (milliseconds: number): void => {
  for (let passed = 0; passed < milliseconds; passed += 1000)
    act(() => void jest.advanceTimersByTime(Math.min(1000, milliseconds - passed)));
};
/** With data that does not become stale, as it would alarm nobody. */
const passWith = (sources: MemorySources, seconds: number, tasks: number): void => {
  for (let passed = 0; passed < seconds; passed += 10) {
    act(() => sources.setData(counts(tasks)));
    pass(Math.min(10, seconds - passed) * 1000);
  }
};

beforeEach(() => {
  jest.useFakeTimers().setSystemTime(begun);
  class RoomForTiles implements ResizeObserver {
    constructor(private readonly tell: ResizeObserverCallback) {}
    observe(): void {
      this.tell([{ contentRect: { width: 1890, height: 970 } } as ResizeObserverEntry], this);
    }
    unobserve = (): void => undefined;
    disconnect = (): void => undefined;
  }
  Object.assign(window, {
    ResizeObserver: RoomForTiles,
    matchMedia: () => ({ matches: false }),
    innerWidth: 1920,
    innerHeight: 1080,
  });
});
afterEach(() => {
  jest.clearAllTimers();
  jest.useRealTimers();
  jest.restoreAllMocks();
  sessionStorage.clear();
});

describe('a wall with a playlist', () => {
  it('shows the boards of its link in turn, each for its seconds', () => {
    open('?wall&boards=sales,the-floor:45s');
    expect([title(), values().length]).toEqual(['Sales', 1]);
    pass(28_000);
    expect(title()).toBe('Sales');
    pass(2000);
    expect([title(), values()]).toEqual(['The floor', ['Closed, 7', 'Waiting, 1']]);
    pass(44_000);
    expect(title()).toBe('The floor');
    pass(2000);
    expect(title()).toBe('Sales');
  });

  it('shows the saved boards given a link that names none', () => {
    open(
      '?wall&boards',
      indexOf(all, { playlist: [{ board: 'support1', seconds: 20 }, { board: 'sales001' }] }),
    );
    expect(title()).toBe('Support');
    pass(20_000);
    expect(title()).toBe('Sales');
  });

  it('pauses, goes on, and turns by key and by button', () => {
    open('?wall&boards=sales,support,floor001');
    press('p');
    expect(wall()).toHaveTextContent('Paused');
    pass(300_000);
    expect(title()).toBe('Sales');
    press('ArrowDown');
    expect(title()).toBe('Support');
    press('ArrowUp');
    press('ArrowUp');
    expect(title()).toBe('The floor');
    fireEvent.pointerMove(document.body);
    fireEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(title()).toBe('Sales');
    fireEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(title()).toBe('The floor');
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    pass(30_000);
    expect(title()).toBe('Sales');
  });

  it('turns all pages of a board before the next board', () => {
    const many = Object.fromEntries(
      Array.from({ length: 90 }, (_, index) => [`m${index}`, definitions.sold]),
    );
    const sources = open('?wall&boards=sales:20s,support');
    act(() => {
      sources.setDefinitions({ ...definitions, ...many });
      sources.setDocument('dashboard-board-sales001', boardOf(...Object.keys(many)));
    });
    pass(1000);
    expect(wall()).toHaveTextContent('Page 1 of 3');
    pass(15_000);
    expect([title(), wall().textContent?.includes('Page 2 of 3')]).toEqual(['Sales', true]);
    pass(15_000);
    expect(title()).toBe('Support');
  });

  it('names on its notice a board that there is none of, and shows the others', () => {
    open('?wall&boards=sales,marketing');
    expect(title()).toBe('Sales');
    expect(wall()).toHaveTextContent('1 board not available: marketing');
  });

  it('shows the first board given a playlist of none that exist', () => {
    open('?wall&boards=marketing');
    expect(values()).toEqual(['Sold, 1']);
    expect(wall()).toHaveTextContent('1 board not available: marketing');
  });

  it('says that the board it shows was deleted, and goes on with the others', () => {
    const sources = open('?wall&boards=sales,support,floor001');
    press('ArrowDown');
    expect(title()).toBe('Support');
    act(() => sources.setBoards(indexOf(['sales001', 'floor001'])));
    pass(200);
    expect(wall()).toHaveTextContent('1 board not available: Support');
    expect(values()).toEqual(['Closed, 7', 'Waiting, 1']);
    pass(20_000);
    expect(title()).toBe('The floor');
    pass(10_000);
    expect(title()).toBe('Sales');
    pass(30_000);
    expect(title()).toBe('The floor');
  });

  it('skips a board whose document is gone, and shows it when it is back', () => {
    const sources = open('?wall&boards=sales,support');
    act(() => sources.setDocument('dashboard-board-support1', undefined));
    pass(1000);
    expect(wall()).toHaveTextContent('1 board not available: Support');
    pass(60_000);
    expect(title()).toBe('Sales');
    act(() => sources.setDocument('dashboard-board-support1', documents.support1));
    pass(31_000);
    expect(title()).toBe('Support');
  });

  it('comes back with its boards after a login that led elsewhere', () => {
    open('?wall&boards=support:10s,sales');
    unmount();
    open('');
    expect(title()).toBe('Support');
    expect(window.location.search).toBe('?wall&boards=support:10s,sales');
    press('Escape');
    expect(window.location.search).toBe('');
  });
});

describe('an interrupt by a board that is not shown', () => {
  it('shows it with the reason for 15 seconds, then the turn goes on', () => {
    const sources = open('?wall&boards=sales:600s,support');
    passWith(sources, 31, 1);
    expect(title()).toBe('Sales');
    passWith(sources, 2, 20);
    expect(title()).toBe('Support');
    expect(wall()).toHaveTextContent('Critical: Waiting');
    expect(values()).toEqual([expect.stringContaining('Waiting, 20'), 'Busy, 1']);
    passWith(sources, 15, 20);
    expect(title()).toBe('Sales');
    expect(wall()).not.toHaveTextContent('Critical: Waiting');
    expect(wall()).toHaveTextContent('Support: Waiting 20');
  });

  it('comes once for a metric on two boards', () => {
    const sources = open('?wall&boards=sales:600s,support,floor001');
    passWith(sources, 31, 1);
    passWith(sources, 2, 20);
    expect(title()).toBe('Support');
    const seen = new Set<string>();
    passWith(sources, 16, 20);
    for (let step = 0; step < 8; step += 1) {
      passWith(sources, 10, 20);
      seen.add(title());
    }
    expect([...seen]).toEqual(['Sales']);
  });

  it('does not come for a metric that the board shown has as well', () => {
    const sources = open('?wall&boards=floor001:600s,support');
    passWith(sources, 31, 1);
    passWith(sources, 2, 20);
    expect(title()).toBe('The floor');
  });
});

describe('readings of the boards of a playlist', () => {
  it('are of now at once when their turn comes, those of further documents too', () => {
    const sources = open('?wall&boards=sales,floor001');
    act(() => sources.setData(counts(5)));
    act(() =>
      sources.setDocument('dashboard-metrics-2', { closed: { metric: { label: 'Closed', formula: '8' } } }),
    );
    pass(1000);
    press('ArrowDown');
    expect(values()).toEqual(['Closed, 8', 'Waiting, 5']);
  });

  it('are evaluated once for each change, however many boards show a metric', () => {
    const sources = open('?wall&boards=support,floor001');
    const evaluate = jest.spyOn(ReadingsStore.prototype, 'evaluate');
    act(() => sources.setData(counts(5)));
    expect(evaluate).toHaveBeenCalledTimes(1);
    const keys = evaluate.mock.calls[0]?.[0].map(({ key }) => key) ?? [];
    expect([...keys].sort()).toEqual(['busy', 'closed', 'sold', 'waiting']);
  });

  it('are no longer kept when the wall is left', () => {
    const sources = open('?wall&boards=sales,floor001');
    press('Escape');
    const evaluate = jest.spyOn(ReadingsStore.prototype, 'evaluate');
    act(() => sources.setData(counts(5)));
    pass(1000);
    act(() => sources.setData(counts(6)));
    const keys = evaluate.mock.calls.slice(-1)[0]?.[0].map(({ key }) => key) ?? [];
    expect(keys).not.toContain('closed');
  });
});
