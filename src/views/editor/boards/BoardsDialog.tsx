import * as React from 'react';
import type { BoardModel } from '../../board/BoardModel';
import { useStore } from '../../board/useStore';
import { styled, themeGet } from '../../../paste/styling';
import { documentSizes } from '../../../model/board/documentSizes';
import type { BoardDocuments } from '../../../model/board/BoardDocuments';
import { boardTitle } from '../../../model/board/severalBoards';
import { boardsIn } from '../../../persistence/boardNames';
import { useStrings } from '../../../strings/StringsContext';
import { Button } from '../../../ui/Button';
import { EditorDialog } from '../dialog/EditorDialog';
import { Fields } from '../dialog/Fields';
import type { EditingModel } from '../editing/EditingModel';
import { documentsOf } from '../draft/EditingSession';
import { BoardAudience } from './BoardAudience';
import { BoardRows } from './BoardRows';
import { DeletedBoards } from './DeletedBoards';
import { NewBoard } from './NewBoard';
import { Playlist } from './Playlist';

export interface BoardsDialogProps {
  readonly model: EditingModel;
  readonly board: BoardModel;
  /** What the board that is shown is called. */
  readonly title: string;
  /** Somebody wants to work on another board. */
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** All boards of the installation: makes new ones, and names, orders and deletes them. Each is a change that can be undone. */
export function BoardsDialog({
  model,
  board,
  title,
  onOpen,
  onClose,
}: BoardsDialogProps): React.ReactElement {
  const { text } = useStrings();
  const { session } = useStore(model.state);
  const documents = documentsOf(session);
  const boards = boardsIn(documents.index?.value).filter(({ deletedAt }) => deletedAt === undefined);
  const [asked, setAsked] = React.useState<string>();
  const last = boards.length - 1;
  const rename = (id: string, wanted: string): void => {
    if (wanted.trim() !== '') model.do({ type: 'rename-board', id, title: wanted.trim() });
  };
  return (
    <EditorDialog title={text('BoardList')} onClose={onClose}>
      <NewBoard model={model} board={board} title={title} onDone={onClose} />
      {boards.length > 0 ? (
        <>
          <h3>{text('BoardsAll')}</h3>
          <List aria-label={text('BoardsAll')}>
            {boards.map(({ id }, index) => {
              const isShown = id === session.current.id;
              const named = boardTitle(documents, id);
              // A board without a title of its own is called as its heading says, not by its id.
              const label = isShown && named === id ? title : named;
              const move = (before: string | undefined): void => model.do({ type: 'move-board', id, before });
              return (
                <li key={id} data-board={id}>
                  <Fields>
                    <input
                      key={label}
                      dir="auto"
                      aria-label={text('BoardsName', { label })}
                      defaultValue={label}
                      onBlur={({ target }) => target.value !== label && rename(id, target.value)}
                      onKeyDown={({ key, currentTarget }) => {
                        if (key === 'Enter') rename(id, currentTarget.value);
                      }}
                    />
                  </Fields>
                  <BoardAudience model={model} id={id} label={label} />
                  {asked === id ? (
                    <div role="alertdialog" aria-label={text('BoardsDeleteTitle', { label })}>
                      <p>{text('BoardsDeleteCause', { label })}</p>
                      <Button
                        type="button"
                        onClick={() => {
                          setAsked(undefined);
                          model.do({ type: 'delete-board', id, at: new Date().toISOString() });
                        }}
                      >
                        {text('BoardsDeleteYes')}
                      </Button>
                      <Button type="button" autoFocus onClick={() => setAsked(undefined)}>
                        {text('BoardsKeep')}
                      </Button>
                    </div>
                  ) : (
                    <div>
                      <Button
                        type="button"
                        aria-label={
                          isShown ? `${text('BoardsShown')} · ${label}` : text('BoardsOpen', { label })
                        }
                        aria-disabled={isShown}
                        onClick={() => (isShown ? undefined : onOpen(id))}
                      >
                        {text(isShown ? 'BoardsShown' : 'BoardsOpenShort')}
                      </Button>
                      <Button
                        type="button"
                        aria-label={text('BoardsUp', { label })}
                        aria-disabled={index === 0}
                        onClick={() => (index > 0 ? move(boards[index - 1]?.id) : undefined)}
                      >
                        ↑
                      </Button>
                      <Button
                        type="button"
                        aria-label={text('BoardsDown', { label })}
                        aria-disabled={index === last}
                        onClick={() => (index < last ? move(boards[index + 2]?.id) : undefined)}
                      >
                        ↓
                      </Button>
                      <Button
                        type="button"
                        aria-label={text('BoardsDelete', { label })}
                        aria-disabled={last === 0}
                        title={last === 0 ? text('BoardsOnly') : undefined}
                        onClick={() => (last > 0 ? setAsked(id) : undefined)}
                      >
                        {text('EditDelete')}
                      </Button>
                    </div>
                  )}
                </li>
              );
            })}
          </List>
        </>
      ) : null}
      <Playlist model={model} />
      <RoomLeft documents={documents} />
      <DeletedBoards model={model} />
    </EditorDialog>
  );
}

/** Bytes of an entry of the list, and of a tile, as most are. */
const usualBytes = { board: 60, tile: 80 } as const;
/** More room than for so many is not worth saying. */
const worthSaying = 20;

/** Says how many more boards and tiles fit, before Sync's limit is met. */
function RoomLeft({ documents }: { readonly documents: BoardDocuments }): React.ReactElement | null {
  const { text } = useStrings();
  const roomIn = (name: string | undefined, each: number): number => {
    const size = documentSizes(documents).find((document) => document.name === name);
    return size ? Math.max(0, Math.floor(size.bytesLeft / each)) : worthSaying;
  };
  const boards = roomIn(documents.index?.name, usualBytes.board);
  const tiles = roomIn(documents.layout?.name, usualBytes.tile);
  if (boards >= worthSaying && tiles >= worthSaying) return null;
  return (
    <p data-room-left="">
      {boards < worthSaying ? `${text('BoardsRoom', { count: boards })} ` : ''}
      {tiles < worthSaying ? text('BoardsRoomTiles', { count: tiles }) : ''}
    </p>
  );
}

const List = styled(BoardRows)`
  li {
    padding-bottom: 0.5rem;
    border-bottom: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
  }
  li > :first-of-type {
    flex: 1 1 12rem;
  }
  li > details {
    flex: 0 0 100%;
    order: 1;
  }
  li > [role='alertdialog'],
  li > :not(:first-of-type, details) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  p {
    margin: 0;
  }
`;
