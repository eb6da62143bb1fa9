import type { MetricDefinition } from '../../schema/metricDefinition';
import { be, isName, isRecord, isText, type Check } from '../../model/metric/fieldChecks';
import { parseMetric, type ParsedDefinition } from '../../model/metric/parseMetricDefinitions';
import { rowsOf, type TileMeasure } from '../Measure';
import type { WithTrend } from '../trend/WithTrend';

export interface TableVisual {
  /** A formula that gives a list, such as `data.queues`, or an object of objects, such as `data.channels`. */
  readonly rows: string;
  /** A formula that names each row; it reads `row`. @default a field such as `friendly_name` */
  readonly rowKey?: string;
  /** Heading of the names, such as `Queue`. @default "Name" */
  readonly title?: string;
  /** Metrics as in `dashboard-definitions`; their formulas read `row` and `data`. */
  readonly columns: readonly (MetricDefinition & WithTrend)[];
  /** @default the worst first */
  readonly sort?: { readonly column: string; readonly direction?: 'ascending' | 'descending' };
}

const mostColumns = 12;

export const columns: Check = (value) => {
  const isRight =
    Array.isArray(value) &&
    value.length >= 1 &&
    value.length <= mostColumns &&
    value.every((column) => isRecord(column) && isName(column.label) && isText(column.formula)) &&
    new Set(value.map((column: { label: string }) => column.label)).size === value.length;
  return isRight ? undefined : be('columns');
};

export const parseColumn = (column: MetricDefinition): ParsedDefinition => parseMetric(column.label, column);

/** The list of a table and its columns. */
export const tableMeasure = (
  { rows: formula, rowKey, columns: saved }: TableVisual,
  label: string,
): TileMeasure => rowsOf({ label, formula, rowKey, columns: saved.map(parseColumn) });
