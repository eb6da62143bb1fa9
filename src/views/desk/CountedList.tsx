import * as React from 'react';
import { prepareFormat } from '../../model/metric/formatValue';
import { timelinessSince } from '../../model/metric/freshness';
import type { Loaded } from '../../model/metric/Loaded';
import { styled, themeGet } from '../../paste/styling';
import { clockTime } from '../../strings/clockTimes';
import { useStrings } from '../../strings/StringsContext';
import { Button } from '../../ui/Button';
import { faultInWords } from '../../visuals/describeProblem';
import { csvOf } from '../../visuals/trend/csv';

export interface CountedRow {
  /** A SID. */
  readonly key: string;
  readonly cells: readonly [name: string, about: string];
  /** ISO 8601; null where nobody knows. */
  readonly since: string | null;
}

export interface CountedListProps {
  readonly title: string;
  /** Of the table, which the list is about. */
  readonly row: string | undefined;
  /** Of the source of the rows. */
  readonly state: Loaded<unknown>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly headings: readonly [name: string, about: string, since: string];
  readonly rows: readonly CountedRow[];
  /** Said of a list that has not all. */
  readonly part: string | undefined;
  /** What can be done about a row. */
  readonly action?:
    | {
        readonly label: string;
        /** Begins with the label. */
        readonly nameOf: (cells: CountedRow['cells']) => string;
        readonly onUse: (key: string) => void;
      }
    | undefined;
  /** Further buttons. */
  readonly children?: React.ReactNode;
}

/** As many as somebody looks through; the copied list has all. */
const mostShown = 100;

/** Who or what a formula counts, one in a row, the longest first. */
export function CountedList({
  title,
  row,
  state,
  now,
  headings,
  rows,
  part,
  action,
  children,
}: CountedListProps): React.ReactElement {
  const strings = useStrings();
  const { text, locale } = strings;
  const [copied, setCopied] = React.useState<'TrendCopied' | 'TrendCopyFailed'>();
  const { collectedAt, staleAfterSeconds = Infinity } =
    state.status === 'ready' ? state : { collectedAt: undefined };
  const { freshness, freshAt } = timelinessSince(collectedAt, now, staleAfterSeconds);
  const sorted = [...rows].sort((a, b) => ageOrder(a.since) - ageOrder(b.since));
  const write = prepareFormat({ format: 'seconds' }, locale);
  const ageOf = ({ since }: CountedRow): string => {
    const age = since === null ? NaN : Math.max(0, Math.floor((freshAt - Date.parse(since)) / 1000));
    const written = write(age, undefined);
    return 'text' in written ? written.text : '–';
  };
  const copy = (): void => {
    const lines = sorted.map((each) => [...each.cells, ageOf(each)]);
    const done = async (): Promise<void> => navigator.clipboard.writeText(csvOf([headings, ...lines]));
    done().then(
      () => setCopied('TrendCopied'),
      () => setCopied('TrendCopyFailed'),
    );
  };
  const notes = [
    part,
    freshness.status === 'stale' && collectedAt !== undefined
      ? text('WhoAsOf', { time: clockTime(collectedAt, strings.timeZone) })
      : undefined,
    sorted.length > mostShown ? text('WhoMore', { count: sorted.length - mostShown }) : undefined,
  ].filter(Boolean);
  return (
    <Section data-who="">
      <h3>{row === undefined ? title : text('WhoOf', { title, row })}</h3>
      {state.status === 'failed' ? (
        <p role="status">{faultInWords(state.problem, text)}</p>
      ) : state.status !== 'ready' ? (
        <p role="status">{text('WhoLoading')}</p>
      ) : sorted.length === 0 ? (
        <p>{text('WhoNone')}</p>
      ) : (
        <div role="region" aria-label={title} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
                {action ? <td /> : null}
              </tr>
            </thead>
            <tbody>
              {sorted.slice(0, mostShown).map((each) => (
                <tr key={each.key}>
                  <th scope="row" dir="auto">
                    {each.cells[0]}
                  </th>
                  <td dir="auto">{each.cells[1]}</td>
                  <td>{ageOf(each)}</td>
                  {action ? (
                    <td>
                      <Button
                        type="button"
                        aria-label={action.nameOf(each.cells)}
                        onClick={() => action.onUse(each.key)}
                      >
                        {action.label}
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {notes.length > 0 ? <p>{notes.join(' · ')}</p> : null}
      {sorted.length > 0 ? (
        <p>
          {children}{' '}
          <Button type="button" onClick={copy}>
            {text('WhoCopy')}
          </Button>{' '}
          <span role="status">{copied ? text(copied) : ''}</span>
        </p>
      ) : null}
    </Section>
  );
}

/** Those of unknown age are last. */
const ageOrder = (since: string | null): number => (since === null ? Infinity : Date.parse(since));

const Section = styled('section')`
  display: grid;
  gap: 0.5rem;
  min-width: 0;
  h3 {
    margin: 0;
    font-size: 1rem;
    line-height: 1.5rem;
    overflow-wrap: anywhere;
  }
  [role='region'] {
    max-height: 18rem;
    overflow: auto;
    border: 1px solid ${themeGet('borderColors.colorBorderWeak')};
    border-radius: 8px;
  }
  [role='region']:focus-visible {
    outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.25rem 0.75rem;
    text-align: start;
    overflow-wrap: anywhere;
  }
  thead {
    color: ${themeGet('textColors.colorTextWeak')};
    font-size: 0.8125rem;
  }
  td:nth-of-type(n + 2),
  th:nth-of-type(3) {
    text-align: end;
    white-space: nowrap;
  }
`;
