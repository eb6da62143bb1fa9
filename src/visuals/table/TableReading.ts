import type { MetricDefinition } from '../../schema/metricDefinition';
import { thresholdsOf } from '../../model/metric/crossThresholds';
import { spokenSeconds } from '../../model/metric/intlFormats';
import { levelOf, type Level } from '../../model/metric/levels';
import type {
  Reading,
  RowReading,
  RowsReading,
  RowsValueReading,
  ValueReading,
} from '../../model/metric/Reading';
import type { RowOfTable } from '../../model/series/seriesOf';
import type { Strings } from '../../strings/Strings';
import { describeReading, type TileContent } from '../describeReading';

export interface TableReading {
  /** The list, or what keeps it from being there. */
  readonly list: RowsReading;
  /** In the order that they have unless somebody sorts them otherwise. */
  readonly rows: readonly RowReading[];
  readonly columns: readonly MetricDefinition[];
  /** Heading of the names; undefined for the usual one. */
  readonly title: string | undefined;
  /** The list's order; undefined for the worst first. */
  readonly sort: TableSort | undefined;
  readonly formula: string;
  /** For each column what its past is read by, where it is shown; the same object on each draw. */
  readonly trends?: readonly (ColumnTrend | undefined)[];
  /** Its rows are agents, whose names nobody is told who does not see the table. */
  readonly ofAgents?: { readonly nameOnWall: ((name: string) => string) | undefined };
  /** In which cells of a row something is about to cross: the limit, by the place of the column. */
  readonly soon?: ReadonlyMap<RowReading, Soon> | undefined;
  /** The groups that a row stands in; undefined where rows are not grouped. The same function on each draw. */
  readonly groupsOf?: ((row: RowReading) => readonly string[]) | undefined;
}

/** Limits that are about to be crossed, as they are shown, by the place of the column. */
export type Soon = readonly (string | undefined)[];

/** A line of a table: a row, or the heading of the group of rows below it. */
export type TableLine = RowReading | { readonly group: string; readonly rows: readonly RowReading[] };

/** The rows under headings, where they are grouped; the groups in the order of their first rows. */
export function linesOf(
  rows: readonly RowReading[],
  groupsOf: TableReading['groupsOf'],
): readonly TableLine[] {
  if (!groupsOf) return rows;
  const groups = new Map<string, RowReading[]>();
  for (const row of rows)
    for (const group of groupsOf(row)) {
      const known = groups.get(group);
      if (known) known.push(row);
      else groups.set(group, [row]);
    }
  return [...groups].flatMap(([group, inGroup]) => [{ group, rows: inGroup }, ...inGroup]);
}

