import * as React from 'react';
import { Button } from '../../../ui/Button';
import { useStore } from '../../board/useStore';
import { styled } from '../../../paste/styling';
import { useStrings } from '../../../strings/StringsContext';
import { useSettled } from '../formula-field/useSettled';
import { alignedWith } from '../../../model/board/severalBoards';
import { changesBetween, isChanged } from '../draft/changesOf';
import { documentsOf } from '../draft/EditingSession';
import { mergeDocuments } from '../draft/mergeDocuments';
import { withArrived } from '../draft/rebase';
import { EditBar } from './EditBar';
import type { EditingModel, EditingState } from '../editing/EditingModel';

export interface SavedMeanwhileProps {
  readonly model: EditingModel;
  readonly state: EditingState;
  /** Called when what was brought in clashes with what is not saved. */
  readonly onConflicts: () => void;
}

/** Documents come one after the other, and what was saved here comes back a moment later. */
const settledAfterMs = 1_000;

/** So many names are read; the others are dots. */
const mostNames = 3;

/** Says in edit mode that somebody else has saved, at once and not only when saving, and offers to bring that in. */
export function SavedMeanwhile({
  model,
  state: { session, isSaving },
  onConflicts,
}: SavedMeanwhileProps): React.ReactElement {
  const { text } = useStrings();
  const found = useStore(model.saved);
  const { base: begun, sent } = session;
  const saved = React.useMemo(() => found && alignedWith(found, begun), [found, begun]);
  const current = documentsOf(session);
  const base = React.useMemo(
    () => (saved ? withArrived({ base: begun, sent }, saved) : begun),
    [begun, sent, saved],
  );
  const standing = React.useMemo(() => ({ base, saved }), [base, saved]);
  const theirs = useSettled(standing, settledAfterMs) && !isSaving ? saved : undefined;
  const names = React.useMemo(
    () =>
      changesBetween(base, theirs ?? base).map((change) =>
        change.kind === 'setting' ? text('EditSettingChanged', { name: change.key }) : change.label,
      ),
    [base, theirs, text],
  );
  const clashes = React.useMemo(
    () => (theirs ? mergeDocuments(base, current, theirs).conflicts.length : 0),
    [base, current, theirs],
  );
  const bringIn = (): void => {
    if (theirs) model.bringIn(theirs);
    if (model.session.conflicts.length > 0) onConflicts();
  };
  return (
    <Line data-empty={names.length === 0 ? '' : undefined}>
      <p role="status" data-saved-meanwhile="">
        {names.length > 0
          ? [
              text('EditTheirs', { count: names.length, names: shortened(names) }),
              ...(isChanged(session) ? [text('EditTheirsKept')] : []),
              ...(clashes > 0 ? [text('EditTheirsClash', { count: clashes })] : []),
            ].join(' ')
          : null}
      </p>
      {names.length > 0 ? (
        <Button type="button" onClick={bringIn}>
          {text('EditTheirsBringIn')}
        </Button>
      ) : null}
    </Line>
  );
}

const shortened = (names: readonly string[]): string =>
  [...names.slice(0, mostNames), ...(names.length > mostNames ? ['…'] : [])].join(', ');

/** At the lower edge, whatever part of the board is in sight, so that no tile moves away under somebody's mouse. */
const Line = styled(EditBar)`
  position: sticky;
  bottom: 0;
  z-index: 1;
  margin-top: auto;
  &[data-empty] {
    padding: 0;
    border: 0;
  }
`;
