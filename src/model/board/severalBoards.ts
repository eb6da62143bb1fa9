import { boardDocumentName, boardIdsIn, boardsIn, boardsName } from '../../persistence/boardNames';
import { isRecord } from '../metric/fieldChecks';
import type { BoardDocuments, JsonObject, SavedDocument } from './BoardDocuments';

/** The documents of boards among documents: that of the board that is shown first. */
export const boardDocumentsIn = ({ layout, others = [] }: BoardDocuments): readonly SavedDocument[] => [
  ...(layout ? [layout] : []),
  ...others,
];

/** The same documents with another board shown: one without a document is there, and has nothing in it. */
export function showing(documents: BoardDocuments, name: string | undefined): BoardDocuments {
  const { layout, others: _others, ...rest } = documents;
  if (name === undefined || layout?.name === name) return documents;
  const known = boardDocumentsIn(documents);
  const others = known.filter((document) => document.name !== name && document.value !== undefined);
  const shown = known.find((document) => document.name === name) ?? { name, value: undefined };
  return withOthers({ ...rest, layout: shown }, others);
}

/** Documents with all boards that others have, and the same one shown: so the two can be compared. */
export const alignedWith = (documents: BoardDocuments, others: BoardDocuments): BoardDocuments =>
  showing(completed(documents, others), others.layout?.name);

/** With the documents of boards that only other documents have: what is not known to be different is as it was. */
export function completed(documents: BoardDocuments, known: BoardDocuments): BoardDocuments {
  const here = new Set(boardDocumentsIn(documents).map(({ name }) => name));
  const missing = boardDocumentsIn(known).filter(({ name }) => !here.has(name));
  if (missing.length === 0) return documents;
  return withOthers(documents, [...(documents.others ?? []), ...missing]);
}

/** By name, so that two sets of the same documents are equal. */
export function withOthers(documents: BoardDocuments, others: readonly SavedDocument[]): BoardDocuments {
  const { others: _others, ...rest } = documents;
  const inOrder = [...others].sort((a, b) => (a.name < b.name ? -1 : 1));
  return others.length > 0 ? { ...rest, others: inOrder } : rest;
}

/** With an entry of the list of boards replaced, or taken away given undefined. */
export function withBoardEntry(
  documents: BoardDocuments,
  id: string,
  entry: JsonObject | undefined,
): BoardDocuments {
  const listed = entriesIn(documents.index?.value);
  const isListed = listed.some((other) => isEntryOf(other, id));
  const replaced = listed.flatMap((other) => (isEntryOf(other, id) ? (entry ?? []) : [other]));
  return withEntries(documents, isListed || !entry ? replaced : [...replaced, entry]);
}

/** The entry of a board, as the list has it. */
export const boardEntry = ({ index }: BoardDocuments, id: string): JsonObject | undefined =>
  entriesIn(index?.value).find((entry): entry is JsonObject => isEntryOf(entry, id));

/** With a board before another one, or after all of them. */
export function withBoardMoved(
  documents: BoardDocuments,
  id: string,
  before: string | undefined,
): BoardDocuments {
  const listed = entriesIn(documents.index?.value);
  const moved = listed.find((entry) => isEntryOf(entry, id));
  if (!moved || before === id) return documents;
  const rest = listed.filter((entry) => entry !== moved);
  const found = rest.findIndex((entry) => before !== undefined && isEntryOf(entry, before));
  const index = found < 0 ? rest.length : found;
  return withEntries(documents, [...rest.slice(0, index), moved, ...rest.slice(index)]);
}

/** How long a deleted board can be restored: milliseconds. */
export const keptFor = 30 * 24 * 3600 * 1000;

/** Without the boards that were deleted so long ago that they are not kept; their documents stay, and nobody names them. */
export function withoutOldBoards(documents: BoardDocuments, now: number): BoardDocuments {
  const old = boardsIn(documents.index?.value).filter(
    ({ deletedAt }) => deletedAt !== undefined && now - deletedAt > keptFor,
  );
  return old.reduce((result, { id }) => withBoardEntry(result, id, undefined), documents);
}

/** What a board is called: by the list, or else by its document, or else by its id. */
export function boardTitle(documents: BoardDocuments, id: string): string {
  const listed = boardsIn(documents.index?.value).find((board) => board.id === id)?.title;
  const name = boardDocumentName(documents.board.name, id);
  const own = boardDocumentsIn(documents).find((document) => document.name === name)?.value?.title;
  return listed ?? (typeof own === 'string' && own.trim() !== '' ? own.trim() : id);
}

/** Whether there is more than one board, deleted ones among them: what one does not show, another may. */
export const areSeveral = ({ index }: BoardDocuments): boolean => boardsIn(index?.value).length > 1;

/** How many boards are shown. */
export const countOfBoards = ({ index }: BoardDocuments): number => boardIdsIn(index?.value).length;

/** Eight characters a-z and 0-9 that no board has. */
export function newBoardId(
  { index }: Pick<BoardDocuments, 'index'>,
  random: () => number = Math.random,
): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  const id = Array.from({ length: 8 }, () => letters[Math.floor(random() * letters.length)]).join('');
  return boardsIn(index?.value).some((board) => board.id === id) ? newBoardId({ index }, random) : id;
}

const entriesIn = (index: JsonObject | undefined): readonly unknown[] =>
  Array.isArray(index?.boards) ? (index?.boards as readonly unknown[]) : [];

const isEntryOf = (entry: unknown, id: string): entry is JsonObject => isRecord(entry) && entry.id === id;

function withEntries(documents: BoardDocuments, boards: readonly unknown[]): BoardDocuments {
  const index = documents.index ?? { name: boardsName(documents.board.name), value: undefined };
  return { ...documents, index: { ...index, value: { ...index.value, boards } } };
}
