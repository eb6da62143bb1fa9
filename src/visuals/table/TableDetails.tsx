import * as React from 'react';
import { styled } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import { Button } from '../../ui/Button';
import { CollectedFact, DetailsDialog, Fact } from '../DetailsDialog';
import { ThresholdList } from '../number/ThresholdList';
import { quietColours, resolveStyle } from '../styleColours';
import { useColourTokens } from '../useColourTokens';
import type { DetailsProps } from '../VisualKind';
import { DataTable } from './DataTable';
import { describeTable, linesOf, titleOf, type TableReading } from './TableReading';
import { dataTableSheet, tableColours } from './tableSheet';
import { useSort } from './useSort';

/** Every row with every column, and what each column means. */
export function TableDetails({
  reading: table,
  collectedAt,
  now,
  timeZone,
  onClose,
  behind,
}: DetailsProps<TableReading>): React.ReactElement {
  const strings = useStrings();
  const { text } = strings;
  const { list, columns, formula } = table;
  const colours = useColourTokens();
  const { rows, sort, onSort } = useSort(table);
  const [open, setOpen] = React.useState<string>();
  const [most, setMost] = React.useState(rowsAtOnce);
  const lines = linesOf(rows, table.groupsOf);
  const isOpen = rows.some(({ key }) => key === open);
  const content = describeTable(table, strings);
  const style = {
    ...tableColours(colours),
    '--value': resolveStyle('Default', colours).style.valueColour,
    '--quiet': quietColours(colours).text,
    '--caption': quietColours(colours).text,
    '--ground': quietColours(colours).background,
    '--line': colours.get('colorBorderWeak'),
    '--focus': colours.get('colorBorderPrimary'),
  } as React.CSSProperties;
  return (
    <DetailsDialog
      label={list.label}
      content={content}
      onClose={onClose}
      behind={isOpen ? behind?.(open) : undefined}
      main={
        rows.length > 0 ? (
          <Space role="region" aria-label={list.label} tabIndex={0} style={style}>
            <DataTable
              label={list.label}
              title={titleOf(table, strings)}
              columns={columns}
              trends={table.trends}
              shown={columns.length}
              lines={lines.slice(0, most)}
              soon={table.soon}
              sort={sort}
              onSort={onSort}
              open={open}
              onRow={behind && setOpen}
            />
            {lines.length > most ? (
              <Button type="button" onClick={() => setMost(most + rowsAtOnce)}>
                {text('WhoMore', { count: lines.length - most })}
              </Button>
            ) : null}
          </Space>
        ) : undefined
      }
    >
      <CollectedFact collectedAt={collectedAt} now={now} />
      {columns.map((column) => (
        <Fact key={column.label} name={column.label}>
          {column.description ? <p dir="auto">{column.description}</p> : null}
          <ThresholdList definition={column} crossed={undefined} timeZone={timeZone} />
          <code>{column.formula}</code>
        </Fact>
      ))}
      <Fact name={text('Formula')}>
        <code>{formula}</code>
      </Fact>
    </DetailsDialog>
  );
}

/** Rows whose times change each second cost something; few people read on. */
const rowsAtOnce = 100;

/** Scrolls by wheel and keys, under headings that stay. */
const Space = styled('div')`
  max-height: 50vh;
  overflow: auto;
  border: 1px solid var(--line);
  border-radius: 8px;
  &:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  ${dataTableSheet}
  .data-table {
    min-width: 36rem;
  }
  thead th {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--ground);
  }
  .data-table tr > th:first-of-type {
    padding-inline-start: 0.75rem;
    white-space: normal;
    overflow-wrap: anywhere;
  }
`;
