import * as React from 'react';
import { useStrings } from '../../../strings/StringsContext';
import { describeValue } from '../formula-field/describeValue';
import type { DataNode } from './dataTree';
import type { TreeRow } from './treeRows';

export interface DataTreeRowProps extends TreeRow {
  /** The one that Tab goes to. */
  readonly isActive: boolean;
  /** Element that says more of the active one. */
  readonly aboutId: string;
  readonly onFocus: (path: string) => void;
  readonly onToggle: (path: string) => void;
  readonly onPick: (path: string) => void;
}

/** One place in the data. A click on a value picks it, one on a branch opens it; the button picks the branch as a whole. */
export const DataTreeRow = React.memo(function DataTreeRow(props: DataTreeRowProps): React.ReactElement {
  const { node, level, position, siblings, isOpen, isActive, aboutId, onFocus, onToggle, onPick } = props;
  const strings = useStrings();
  const value = valueOf(node);
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={node.isBranch ? isOpen : undefined}
      aria-selected={isActive}
      aria-describedby={isActive ? aboutId : undefined}
      tabIndex={isActive ? 0 : -1}
      style={{ paddingLeft: `${level - 0.5}rem` }}
      onFocus={() => onFocus(node.path)}
      onClick={() => (node.isBranch ? onToggle : onPick)(node.path)}
    >
      <span className="explorer-label">{node.label}</span>
      {value === undefined ? null : <span className="explorer-value">{describeValue(value, strings)}</span>}
      {node.isBranch ? (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            onPick(node.path);
          }}
        >
          {strings.text('ExplorerInsert')}
        </button>
      ) : null}
    </div>
  );
}, isSameRow);

/** Of objects the lines below say what they hold. */
const valueOf = ({ value, isBranch }: DataNode): unknown =>
  isBranch && !Array.isArray(value) ? undefined : value;

/** Whether two lines look the same: a new document arrives every few seconds, and most of it is as before. */
function isSameRow(before: DataTreeRowProps, after: DataTreeRowProps): boolean {
  const keys = ['level', 'position', 'siblings', 'isOpen', 'isActive', 'onToggle', 'onPick'] as const;
  const isSameValue =
    before.node.isBranch && after.node.isBranch
      ? lengthOf(before.node) === lengthOf(after.node)
      : before.node.value === after.node.value;
  return (
    before.node.path === after.node.path && isSameValue && keys.every((key) => before[key] === after[key])
  );
}

const lengthOf = ({ value }: DataNode): number | undefined =>
  Array.isArray(value) ? value.length : undefined;
