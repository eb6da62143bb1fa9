import * as React from 'react';
import type { MetricDefinition } from '../../contract/metricDefinition';
import type { Reading, RowReading } from '../../metric/Reading';
import { ScreenReaderOnly } from '../../paste/ScreenReaderOnly';
import { useStrings } from '../../strings/StringsContext';
import { describeReading, type TileState } from '../describeReading';
import { StateIcon } from '../StateIcon';
import { resolveStyle } from '../styleColours';
import { useColourTokens } from '../useColourTokens';
import { Sparkline } from '../trend/Sparkline';
import { useDrawnTrend } from '../trend/useDrawnTrend';
import { worstOf, type ColumnTrend, type TableReading, type TableSort } from './TableReading';

export interface DataTableProps {
  readonly label: string;
  /** Heading of the names. */
  readonly title: string;
  readonly columns: readonly MetricDefinition[];
  /** How many of the columns there is room for. */
  readonly shown: number;
  readonly rows: readonly RowReading[];
  readonly sort: TableSort | undefined;
  /** For each column what its past is read by, where it is shown; the same object on each draw. */
  readonly trends?: TableReading['trends'];
  /** What a row is called, where that is not its key. The same function on each draw. */
  readonly nameOf?: ((key: string) => string) | undefined;
  /** Without it headings are no buttons. The same function on each draw. */
  readonly onSort?: ((column: number | undefined) => void) | undefined;
}

/** Names and numbers. Each cell says in colour, by an icon and in words how bad it is. */
export function DataTable({
  label,
  title,
  columns,
  shown,
  rows,
  sort,
  trends,
  nameOf,
  onSort,
}: DataTableProps): React.ReactElement {
  const words = columns
    .slice(0, shown)
    .map((_, index) => (holdsWords(rows, index) ? 'w' : 'n'))
    .join('');
  return (
    <table className="data-table" aria-label={label}>
      <thead>
        <tr>
          <Heading name={title} column={undefined} sort={sort} onSort={onSort} />
          {columns.slice(0, shown).map((column, index) => (
            <Heading
              key={column.label}
              name={column.label}
              column={index}
              areWords={words[index] === 'w'}
              width={trends?.[index] && `${(148 / widthOf(trends.slice(0, shown))).toFixed(1)}%`}
              sort={sort}
              onSort={onSort}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} shown={shown} words={words} trends={trends} nameOf={nameOf} />
        ))}
      </tbody>
    </table>
  );
}

/** Words are read from their beginning, numbers by their last digits. */
function holdsWords(rows: readonly RowReading[], column: number): boolean {
  const cells = rows.map(({ cells: all }) => all[column]);
  const values = cells.flatMap((cell) => (cell?.status === 'value' ? [typeof cell.value] : []));
  return values.length > 0 && values.every((type) => type === 'string');
}

function Heading({
  name,
  column,
  areWords = false,
  width,
  sort,
  onSort,
}: {
  readonly name: string;
  readonly column: number | undefined;
  readonly areWords?: boolean;
  readonly width?: string | undefined;
} & Pick<DataTableProps, 'sort' | 'onSort'>): React.ReactElement {
  const isSorted = sort !== undefined && sort.column === column;
  const direction = isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined;
  const text = (
    <span dir="auto" className="data-heading">
      {name}
    </span>
  );
  return (
    <th
      scope="col"
      aria-sort={direction}
      title={name}
      data-words={areWords ? '' : undefined}
      style={width === undefined ? undefined : { width }}
    >
      {onSort ? (
        <button type="button" onClick={() => onSort(column)}>
          {direction ? <Arrow isDown={direction === 'descending'} /> : null}
          {text}
        </button>
      ) : (
        text
      )}
    </th>
  );
}

function Arrow({ isDown }: { isDown: boolean }): React.ReactElement {
  return (
    <svg className="data-arrow" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={
          isDown
            ? 'M7 2h2v8.2l3-3L13.4 8.6 8 14 2.6 8.6 4 7.2l3 3Z'
            : 'M7 14h2V5.8l3 3 1.4-1.4L8 2 2.6 7.4 4 8.8l3-3Z'
        }
        fill="currentColor"
      />
    </svg>
  );
}

