import * as React from 'react';
import { useStrings } from '../../../strings/StringsContext';
import { Button } from '../../../ui/Button';
import { EditorDialog } from './EditorDialog';
import { PrimaryButton } from './PrimaryButton';

export interface DiscardDialogProps {
  readonly title: string;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
  /** What is lost by it. */
  readonly children: React.ReactNode;
}

/** Asks before work is thrown away, and says which. */
export function DiscardDialog({
  title,
  onDiscard,
  onClose,
  children,
}: DiscardDialogProps): React.ReactElement {
  const { text } = useStrings();
  return (
    <EditorDialog
      title={title}
      size="question"
      onClose={onClose}
      foot={
        <>
          <PrimaryButton type="button" onClick={onClose}>
            {text('EditKeep')}
          </PrimaryButton>
          <Button type="button" onClick={onDiscard}>
            {text('EditDiscardNow')}
          </Button>
        </>
      }
    >
      {children}
    </EditorDialog>
  );
}
