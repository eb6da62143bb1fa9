import { isName, isRecord } from '../../model/metric/fieldChecks';
import { valueOf, type Loaded } from '../../model/metric/Loaded';
import { parseBoardSettings, type ParsedBoardSettings } from '../../model/metric/parseBoardSettings';
import { boardsIn } from '../../model/board/boardDocument';
import { namedDocuments } from '../../model/board/namedDocuments';
import type { DashboardSources, NamedDocument } from '../../sources/DashboardSources';
import type { BoardChoice, BoardProblem } from './boardState';

/** What a board is made of, as far as it has come. */
export interface DocumentsOfBoard {
  readonly definitions: Loaded<unknown>;
  readonly furtherDefinitions: readonly NamedDocument[];
  readonly boardSettings: Loaded<unknown>;
  readonly boards: Loaded<unknown>;
  readonly boardDocument: NamedDocument | undefined;
  readonly wantedBoard: string | undefined;
}

export const documentsOf = (sources: DashboardSources): DocumentsOfBoard => ({
  definitions: sources.definitions.get(),
  furtherDefinitions: sources.furtherDefinitions.get(),
  boardSettings: sources.boardSettings.get(),
  boards: sources.boards.get(),
  boardDocument: sources.boardDocument.get(),
  wantedBoard: sources.wantedBoard.get(),
});

export const settingsIn = (settings: Loaded<unknown>): ParsedBoardSettings =>
  parseBoardSettings(valueOf(settings));

/** Whether the board may be another one when more has come. */
export const isLoading = ({ boardSettings, boards, boardDocument }: DocumentsOfBoard): boolean =>
  [boardSettings, boards, boardDocument?.state].some((state) => state?.status === 'loading');

/** Whether the document of the board that is to be shown, or one of metrics that it needs, has yet to come. */
export function isSwitching({ boardDocument, furtherDefinitions }: DocumentsOfBoard): boolean {
  if (boardDocument?.state.status === 'loading') return true;
  const layout = boardDocument && valueOf(boardDocument.state);
  return namedDocuments(undefined, [], layout).some(
    (name) => furtherDefinitions.find((document) => document.name === name)?.state.status === 'loading',
  );
}

/** The boards that can be shown, and which one is. */
export function boardsOf({ boards, boardDocument }: DocumentsOfBoard): {
  readonly boards: readonly BoardChoice[];
  readonly shown?: string | undefined;
  readonly title?: string | undefined;
} {
  const listed = boardsIn(valueOf(boards));
  const layout = boardDocument && valueOf(boardDocument.state);
  const found = listed.find(({ id }) => boardDocument?.name.endsWith(`-${id}`));
  const own = isRecord(layout) && isName(layout.title) ? layout.title.trim() : undefined;
  const choices = listed
    .filter(({ deletedAt }) => deletedAt === undefined)
    .map(({ id, title }) => ({ id, title: title ?? (id === found?.id ? own : undefined) ?? id }));
  return { boards: choices, shown: found?.id, title: found?.title ?? own };
}

/** Whether a board that is asked for is not there: somebody deleted it, or a link has a name that no board has. */
export function goneIn({ boards }: DocumentsOfBoard, wanted: string | undefined): readonly BoardProblem[] {
  const listed = boardsIn(valueOf(boards));
  if (wanted === undefined || boards.status === 'loading' || boards.status === 'failed') return [];
  const found = listed.find(({ id }) => id === wanted);
  if (found && found.deletedAt === undefined) return [];
  return [{ kind: 'board-gone', title: found?.title ?? wanted, isDeleted: found !== undefined }];
}

/** What the board's own document says; undefined where it has none, or none that can be used. */
export function boardDocumentIn({
  boardDocument,
}: DocumentsOfBoard): Readonly<Record<string, unknown>> | undefined {
  const value = boardDocument && valueOf(boardDocument.state);
  return isRecord(value) ? value : undefined;
}

/** Why all metrics are shown by their sections, where a list of boards names another board, or cannot be read. */
export function problemsOfBoards({ boards, boardDocument }: DocumentsOfBoard): readonly BoardProblem[] {
  if (boards.status === 'failed') return [{ kind: 'boards-failed', problem: boards.problem }];
  if (!boardDocument) return [];
  const { name: document, state } = boardDocument;
  if (state.status === 'failed') return [{ kind: 'definitions-failed', document, problem: state.problem }];
  return state.status === 'missing' || (state.status === 'ready' && !isRecord(state.value))
    ? [{ kind: 'board-missing', document }]
    : [];
}
