/** What the board says of itself: how long it stays hidden, and what is told to admins alone. */
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { defaultDocuments } from '../../schema/defaults';
import type { RefreshState } from '../../sources/DashboardSources';
import { memorySources } from '../../sources/memory/memorySources';
import { aDashboardData } from '../../testing/aDashboardData';
import { renderInPaste } from '../../testing/renderInPaste';
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
const press = (name: RegExp): void => userEvent.click(screen.getByRole('button', { name }));
const shown = (): readonly string[] =>
  screen.queryAllByText(/left out|earlier collection/).map((each) => each.textContent ?? '');

describe('notices', () => {
  it('are counted in the header, and said after a click', () => {
    open();
    expect(shown()).toEqual([]);
    press(/^1 notice$/);
    expect(shown()).toEqual(['12 queues are left out.']);
    press(/^1 notice$/);
    expect(shown()).toEqual([]);
  });

  it('are closed by Escape, which gives the focus back', () => {
    open();
    press(/^1 notice$/);
    userEvent.keyboard('{esc}');
    expect(shown()).toEqual([]);
    expect(screen.getByRole('button', { name: '1 notice' })).toHaveFocus();
  });

  it('say once what holds for queues and for channels', () => {
    const late = (which: string) => ({
      code: `${which}-late`,
      text: `The statistics of ${which} are those of an earlier collection.`,
    });
    source.setData({ ...aDashboardData(), notices: [late('queues'), late('channels')] });
    open();
    press(/^1 notice$/);
    expect(shown()).toEqual(['The statistics of queues and channels are those of an earlier collection.']);
  });
});

it('offers no way to hide that the numbers are out of date', () => {
  source = memorySources({ definitions, data: aDashboardData() });
  open();
  act(() => void jest.advanceTimersByTime(200_000));
  expect(screen.getByText(/^Not updating · numbers of 22:42/)).toBeInTheDocument();
  expect(screen.queryByText('Hide')).toBeNull();
});

describe('what only an admin can change', () => {
  const off: RefreshState = { status: 'off', reason: 'no-address' };
  const failed: RefreshState = { status: 'failed', problem: 'HTTP 500 of refreshDashboard.', retryAt: 0 };

  it.each([
    ['settings of the Functions', () => undefined, /left out/],
    ['a refresh that is off', () => source.setRefresh(off), /Automatic refresh is off/],
    ['why a refresh fails', () => source.setRefresh(failed), /HTTP 500/],
    ['the log of the Function', () => void jest.advanceTimersByTime(200_000), /Function’s log/],
  ])('is told to admins alone: %s', (_what, happen, words) => {
    const openAll = (): void =>
      screen.queryAllByRole('button', { name: /notice|^Live|^Not updating/ }).forEach((each) => {
        userEvent.click(each);
        found += screen.queryAllByText(words).length;
      });
    let found = 0;
    const { unmount } = open();
    act(happen);
    openAll();
    expect(found).toBeGreaterThan(0);
    unmount();
    found = 0;
    open(false);
    act(happen);
    openAll();
    expect(found).toBe(0);
  });

  it('does not hide from others that it is wrong, nor whom to ask', () => {
    open(false);
    act(() => source.setRefresh(failed));
    press(/^Live/);
    expect(screen.getByText('Automatic refresh is failing.')).toBeInTheDocument();
    act(() => void jest.advanceTimersByTime(200_000));
    expect(screen.getAllByText(/tell your Flex admin/)).not.toEqual([]);
  });
});