/** How many agents a group has, and how many of them have crossed a limit. */
export function groupInWords(rows: readonly RowReading[], { text }: Strings): string {
  const of = (level: Level): number => rows.filter(({ cells }) => worstOf(cells) === level).length;
  const [critical, warning] = [of('critical'), of('warning')];
  return [
    text('AgentsCount', { count: rows.length }),
    critical > 0 && text('AgentsCritical', { count: critical }),
    warning > 0 && text('AgentsWarning', { count: warning }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** A column whose cells show their day. */
export interface ColumnTrend extends Omit<RowOfTable, 'key'> {
  readonly definition: MetricDefinition;
}

export interface TableSort {
  /** Place of the column; undefined for the names. */
  readonly column: number | undefined;
  readonly isDescending: boolean;
}

/** From the worst on. A cell that is broken says nothing of the floor, but should be mended. */
const ranks: readonly (Level | 'broken')[] = ['critical', 'warning', 'broken', 'normal'];

const rankOf = (level: Level | 'broken' | undefined): number => ranks.indexOf(level ?? 'normal');

/** The worst of some cells; undefined where there is none to judge. */
export function worstOf(cells: readonly Reading[]): Level | 'broken' | undefined {
  let worst: Level | 'broken' | undefined;
  for (const cell of cells) {
    const level = levelOf(cell);
    if (level !== undefined && (worst === undefined || rankOf(level) < rankOf(worst))) worst = level;
  }
  return worst;
}

/** What a table asks attention for: its worst cell, or the list that cannot be made. */
export function tableLevel({ list, rows }: TableReading): Level | 'broken' | undefined {
  if (list.status !== 'rows') return levelOf(list);
  return worstOf(rows.flatMap(({ cells }) => cells));
}

export const isCritical = ({ cells }: RowReading): boolean => worstOf(cells) === 'critical';

/**
 * Rows in an order of their own. Cells without a value are last, whichever way; rows that are alike stay as they are.
 * @param sort undefined for the worst first, and of those the furthest out in the first column that has a threshold
 * @param soon rows that are about to cross, which come before those that are otherwise as bad
 */
export function sortRows(
  rows: readonly RowReading[],
  columns: readonly MetricDefinition[],
  sort: TableSort | undefined,
  locale: string,
  soon?: TableReading['soon'],
): readonly RowReading[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const { column, isDescending } = sort ?? firstLimited(columns);
  const valueIn = ({ key, cells }: RowReading): string | number | undefined =>
    column === undefined ? key : valueOf(cells[column]);
  return rows
    .map((row) => ({
      row,
      value: valueIn(row),
      rank: sort ? 0 : 2 * rankOf(worstOf(row.cells)) - Number(soon?.has(row) ?? false),
    }))
    .sort((a, b) => {
      if (a.rank !== b.rank) return a.rank - b.rank;
      if (a.value === undefined || b.value === undefined)
        return Number(a.value === undefined) - Number(b.value === undefined);
      const order =
        typeof a.value === 'number' && typeof b.value === 'number'
          ? a.value - b.value
          : compare(String(a.value), String(b.value));
      return isDescending ? -order : order;
    })
    .map(({ row }) => row);
}

/** The first column that can alarm, the worst end first; the first of all where none can. */
function firstLimited(columns: readonly MetricDefinition[]): TableSort {
  const column = columns.findIndex((definition) => thresholdsOf(definition).length > 0);
  return { column: Math.max(0, column), isDescending: columns[column]?.invertThresholds !== true };
}

function valueOf(cell: Reading | undefined): string | number | undefined {
  if (!cell || !('value' in cell)) return undefined;
  const value = cell.grown ?? cell.value;
  return typeof value === 'boolean' ? Number(value) : value;
}

/** As many rows as are heard in one breath. */
const mostInWords = 3;

/** How many rows there are and how bad it is, and in words the worst of them. */
export function describeTable(table: TableReading, strings: Strings): TileContent {
  const { list, rows, columns } = table;
  const { text, locale } = strings;
  if (list.status !== 'rows') return describeReading(list, strings);
  const content = describeReading(summaryOf(list, table, strings), strings);
  if (rows.length === 0 && content.state === 'none') {
    const word = text('TableEmpty');
    return { text: '–', state: 'no-answer', word, sentence: [list.label, word].join(', ') };
  }
  if (table.ofAgents) return content;
  const worst = sortRows(rows, columns, undefined, locale).slice(0, mostInWords);
  const sentence = [content.sentence, ...worst.map((row) => rowInWords(row, strings))].join(', ');
  return { ...content, sentence };
}

/** The list as one value: how many rows, as bad as the worst. */
function summaryOf(
  { rows, ...list }: RowsValueReading,
  table: TableReading,
  { text }: Strings,
): ValueReading {
  const worst = tableLevel(table);
  const times = rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell.status === 'value' && cell.level === worst ? (cell.levelAt ?? []) : [])),
  );
  return {
    ...list,
    levelAt: times.length > 0 ? Math.max(...times) : undefined,
    status: 'value',
    text: text(table.ofAgents ? 'AgentsCount' : 'TableRows', { count: rows.length }),
    value: rows.length,
    level: worst === undefined || worst === 'broken' ? 'normal' : worst,
    styleProblems: [],
  };
}

/** What alarms in a row; the first column of a row that is calm. */
function rowInWords({ key, cells }: RowReading, strings: Strings): string {
  const alarming = cells.filter((cell) => rankOf(levelOf(cell)) < rankOf('broken'));
  const said = alarming.length > 0 ? alarming : cells.slice(0, 1);
  return `${key}: ${said.map((cell) => cellInWords(cell, strings)).join(', ')}`;
}

/** A cell for those who hear it: lengths of time in words. */
export function cellInWords(cell: Reading, strings: Strings): string {
  const { text, unit, word } = describeReading(cell, strings);
  const seconds = 'seconds' in cell ? cell.seconds : undefined;
  const value =
    seconds === undefined ? [text, unit].filter(Boolean).join(' ') : spokenSeconds(seconds, strings.locale);
  return [`${cell.label} ${value}`, word].filter(Boolean).join(', ');
}

/** How many rows are not shown, and how many of them are critical; undefined where all are. */
export function moreInWords(hidden: readonly RowReading[], { text }: Strings): string | undefined {
  if (hidden.length === 0) return undefined;
  const critical = hidden.filter(isCritical).length;
  return critical > 0
    ? text('TableMoreCritical', { more: hidden.length, count: critical })
    : text('TableMoreCalm', { count: hidden.length });
}

/** Heading of the names. */
export const titleOf = ({ title, ofAgents }: TableReading, { text }: Strings): string =>
  title ?? text(ofAgents ? 'AgentsAgent' : 'TableRow');
