import type { DashboardDay } from './dashboardData';
import {
  historyKinds,
  type HistoryColumn,
  type HistoryDocument,
  type HistoryKind,
  type HistorySeries,
} from './history';
import { fieldsOf, type Field, type FieldPath } from './historyFields';

/** Statistics of a workspace, queue or channel as TaskRouter has them: one half, `realtime` or `cumulative`. */
export type Half = Readonly<Record<string, unknown>>;

/** One row: what each series was, by its key, in the order of their places. */
export type HistoryRow = ReadonlyMap<string, { readonly name: string; readonly half: Half }>;

/** What a document says, row by row. */
export interface HistoryRows {
  readonly kind: HistoryKind;
  readonly day: DashboardDay;
  readonly until: string;
  readonly labels: readonly string[];
  readonly rows: ReadonlyMap<number, HistoryRow>;
}

/** The document that holds these rows. Fields that no label names are left out; those that a half lacks are missing again when read. */
export function encodeHistory({ kind, day, until, labels, rows }: HistoryRows): HistoryDocument {
  const at = [...rows.keys()].sort((a, b) => a - b);
  const fields = fieldsOf(kind, labels);
  const names = new Map<string, string>();
  for (const row of at) rows.get(row)?.forEach(({ name }, key) => names.set(key, name));
  const series = [...names].map(([key, name]): HistorySeries => {
    const own = at.filter((row) => rows.get(row)?.has(key));
    const halves = own.map((row) => rows.get(row)?.get(key)?.half ?? {});
    const columns = fields.map((field) => encodeColumn(halves.map((half) => storedValue(field, half))));
    while (columns[columns.length - 1] === 0) columns.pop();
    return own.length === at.length ? [key, name, columns] : [key, name, columns, own];
  });
  return { version: 1, kind, day, until, labels, at, series };
}

/** @returns undefined given what is no such document: anybody in Flex can write any */
export function decodeHistory(value: unknown): HistoryRows | undefined {
  if (!isHistoryDocument(value)) return undefined;
  const { kind, day, until, labels, at, series } = value;
  const fields = fieldsOf(kind, labels);
  const rows = new Map<number, Map<string, { name: string; half: Half }>>(at.map((row) => [row, new Map()]));
  for (const [key, name, columns, own = at] of series) {
    const decoded = fields.map((_, index) =>
      decodeColumn(columns[index] ?? (index < columns.length ? null : 0), own.length),
    );
    own.forEach((row, position) => {
      const half = toHalf(
        fields,
        decoded.map((column) => column[position] ?? null),
        labels,
        kind,
      );
      rows.get(row)?.set(key, { name, half });
    });
  }
  return { kind, day, until, labels, rows };
}

/** What is in the one or the other; a row of the first stays as it is, series that only the other has are added to it. */
export function mergeRows(kept: HistoryRows, added: HistoryRows): HistoryRows {
  const rows = new Map(kept.rows);
  added.rows.forEach((row, index) => rows.set(index, new Map([...row, ...(kept.rows.get(index) ?? [])])));
  return { ...kept, labels: [...new Set([...kept.labels, ...added.labels])], rows };
}

function storedValue({ path, expected }: Field, half: Half): number | null {
  const value = (of: FieldPath): number | null => valueAt(half, of);
  const found = value(path);
  if (!expected || found === null) return found;
  const guess = expected(value);
  // The difference to nothing is kept as the number itself.
  return thousandths(found - (guess ?? 0));
}

function encodeColumn(values: readonly (number | null)[]): HistoryColumn {
  const [first = 0] = values;
  if (values.every((value) => value === first)) return first;
  let before = 0;
  return values.map((value) => {
    if (value === null) return null;
    const difference = thousandths(value - before);
    before = value;
    return difference;
  });
}

function decodeColumn(column: HistoryColumn, length: number): readonly (number | null)[] {
  if (column === null || typeof column === 'number') return Array.from({ length }, () => column);
  let before = 0;
  return column.map((difference) => {
    if (difference === null) return null;
    before += difference;
    // Whole numbers do not drift.
    if (!Number.isInteger(before)) before = thousandths(before);
    return before;
  });
}

/** Sums of fractions drift; nobody tells more than milliseconds. */
const thousandths = (value: number): number => Math.round(value * 1000) / 1000;

function toHalf(
  fields: readonly Field[],
  stored: readonly (number | null)[],
  labels: readonly string[],
  kind: HistoryKind,
): Half {
  const half: Record<string, unknown> = {};
  fields.forEach(({ path, expected }, index) => {
    const found = stored[index] ?? null;
    if (found === null) return;
    const value = expected ? found + (expected((of) => valueAt(half, of)) ?? 0) : found;
    if (path[0] === 'activity_statistics') {
      const activities = (half.activity_statistics ??= []) as object[];
      activities.push({ friendly_name: path[1], workers: value });
      return;
    }
    let place = half;
    for (const name of path.slice(0, -1)) place = (place[name] ??= {}) as Record<string, unknown>;
    place[path[path.length - 1] ?? ''] = value;
  });
  if (historyKinds[kind].every > 60_000 && labels.length === 0) half.split_by_wait_time = null;
  return half;
}

function valueAt(half: Half, path: FieldPath): number | null {
  let value: unknown = half;
  for (const name of path) {
    const activities: unknown = value;
    value = Array.isArray(activities)
      ? (activities as { friendly_name?: unknown; workers?: unknown }[]).find(
          (each) => each?.friendly_name === name,
        )?.workers
      : Object(value)[name];
  }
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRows = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((row) => Number.isSafeInteger(row) && row >= 0);

const isColumn = (value: unknown): value is HistoryColumn =>
  value === null ||
  Number.isFinite(value) ||
  (Array.isArray(value) && value.every((each) => each === null || Number.isFinite(each)));

function isHistoryDocument(value: unknown): value is HistoryDocument {
  if (!isObject(value)) return false;
  const { version, kind, day, until, labels, at, series } = value;
  return (
    version === 1 &&
    typeof kind === 'string' &&
    Object.keys(historyKinds).includes(kind) &&
    isObject(day) &&
    [day.start, day.time_zone, day.starts_at, until].every((text) => typeof text === 'string') &&
    Number.isFinite(Date.parse(String(day.start))) &&
    Number.isFinite(Date.parse(String(until))) &&
    Array.isArray(labels) &&
    // Wait splits become names of fields: nothing but numbers may.
    labels.every((label) =>
      kind.endsWith('gauges') ? typeof label === 'string' : /^\d{1,6}$/.test(String(label)),
    ) &&
    isRows(at) &&
    Array.isArray(series) &&
    series.every(
      (each: unknown) =>
        Array.isArray(each) &&
        typeof each[0] === 'string' &&
        typeof each[1] === 'string' &&
        Array.isArray(each[2]) &&
        each[2].every(isColumn) &&
        (each[3] === undefined || isRows(each[3])),
    )
  );
}
