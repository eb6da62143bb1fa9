import * as React from 'react';
import { useStrings } from '../../../strings/StringsContext';
import type { EditingModel } from '../editing/EditingModel';
import { SectionDialog } from './SectionDialog';

export interface TitleDialogProps {
  readonly model: EditingModel;
  readonly title: string;
  readonly onClose: () => void;
}

/** Asks for the title of the board. */
export function TitleDialog({ model, title, onClose }: TitleDialogProps): React.ReactElement {
  const { text } = useStrings();
  return (
    <SectionDialog
      title={text('EditBoardTitle')}
      name={title}
      action={text('PanelApply')}
      onName={(name) => {
        const { current } = model.session;
        // A board with a document of its own is called what the list of boards says.
        if (current.own) model.do({ type: 'rename-board', id: current.id, title: name });
        else model.do({ type: 'change-settings', changes: { title: name } });
      }}
      onClose={onClose}
    />
  );
}
