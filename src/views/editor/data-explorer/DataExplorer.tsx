import * as React from 'react';
import { useStrings } from '../../../strings/StringsContext';
import { documentationOf } from '../formula-field/documentation';
import type { DataExplorerProps } from './DataExplorerProps';
import { DataTreeRow } from './DataTreeRow';
import { topOf } from './dataTree';
import { ExplorerLayout } from './ExplorerLayout';
import { findRows, treeRows, type TreeRow } from './treeRows';

/** More of what is found than this nobody reads. */
const most = 100;
/** What is open at first: what most formulas are about. */
const openAtFirst = ['data.workspace_statistics', 'data.workspace_statistics.realtime'];

/** The data of this moment as a tree, to look around in and to put into a formula. */
export function DataExplorer({ data, onPick }: DataExplorerProps): React.ReactElement {
  const { text } = useStrings();
  const id = 'data-explorer';
  const tree = React.useRef<HTMLDivElement>(null);
  const [search, setSearch] = React.useState('');
  const [open, setOpen] = React.useState<ReadonlySet<string>>(new Set(openAtFirst));
  const [active, setActive] = React.useState<string>();

  const top = React.useMemo(() => topOf(data), [data]);
  const isSearching = search.trim() !== '';
  const found = React.useMemo(
    () => (isSearching ? findRows(top, search, most) : undefined),
    [top, search, isSearching],
  );
  const rows = React.useMemo(() => found?.rows ?? treeRows(top, open), [found, top, open]);
  const activeIndex = Math.max(
    rows.findIndex(({ node }) => node.path === active),
    0,
  );
  const current = rows[activeIndex];

  // The same function on each draw, so that lines that look as before are not drawn again.
  const newestPick = React.useRef(onPick);
  newestPick.current = onPick;
  const pick = React.useCallback((path: string) => newestPick.current(path), []);
  const toggle = React.useCallback((path: string) => {
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(path)) after.add(path);
      return after;
    });
  }, []);

  function focusRow(row: TreeRow | undefined): void {
    if (!row) return;
    setActive(row.node.path);
    const index = rows.indexOf(row);
    tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[index]?.focus();
  }

  function press(event: React.KeyboardEvent): void {
    if (!current || event.altKey || event.ctrlKey || event.metaKey) return;
    const { node, isOpen, level } = current;
    const isClosed = node.isBranch && !isOpen && !isSearching;
    const before = rows.slice(0, activeIndex);
    switch (event.key) {
      case 'ArrowDown':
        focusRow(rows[activeIndex + 1]);
        break;
      case 'ArrowUp':
        focusRow(rows[activeIndex - 1]);
        break;
      case 'Home':
        focusRow(rows[0]);
        break;
      case 'End':
        focusRow(rows[rows.length - 1]);
        break;
      case 'ArrowRight':
        if (isClosed) toggle(node.path);
        else if (isOpen) focusRow(rows[activeIndex + 1]);
        break;
      case 'ArrowLeft':
        if (isOpen && !isSearching) toggle(node.path);
        else focusRow([...before].reverse().find((row) => row.level < level));
        break;
      case 'Enter':
      case ' ':
        if (node.isBranch && !event.shiftKey && !isSearching) toggle(node.path);
        else pick(node.path);
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  const about = current ? documentationOf(current.node.label).documentation : undefined;

  return (
    <ExplorerLayout aria-label={text('ExplorerTitle')}>
      <label htmlFor={`${id}-search`}>{text('ExplorerSearch')}</label>
      <input
        id={`${id}-search`}
        type="search"
        autoComplete="off"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          focusRow(current);
        }}
      />
      <p role="status">
        {found === undefined
          ? text('ExplorerHint')
          : found.hasMore
            ? text('ExplorerFoundMore', { count: found.count })
            : found.count === 0
              ? text('ExplorerNothing', { search })
              : text('ExplorerFound', { count: found.count })}
      </p>
      {rows.length === 0 ? null : (
        <div
          ref={tree}
          role="tree"
          aria-label={text('ExplorerTitle')}
          className="explorer-tree"
          onKeyDown={press}
        >
          {rows.map((row, index) => (
            <DataTreeRow
              key={row.node.path}
              {...row}
              isActive={index === activeIndex}
              aboutId={`${id}-about`}
              onFocus={setActive}
              onToggle={isSearching ? pick : toggle}
              onPick={pick}
            />
          ))}
        </div>
      )}
      <div id={`${id}-about`} className="explorer-about">
        {current ? <code>{current.node.path}</code> : text('NoDataYet')}
        {about === undefined ? null : <p>{text(about)}</p>}
      </div>
    </ExplorerLayout>
  );
}
