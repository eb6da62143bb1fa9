import * as React from 'react';
import type { MetricDefinition } from '../../schema/metricDefinition';
import type { Reading, RowReading } from '../../model/metric/Reading';
import { ScreenReaderOnly } from '../../paste/ScreenReaderOnly';
import { useStrings } from '../../strings/StringsContext';
import { describeReading, type TileState } from '../describeReading';
import { StateIcon } from '../StateIcon';
import { resolveStyle } from '../styleColours';
import { useColourTokens } from '../useColourTokens';
import { Sparkline } from '../trend/Sparkline';
import { useDrawnTrend } from '../trend/useDrawnTrend';
import {
  groupInWords,
  worstOf,
  type ColumnTrend,
  type Soon,
  type TableLine,
  type TableReading,
  type TableSort,
} from './TableReading';

export interface DataTableProps {
  readonly label: string;
  /** Heading of the names. */
  readonly title: string;
  readonly columns: readonly MetricDefinition[];
  /** How many of the columns there is room for. */
  readonly shown: number;
  readonly lines: readonly TableLine[];
  readonly soon: TableReading['soon'];
  readonly sort: TableSort | undefined;
  /** For each column what its past is read by, where it is shown; the same object on each draw. */
  readonly trends?: TableReading['trends'];
  /** What a row is called, where that is not its key. The same function on each draw. */
  readonly nameOf?: ((key: string) => string) | undefined;
  /** Without it headings are no buttons. The same function on each draw. */
  readonly onSort?: ((column: number | undefined) => void) | undefined;
  /** Somebody wants to know who is behind a row; without it names are no buttons. The same function on each draw. */
  readonly onRow?: ((key: string) => void) | undefined;
  /** Key of the row of which that is shown. */
  readonly open?: string | undefined;
}

/** Names and numbers. Each cell says in colour, by an icon and in words how bad it is. */
export function DataTable({
  label,
  title,
  columns,
  shown,
  lines,
  soon,
  sort,
  trends,
  nameOf,
  onSort,
  onRow,
  open,
}: DataTableProps): React.ReactElement {
  const strings = useStrings();
  const rows = lines.flatMap((line) => ('group' in line ? [] : [line]));
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
      {sectionsOf(lines).map(({ heading, rows: inSection }) => (
        <tbody key={heading?.group ?? ''}>
          {heading ? (
            <tr data-group="">
              <th scope="rowgroup" colSpan={shown + 1}>
                <span dir="auto">{heading.group || strings.text('AgentsNoGroup')}</span>
                <span>{groupInWords(heading.rows, strings)}</span>
              </th>
            </tr>
          ) : null}
          {inSection.map((row) => (
            <Row
              key={row.key}
              row={row}
              soon={soon?.get(row)}
              shown={shown}
              words={words}
              trends={trends}
              nameOf={nameOf}
              onRow={onRow}
              isOpen={row.key === open}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface Section {
  readonly heading: Extract<TableLine, { group: string }> | undefined;
  readonly rows: RowReading[];
}

function sectionsOf(lines: readonly TableLine[]): readonly Section[] {
  const sections: Section[] = [];
  for (const line of lines) {
    const last = sections[sections.length - 1];
    if ('group' in line) sections.push({ heading: line, rows: [] });
    else if (last) last.rows.push(line);
    else sections.push({ heading: undefined, rows: [line] });
  }
  return sections;
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
  soon,
  shown,
  words,
  trends,
  nameOf,
  onRow,
  isOpen,
}: {
  readonly row: RowReading;
  readonly soon: Soon | undefined;
  readonly shown: number;
  /** A letter for each column: `w` where it holds words. */
  readonly words: string;
  readonly trends: DataTableProps['trends'];
  readonly nameOf: DataTableProps['nameOf'];
  readonly onRow: DataTableProps['onRow'];
  readonly isOpen: boolean;
}) {
  const { key, cells } = row;
  const called = nameOf ? nameOf(key) : key;
  const hidden = stateOfHidden(cells.slice(shown), cells.slice(0, shown));
  return (
    <tr>
      <th scope="row" title={called}>
        <span className="data-name" data-hidden={hidden}>
          {onRow ? (
            <button type="button" aria-pressed={isOpen} dir="auto" onClick={() => onRow(key)}>
              {called}
            </button>
          ) : (
            <span dir="auto">{called}</span>
          )}
          {hidden ? <StateIcon state={hidden} /> : null}
        </span>
      </th>
      {cells.slice(0, shown).map((cell, index) => (
        <Cell
          key={cell.key}
          cell={cell}
          soon={soon?.[index]}
          areWords={words[index] === 'w'}
          trend={trends?.[index]}
          row={key}
        />
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
  soon,
  areWords,
  trend,
  row,
}: {
  readonly cell: Reading;
  /** The limit that is about to be crossed. */
  readonly soon: string | undefined;
  readonly areWords: boolean;
  readonly trend: ColumnTrend | undefined;
  /** What the row is known by. */
  readonly row: string;
}): React.ReactElement {
  const strings = useStrings();
  const tokens = useColourTokens();
  const { text, unit, state, word, context } = describeReading(cell, strings);
  const near = soon === undefined ? undefined : strings.text('AgentsSoonOver', { limit: soon });
  const isLive = cell.status === 'value' && cell.freshness.status === 'fresh';
  const own = isLive && typeof cell.style === 'object' ? resolveStyle(cell.style, tokens).style : undefined;
  const about = [word, context, near].filter(Boolean).join(' · ');
  return (
    <td
      data-state={state}
      data-soon={near === undefined ? undefined : ''}
      data-words={areWords ? '' : undefined}
      data-was={cell.status === 'value' && !isLive && cell.level !== 'normal' ? cell.level : undefined}
      data-quiet={isQuiet(cell, state) ? '' : undefined}
      title={about || undefined}
      style={own && { color: own.valueColour, background: own.backgroundColour }}
    >
      <span className="data-cell" translate="no">
        {trend ? <CellTrend {...trend} cell={cell} row={row} /> : null}
        {marked.has(state) ? <StateIcon state={state} /> : null}
        {near === undefined ? null : <em>{strings.text('AgentsSoon')}</em>}
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
