import { withEntryAt } from '../../../model/board/changeBoard';
import { storedAudience } from '../../../model/board/audience';
import { replaceField, type BoardDocuments, type SavedDocument } from '../../../model/board/BoardDocuments';
import type { WantedTurn } from '../../../model/board/playlist';
import { parseBoard } from '../../../model/board/parseBoard';
import {
  boardDocumentsIn,
  boardEntry,
  showing,
  withBoardEntry,
  withBoardMoved,
  withOthers,
} from '../../../model/board/severalBoards';
import { toDocuments } from '../../../model/board/toDocuments';
import { boardDocumentName } from '../../../persistence/boardNames';
import { sameJson } from '../../../persistence/sameJson';
import type { EditingCommand } from './EditingCommand';
import { copyOf, documentsOf, type WorkingCopy } from './EditingSession';

export type CommandOnBoards = Extract<
  EditingCommand,
  {
    type:
      | 'add-board'
      | 'rename-board'
      | 'move-board'
      | 'delete-board'
      | 'restore-board'
      | 'set-audience'
      | 'set-playlist';
  }
>;

/** The working copy after a command about the boards of an installation; the same one where nothing changes by it. */
export function editBoards(copy: WorkingCopy, command: CommandOnBoards): WorkingCopy {
  const before = documentsOf(copy);
  const documents = command.type === 'add-board' ? withNewBoard(copy, command) : listedAs(before, command);
  return sameJson(documents, before) ? copy : copyOf(documents);
}

function listedAs(
  documents: BoardDocuments,
  command: Exclude<CommandOnBoards, { type: 'add-board' }>,
): BoardDocuments {
  if (command.type === 'set-playlist') return withPlaylist(documents, command.turns);
  const { id } = command;
  const entry = boardEntry(documents, id);
  if (!entry) return documents;
  switch (command.type) {
    case 'move-board':
      return withBoardMoved(documents, id, command.before);
    case 'rename-board':
      return withBoardEntry(documents, id, { ...entry, title: command.title });
    case 'delete-board':
      return withBoardEntry(documents, id, { ...entry, deletedAt: command.at });
    case 'set-audience':
      return withBoardEntry(documents, id, replaceField(entry, 'for', storedAudience(command.audience)));
    case 'restore-board': {
      const { deletedAt: _deletedAt, ...kept } = entry;
      return withBoardEntry(documents, id, kept);
    }
  }
}

function withPlaylist(documents: BoardDocuments, turns: readonly WantedTurn[]): BoardDocuments {
  const { index } = documents;
  if (!index?.value) return documents;
  const playlist = turns.length === 0 ? undefined : turns;
  return { ...documents, index: { ...index, value: replaceField(index.value, 'playlist', playlist) } };
}

function withNewBoard(
  { current, origin }: WorkingCopy,
  { id, title, firstTitle, document, metrics = {} }: CommandOnBoards & { type: 'add-board' },
): BoardDocuments {
  const own = current.own ? current : { ...current, own: { kept: {} } };
  const put = Object.entries(metrics)
    .filter(([key]) => !own.metrics.has(key))
    .reduce((board, [key, metric]) => withEntryAt(board, key, { metric }), own);
  const before = toDocuments(put, origin);
  const name = boardDocumentName(before.board.name, id);
  const layout: SavedDocument = { name, value: document };
  const named = boardEntry(before, current.id);
  const listed =
    named && named.title === undefined
      ? withBoardEntry(before, current.id, { ...named, title: firstTitle })
      : before;
  return withBoardEntry(withOthers({ ...listed, layout }, boardDocumentsIn(before)), id, { id, title });
}

/** The working copy with another of its boards shown. */
export function withBoardShown(copy: WorkingCopy, name: string): WorkingCopy {
  const documents = documentsOf(copy);
  if (documents.layout?.name === name) return copy;
  return { current: parseBoard(showing(documents, name)), origin: showing(documents, name) };
}
