import { act, fireEvent, screen, within } from '@testing-library/react';
import * as React from 'react';
import type { MetricDefinition } from '../../schema/metricDefinition';
import type { Loaded } from '../../model/metric/Loaded';
import type { Past } from '../../model/series/Past';
import { createStrings } from '../../strings/createStrings';
import { StringsContext } from '../../strings/StringsContext';
import { lookOf } from '../../testing/aBoardOfTiles';
import { aDashboardData } from '../../testing/aDashboardData';
import { aPast, dayStart, quarterHour } from '../../testing/aPast';
import { renderInPaste } from '../../testing/renderInPaste';
import { InTrends, someTrends } from '../../testing/someTrends';
import { TileGrid } from '../TileGrid';

const formula = 'data.workspace_statistics.cumulative.tasks_created';
/** Ten minutes after the second quarter-hour. */
const collectedAt = dayStart + 2 * quarterHour + 600_000;
const withTasks = (tasks_created: number): unknown => ({
  ...aDashboardData({ collectedAt: new Date(collectedAt).toISOString(), cumulative: { tasks_created } }),
  day: { start: '2026-11-27T06:00:00Z', time_zone: 'Europe/London', starts_at: '06:00' },
});
const day = (...values: readonly number[]): readonly unknown[] => values.map(withTasks);
const past = aPast(day(3, 8), [day(2, 6, 9, 12), day(4, 8, 12, 16), day(3, 7, 10, 14)]);
const ready = (value: Past): Loaded<Past> => ({ status: 'ready', value });

function show(metric: Partial<MetricDefinition>, loaded: Loaded<Past> = ready(past), locale = 'en') {
  const data = withTasks(20);
  const saved = { label: 'Offered', formula, ...metric };
  const look = lookOf({ kind: 'trend', metric: 'offered' }, { offered: saved }, { data, now: collectedAt });
  const trends = someTrends(loaded, data);
  const common = { collectedAt, now: collectedAt, timeZone: 'Europe/London', onClose: () => undefined };
  const inside = (element: React.ReactElement): React.ReactElement => (
    <StringsContext.Provider value={createStrings(locale)}>
      <InTrends trends={trends}>{element}</InTrends>
    </StringsContext.Provider>
  );
  return {
    tile: () =>
      renderInPaste(
        inside(<TileGrid aria-label="Tiles">{look.tile({ tile: 'tile', size: 'normal' })}</TileGrid>),
      ),
    details: () => renderInPaste(inside(look.details({ ...common, definition: saved as MetricDefinition }))),
  };
}

const sentence = (): string | null => screen.getByRole('img').getAttribute('aria-label');

describe('a trend tile', () => {
  it('says how its value stands to a usual day of the same weekday', () => {
    show({}).tile();
    expect(sentence()).toBe('Tile, 20, +11 against a usual Friday');
  });

  it.each([
    ['worse', { firstThresholdValue: 100 }],
    ['better', { firstThresholdValue: 1, invertThresholds: true }],
  ])('says that it is %s, by the direction of its thresholds', (word, thresholds) => {
    show(thresholds).tile();
    expect(sentence()).toBe(`Tile, 20, +11 against a usual Friday, ${word}`);
  });

  it.each([
    ['percentages in points', { format: 'percent' }, '20%, +11 points against a usual Friday'],
    ['times as times', { format: 'seconds' }, '+0:11 against a usual Friday'],
  ])('compares %s', (_name, metric, words) => {
    show(metric).tile();
    expect(sentence()).toContain(words);
  });

  it('says it in Spanish', () => {
    show({}, ready(past), 'es').tile();
    expect(sentence()).toBe('Tile, 20, +11 frente a un viernes habitual');
  });

  it.each([
    ['loading', { status: 'loading' }, 'Loading history'],
    ['missing', { status: 'missing' }, 'No history yet'],
    ['failed', { status: 'failed', problem: 'Twilio is busy' }, 'Couldn’t load history: Twilio is busy'],
    ['of one day', ready(aPast(day(3, 8))), 'Too little history to compare'],
    [
      'being collected',
      ready({ ...aPast(day(3, 8)), filling: { done: 99, all: 400 } }),
      'Collecting history: 24%',
    ],
    [
      'distrusted',
      ready({ ...past, isDistrusted: true }),
      'History hidden: Twilio now reports different totals',
    ],
  ] as const)('says so when its past is %s', (_name, loaded, words) => {
    show({}, loaded as Loaded<Past>).tile();
    expect(sentence()).toContain(words);
  });

  it('draws no line of yesterday to a value of a day that has just begun', () => {
    const yesterday = { ...past.today, end: collectedAt };
    const { container } = show({}, ready({ ...past, today: yesterday })).tile();
    expect(sentence()).toContain('Loading history');
    expect(container.querySelector('.trend-line')).toBeNull();
  });

  it('names what its past lacks, and draws nothing', () => {
    const priority = "data.workspace_statistics.realtime.tasks_by_priority?.['10'] ?? 0";
    const { container } = show({ formula: priority }).tile();
    expect(sentence()).toContain('No history for tasks_by_priority');
    expect(container.querySelector('.trend-line')).toBeNull();
  });

  it('draws a line to now, a band and a limit, and the part beyond it', () => {
    const { container } = show({ firstThresholdValue: 10, firstThresholdStyle: 'Warn' }).tile();
    const path = (name: string): string | null | undefined =>
      container.querySelector(`.${name}`)?.getAttribute('d');
    expect(path('trend-line')?.split('L')).toHaveLength(3);
    expect(path('trend-band')).toMatch(/^M.*Z$/);
    expect(path('trend-limit')).toMatch(/^M0 [\d.]+H100$/);
    expect(container.querySelector('[data-level="warning"] .trend-beyond')).not.toBeNull();
    expect(container.querySelector('.trend-newest')?.getAttribute('data-level')).toBe('warning');
  });

  it('marks nothing as beyond a limit that rests on too little', () => {
    const few = { sampleFormula: '3', minimumSample: 10 };
    const { container } = show({ firstThresholdValue: 1, firstThresholdStyle: 'Error', ...few }).tile();
    expect(container.querySelector('.trend-line')).not.toBeNull();
    expect(container.querySelector('.trend-beyond')).toBeNull();
    expect(container.querySelector('.trend-newest')?.getAttribute('data-level')).toBeNull();
  });
});

