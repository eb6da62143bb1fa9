import * as React from 'react';
import { useStrings } from '../../strings/StringsContext';
import type { TileContent } from '../describeReading';
import { ReadingTile } from '../ReadingTile';
import { StateIcon } from '../StateIcon';
import { TileFrame } from '../TileFrame';
import type { TileProps } from '../VisualKind';
import { DataTable } from './DataTable';
import {
  describeTable,
  linesOf,
  moreInWords,
  titleOf,
  type TableReading,
  type TableSort,
} from './TableReading';
import { useRoom } from './useRoom';
import { useSort } from './useSort';

/** As many rows and columns as there is room for, and what the other rows are like. */
export function TableTile({ reading: table, ...setting }: TileProps<TableReading>): React.ReactElement {
  const strings = useStrings();
  const content = describeTable(table, strings);
  const { list } = table;
  if (list.status !== 'rows') return <ReadingTile {...setting} reading={list} content={content} />;
  if (list.rows.length === 0)
    return (
      <ReadingTile
        {...setting}
        reading={{ key: list.key, label: list.label, status: 'no-answer', freshness: list.freshness }}
        content={content}
      />
    );
  return <Rows {...setting} reading={table} content={content} />;
}

function Rows({
  reading: table,
  content,
  ...setting
}: TileProps<TableReading> & { readonly content: TileContent }): React.ReactElement {
  const { tile, onOpen, labelSize } = setting;
  const strings = useStrings();
  const { text } = strings;
  const space = React.useRef<HTMLDivElement>(null);
  // Nobody touches a wall.
  const isOnWall = labelSize !== undefined;
  const { rows, sort, onSort } = useSort(table);
  const lines = linesOf(rows, table.groupsOf);
  const room = useRoom(space, isOnWall ? 'wall' : 'desk', {
    rows: lines.length,
    columns: table.columns.length,
    wide: table.columns.map((_, index) => (table.trends?.[index] ? '2' : '1')).join(''),
  });
  const shown = lines.slice(0, room.rows);
  const seen = new Set(shown);
  const { label } = table.list;
  const more = moreInWords(
    rows.filter((row) => !seen.has(row)),
    strings,
  );
  const isInteractive = onOpen !== undefined && !isOnWall;
  const context = [content.context, more].filter(Boolean).join(' · ');
  return (
    <TileFrame
      {...setting}
      label={label}
      content={{ state: content.state, text: content.text, sentence: content.sentence, context }}
      style={isJudged(content) ? 'Default' : undefined}
      isGroup={isInteractive}
      isOutlined
      top={
        <span className="tile-top table-top">
          <span className="tile-label" dir="auto">
            {label}
          </span>
          <span className="table-note">{room.columns > 1 ? orderInWords(sort, table, strings) : null}</span>
          <span className="table-state">
            <StateIcon state={content.state} />
            {content.word ? <span className="tile-word">{content.word}</span> : null}
          </span>
          {isInteractive ? (
            <button
              type="button"
              className="table-open"
              aria-haspopup="dialog"
              aria-label={text('TableOpen', { label })}
              title={text('TableOpen', { label })}
              onClick={() => onOpen(tile)}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <path
                  d="M9 2h5v5h-1.6V4.7L9.7 7.4 8.6 6.3l2.700-2.700H9ZM2 9h1.6v2.300l2.700-2.700 1.100 1.100-2.700 2.700H7V14H2Z"
                  fill="currentColor"
                />
              </svg>
            </button>
          ) : null}
        </span>
      }
    >
      <div className="table-space" ref={space}>
        <div
          className="table-inside"
          style={
            {
              '--row': `${room.rowHeight}em`,
              ...(room.fontSize === undefined ? {} : { fontSize: `${room.fontSize}px` }),
            } as React.CSSProperties
          }
        >
          <DataTable
            label={label}
            title={titleOf(table, strings)}
            nameOf={isOnWall ? table.ofAgents?.nameOnWall : undefined}
            columns={table.columns}
            trends={table.trends}
            shown={room.columns}
            lines={shown}
            soon={table.soon}
            sort={sort}
            onSort={isInteractive ? onSort : undefined}
          />
        </div>
      </div>
    </TileFrame>
  );
}

/** Whether it is judged: what is not looks quiet as a whole. */
const isJudged = ({ state }: TileContent): boolean => state !== 'stale' && state !== 'previous-day';

/** How the rows are sorted. */
function orderInWords(
  sort: TableSort | undefined,
  table: TableReading,
  strings: ReturnType<typeof useStrings>,
): string {
  const { columns } = table;
  const { text } = strings;
  if (!sort) return text('TableWorstFirst');
  const column = sort.column === undefined ? titleOf(table, strings) : columns[sort.column]?.label;
  return text('TableSorted', { column: column ?? '' });
}
