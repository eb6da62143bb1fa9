import { compileFormula, type RowInTurn } from '../formula';
import type { ParsedDefinition } from './parseMetricDefinitions';
import {
  prepareMetric,
  type Evaluation,
  type MetricContext,
  type MetricInput,
  type PreparedMetric,
} from './prepareMetric';
import type { RowEntry } from './readRows';
import type { RowReading } from './Reading';
import { sameReading, sameValue } from './sameReading';

/** A formula of a list, and metrics that are evaluated for each of its rows: their formulas read `row` besides `data`. */
export interface RowsFormula {
  readonly key: string;
  readonly label: string;
  readonly formula: string;
  /** A formula that names each row; names are what rows are known by from one list to the next. @default a field such as `friendly_name` */
  readonly rowKey?: string | undefined;
  readonly columns: readonly ParsedDefinition[];
  /** Columns that are other metrics in rows where a path leads to one of these values, such as stricter limits for an activity. */
  readonly variants?: readonly RowVariants[];
  /** Paths in an entry whose values the row's reading has, such as `tasks.0.channel`. */
  readonly fields?: readonly string[];
}

export interface RowVariants {
  readonly column: number;
  /** The first that leads to one of the values counts. */
  readonly paths: readonly string[];
  readonly byValue: Readonly<Record<string, ParsedDefinition>>;
}

/** What is at a path in an entry; undefined where it leads nowhere. */
export const valueAt = (entry: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (part, key) =>
        typeof part === 'object' && part !== null && hasOwn(part, key)
          ? (part as Readonly<Record<string, unknown>>)[key]
          : undefined,
      entry,
    );

/** What each row leaves for its next evaluation, by its id and in the order of the rows. */
export type RowMemories = ReadonlyMap<string, RowMemory>;

interface RowMemory {
  readonly reading: RowReading;
  /** One for each column. */
  readonly cells: readonly Evaluation[];
}

/** Compiles formulas that read one row. */
export function compileOver(
  row: RowInTurn,
  { compile = compileFormula }: MetricContext,
): MetricContext['compile'] {
  return (text) => compile(text, 'row').over(row);
}

/** One row's metrics, and what their formulas read as `row`. */
interface PreparedRow {
  entry: unknown;
  /** What it is called now. */
  key: string;
  readonly metrics: readonly PreparedMetric[];
}

/** The metrics of every row there is, and what each was evaluated over last. */
export class RowCells {
  private rows = new Map<string, PreparedRow>();
  private last:
    { readonly data: unknown; readonly staleAfterSeconds: number; readonly now: number } | undefined;

  constructor(
    private readonly table: RowsFormula,
    private readonly context: MetricContext,
    private readonly sources: () => ReadonlySet<string>,
  ) {}

  /** By id, in the order of the rows. Rows that were stopped go first, so that others never take all the work before them. */
  evaluate(
    ids: readonly string[],
    keys: readonly string[],
    entries: readonly RowEntry[],
    input: MetricInput,
    now: number,
    before: RowMemories = new Map(),
  ): RowMemories {
    const known = this.rows;
    this.rows = new Map();
    const { data, staleAfterSeconds } = input;
    const { last } = this;
    const isSame =
      last !== undefined &&
      last.data === data &&
      last.staleAfterSeconds === staleAfterSeconds &&
      last.now <= now;
    this.last = { data, staleAfterSeconds, now };
    const evaluated = new Map<string, RowMemory>();
    const same = new Set<string>();
    // Every row has its place at once, whichever is evaluated first.
    ids.forEach((id, index) => {
      const prepared = known.get(id) ?? this.prepareRow(id);
      const { row } = entries[index] as RowEntry;
      if (isSame && known.has(id) && prepared.entry === row) same.add(id);
      prepared.entry = row;
      prepared.key = keys[index] ?? id;
      this.rows.set(id, prepared);
      evaluated.set(id, nothingYet);
    });
    for (const id of stoppedFirst(ids, before)) {
      const { metrics, entry, key } = this.rows.get(id) as PreparedRow;
      const last = before.get(id);
      const isSameRow = same.has(id);
      const fields = isSameRow ? last?.reading.fields : this.fieldsOf(entry, last?.reading.fields);
      evaluated.set(id, evaluateRow(key, metrics, fields, input, now, last, isSameRow));
    }
    return evaluated;
  }

