import type { StoredSpan } from '../../schema/boardDocuments';
import type { TileSize } from '../../schema/metricDefinition';
import { isRecord } from '../metric/fieldChecks';

/** How wide and how high a tile is: whole columns of half a normal tile, 1 to 12, and whole rows, 1 to 8. */
export type Span = StoredSpan;

export const mostColumns = 12;
export const mostRows = 8;

const spans: Readonly<Record<TileSize, Span>> = {
  small: { columns: 1, rows: 1 },
  normal: { columns: 2, rows: 1 },
  wide: { columns: 4, rows: 1 },
};

export const spanOf = (size: TileSize): Span => spans[size];

/** The size of a metric that comes nearest to a span. */
export const nearestSize = ({ columns }: Span): TileSize =>
  columns < spans.normal.columns ? 'small' : columns < spans.wide.columns ? 'normal' : 'wide';

/** Whether a metric can say it as its size. */
export const isSize = (span: Span): boolean => sameSpan(span, spans[nearestSize(span)]);

export const sameSpan = (a: Span, b: Span): boolean => a.columns === b.columns && a.rows === b.rows;

/** The nearest span that a tile can have. */
export const asSpan = ({ columns, rows }: Span): Span => ({
  columns: within(columns, mostColumns),
  rows: within(rows, mostRows),
});

/** What is stored as a span, or the part of it that says something. */
export function readSpan(stored: unknown): Span {
  const { normal } = spans;
  if (!isRecord(stored)) return normal;
  const { columns, rows } = stored;
  return asSpan({
    columns: isNumber(columns) ? columns : normal.columns,
    rows: isNumber(rows) ? rows : normal.rows,
  });
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && !Number.isNaN(value);

const within = (value: number, most: number): number => Math.min(most, Math.max(1, Math.round(value)));
