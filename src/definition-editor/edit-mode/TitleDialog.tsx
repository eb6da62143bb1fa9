import * as React from 'react';
import { useStrings } from '../../strings/StringsContext';
import type { EditingModel } from './EditingModel';
import { SectionDialog } from './SectionDialog';

export interface TitleDialogProps {
  readonly model: EditingModel;
  /** Undefined while the board has none of its own. */
  readonly title: string | undefined;
  readonly onClose: () => void;
}

/** Asks for the title of the board. */
export function TitleDialog({ model, title, onClose }: TitleDialogProps): React.ReactElement {
  const { text } = useStrings();
  return (
    <SectionDialog
      title={text('EditBoardTitle')}
      name={title ?? text('Title')}
      action={text('PanelApply')}
      onName={(name) => model.do({ type: 'change-settings', changes: { title: name } })}
      onClose={onClose}
    />
  );
}
