import type { DashboardSnapshot, DocumentState, NamedDocument } from '../../dashboard-source/DashboardSource';
import { isRecord } from '../../metric/fieldChecks';
import { boardsName, shownBoardName } from '../../model/board/boardDocument';
import type { BoardDocuments, SavedDocument } from '../../model/board/BoardDocuments';

/** Unique names of the documents, from the plugin's configuration. */
export interface DocumentNames {
  readonly definitions: string;
  readonly board: string;
}

/**
 * The documents that a dashboard shows at this moment: what an editing session begins with, or is rebased on.
 * @returns undefined while one of them is loading or could not be read, and where one holds no object
 */
export function documentsIn(snapshot: DashboardSnapshot, names: DocumentNames): BoardDocuments | undefined {
  const definitions = [
    { name: names.definitions, state: snapshot.definitions },
    ...snapshot.furtherDefinitions,
  ].map(savedIn);
  // Board settings and boards are not looked for before there are definitions.
  const isNew = snapshot.definitions.status === 'missing' && snapshot.board.status === 'loading';
  const board = isNew
    ? { name: names.board, value: undefined }
    : savedIn({ name: names.board, state: snapshot.board });
  if (!board || !definitions.every(isKnown)) return undefined;
  const index = isNew
    ? { name: boardsName(names.board), value: undefined }
    : savedIn({ name: boardsName(names.board), state: snapshot.boards });
  const layout = snapshot.boardDocument && savedIn(snapshot.boardDocument);
  if (!index || (snapshot.boardDocument && !layout)) return undefined;
  return { definitions, board, ...(index.value && { index }), ...(layout && { layout }) };
}

const isKnown = (document: SavedDocument | undefined): document is SavedDocument => document !== undefined;

function savedIn({ name, state }: NamedDocument): SavedDocument | undefined {
  if (state.status === 'missing') return { name, value: undefined };
  return state.status === 'present' && isRecord(state.value) ? { name, value: state.value } : undefined;
}

/** The snapshot of a dashboard that shows these documents in place of the saved ones, with everything else as it is. */
export function showDocuments(snapshot: DashboardSnapshot, documents: BoardDocuments): DashboardSnapshot {
  const [first, ...further] = documents.definitions;
  const { board, index, layout } = documents;
  const isShown = layout !== undefined && shownBoardName(index?.value, board.name) === layout.name;
  return {
    ...snapshot,
    definitions: stateOf(first),
    furtherDefinitions: further.map((document) => ({ name: document.name, state: stateOf(document) })),
    board: stateOf(board),
    boards: stateOf(index),
    boardDocument: isShown ? { name: layout.name, state: stateOf(layout) } : undefined,
  };
}

const stateOf = (document: SavedDocument | undefined): DocumentState =>
  document?.value === undefined ? { status: 'missing' } : { status: 'present', value: document.value };
