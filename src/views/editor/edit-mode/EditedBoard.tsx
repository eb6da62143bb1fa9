import * as React from 'react';
import { BoardSwitcher } from '../../desk/BoardSwitcher';
import { boardTitle } from '../../../model/board/severalBoards';
import { boardIdsIn } from '../../../persistence/boardNames';
import { Button } from '../../../ui/Button';
import { BoardsDialog } from '../boards/BoardsDialog';
import { EditBar } from './EditBar';
import { BoardChoices } from '../../desk/BoardChoices';
import { BoardPage } from '../../desk/BoardPage';
import { DialogBoundary } from '../../../ui/DialogBoundary';
import { ErrorBoundary } from '../../../ui/ErrorBoundary';
import { useBoard } from '../../board/useBoard';
import { useStore } from '../../board/useStore';
import { useStrings } from '../../../strings/StringsContext';
import { ExportDialog } from '../import-export/ExportDialog';
import { BesideBoard } from '../tile-editor/PanelLayout';
import { TilePanel, type TilePanelHandle } from '../tile-editor/TilePanel';
import { useChosenTile } from '../tile-editor/useChosenTile';
import { AddTile } from './AddTile';
import type { InsertionPoint } from './InsertionPoint';
import { ConflictDialog } from './ConflictDialog';
import { DraftOffer } from './DraftOffer';
import { EditAnnouncer } from './EditAnnouncer';
import type { EditingModel } from '../editing/EditingModel';
import { EditToolbar } from './EditToolbar';
import { ImportTiles } from './ImportTiles';
import { DiscardDialog } from '../dialog/DiscardDialog';
import { ChangeList } from './ChangeList';
import { PasteProblem } from './PasteProblem';
import { removeTile } from './removeTile';
import { SaveDialog } from './SaveDialog';
import { SavedMeanwhile } from './SavedMeanwhile';
import { saveProblems, type SaveProblem } from './saveProblems';
import { SectionsInEditing } from './SectionsInEditing';
import { goBackToTile, goToTile } from './tileElements';
import { isEditable, TileWithoutMetric } from './TileWithoutMetric';
import { TitleDialog } from './TitleDialog';
import { useEditingKeys } from './useEditingKeys';
import { useTileClipboard } from './useTileClipboard';
import { VariablesDialog } from './VariablesDialog';
import { VersionsDialog } from './VersionsDialog';
import { isChanged } from '../draft/changesOf';
import { documentsOf } from '../draft/EditingSession';

export interface EditedBoardProps {
  readonly model: EditingModel;
  readonly documents: { readonly data: string; readonly definitions: string };
  /** Whether to begin with the list of boards. */
  readonly isManaging: boolean;
  /** Shows another board after editing, which is saved here. */
  readonly onBoard: (id: string) => void;
  /** Somebody wants to edit another board, and nothing of this one is to be kept. */
  readonly onChange: (id: string) => void;
  readonly onLeave: () => void;
}

type OpenDialog =
  | { readonly kind: 'without-metric'; readonly key: string }
  | { readonly kind: 'switch'; readonly id: string; readonly title: string }
  | {
      readonly kind:
        'add' | 'title' | 'boards' | 'variables' | 'leave' | 'versions' | 'conflicts' | 'import' | 'export';
    }
  | { readonly kind: 'problems'; readonly problems: readonly SaveProblem[] };

interface OpenTile {
  readonly key: string;
  /** How many steps there were before it was made, where cancelling takes it away again. */
  readonly begun?: number | undefined;
}

