import * as React from 'react';
import { arrangeSections } from '../../board/arrangeSections';
import { Board } from '../../desk/Board';
import { Store } from '../../../model/store/Store';
import { Button } from '../../../ui/Button';
import { useBoard } from '../../board/useBoard';
import { useStore } from '../../board/useStore';
import { styled } from '../../../paste/styling';
import type { TextKey } from '../../../strings/TextKey';
import { useStrings } from '../../../strings/StringsContext';
import { EditorDialog } from '../dialog/EditorDialog';
import { PrimaryButton } from '../dialog/PrimaryButton';
import type { BoardDocuments, SavedDocument } from '../../../model/board/BoardDocuments';
import type { ReadVersionOutcome, VersionsOutcome } from '../repository/DefinitionStore';
import { labelOf } from '../../../model/board/Board';
import { parseBoard } from '../../../model/board/parseBoard';
import { areSeveral } from '../../../model/board/severalBoards';
import { DeletedBoards } from '../boards/DeletedBoards';
import { shownElsewhere } from '../boards/metricUses';
import { Fields } from '../dialog/Fields';
import { changesBetween } from '../draft/changesOf';
import { edit } from '../draft/edit';
import type { EditingCommand } from '../draft/EditingCommand';
import { documentsOf, type EditingSession } from '../draft/EditingSession';
import { metricsThatDiffer, type SharedMetrics } from '../draft/restoreBoard';
import { describeChange } from './describeChange';
import { editedSources } from '../editing/editedSources';
import type { EditingModel } from '../editing/EditingModel';

export interface VersionsDialogProps {
  readonly model: EditingModel;
  readonly documents: { readonly definitions: string };
  readonly onClose: () => void;
}

/** The last boards that were saved. One is looked at first, over the numbers of now, and restored as a change that can be undone. */
export function VersionsDialog({ model, documents, onClose }: VersionsDialogProps): React.ReactElement {
  const { text, locale } = useStrings();
  const [list, setList] = React.useState<VersionsOutcome>();
  const [chosen, setChosen] = React.useState<string>();
  const [version, setVersion] = React.useState<ReadVersionOutcome>();
  React.useEffect(() => {
    let isHere = true;
    const { layout } = documentsOf(model.session);
    void model.store.versions(layout?.name).then((outcome) => isHere && setList(outcome));
    return () => void (isHere = false);
  }, [model]);
  React.useEffect(() => {
    if (chosen === undefined) return undefined;
    let isHere = true;
    setVersion(undefined);
    const { layout } = documentsOf(model.session);
    void model.store
      .readVersion(chosen, layout?.value && layout.name)
      .then((outcome) => isHere && setVersion(outcome));
    return () => void (isHere = false);
  }, [model, chosen]);

  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const versions = list?.status === 'read' ? list.versions : [];
  const then = version?.status === 'read' ? version.documents : undefined;
  // Of a board that was not there yet nothing can be restored without taking the others away.
  const isBefore = then !== undefined && areSeveral(documentsOf(model.session)) && !parseBoard(then).own;
  const elsewhere = useStore(model.elsewhere);
  const [as, setAs] = React.useState<SharedMetrics>('kept');
  const { session } = useStore(model.state);
  const wanted = React.useMemo(
    () => (then && !isBefore ? restoreOf(session, then, elsewhere, as) : undefined),
    [session, then, isBefore, elsewhere, as],
  );
  return (
    <EditorDialog
      title={text('VersionsTitle')}
      onClose={onClose}
      foot={
        <PrimaryButton
          type="button"
          disabled={!wanted}
          onClick={() => {
            if (wanted) model.do(wanted.command);
            onClose();
          }}
        >
          {text('VersionsRestore')}
        </PrimaryButton>
      }
    >
      <p role="status">
        {list === undefined
          ? text('VersionsReading')
          : list.status === 'failed'
            ? text('VersionsFailed', { problem: list.problem })
            : versions.length === 0
              ? text('VersionsNone')
              : text('VersionsCause')}
      </p>
      <List>
        {versions.map(({ id, savedAt, savedBy }) => (
          <li key={id}>
            <Button type="button" aria-pressed={chosen === id} onClick={() => setChosen(id)}>
              {text('VersionsEntry', {
                time: savedAt === undefined ? text('VersionsNoTime') : time.format(savedAt),
                author: savedBy ?? text('VersionsUnknown'),
              })}
            </Button>
          </li>
        ))}
      </List>
      {isBefore ? <p>{text('VersionsBefore')}</p> : null}
      {version?.status === 'gone' ? <p>{text('VersionsGone')}</p> : null}
      {version?.status === 'failed' ? <p>{text('VersionsFailed', { problem: version.problem })}</p> : null}
      {wanted && wanted.shared.length > 0 ? (
        <Fields>
          <fieldset>
            <legend>
              {text('VersionsShared', { count: wanted.shared.length, labels: wanted.shared.join(', ') })}
            </legend>
            {sharedTexts.map(([value, key]) => (
              <label key={value}>
                <input
                  type="radio"
                  name="shared-metrics"
                  checked={as === value}
                  onChange={() => setAs(value)}
                />{' '}
                {text(key)}
              </label>
            ))}
          </fieldset>
        </Fields>
      ) : null}
      {wanted ? <Differences now={documentsOf(session)} then={wanted.documents} /> : null}
      {wanted ? (
        <VersionPreview key={chosen} model={model} shown={wanted.documents} documents={documents} />
      ) : null}
      <DeletedBoards model={model} />
    </EditorDialog>
  );
}

