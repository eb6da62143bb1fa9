import * as React from 'react';
import { Button } from '../../../ui/Button';
import { styled } from '../../../paste/styling';
import type { Strings } from '../../../strings/Strings';
import { useStrings } from '../../../strings/StringsContext';
import { PrimaryButton } from '../dialog/PrimaryButton';
import { changesOf } from '../draft/changesOf';
import { EditBar } from './EditBar';
import type { EditingModel, EditingState } from '../editing/EditingModel';
import { describeFailure } from './describeFailure';

export interface EditToolbarProps {
  readonly state: EditingState;
  /** Whether what could not be saved for want of a connection can be saved now. */
  readonly isConnected: boolean;
  readonly model: EditingModel;
  readonly onAdd: () => void;
  /** Somebody wants to give the board another title. */
  readonly onTitle: () => void;
  /** Somebody wants to make, order or delete boards. */
  readonly onBoards: () => void;
  /** Somebody wants to change the choices that it offers. */
  readonly onVariables: () => void;
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
  onTitle,
  onBoards,
  onVariables,
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
  const saveButton = React.useRef<HTMLButtonElement>(null);
  const stopSaving = (): void => {
    // The button that was pressed goes, and the focus with it.
    saveButton.current?.focus();
    model.cancelSave();
  };
  const changes = React.useMemo(() => changesOf(session).length, [session]);
  return (
    <Toolbar role="group" aria-label={text('EditTools')} data-edit-tools="">
      <PrimaryButton type="button" onClick={onAdd} data-add-tile="">
        {text('EditAdd')}
      </PrimaryButton>
      <Button type="button" {...pressable(session.past.length > 0, model.undo)}>
        {text('EditUndo')}
      </Button>
      <Button type="button" {...pressable(session.future.length > 0, model.redo)}>
        {text('EditRedo')}
      </Button>
      <Button type="button" onClick={onTitle}>
        {text('EditBoardTitle')}
      </Button>
      <Button type="button" onClick={onBoards}>
        {text('BoardsManage')}
      </Button>
      <Button type="button" onClick={onVariables}>
        {text('EditVariables')}
      </Button>
      <Button type="button" onClick={onVersions}>
        {text('EditVersions')}
      </Button>
      <Button type="button" onClick={onImport}>
        {text('EditImport')}
      </Button>
      <Button type="button" onClick={onExport}>
        {text('EditExport')}
      </Button>
      <div>
        <p role="status" data-edit-status="">
          {statusOf(state, { changes, isConnected, savingFor }, strings)}
        </p>
        {savingFor > 0 ? (
          <Button type="button" onClick={stopSaving}>
            {text('EditStopSaving')}
          </Button>
        ) : null}
        <PrimaryButton type="button" ref={saveButton} {...pressable(changes > 0 && !isSaving, onSave)}>
          {text('EditSave')}
        </PrimaryButton>
        <Button type="button" disabled={isSaving} onClick={onLeave}>
          {text(changes > 0 ? 'EditDiscard' : 'EditDone')}
        </Button>
      </div>
    </Toolbar>
  );
}

/** A button that cannot be pressed now keeps the focus, which one that is disabled would drop. */
const pressable = (isEnabled: boolean, act: () => void) =>
  ({ 'aria-disabled': !isEnabled, onClick: isEnabled ? act : undefined }) as const;

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
  if (saved?.status === 'failed') return describeFailure(saved, strings);
  if (saved?.status === 'conflicts') return text('EditConflictsWait');
  if (changes > 0) return text('EditChanges', { count: changes });
  if (saved?.status === 'saved') return text(saved.rebased ? 'EditSavedWithTheirs' : 'EditSaved');
  return text('EditNoChanges');
}

const Toolbar = styled(EditBar)`
  position: sticky;
  top: -1.25rem;
  z-index: 1;
  > div {
    display: flex;
    flex: 1 1 auto;
    gap: 0.75rem;
    align-items: center;
    justify-content: flex-end;
  }
  p {
    flex: 0 1 auto;
    text-align: right;
    font-weight: 600;
  }
`;
