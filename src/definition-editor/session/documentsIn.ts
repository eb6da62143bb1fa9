import type { DashboardSnapshot, DocumentState, NamedDocument } from '../../dashboard-source/DashboardSource';
import { isRecord } from '../../metric/fieldChecks';
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
  // Board settings are not looked for before there are definitions.
  const isNew = snapshot.definitions.status === 'missing' && snapshot.board.status === 'loading';
  const board = isNew
    ? { name: names.board, value: undefined }
    : savedIn({ name: names.board, state: snapshot.board });
  return board && definitions.every(isKnown) ? { definitions, board } : undefined;
}

const isKnown = (document: SavedDocument | undefined): document is SavedDocument => document !== undefined;

function savedIn({ name, state }: NamedDocument): SavedDocument | undefined {
  if (state.status === 'missing') return { name, value: undefined };
  return state.status === 'present' && isRecord(state.value) ? { name, value: state.value } : undefined;
}

/** The snapshot of a dashboard that shows these documents in place of the saved ones, with everything else as it is. */
export function showDocuments(snapshot: DashboardSnapshot, documents: BoardDocuments): DashboardSnapshot {
  const [first, ...further] = documents.definitions;
  return {
    ...snapshot,
    definitions: stateOf(first),
    furtherDefinitions: further.map((document) => ({ name: document.name, state: stateOf(document) })),
    board: stateOf(documents.board),
  };
}

const stateOf = (document: SavedDocument | undefined): DocumentState =>
  document?.value === undefined ? { status: 'missing' } : { status: 'present', value: document.value };
