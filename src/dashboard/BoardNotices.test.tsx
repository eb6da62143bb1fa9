/** What the board says of itself: how long it stays hidden, and what is told to admins alone. */
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { defaultDocuments } from '../contract/defaults';
import type { RefreshState } from '../sources/DashboardSources';
import { memorySources } from '../sources/memory/memorySources';
import { aDashboardData } from '../testing/aDashboardData';
import { renderInPaste } from '../testing/renderInPaste';
import { DashboardView } from './DashboardView';

const definitions = { tasks: { metric: { label: 'Tasks', formula: '1' } } };
const noted = (...texts: readonly string[]) => ({
  ...aDashboardData(),
  notices: texts.map((text) => ({ code: 'queues-capped', text })),
});

let source: ReturnType<typeof memorySources>;
beforeEach(() => {
  jest.useFakeTimers().setSystemTime(Date.parse('2026-11-22T11:42:18.000Z'));
  source = memorySources({ definitions, data: noted('12 queues are left out.') });
});
afterEach(() => {
  jest.useRealTimers();
});

const open = (isAdmin = true) =>
  renderInPaste(
    <DashboardView
      isAdmin={isAdmin}
      sources={source}
      documents={defaultDocuments}
      version="1.2.3"
      onOpenWall={() => undefined}
    />,
  );
const shown = (): readonly string[] =>
  screen.queryAllByText(/left out/).map((each) => each.textContent ?? '');
const hide = (): void => userEvent.click(screen.getByText('Hide'));

describe('a hidden notice', () => {
  it('stays hidden while it says the same, and is counted', () => {
    open();
    hide();
    act(() => source.setData(noted('12 queues are left out.')));
    expect(shown()).toEqual([]);
    expect(screen.getByText('Show 1 hidden notice')).toBeInTheDocument();
  });

  it('is back when it says something else', () => {
    open();
    hide();
    act(() => source.setData(noted('13 queues are left out.')));
    expect(shown()).toEqual(['13 queues are left out.']);
  });

  it('is back when it was gone for a while', () => {
    open();
    hide();
    act(() => source.setData(noted()));
    act(() => source.setData(noted('12 queues are left out.')));
    expect(shown()).toEqual(['12 queues are left out.']);
  });

  it('is back when the view is opened again', () => {
    const { unmount } = open();
    hide();
    unmount();
    open();
    expect(shown()).toEqual(['12 queues are left out.']);
  });
});

it('offers no way to hide that the numbers are out of date', () => {
  source = memorySources({ definitions, data: aDashboardData() });
  open();
  act(() => void jest.advanceTimersByTime(200_000));
  expect(screen.getByText('The numbers are out of date')).toBeInTheDocument();
  expect(screen.queryByText('Hide')).toBeNull();
});

describe('what only an admin can change', () => {
  const off: RefreshState = { status: 'off', reason: 'no-address' };
  const failed: RefreshState = { status: 'failed', problem: 'HTTP 500 of refreshDashboard.', retryAt: 0 };

  it.each([
    ['settings of the Functions', () => undefined, /left out/],
    ['a refresh that is off', () => source.setRefresh(off), /Refresh at quiet times is off/],
    ['why a refresh fails', () => source.setRefresh(failed), /HTTP 500/],
    ['the log of the Function', () => void jest.advanceTimersByTime(200_000), /log of the Function/],
  ])('is told to admins alone: %s', (_what, happen, words) => {
    const { unmount } = open();
    act(happen);
    expect(screen.queryAllByText(words)).not.toEqual([]);
    unmount();
    open(false);
    act(happen);
    expect(screen.queryAllByText(words)).toEqual([]);
  });

  it('does not hide from others that it is wrong, nor whom to ask', () => {
    open(false);
    act(() => source.setRefresh(failed));
    expect(screen.getByText(/Refresh at quiet times fails/)).toBeInTheDocument();
    act(() => void jest.advanceTimersByTime(200_000));
    expect(screen.getByText(/ask your Flex admin/)).toBeInTheDocument();
  });
});
