import * as React from 'react';
import type { BoardModel } from '../../dashboard/BoardModel';
import { useObservable } from '../../dashboard/useObservable';
import { ImportDialog } from '../exchange/ImportDialog';
import { documentsOf } from '../session/EditingSession';
import type { EditingModel } from '../editing/EditingModel';
import { useMoment } from '../editing/useMoment';

export interface ImportTilesProps {
  readonly model: EditingModel;
  readonly board: BoardModel;
  readonly onClose: () => void;
}

/** Puts what is imported into the working copy, where it is undone at once and not saved by itself. */
export function ImportTiles({ model, board, onClose }: ImportTilesProps): React.ReactElement {
  const { session } = useObservable(model.state);
  const moment = useMoment(model, board);
  return (
    <ImportDialog
      documents={documentsOf(session)}
      moment={moment}
      onImport={(command) => {
        model.do(command);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