/** Of columns, in widths of a usual one: a trend takes as much as a number. */
const widthOf = (trends: readonly unknown[]): number =>
  trends.reduce<number>((sum, trend) => sum + (trend ? 2 : 1), 0);

/** A row is the same object until one of its cells says something else. */
const Row = React.memo(function Row({
  row,
  shown,
  words,
  trends,
  nameOf,
}: {
  readonly row: RowReading;
  readonly shown: number;
  /** A letter for each column: `w` where it holds words. */
  readonly words: string;
  readonly trends: DataTableProps['trends'];
  readonly nameOf: DataTableProps['nameOf'];
}) {
  const { key, cells } = row;
  const called = nameOf ? nameOf(key) : key;
  const hidden = stateOfHidden(cells.slice(shown), cells.slice(0, shown));
  return (
    <tr>
      <th scope="row" title={called}>
        <span className="data-name" data-hidden={hidden}>
          <span dir="auto">{called}</span>
          {hidden ? <StateIcon state={hidden} /> : null}
        </span>
      </th>
      {cells.slice(0, shown).map((cell, index) => (
        <Cell key={cell.key} cell={cell} areWords={words[index] === 'w'} trend={trends?.[index]} row={key} />
      ))}
    </tr>
  );
});

/** A row says beside its name that it alarms in a column for which there is no room, if no cell that is shown is as bad. */
function stateOfHidden(hidden: readonly Reading[], shown: readonly Reading[]): TileState | undefined {
  const [worst, seen] = [worstOf(hidden), worstOf(shown)];
  if (worst === 'critical') return seen === 'critical' ? undefined : 'error';
  return worst === 'warning' && seen !== 'warning' && seen !== 'critical' ? 'warning' : undefined;
}

/** States that an icon tells; the others are told by the tile, or need no attention. */
const marked: ReadonlySet<TileState> = new Set(['warning', 'error', 'broken']);

function Cell({
  cell,
  areWords,
  trend,
  row,
}: {
  readonly cell: Reading;
  readonly areWords: boolean;
  readonly trend: ColumnTrend | undefined;
  /** What the row is known by. */
  readonly row: string;
}): React.ReactElement {
  const strings = useStrings();
  const tokens = useColourTokens();
  const { text, unit, state, word, context } = describeReading(cell, strings);
  const isLive = cell.status === 'value' && cell.freshness.status === 'fresh';
  const own = isLive && typeof cell.style === 'object' ? resolveStyle(cell.style, tokens).style : undefined;
  const about = [word, context].filter(Boolean).join(' · ');
  return (
    <td
      data-state={state}
      data-words={areWords ? '' : undefined}
      data-was={cell.status === 'value' && !isLive && cell.level !== 'normal' ? cell.level : undefined}
      data-quiet={isQuiet(cell, state) ? '' : undefined}
      title={about || undefined}
      style={own && { color: own.valueColour, background: own.backgroundColour }}
    >
      <span className="data-cell" translate="no">
        {trend ? <CellTrend {...trend} cell={cell} row={row} /> : null}
        {marked.has(state) ? <StateIcon state={state} /> : null}
        <span dir="auto">{unit ? `${text} ${unit}` : text}</span>
      </span>
      {about && state !== 'stale' && state !== 'previous-day' ? (
        <ScreenReaderOnly>{`, ${about}`}</ScreenReaderOnly>
      ) : null}
    </td>
  );
}

/** The day of one cell, and in words how it stands to a usual one. */
function CellTrend({
  definition,
  rows,
  rowKey,
  cell,
  row,
}: ColumnTrend & { readonly cell: Reading; readonly row: string }): React.ReactElement {
  const { drawn, words } = useDrawnTrend(definition, cell, { rows, rowKey, key: row });
  return (
    <span className="data-spark" title={words || undefined}>
      {drawn ? <Sparkline drawn={drawn} /> : null}
      {words ? <ScreenReaderOnly>{`${words}: `}</ScreenReaderOnly> : null}
    </span>
  );
}

/** The eye should fall on what is there. */
const isQuiet = (cell: Reading, state: TileState): boolean =>
  state === 'too-few' ||
  cell.status === 'no-answer' ||
  cell.status === 'no-data' ||
  (cell.status === 'value' && cell.value === 0 && state === 'none');
