import { styled, themeGet } from '@twilio-paste/core/styling-library';
import * as React from 'react';
import { QuietButton } from '../../dashboard/QuietButton';
import type { Strings } from '../../strings/Strings';
import { useStrings } from '../../strings/StringsContext';
import { PrimaryButton } from '../dialog/PrimaryButton';
import { changesOf } from '../session/changesOf';
import type { EditingModel, EditingState } from './EditingModel';
import { failureInWords } from './failureInWords';

export interface EditToolbarProps {
  readonly state: EditingState;
  readonly model: EditingModel;
  readonly onAdd: () => void;
  readonly onVersions: () => void;
  readonly onImport: () => void;
  readonly onExport: () => void;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}

/** What can be done with the board as a whole, and in words how it stands with saving. */
export function EditToolbar({
  state,
  model,
  onAdd,
  onVersions,
  onImport,
  onExport,
  onSave,
  onLeave,
}: EditToolbarProps): React.ReactElement {
  const strings = useStrings();
  const { text } = strings;
  const { session, isSaving } = state;
  const changes = React.useMemo(() => changesOf(session).length, [session]);
  return (
    <Toolbar role="group" aria-label={text('EditTools')}>
      <PrimaryButton type="button" onClick={onAdd}>
        {text('EditAdd')}
      </PrimaryButton>
      <QuietButton type="button" disabled={session.past.length === 0} onClick={model.undo}>
        {text('EditUndo')}
      </QuietButton>
      <QuietButton type="button" disabled={session.future.length === 0} onClick={model.redo}>
        {text('EditRedo')}
      </QuietButton>
      <QuietButton type="button" onClick={onVersions}>
        {text('EditVersions')}
      </QuietButton>
      <QuietButton type="button" onClick={onImport}>
        {text('EditImport')}
      </QuietButton>
      <QuietButton type="button" onClick={onExport}>
        {text('EditExport')}
      </QuietButton>
      <p role="status" data-edit-status="">
        {statusOf(state, changes, strings)}
      </p>
      <PrimaryButton type="button" disabled={changes === 0 || isSaving} onClick={onSave}>
        {text('EditSave')}
      </PrimaryButton>
      <QuietButton type="button" disabled={isSaving} onClick={onLeave}>
        {text(changes > 0 ? 'EditDiscard' : 'EditDone')}
      </QuietButton>
    </Toolbar>
  );
}

function statusOf({ isSaving, saved }: EditingState, changes: number, strings: Strings): string {
  const { text } = strings;
  if (isSaving) return text('EditSaving');
  if (saved?.status === 'failed') return failureInWords(saved, strings);
  if (saved?.status === 'conflicts') return text('EditConflictsWait');
  if (changes > 0) return text('EditChanges', { count: changes });
  if (saved?.status === 'saved') return text(saved.rebased ? 'EditSavedWithTheirs' : 'EditSaved');
  return text('EditNoChanges');
}

const Toolbar = styled.div`
  position: sticky;
  top: -1.25rem;
  z-index: 1;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.5rem 0.75rem;
  padding: 0.75rem 1rem;
  font: 400 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
  color: ${themeGet('textColors.colorText')};
  background: ${themeGet('backgroundColors.colorBackgroundBody')};
  border: 1px solid ${themeGet('borderColors.colorBorderPrimary')};
  border-radius: 8px;
  p {
    flex: 1 1 12rem;
    margin: 0;
    text-align: right;
    font-weight: 600;
  }
`;
