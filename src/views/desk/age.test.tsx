/** What is said of the age of data at the desk, when the age is late, unknown, or measured while the machine's clock is set. */
import { act, screen } from '@testing-library/react';
import * as React from 'react';
import { defaultDocuments } from '../../schema/defaults';
import { memorySources } from '../../sources/memory/memorySources';
import type { RefreshState } from '../../sources/DashboardSources';
import { aDashboardData } from '../../testing/aDashboardData';
import { renderInPaste } from '../../testing/renderInPaste';
import { DashboardView } from './DashboardView';

const noon = Date.parse('2026-11-22T12:00:00.000Z');
const total = { metric: { label: 'Total', formula: 'data.workspace_statistics.realtime.total_tasks' } };

beforeEach(() => void jest.useFakeTimers().setSystemTime(noon));
afterEach(() => void jest.useRealTimers());

function open({
  secondsAgo = 0,
  refresh,
  board,
}: {
  secondsAgo?: number;
  refresh?: RefreshState;
  board?: object;
}) {
  const collectedAt = new Date(noon - secondsAgo * 1000).toISOString();
  const source = memorySources({
    definitions: { total },
    data: aDashboardData({ collectedAt }),
    boardSettings: board,
  });
  if (refresh) source.setRefresh(refresh);
  renderInPaste(
    <DashboardView
      isAdmin
      sources={source}
      documents={defaultDocuments}
      version="1"
      onOpenWall={() => undefined}
    />,
  );
  return source;
}
const pass = (seconds: number): void => act(() => void jest.advanceTimersByTime(seconds * 1000));
const dot = (): string | null | undefined =>
  document.querySelector('[data-freshness]')?.getAttribute('data-freshness');
const status = (): string | null | undefined => document.querySelector('[data-board-status]')?.textContent;
const tile = (): string | null | undefined =>
  document.querySelector('[data-tile="total"]')?.getAttribute('aria-label');

it.each<[string, RefreshState, object | undefined, number]>([
  ['90 s where data is asked for', { status: 'idle' }, undefined, 90],
  ['150 s where only events bring data', { status: 'off', reason: 'no-address' }, undefined, 150],
  ['what is stored, whatever is asked for', { status: 'idle' }, { staleAfterSeconds: 30 }, 30],
])('is late at half the limit and old at the limit: %s', (_name, refresh, board, limit) => {
  open({ refresh, ...(board && { board }) });
  pass(limit / 2 - 1);
  expect([dot(), tile()]).toEqual(['live', 'Total, 65']);
  pass(1);
  expect([dot(), tile()]).toEqual(['late', 'Total, 65']);
  expect(status()).toBe(`Data ${limit / 2} s old`);
  pass(limit / 2);
  expect(dot()).toBe('late');
  pass(1);
  expect(dot()).toBe('cut-off');
  expect(status()).toBe('Not updating · numbers of 23:00');
  expect(tile()).toMatch(/^Total, 65, Stale, /);
});

it('says an age to the second below ten minutes', () => {
  open({ secondsAgo: 149, board: { staleAfterSeconds: 3600 } });
  expect(status()).toBe('Live · 149 s');
  pass(450);
  expect(status()).toBe('Live · 599 s');
});

it('marks data of the future as of unknown age', () => {
  open({ secondsAgo: -3600 });
  expect(tile()).toBe('Total, 65, Stale, age unknown');
  expect(status()).toBe('Age of the data unknown');
  expect(screen.getByText(/^The age of the data is unknown/)).toBeInTheDocument();
  act(() => document.querySelector<HTMLElement>('[data-tile="total"]')?.click());
  expect(document.querySelector('dialog')?.textContent).toContain('age unknown');
});

it('is late after 20 s where events came each second', () => {
  const source = open({ refresh: { status: 'idle' } });
  for (let second = 1; second <= 6; second += 1) {
    pass(1);
    act(() => source.setData(aDashboardData({ collectedAt: new Date(noon + second * 1000).toISOString() })));
  }
  pass(19);
  expect(dot()).toBe('live');
  pass(1);
  expect([dot(), status()]).toEqual(['late', 'Data 20 s old']);
});