const sharedTexts = [
  ['kept', 'VersionsSharedKept'],
  ['copied', 'VersionsSharedCopied'],
  ['replaced', 'VersionsSharedReplaced'],
] as const satisfies readonly (readonly [SharedMetrics, TextKey])[];

/** What restoring a version does, and what the board is then. */
function restoreOf(
  session: EditingSession,
  then: BoardDocuments,
  elsewhere: readonly SavedDocument[] | undefined,
  as: SharedMetrics,
): {
  readonly command: EditingCommand;
  readonly documents: BoardDocuments;
  /** Labels of the metrics that other boards show too. */
  readonly shared: readonly string[];
} {
  const now = documentsOf(session);
  const shared = metricsThatDiffer(now, then).filter(shownElsewhere(now, elsewhere));
  const command: EditingCommand = { type: 'restore', documents: then, metrics: { shared, as } };
  const labels = shared.map((key) => labelOf(session.current, key));
  return { command, documents: documentsOf(edit(session, command)), shared: labels };
}

/** What restoring a version would change, a line for each metric, tile and setting. */
function Differences({
  now,
  then,
}: {
  readonly now: BoardDocuments;
  readonly then: BoardDocuments;
}): React.ReactElement {
  const strings = useStrings();
  const { text } = strings;
  const changes = changesBetween(now, then);
  return (
    <>
      <p>{changes.length > 0 ? text('VersionsDiffers', { count: changes.length }) : text('VersionsSame')}</p>
      <ul>
        {changes.map((change) => (
          <li key={`${change.kind} ${change.key}`}>{describeChange(change, strings)}</li>
        ))}
      </ul>
    </>
  );
}

function VersionPreview({
  model,
  shown,
  documents,
}: {
  readonly model: EditingModel;
  readonly shown: BoardDocuments;
  readonly documents: { readonly definitions: string };
}): React.ReactElement {
  const source = React.useMemo(() => editedSources(model.sources, new Store(shown)), [model, shown]);
  const board = useBoard(source, documents);
  const { content } = useStore(board.layout);
  const sections = content.status === 'tiles' ? content.sections : [];
  return <Board shown={arrangeSections(sections, '', undefined)} readings={board.readings} />;
}

const List = styled('ul')`
  display: grid;
  gap: 0.5rem;
  justify-items: start;
  max-height: 14rem;
  overflow-y: auto;
  margin: 0 0 1rem;
  padding: 0;
  list-style: none;
`;