describe('the chart of an open tile', () => {
  it('gives each value by the arrow keys', () => {
    show({ unit: 'tasks' }).details();
    const chart = screen.getByRole('slider', { name: 'Time of day' });
    expect(chart.getAttribute('aria-valuetext')).toBe('06:40 · 20 tasks, Fridays: 9 to 12');
    fireEvent.keyDown(chart, { key: 'ArrowLeft' });
    expect(chart.getAttribute('aria-valuetext')).toBe('06:30 · 8 tasks, Fridays: 6 to 8');
    fireEvent.keyDown(chart, { key: 'Home' });
    expect(chart.getAttribute('aria-valuetext')).toBe('06:15 · 3 tasks, Fridays: 2 to 4');
  });

  it('shows the last hour, today, or each of the days before', () => {
    const { container } = show({}).details();
    const lines = (): number => container.querySelectorAll('.trend-before').length;
    expect(screen.getByRole('button', { name: 'Today' }).getAttribute('aria-pressed')).toBe('true');
    expect(container.querySelector('.trend-band')).not.toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Same weekday' }));
    expect(lines()).toBe(3);
    expect(container.querySelector('.trend-band')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Last hour' }));
    expect(lines()).toBe(0);
  });

  it('has every value in a table', () => {
    const { container } = show({}).details();
    const values = container.querySelector('section details') as HTMLDetailsElement;
    values.open = true;
    fireEvent(values, new Event('toggle'));
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    const cells = rows.map((row) =>
      within(row)
        .getAllByRole(/columnheader|rowheader|cell/)
        .map((cell) => cell.textContent),
    );
    expect(cells[0]).toEqual(['Time', 'Fri, Nov 27', 'Fri, Nov 20', 'Fri, Nov 13', 'Fri, Nov 6']);
    expect(cells[2]).toEqual(['06:30', '8', '6', '8', '7']);
    expect(cells[4]).toEqual(['06:45', '', '9', '12', '10']);
  });

  it('copies every value as CSV', async () => {
    const written: string[] = [];
    Object.assign(navigator, { clipboard: { writeText: async (text: string) => void written.push(text) } });
    const { container } = show({}).details();
    const values = container.querySelector('section details') as HTMLDetailsElement;
    values.open = true;
    fireEvent(values, new Event('toggle'));
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Copy as CSV' }));
    });
    expect(written[0]?.split('\r\n').slice(0, 2)).toEqual([
      'time,Time,"Fri, Nov 27","Fri, Nov 20","Fri, Nov 13","Fri, Nov 6"',
      '2026-11-27T06:15:00.000Z,06:15,3,2,4,3',
    ]);
    expect(screen.getByText('Copied.')).toBeTruthy();
  });

  it('says why there is none', () => {
    show({}, { status: 'missing' }).details();
    expect(screen.getByText('No history yet')).toBeTruthy();
    expect(screen.queryByRole('slider')).toBeNull();
  });
});
