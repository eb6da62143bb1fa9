import * as React from 'react';
import type { MetricDefinition } from '../../schema/metricDefinition';
import { styled } from '../../paste/styling';
import type { Point } from '../../model/series/seriesOf';
import type { Trend } from '../../model/series/Trends';
import { clockTime, dateInWords } from '../../strings/clockTimes';
import { useStrings } from '../../strings/StringsContext';
import { Button } from '../../ui/Button';
import { csvOf } from './csv';
import { onToday } from './drawnTrend';
import { valueInWords } from './trendInWords';

export interface TrendTableProps {
  readonly trend: Trend;
  /** Of today, to the newest reading. */
  readonly points: readonly Point[];
  readonly definition: MetricDefinition;
  readonly locale: string;
}

/** Every value of today and of the days before, to read one by one or to take along. */
export function TrendTable({ trend, points, definition, locale }: TrendTableProps): React.ReactElement {
  const { text } = useStrings();
  const [isOpen, setOpen] = React.useState(false);
  const [copied, setCopied] = React.useState<'TrendCopied' | 'TrendCopyFailed'>();
  const { past, before } = trend;
  const { today, timeZone } = past;
  const days = [today, ...past.before].map(({ start }) => dateInWords(start, timeZone, locale));
  const copy = (): void => {
    const rows = rowsOf(trend, points).map(({ at, values }) => [
      new Date(at).toISOString(),
      clockTime(at, timeZone),
      ...values,
    ]);
    const csv = csvOf([['time', text('TrendTime'), ...days], ...rows]);
    const write = async (): Promise<void> => navigator.clipboard.writeText(csv);
    write().then(
      () => setCopied('TrendCopied'),
      () => setCopied('TrendCopyFailed'),
    );
  };
  return (
    <Box
      open={isOpen}
      onToggle={({ currentTarget }: React.SyntheticEvent<HTMLDetailsElement>) => setOpen(currentTarget.open)}
    >
      <summary>{text('TrendTable')}</summary>
      {isOpen ? (
        <>
          <p>
            <Button type="button" onClick={copy}>
              {text('TrendCopy')}
            </Button>{' '}
            <span role="status">{copied ? text(copied) : ''}</span>
          </p>
          <div role="region" aria-label={text('TrendTable')} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{text('TrendTime')}</th>
                  {days.map((day) => (
                    <th key={day} scope="col">
                      {day}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rowsOf(trend, points).map(({ at, values }) => (
                  <tr key={at}>
                    <th scope="row">{clockTime(at, timeZone)}</th>
                    {[...values, ...Array.from({ length: before.length + 1 - values.length })].map(
                      (value, index) => (
                        <td key={days[index]}>
                          {value === undefined
                            ? ''
                            : valueInWords(value as Point['value'], definition, locale, timeZone)}
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : null}
    </Box>
  );
}

interface Row {
  /** On the day of today: milliseconds since 1970. */
  readonly at: number;
  /** Of today and of each day before; undefined in a gap. */
  readonly values: readonly (Point['value'] | undefined)[];
}

/** A row for each moment at which any of the days has a value. */
export function rowsOf({ past, before }: Trend, points: readonly Point[]): readonly Row[] {
  const byDay = [
    points,
    ...before.map((series, index) => onToday(series.points, past.before[index] ?? past.today, past)),
  ].map((ofDay) => new Map(ofDay.map(({ at, value }) => [at, value])));
  const moments = [...new Set(byDay.flatMap((values) => [...values.keys()]))].sort((a, b) => a - b);
  return moments.map((at) => ({ at, values: byDay.map((values) => values.get(at)) }));
}

const Box = styled('details')`
  summary {
    width: max-content;
    padding: 0.25rem 0;
    font-weight: 600;
    cursor: pointer;
  }
  > p {
    margin: 0.25rem 0 0.5rem;
  }
  > div {
    max-height: 40vh;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  > div:focus-visible,
  summary:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.25rem 0.75rem;
    text-align: right;
    font-weight: 400;
    white-space: nowrap;
  }
  thead th {
    position: sticky;
    top: 0;
    font-weight: 600;
    background: var(--ground);
    border-bottom: 1px solid var(--line);
  }
  th:first-of-type {
    text-align: left;
  }
`;
