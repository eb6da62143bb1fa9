import { isOurShape } from './documentShapes';
import type { Step } from './Plan';
import type { NamedDocument } from './readAccountState';

/** Everything that was kept of the past, but for documents of such a name that hold something else. */
export function planHistoryRemoval(documents: readonly NamedDocument[]): readonly Step[] {
  const names = documents
    .filter(({ kind, data }) => kind === 'history' && isOurShape(kind, data))
    .map(({ name }) => name);
  return names.length === 0 ? [] : [{ kind: 'delete-history', names }];
}
