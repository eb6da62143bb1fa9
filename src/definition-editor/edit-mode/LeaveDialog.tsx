import * as React from 'react';
import { QuietButton } from '../../ui/QuietButton';
import { useStrings } from '../../strings/StringsContext';
import { EditorDialog } from '../dialog/EditorDialog';
import { PrimaryButton } from '../dialog/PrimaryButton';
import type { EditingSession } from '../session/EditingSession';
import { ChangeList } from './ChangeList';

export interface LeaveDialogProps {
  readonly session: EditingSession;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

/** Asks before work is thrown away, and says which. */
export function LeaveDialog({ session, onDiscard, onClose }: LeaveDialogProps): React.ReactElement {
  const { text } = useStrings();
  return (
    <EditorDialog
      title={text('EditDiscardTitle')}
      size="question"
      onClose={onClose}
      foot={
        <>
          <PrimaryButton type="button" onClick={onClose}>
            {text('EditKeep')}
          </PrimaryButton>
          <QuietButton type="button" onClick={onDiscard}>
            {text('EditDiscardNow')}
          </QuietButton>
        </>
      }
    >
      <p>{text('EditDiscardCause')}</p>
      <ChangeList session={session} />
    </EditorDialog>
  );
}
