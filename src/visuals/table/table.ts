import { be, isName, isRecord, name, type Check } from '../../model/metric/fieldChecks';
import type { ParsedDefinition } from '../../model/metric/parseMetricDefinitions';
import type { Problem } from '../../model/metric/Problem';
import type { RowsReading } from '../../model/metric/Reading';
import { queueColumns } from '../../model/board/defaultBoard';
import type { VisualKind } from '../VisualKind';
import { TableDetails } from './TableDetails';
import { columns, parseColumn, tableMeasure, type TableVisual } from './tableMeasure';
import { describeTable, sortRows, tableLevel, type TableReading, type TableSort } from './TableReading';
import { tableColours, tableSheet } from './tableSheet';
import { TableTile } from './TableTile';

const sort: Check = (value) =>
  isRecord(value) &&
  isName(value.column) &&
  ['ascending', 'descending', undefined, null].includes(value.direction as string | null | undefined)
    ? undefined
    : be('sort');

/** A list in rows, such as queues, with a metric in each column. */
export const table: VisualKind<TableVisual, TableReading> = {
  kind: 'table',
  schema: {
    rows: { check: name, isRequired: true },
    rowKey: { check: name },
    title: { check: name },
    columns: { check: columns, isRequired: true },
    sort: { check: sort },
  },
  picture: 'tall',
  form: {
    name: 'VisualTable',
    icon: 'M1 2h22v3H1zM1 7h6v2H1zM9 7h14v2H9zM1 11h6v2H1zM9 11h14v2H9z',
    fields: [
      {
        field: 'rows',
        label: 'VisualRows',
        input: 'formula',
        choices: [
          { value: 'data.queues', label: 'VisualRowsQueues' },
          { value: 'data.channels', label: 'VisualRowsChannels' },
        ],
        start: () => 'data.queues',
      },
      { field: 'title', label: 'VisualRowTitle', input: 'text', start: ({ text }) => text('VisualQueue') },
      {
        field: 'columns',
        label: 'VisualColumns',
        input: 'columns',
        haveTrend: true,
        start: () => queueColumns,
      },
    ],
  },
  spans: { usual: { columns: 8, rows: 3 }, least: { columns: 4, rows: 2 } },
  measures: (visual, label) => [tableMeasure(visual, label)],
  prepare: ({ rows: formula, rowKey, columns: saved, title, sort: wanted }, { label, locale }) => {
    const parsed = saved.map(parseColumn);
    const definitions = parsed.flatMap((column) => ('definition' in column ? [column.definition] : []));
    const order = orderOf(wanted, { title, columns: saved });
    const problem = problemOf(parsed) ?? ('problem' in order ? order.problem : undefined);
    const trends = parsed.map((column, index) =>
      saved[index]?.trend === true && 'definition' in column
        ? { definition: column.definition, rows: formula, rowKey }
        : undefined,
    );
    const about = {
      columns: definitions,
      title,
      sort: 'sort' in order ? order.sort : undefined,
      formula,
      ...(trends.some(Boolean) && { trends }),
    };
    return ([found]) => {
      const list: RowsReading = problem
        ? { key: '', label, status: 'definition-error', problem }
        : found && isList(found)
          ? found
          : { key: '', label, status: 'no-data' };
      const rows = list.status === 'rows' ? sortRows(list.rows, definitions, about.sort, locale) : [];
      return { ...about, list, rows };
    };
  },
  Tile: TableTile,
  sheet: tableSheet,
  properties: tableColours,
  Details: TableDetails,
  describe: describeTable,
  levelOf: tableLevel,
};

/** A list is never read as one value or as parts. */
const isList = (reading: { readonly status: string }): reading is RowsReading =>
  !['value', 'too-few', 'parts'].includes(reading.status);

function problemOf(parsed: readonly ParsedDefinition[]): Problem | undefined {
  for (const column of parsed)
    if ('problem' in column) {
      const { label, problem } = column;
      return {
        kind: 'in-column',
        column: label,
        problem: problem.kind === 'in-definition' ? problem.fault : problem,
      };
    }
  return undefined;
}

function orderOf(
  wanted: TableVisual['sort'],
  { title, columns: all }: Pick<TableVisual, 'title' | 'columns'>,
): { readonly sort: TableSort | undefined } | { readonly problem: Problem } {
  if (!wanted) return { sort: undefined };
  const labels = all.map(({ label }) => label);
  const place = labels.indexOf(wanted.column);
  const isOfNames = place < 0 && wanted.column === title;
  if (place < 0 && !isOfNames)
    return {
      problem: {
        kind: 'unknown-column',
        column: wanted.column,
        columns: title === undefined ? labels : [title, ...labels],
      },
    };
  const direction = wanted.direction ?? (isOfNames ? 'ascending' : 'descending');
  return { sort: { column: isOfNames ? undefined : place, isDescending: direction === 'descending' } };
}
