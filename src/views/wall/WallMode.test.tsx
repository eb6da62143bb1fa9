import { act, fireEvent, screen, within } from '@testing-library/react';
import * as React from 'react';
import { defaultDocuments } from '../../schema/defaults';
import { memorySources, type MemorySources } from '../../sources/memory/memorySources';
import { aDashboardData } from '../../testing/aDashboardData';
import { renderInPaste } from '../../testing/renderInPaste';
import { DashboardOrWall } from './DashboardOrWall';
import type { FlexLogin } from './useFlexLogin';

const now = Date.parse('2026-11-22T11:42:18.000Z');

/** jsdom lays nothing out: the room for tiles is told, as the browser would. */
class RoomForTiles implements ResizeObserver {
  constructor(private readonly tell: ResizeObserverCallback) {}
  observe(): void {
    this.tell([{ contentRect: { width: 1890, height: 970 } } as ResizeObserverEntry], this);
  }
  unobserve(): void {
    this.disconnect();
  }
  disconnect(): void {
    return undefined;
  }
}

const metrics = (count: number): object =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `m${index}`,
      {
        metric: {
          label: `Metric ${index}`,
          formula: String(index),
          ...(index >= 100 ? { firstThresholdValue: 1, firstThresholdStyle: 'Error' } : {}),
        },
      },
    ]),
  );

interface Shown {
  readonly source: MemorySources;
  readonly endLogin: () => void;
  readonly unmount: () => void;
}

function show(count = 4, data: unknown = aDashboardData()): Shown {
  const source = memorySources({ definitions: metrics(count), data });
  let ended = false;
  const followers = new Set<() => void>();
  const login: FlexLogin = {
    hasEnded: () => ended,
    subscribe(onChange) {
      followers.add(onChange);
      return () => followers.delete(onChange);
    },
  };
  const { unmount } = renderInPaste(
    <DashboardOrWall isAdmin sources={source} documents={defaultDocuments} version="0.1.0" login={login} />,
  );
  act(() => void jest.advanceTimersByTime(1));
  return {
    source,
    unmount,
    endLogin: () =>
      act(() => {
        ended = true;
        followers.forEach((follower) => follower());
      }),
  };
}

const wall = (): HTMLElement => screen.getByRole('dialog', { name: 'Wall display' });
const tiles = (): readonly string[] =>
  [...wall().querySelectorAll('[data-tile]')].map((tile) => tile.getAttribute('data-tile') ?? '');
const press = (key: string): void => void fireEvent.keyDown(wall(), { key });
const pass = (milliseconds: number): void => act(() => void jest.advanceTimersByTime(milliseconds));

beforeEach(() => {
  jest.useFakeTimers().setSystemTime(now);
  window.history.replaceState({ key: 'of-flex' }, '', '/realtime-dashboard/?lang=en&wall#x');
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
  sessionStorage.clear();
});

it('opens from a link, with title, age of the data, what today means, and the time in the zone of the data', () => {
  show();
  const bar = within(wall()).getByRole('group', { name: 'Realtime Dashboard' });
  expect(bar).toHaveTextContent('Realtime Dashboard');
  expect(bar).toHaveTextContent(/Live · 3 s.*Since 06:00 \(Sydney\)/);
  expect(bar).toHaveTextContent(/22:42$/);
  pass(60_000);
  expect(bar).toHaveTextContent(/22:43$/);
  expect(tiles()).toEqual(['m0', 'm1', 'm2', 'm3']);
});

