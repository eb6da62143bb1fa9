import * as React from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import type { EditingModel } from '../views/editor/editing/EditingModel';
import { EditMode } from '../views/editor/edit-mode/EditMode';
import type { DefinitionStore } from '../views/editor/repository/DefinitionStore';
import { DashboardOrWall, type DashboardOrWallProps } from '../views/wall/DashboardOrWall';

export interface EditableDashboardProps extends Omit<
  DashboardOrWallProps,
  'onEdit' | 'onManage' | 'documents'
> {
  readonly documents: { readonly data: string; readonly definitions: string; readonly board: string };
  readonly openStore: () => DefinitionStore;
  /** Identity in Flex of whoever is logged in. */
  readonly person: () => string;
  /** Work that goes on, kept while Flex shows another view; whoever comes back to the dashboard comes back to it. */
  readonly kept: React.MutableRefObject<EditingModel | undefined>;
  readonly mayEdit: boolean;
}

/** The dashboard or, once somebody wants to change it, the editor; before that, no function of the editor is called. */
export function EditableDashboard({
  openStore,
  person,
  kept,
  mayEdit,
  ...dashboard
}: EditableDashboardProps): React.ReactElement {
  const [editing, setEditing] = React.useState<'tiles' | 'boards' | undefined>(
    kept.current ? 'tiles' : undefined,
  );
  const edit = React.useCallback(() => setEditing('tiles'), []);
  const manage = React.useCallback(() => setEditing('boards'), []);
  const leave = React.useCallback(() => setEditing(undefined), []);
  if (!editing)
    return (
      <DashboardOrWall
        {...dashboard}
        onEdit={mayEdit ? edit : undefined}
        onManage={mayEdit ? manage : undefined}
      />
    );
  const { sources, documents, onBoard } = dashboard;
  return (
    <ErrorBoundary key="editor">
      <EditMode
        sources={sources}
        documents={documents}
        openStore={openStore}
        person={person}
        kept={kept}
        isManaging={editing === 'boards'}
        onBoard={onBoard ?? sources.showBoard}
        onLeave={leave}
      />
    </ErrorBoundary>
  );
}
