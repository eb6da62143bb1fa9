import type { Loaded } from '../../../model/metric/Loaded';
import type { DashboardSources, NamedDocument } from '../../../sources/DashboardSources';
import { isRecord } from '../../../model/metric/fieldChecks';
import { boardsName } from '../../../model/board/boardDocument';
import type { BoardDocuments, SavedDocument } from '../../../model/board/BoardDocuments';

/** Unique names of the documents, from the plugin's configuration. */
export interface DocumentNames {
  readonly definitions: string;
  readonly board: string;
}

/** The sources of what is saved of a board. */
export type SourcesOfBoard = Pick<
  DashboardSources,
  'definitions' | 'furtherDefinitions' | 'boardSettings' | 'boards' | 'boardDocument'
>;

/**
 * The documents that a dashboard shows at this moment: what an editing session begins with, or is rebased on.
 * @returns undefined while one of them is loading or could not be read, and where one holds no object
 */
export function documentsIn(sources: SourcesOfBoard, names: DocumentNames): BoardDocuments | undefined {
  const [first, settings] = [sources.definitions.get(), sources.boardSettings.get()];
  const definitions = [{ name: names.definitions, state: first }, ...sources.furtherDefinitions.get()].map(
    savedIn,
  );
  // Board settings and boards are not looked for before there are definitions.
  const isNew = first.status === 'missing' && settings.status === 'loading';
  const missing = (name: string): SavedDocument => ({ name, value: undefined });
  const board = isNew ? missing(names.board) : savedIn({ name: names.board, state: settings });
  if (!board || !definitions.every(isKnown)) return undefined;
  const list = boardsName(names.board);
  const index = isNew ? missing(list) : savedIn({ name: list, state: sources.boards.get() });
  const shown = sources.boardDocument.get();
  const layout = shown && savedIn(shown);
  if (!index || (shown && !layout)) return undefined;
  return { definitions, board, ...(index.value && { index }), ...(layout && { layout }) };
}

const isKnown = (document: SavedDocument | undefined): document is SavedDocument => document !== undefined;

function savedIn({ name, state }: NamedDocument): SavedDocument | undefined {
  if (state.status === 'missing') return { name, value: undefined };
  return state.status === 'ready' && isRecord(state.value) ? { name, value: state.value } : undefined;
}

export const stateOf = (document: SavedDocument | undefined): Loaded<unknown> =>
  document?.value === undefined ? { status: 'missing' } : { status: 'ready', value: document.value };