  /** @param before stays the object it is while it holds the same */
  private fieldsOf(entry: unknown, before: RowReading['fields']): RowReading['fields'] {
    const { fields } = this.table;
    if (!fields) return undefined;
    const found = Object.fromEntries(fields.map((path) => [path, valueAt(entry, path)]));
    return sameValue(found, before) ? before : found;
  }

  private prepareRow(id: string): PreparedRow {
    const prepare = (column: ParsedDefinition): PreparedMetric =>
      prepareMetric(
        { ...column, key: cellKey(this.table, column, id) },
        {
          ...this.context,
          compile: compileOver({ entry: () => row.entry, sources: this.sources }, this.context),
        },
      );
    const { columns, variants = [] } = this.table;
    const row: PreparedRow = {
      entry: undefined,
      key: id,
      metrics: columns.map((column, place) => {
        const variant = variants.find((each) => each.column === place);
        return variant ? varied(prepare, column, variant, () => row.entry) : prepare(column);
      }),
    };
    return row;
  }
}

/** The metric of a value, each prepared when it is needed first. What one remembers of its thresholds is not another's. */
function varied(
  prepare: (column: ParsedDefinition) => PreparedMetric,
  usual: ParsedDefinition,
  { paths, byValue }: RowVariants,
  entry: () => unknown,
): PreparedMetric {
  const prepared = new Map<ParsedDefinition, PreparedMetric>();
  let last: ParsedDefinition | undefined;
  return (input, now, before) => {
    const value = paths.map((path) => String(valueAt(entry(), path))).find((each) => hasOwn(byValue, each));
    const column = (value !== undefined && byValue[value]) || usual;
    const evaluate = prepared.get(column) ?? prepare(column);
    prepared.set(column, evaluate);
    const evaluation = evaluate(input, now, last === column ? before : undefined);
    last = column;
    return evaluation;
  };
}

const hasOwn = (object: object, key: string): boolean => Object.prototype.hasOwnProperty.call(object, key);

const nothingYet: RowMemory = { reading: { key: '', cells: [] }, cells: [] };

/**
 * What a cell is known by, for alarms: list, column and row. Other thresholds are no other cell, nor is the same column in another
 * table.
 */
const cellKey = ({ formula, rowKey }: RowsFormula, { label }: ParsedDefinition, row: string): string =>
  `\u0000cell ${JSON.stringify([formula, rowKey, label])} ${row}`;

const isStopped = ({ isStopped: was = false }: Evaluation): boolean => was;

function stoppedFirst(keys: readonly string[], before: RowMemories): readonly string[] {
  const stopped = keys.filter((key) => before.get(key)?.cells.some(isStopped));
  if (stopped.length === 0) return keys;
  const first = new Set(stopped);
  return [...stopped, ...keys.filter((key) => !first.has(key))];
}

/** @param isSame whether data and row are what they were at the last evaluation: then only cells change that are due */
function evaluateRow(
  key: string,
  metrics: readonly PreparedMetric[],
  fields: RowReading['fields'],
  input: MetricInput,
  now: number,
  before: RowMemory | undefined,
  isSame: boolean,
): RowMemory {
  let isChanged = before?.reading.key !== key || before.reading.fields !== fields;
  const cells = metrics.map((evaluate, index) => {
    const last = before?.cells[index];
    if (last && isSame && now < last.changesAt) return last;
    const cell = evaluate(input, now, last?.memory);
    // A cell that says the same stays the same object, and so does its row: it is not drawn again.
    if (last && sameReading(last.reading, cell.reading)) return { ...cell, reading: last.reading };
    isChanged = true;
    return cell;
  });
  return {
    reading:
      !isChanged && before
        ? before.reading
        : { key, cells: cells.map(({ reading }) => reading), ...(fields ? { fields } : {}) },
    cells,
  };
}
