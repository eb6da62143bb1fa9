import * as React from 'react';
import type { BoardModel } from '../../board/BoardModel';
import { useStore } from '../../board/useStore';
import { ImportDialog } from '../import-export/ImportDialog';
import { documentsOf } from '../draft/EditingSession';
import type { EditingModel } from '../editing/EditingModel';
import { useMoment } from '../editing/useMoment';

export interface ImportTilesProps {
  readonly model: EditingModel;
  readonly board: BoardModel;
  /** What the board that is shown is called. */
  readonly title: string;
  readonly onClose: () => void;
}

/** Puts what is imported into the working copy, where it is undone at once and not saved by itself. */
export function ImportTiles({ model, board, title, onClose }: ImportTilesProps): React.ReactElement {
  const { session } = useStore(model.state);
  const moment = useMoment(model, board);
  return (
    <ImportDialog
      documents={documentsOf(session)}
      moment={moment}
      title={title}
      onImport={(commands) => {
        const { length } = model.session.past;
        for (const command of commands) model.do(command);
        model.joinSteps(length);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
