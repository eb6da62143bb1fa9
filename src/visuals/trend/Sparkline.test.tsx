import { screen } from '@testing-library/react';
import * as React from 'react';
import type { StoredVisual } from '../../schema/boardDocuments';
import type { Loaded } from '../../model/metric/Loaded';
import type { Past } from '../../model/series/Past';
import { lookOf } from '../../testing/aBoardOfTiles';
import { aDashboardData } from '../../testing/aDashboardData';
import { aPast, dayStart, quarterHour } from '../../testing/aPast';
import { renderInPaste } from '../../testing/renderInPaste';
import { InTrends, someTrends } from '../../testing/someTrends';
import { TileGrid } from '../TileGrid';

const collectedAt = dayStart + 2 * quarterHour + 600_000;
const formula = 'data.workspace_statistics.cumulative.tasks_created';
const withTasks = (tasks_created: number, billing = tasks_created): unknown => {
  const data = aDashboardData({
    collectedAt: new Date(collectedAt).toISOString(),
    cumulative: { tasks_created },
  });
  const { realtime, cumulative } = data.workspace_statistics;
  const queue = (friendly_name: string, created: number): unknown => ({
    sid: friendly_name,
    friendly_name,
    realtime,
    cumulative: { ...cumulative, tasks_created: created },
  });
  return {
    ...data,
    day: { start: '2026-11-27T06:00:00Z', time_zone: 'Europe/London', starts_at: '06:00' },
    queues: [queue('Sales', tasks_created), queue('Billing', billing)],
  };
};
const day = (...values: readonly (number | undefined)[]): readonly unknown[] =>
  values.map((value) => (value === undefined ? undefined : withTasks(value, 2 * value)));
const past = aPast(day(3, 8), [day(2, 6, 9, 12), day(4, 8, 12, 16), day(3, 7, 10, 14)]);
const metric = { label: 'Offered', formula, firstThresholdValue: 10, firstThresholdStyle: 'Warn' };

function show(visual: StoredVisual, loaded: Loaded<Past> = { status: 'ready', value: past }) {
  const data = withTasks(20, 40);
  const trends = someTrends(loaded, data);
  const asked = jest.spyOn(trends, 'of');
  const look = lookOf(visual, { offered: metric }, { data, now: collectedAt });
  const { container } = renderInPaste(
    <InTrends trends={trends}>
      <TileGrid aria-label="Tiles">{look.tile({ tile: 'tile', size: 'normal' })}</TileGrid>
    </InTrends>,
  );
  const pathOf = (name: string): string | null | undefined =>
    container.querySelector(`.${name}`)?.getAttribute('d');
  const details = (): HTMLElement => {
    const common = { collectedAt, now: collectedAt, timeZone: 'Europe/London', onClose: () => undefined };
    renderInPaste(<InTrends trends={trends}>{look.details({ ...common, definition: undefined })}</InTrends>);
    return screen.getByRole('dialog');
  };
  return { container, pathOf, asked, details };
}

const withTrend = [
  ['number', { kind: 'number', metric: 'offered', trend: true }],
  ['gauge', { kind: 'gauge', metric: 'offered', target: 10, trend: true }],
] as const;
const table = (fields: object): StoredVisual => ({
  kind: 'table',
  rows: 'data.queues',
  columns: [{ label: 'Offered', formula: 'row.cumulative.tasks_created', ...fields }],
});

describe.each(withTrend)('a trend beside a %s', (_kind, visual) => {
  it('draws the day, marks what is beyond a limit, and compares', () => {
    const { container, pathOf } = show(visual);
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('+11 against a usual Friday, worse');
    expect(pathOf('spark .trend-line')?.split('L')).toHaveLength(3);
    expect(container.querySelector('.spark [data-level="warning"] .trend-beyond')).not.toBeNull();
  });

  it('leaves a gap where nothing was collected', () => {
    const { pathOf } = show(visual, { status: 'ready', value: aPast(day(3, undefined)) });
    expect(pathOf('spark .trend-line')?.split('M')).toHaveLength(3);
  });

  it('says that there is no history', () => {
    show(visual, { status: 'missing' });
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('No history yet');
  });

  it('says nothing of the past, and asks for none, unless it is wanted', () => {
    const { container, asked } = show({ ...visual, trend: false });
    expect(container.querySelector('.spark')).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('a trend in the cells of a table', () => {
  it('draws for each row the day of that row, and compares it', () => {
    const { details } = show(table({ trend: true }));
    const dialog = details();
    const cells = [...dialog.querySelectorAll('td')];
    expect(cells.map(({ textContent }) => textContent)).toEqual([
      '+22 against a usual Friday: 40',
      '+11 against a usual Friday: 20',
    ]);
    expect(dialog.querySelectorAll('td .trend-line')).toHaveLength(2);
  });

  it('leaves a gap for a row that the list did not have', () => {
    const without = { ...(withTasks(8) as object), queues: [] };
    const { container } = show(table({ trend: true }), {
      status: 'ready',
      value: aPast([withTasks(3), without]),
    });
    expect(container.querySelector('td .trend-line')?.getAttribute('d')?.split('M')).toHaveLength(3);
  });

  it('asks for no past unless a column wants it', () => {
    const { container, asked } = show(table({}));
    expect(container.querySelector('.spark')).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });
});
