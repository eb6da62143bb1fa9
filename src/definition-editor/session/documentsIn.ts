import type { Loaded } from '../../metric/Loaded';
import type { DashboardSources, NamedDocument } from '../../sources/DashboardSources';
import { isRecord } from '../../metric/fieldChecks';
import type { BoardDocuments, SavedDocument } from '../../model/board/BoardDocuments';

/** Unique names of the documents, from the plugin's configuration. */
export interface DocumentNames {
  readonly definitions: string;
  readonly board: string;
}

/** The sources of what is saved of a board. */
export type SourcesOfBoard = Pick<DashboardSources, 'definitions' | 'furtherDefinitions' | 'boardSettings'>;

/**
 * The documents that a dashboard shows at this moment: what an editing session begins with, or is rebased on.
 * @returns undefined while one of them is loading or could not be read, and where one holds no object
 */
export function documentsIn(sources: SourcesOfBoard, names: DocumentNames): BoardDocuments | undefined {
  const [first, settings] = [sources.definitions.get(), sources.boardSettings.get()];
  const definitions = [{ name: names.definitions, state: first }, ...sources.furtherDefinitions.get()].map(
    savedIn,
  );
  // Board settings are not looked for before there are definitions.
  const isNew = first.status === 'missing' && settings.status === 'loading';
  const board = isNew
    ? { name: names.board, value: undefined }
    : savedIn({ name: names.board, state: settings });
  return board && definitions.every(isKnown) ? { definitions, board } : undefined;
}

const isKnown = (document: SavedDocument | undefined): document is SavedDocument => document !== undefined;

function savedIn({ name, state }: NamedDocument): SavedDocument | undefined {
  if (state.status === 'missing') return { name, value: undefined };
  return state.status === 'ready' && isRecord(state.value) ? { name, value: state.value } : undefined;
}

export const stateOf = (document: SavedDocument | undefined): Loaded<unknown> =>
  document?.value === undefined ? { status: 'missing' } : { status: 'ready', value: document.value };