it('opens with a button, keeps the rest of the address and the state of Flex’s router, and is left by Escape', () => {
  window.history.replaceState({ key: 'of-flex' }, '', '/realtime-dashboard/?lang=en#x');
  show();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Wall display' }));
  expect(wall()).toBeInTheDocument();
  expect(window.location.href).toMatch(/\/realtime-dashboard\/\?lang=en&wall#x$/);
  press('Escape');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(window.location.href).toMatch(/\/realtime-dashboard\/\?lang=en#x$/);
  expect(window.history.state).toEqual({ key: 'of-flex' });
});

it('comes back in a tab that was a wall, though a login led to an address without it', () => {
  show().unmount();
  window.history.replaceState(null, '', '/realtime-dashboard/');
  show();
  expect(wall()).toBeInTheDocument();
  expect(window.location.search).toBe('?wall');
});

it('stays away after it was left', () => {
  const { unmount } = show();
  press('Escape');
  unmount();
  show();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

it('takes the focus, and keeps it from what lies below', () => {
  show();
  expect(wall()).toHaveFocus();
  const below = document.body.appendChild(document.createElement('button'));
  below.focus();
  expect(wall()).toHaveFocus();
  below.remove();
});

it('says of when the numbers are while the connection is lost, and stops when it is back', () => {
  const { source } = show();
  const notice = within(within(wall()).getByRole('group', { name: 'Realtime Dashboard' })).getByRole(
    'status',
  );
  expect(notice).toBeEmptyDOMElement();
  act(() => source.setConnection('disconnected'));
  expect(notice).toHaveTextContent('Last update 22:42. Not updating.');
  act(() => source.setConnection('connected'));
  expect(notice).toBeEmptyDOMElement();
});

it('says what to do when Flex’s login has ended', () => {
  const { endLogin } = show();
  endLogin();
  expect(wall()).toHaveTextContent(/Not updating\..*login has ended.*log in again/);
});

it('shows several pages in turn given more tiles than can be read, by itself and by key', () => {
  show(120);
  const pages = [tiles()];
  expect(wall()).toHaveTextContent('Page 1 of 3');
  pass(15_000);
  pages.push(tiles());
  expect(wall()).toHaveTextContent('Page 2 of 3');
  pass(15_000);
  pages.push(tiles());
  expect(pages.flat()).toEqual(Object.keys(metrics(120)));
  pass(15_000);
  expect(tiles()).toEqual(pages[0]);
  press('ArrowRight');
  expect(tiles()).toEqual(pages[1]);
  pass(14_000);
  expect(tiles()).toEqual(pages[1]);
  press('ArrowLeft');
  expect(tiles()).toEqual(pages[0]);
  press('ArrowLeft');
  expect(tiles()).toEqual(pages[2]);
});

it('names what is critical on pages that are not shown, in turn where not all fit', () => {
  show(120);
  const strip = screen.getByRole('status', { name: 'Critical on other pages' });
  const first = strip.textContent;
  expect(first).toMatch(/and \d+ more$/);
  pass(6000);
  expect(strip.textContent).toMatch(/and \d+ more$/);
  expect(strip.textContent).not.toBe(first);
  press('ArrowLeft');
  expect(wall()).toHaveTextContent('Page 3 of 3');
  expect(strip).toHaveTextContent('Nothing critical on the other pages');
});

it('shows the page of a tile that becomes critical on another one, for 15 seconds', () => {
  const { source } = show(120);
  pass(15_000);
  pass(15_000);
  pass(1000);
  expect(wall()).toHaveTextContent('Page 3 of 3');
  const alarm = { label: 'Metric 0', formula: '5', firstThresholdValue: 1, firstThresholdStyle: 'Error' };
  act(() => source.setDefinitions({ ...metrics(120), m0: { metric: alarm } }));
  pass(2000);
  expect(wall()).toHaveTextContent('Page 1 of 3');
  pass(15_000);
  expect(wall()).toHaveTextContent('Page 3 of 3');
});

it('has a button to leave while the pointer moves', () => {
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Leave wall display' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

it('tells the keys at first for a while, and whenever somebody asks', () => {
  show();
  expect(wall()).toHaveTextContent('F: full screen');
  pass(12_000);
  expect(wall()).not.toHaveTextContent('F: full screen');
  press('?');
  expect(screen.getByRole('region', { name: 'Keys' })).toHaveTextContent('Leave the wall');
  press('Escape');
  expect(screen.queryByRole('region', { name: 'Keys' })).not.toBeInTheDocument();
  expect(wall()).toBeInTheDocument();
});

it('says that the screen may go dark given a browser that cannot keep it awake', async () => {
  show();
  await act(async () => Promise.resolve());
  expect(wall()).toHaveTextContent('does not keep the screen awake');
});

it('hides the pointer when it rests, and shows it when it moves', () => {
  show();
  // What is seen over a tile is up to the cascade, which a browser test looks at.
  expect(wall()).not.toHaveAttribute('data-idle');
  pass(3000);
  expect(wall()).toHaveAttribute('data-idle');
  fireEvent(document, new Event('pointermove'));
  act(() => undefined);
  expect(wall()).not.toHaveAttribute('data-idle');
});

it('moves the picture within its margin, each two minutes', () => {
  show();
  const picture = wall().firstElementChild as HTMLElement;
  const seen = new Set<string>();
  for (let step = 0; step < 60; step += 1) {
    seen.add(picture.style.transform);
    pass(120_000);
  }
  const furthest = [...seen].flatMap((transform) => (transform.match(/-?\d+/g) ?? []).map(Number));
  expect(seen.size).toBeGreaterThan(30);
  expect(Math.max(...furthest.map(Math.abs))).toBe(6);
});

it('leaves no timer and no listener behind', () => {
  const listening = new Map<string, number>();
  const count = (by: number) => (type: string) => void listening.set(type, (listening.get(type) ?? 0) + by);
  jest.spyOn(document, 'addEventListener').mockImplementation(count(1));
  jest.spyOn(document, 'removeEventListener').mockImplementation(count(-1));
  const { unmount } = show(120);
  const own = ['keydown', 'focusin', 'fullscreenchange', 'pointermove', 'pointerdown', 'visibilitychange'];
  expect(own.filter((type) => (listening.get(type) ?? 0) < 1)).toEqual([]);
  unmount();
  expect(own.filter((type) => listening.get(type) !== 0)).toEqual([]);
  expect(jest.getTimerCount()).toBe(0);
});
