import * as React from 'react';
import { useStrings } from '../../strings/StringsContext';
import { QuietButton } from '../../ui/QuietButton';
import { EditorDialog } from '../dialog/EditorDialog';
import { PrimaryButton } from '../dialog/PrimaryButton';

export interface DiscardQuestionProps {
  /** Of the tile. */
  readonly label: string;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

/** Asks before what was changed of a tile is taken back. */
export function DiscardQuestion({ label, onDiscard, onClose }: DiscardQuestionProps): React.ReactElement {
  const { text } = useStrings();
  return (
    <EditorDialog
      title={text('PanelDiscardTitle', { label })}
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
      <p>{text('PanelDiscardCause')}</p>
    </EditorDialog>
  );
}
