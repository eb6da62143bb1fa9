import { act, screen } from '@testing-library/react';
import * as React from 'react';
import { defaultDocuments } from '../contract/syncDocuments';
import { memoryDashboardSource, type MemoryDashboardSource } from '../dashboard-source/memoryDashboardSource';
import type { DashboardSource } from '../dashboard-source/DashboardSource';
import { aDashboardData } from '../testing/aDashboardData';
import { renderInPaste } from '../testing/renderInPaste';
import { DashboardView } from './DashboardView';

const completed = {
  metric: { label: 'Completed', formula: 'data.workspace_statistics.cumulative.tasks_completed' },
};
const longest = {
  metric: {
    label: 'Longest',
    formula: 'data.workspace_statistics.realtime.longest_task_waiting_age',
    format: 'seconds',
    increment: true,
  },
};

const view = (source: DashboardSource): void => {
  renderInPaste(<DashboardView source={source} documents={defaultDocuments} />);
};
const sourceOf = (initial: { definitions?: unknown; data?: unknown }): MemoryDashboardSource =>
  memoryDashboardSource(initial);

beforeEach(() => {
  jest.useFakeTimers().setSystemTime(Date.parse('2026-11-22T11:42:18.000Z'));
});
afterEach(() => {
  jest.useRealTimers();
});

it('shows a skeleton while documents are being looked for', () => {
  const loading = {
    connection: 'connecting',
    definitions: { status: 'loading' },
    data: { status: 'loading' },
    refresh: { status: 'idle' },
  } as const;
  view({ getSnapshot: () => loading, subscribe: () => () => undefined });
  expect(screen.getByRole('status', { name: 'Loading the dashboard' })).toBeInTheDocument();
});

it('says live, how old the data is, and what today means', () => {
  view(sourceOf({ definitions: { completed }, data: aDashboardData() }));
  expect(screen.getByText('Live · data 3 s old · today since 06:00 Sydney')).toBeInTheDocument();
});

it.each([
  [119, '119 s'],
  [120, '2 min'],
  [7199, '119 min'],
  [7200, '2 h'],
])('calls %d seconds old "%s"', (seconds, words) => {
  jest.setSystemTime(Date.parse('2026-11-22T11:42:15.000Z') + seconds * 1000);
  view(sourceOf({ definitions: { completed }, data: aDashboardData() }));
  expect(screen.getByText(new RegExp(`data ${words} old`))).toBeInTheDocument();
});

it('shows the time of the last activity in the footer', () => {
  view(sourceOf({ definitions: { completed }, data: aDashboardData() }));
  expect(screen.getByRole('contentinfo')).toHaveTextContent(/Last activity 11:42:15/);
});

it('draws new data as it comes', () => {
  const source = sourceOf({ definitions: { completed }, data: aDashboardData() });
  view(source);
  expect(screen.getByRole('group', { name: 'Completed, 398' })).toBeInTheDocument();
  act(() => source.setData(aDashboardData({ cumulative: { tasks_completed: 399 } })));
  expect(screen.getByRole('group', { name: 'Completed, 399' })).toBeInTheDocument();
});

it('lets an age grow each second without new data', () => {
  view(sourceOf({ definitions: { longest }, data: aDashboardData() }));
  expect(screen.getByRole('group', { name: 'Longest, 00:03:07' })).toBeInTheDocument();
  act(() => void jest.advanceTimersByTime(2000));
  expect(screen.getByRole('group', { name: 'Longest, 00:03:09' })).toBeInTheDocument();
});

it('tells the admin what to do given no documents', () => {
  view(sourceOf({}));
  expect(screen.getByRole('heading', { name: 'No documents yet' })).toBeInTheDocument();
  expect(screen.getByText('default_stats.json')).toBeInTheDocument();
});

it('says that no metric is defined given an empty document', () => {
  view(sourceOf({ definitions: {}, data: aDashboardData() }));
  expect(screen.getByRole('heading', { name: 'No definitions' })).toBeInTheDocument();
});

it('says why the definitions cannot be read', () => {
  const failed = {
    connection: 'connected',
    definitions: { status: 'failed', problem: 'Service unavailable' },
    data: { status: 'loading' },
    refresh: { status: 'idle' },
  } as const;
  view({ getSnapshot: () => failed, subscribe: () => () => undefined });
  expect(screen.getByText(/failed: Service unavailable/)).toBeInTheDocument();
});

it('keeps the numbers, says whose they are and that they stand still, while disconnected', () => {
  const source = sourceOf({ definitions: { completed }, data: aDashboardData() });
  view(source);
  act(() => source.setConnection('disconnected'));
  expect(screen.getByRole('heading', { name: 'Disconnected' })).toBeInTheDocument();
  expect(screen.getByText(/numbers below are of 11:42:15.*not being updated/)).toBeInTheDocument();
  expect(screen.getByRole('group', { name: 'Completed, 398' })).toHaveStyle({ opacity: '0.55' });
  act(() => source.setConnection('connected'));
  expect(screen.queryByRole('heading', { name: 'Disconnected' })).not.toBeInTheDocument();
});

it('waits with every tile, and names the document, while there is no data', () => {
  view(sourceOf({ definitions: { completed } }));
  expect(screen.getByRole('group', { name: /Completed, ···, Waiting/ })).toBeInTheDocument();
  expect(screen.getByText(/no Sync document dashboard-data/)).toBeInTheDocument();
});

it('draws two metrics of one label as two tiles', () => {
  view(sourceOf({ definitions: { a: completed, b: completed }, data: aDashboardData() }));
  expect(screen.getAllByRole('group', { name: 'Completed, 398' })).toHaveLength(2);
});

it('leaves the source when it goes', () => {
  const left = jest.fn();
  const source = { ...sourceOf({}), subscribe: () => left };
  const { unmount } = renderInPaste(<DashboardView source={source} documents={defaultDocuments} />);
  unmount();
  expect(left).toHaveBeenCalledTimes(1);
  expect(jest.getTimerCount()).toBe(0);
});
