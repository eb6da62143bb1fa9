import * as React from 'react';
import type { RowReading } from '../../model/metric/Reading';
import { useStrings } from '../../strings/StringsContext';
import { sortRows, type TableReading, type TableSort } from './TableReading';

/**
 * The rows in the order that whoever looks has chosen, which nobody else sees. A heading sorts one way, then the other, and then leaves
 * the table as it is saved.
 */
export function useSort({ rows, columns, sort: saved }: TableReading): {
  readonly rows: readonly RowReading[];
  readonly sort: TableSort | undefined;
  readonly onSort: (column: number | undefined) => void;
} {
  const { locale } = useStrings();
  const [chosen, choose] = React.useState<TableSort>();
  const onSort = React.useCallback(
    (column: number | undefined) => choose((before) => next(before, column)),
    [],
  );
  const sorted = React.useMemo(
    () => (chosen ? sortRows(rows, columns, chosen, locale) : rows),
    [rows, columns, chosen, locale],
  );
  return { rows: sorted, sort: chosen ?? saved, onSort };
}

/** Names from A on first, numbers from the largest on. */
function next(before: TableSort | undefined, column: number | undefined): TableSort | undefined {
  const isDescending = column !== undefined;
  if (!before || before.column !== column) return { column, isDescending };
  return before.isDescending === isDescending ? { column, isDescending: !isDescending } : undefined;
}