/** A board in edit mode: its tools, its tiles, the panel of the tile that is open, and the dialog that is open over all of it. */
export function EditedBoard({
  model,
  documents,
  isManaging,
  onBoard,
  onChange,
  onLeave,
}: EditedBoardProps): React.ReactElement {
  const { text } = useStrings();
  const board = useBoard(model.sources, documents, model.live);
  const { title = text('Title'), boards, shown } = useStore(board.layout);
  const { connection } = useStore(board.status);
  const state = useStore(model.state);
  const [open, setOpen] = React.useState<OpenDialog | undefined>(isManaging ? { kind: 'boards' } : undefined);
  const close = React.useCallback(() => setOpen(undefined), []);
  const [spot] = React.useState<InsertionPoint>({});
  const [edited, setEdited] = React.useState<OpenTile>();
  const panel = React.useRef<TilePanelHandle>(null);
  const whole = React.useRef<HTMLDivElement>(null);
  useChosenTile(whole, edited?.key);
  const openTile = React.useCallback(
    (key: string, begun?: number) => {
      if (panel.current?.apply() === false) return;
      goToTile(spot, key);
      const canEdit = isEditable(model.session.current, key);
      setEdited(canEdit ? { key, begun } : undefined);
      setOpen(canEdit ? undefined : { kind: 'without-metric', key });
    },
    [model, spot],
  );
  const editedKey = edited?.key ?? '';
  const closePanel = React.useCallback(() => {
    goBackToTile(spot, editedKey);
    setEdited(undefined);
  }, [spot, editedKey]);
  const removeOpen = (key: string): void => {
    close();
    setEdited(undefined);
    removeTile(model, spot, key);
  };
  /** What concerns the whole board keeps what was done to the tile that is open. */
  const afterApplying = (act: () => void) => (): void => {
    if (panel.current?.apply() === false) return;
    setEdited(undefined);
    act();
  };
  useEditingKeys(model);
  const [pasteProblem, setPasteProblem] = React.useState<string>();
  useTileClipboard(model, spot, setPasteProblem);

  const save = async (): Promise<void> => {
    close();
    await model.save();
    const { base, current } = model.session;
    const { saved } = model.state.get();
    const isListed = boardIdsIn(base.index?.value).includes(current.id);
    if (saved?.status === 'saved' && isListed && current.id !== shownLive(model)) onBoard(current.id);
    if (model.session.conflicts.length > 0) setOpen({ kind: 'conflicts' });
  };
  const check = (): void => {
    const problems = saveProblems(model.session, board.moment());
    if (problems.length > 0) setOpen({ kind: 'problems', problems });
    else if (model.session.conflicts.length > 0) setOpen({ kind: 'conflicts' });
    else void save();
  };

  const openBoard = (id: string): void => {
    if (id === shown) return;
    if (model.holds(id)) {
      close();
      model.show(id);
    } else if (isChanged(model.session))
      setOpen({ kind: 'switch', id, title: boardTitle(documentsOf(model.session), id) });
    else onChange(id);
  };
  const isDeleted = shown !== undefined && !boards.some(({ id }) => id === shown);

  return (
    <BesideBoard ref={whole} data-panel={edited && ''}>
      <BoardPage
        title={text('EditTitle', { title })}
        heading={
          boards.length > 1 ? (
            <BoardSwitcher
              title={text('EditTitle', { title })}
              boards={boards}
              shown={shown}
              onChoose={(id) => afterApplying(() => openBoard(id))()}
            />
          ) : undefined
        }
        status={board.status}
        dataDocument={documents.data}
        choices={<BoardChoices board={board} />}
      >
        <ErrorBoundary resetOn={state}>
          <EditToolbar
            state={state}
            isConnected={connection === 'connected'}
            model={model}
            onAdd={afterApplying(() => setOpen({ kind: 'add' }))}
            onTitle={afterApplying(() => setOpen({ kind: 'title' }))}
            onBoards={afterApplying(() => setOpen({ kind: 'boards' }))}
            onVariables={afterApplying(() => setOpen({ kind: 'variables' }))}
            onVersions={afterApplying(() => setOpen({ kind: 'versions' }))}
            onImport={afterApplying(() => setOpen({ kind: 'import' }))}
            onExport={afterApplying(() => setOpen({ kind: 'export' }))}
            onSave={afterApplying(check)}
            onLeave={afterApplying(() => (isChanged(model.session) ? setOpen({ kind: 'leave' }) : onLeave()))}
          />
        </ErrorBoundary>
        <ErrorBoundary>
          <SectionsInEditing model={model} board={board} spot={spot} onOpen={openTile} />
        </ErrorBoundary>
        <ErrorBoundary resetOn={state}>
          {isDeleted ? (
            <EditBar role="status" data-board-deleted="">
              <p>{text('BoardsDeletedHere')}</p>
              <Button type="button" onClick={() => model.do({ type: 'restore-board', id: shown })}>
                {text('BoardsRestore', { label: title })}
              </Button>
            </EditBar>
          ) : null}
          <PasteProblem problem={pasteProblem} onHide={() => setPasteProblem(undefined)} />
          <DraftOffer model={model} />
          <EditAnnouncer model={model} />
          <SavedMeanwhile model={model} state={state} onConflicts={() => setOpen({ kind: 'conflicts' })} />
        </ErrorBoundary>
        <DialogBoundary key={open?.kind} onClose={close}>
          {open?.kind === 'without-metric' ? (
            <TileWithoutMetric
              board={state.session.current}
              tile={open.key}
              onRemove={removeOpen}
              onClose={close}
            />
          ) : null}
          {open?.kind === 'add' ? (
            <AddTile model={model} board={board} spot={spot} onFill={openTile} onClose={close} />
          ) : null}
          {open?.kind === 'title' ? <TitleDialog model={model} title={title} onClose={close} /> : null}
          {open?.kind === 'boards' ? (
            <BoardsDialog model={model} board={board} title={title} onOpen={openBoard} onClose={close} />
          ) : null}
          {open?.kind === 'switch' ? (
            <DiscardDialog
              title={text('BoardsSwitchTitle', { label: open.title })}
              onDiscard={() => onChange(open.id)}
              onClose={close}
            >
              <p>{text('BoardsSwitchCause')}</p>
              <ChangeList session={state.session} />
            </DiscardDialog>
          ) : null}
          {open?.kind === 'variables' ? (
            <VariablesDialog model={model} data={board.moment().data} onClose={close} />
          ) : null}
          {open?.kind === 'leave' ? (
            <DiscardDialog title={text('EditDiscardTitle')} onDiscard={onLeave} onClose={close}>
              <p>{text('EditDiscardCause')}</p>
              <ChangeList session={state.session} />
            </DiscardDialog>
          ) : null}
          {open?.kind === 'problems' ? (
            <SaveDialog problems={open.problems} onSave={() => void save()} onClose={close} />
          ) : null}
          {open?.kind === 'conflicts' ? (
            <ConflictDialog
              model={model}
              conflicts={state.session.conflicts}
              onSave={check}
              onClose={close}
            />
          ) : null}
          {open?.kind === 'import' ? (
            <ImportTiles model={model} board={board} title={title} onClose={close} />
          ) : null}
          {open?.kind === 'export' ? (
            <ExportDialog documents={documentsOf(state.session)} onClose={close} />
          ) : null}
          {open?.kind === 'versions' ? (
            <VersionsDialog model={model} documents={documents} onClose={close} />
          ) : null}
        </DialogBoundary>
      </BoardPage>
      {edited ? (
        <DialogBoundary key={edited.key} onClose={closePanel}>
          <TilePanel
            ref={panel}
            model={model}
            board={board}
            tile={edited.key}
            begun={edited.begun}
            onOpen={openTile}
            onRemove={removeOpen}
            onClose={closePanel}
          />
        </DialogBoundary>
      ) : null}
    </BesideBoard>
  );
}

/** Id of the board that is shown where nobody edits. */
const shownLive = ({ live }: EditingModel): string | undefined => live.boardDocument.get()?.name.slice(-8);
