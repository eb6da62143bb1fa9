import * as React from 'react';
import { QuietButton } from '../../dashboard/QuietButton';
import { styled, themeGet } from '../../paste/styling';
import type { Strings } from '../../strings/Strings';
import { useStrings } from '../../strings/StringsContext';
import { PrimaryButton } from '../dialog/PrimaryButton';
import { changesOf } from '../session/changesOf';
import type { EditingModel, EditingState } from './EditingModel';
import { failureInWords } from './failureInWords';

export interface EditToolbarProps {
  readonly state: EditingState;
  /** Whether what could not be saved for want of a connection can be saved now. */
  readonly isConnected: boolean;
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
  isConnected,
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
  const savingFor = useSavingFor(isSaving);
  const changes = React.useMemo(() => changesOf(session).length, [session]);
  return (
    <Toolbar role="group" aria-label={text('EditTools')}>
      <PrimaryButton type="button" onClick={onAdd} data-add-tile="">
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
        {statusOf(state, { changes, isConnected, savingFor }, strings)}
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

/** How long it takes already, in the steps that are worth saying: seconds. */
const steps = [5, 15] as const;

function useSavingFor(isSaving: boolean): 0 | (typeof steps)[number] {
  const [seconds, setSeconds] = React.useState<0 | (typeof steps)[number]>(0);
  React.useEffect(() => {
    setSeconds(0);
    if (!isSaving) return undefined;
    const timers = steps.map((step) => setTimeout(() => setSeconds(step), step * 1000));
    return () => timers.forEach(clearTimeout);
  }, [isSaving]);
  return seconds;
}

interface Circumstances {
  readonly changes: number;
  readonly isConnected: boolean;
  readonly savingFor: 0 | (typeof steps)[number];
}

const savingWords = { 0: 'EditSaving', 5: 'EditSavingSlowly', 15: 'EditSavingHangs' } as const;

function statusOf(
  { isSaving, saved }: EditingState,
  { changes, isConnected, savingFor }: Circumstances,
  strings: Strings,
): string {
  const { text } = strings;
  if (isSaving) return text(savingWords[savingFor]);
  if (saved?.status === 'failed' && saved.reason === 'offline' && isConnected)
    return text('EditConnectionBack');
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
