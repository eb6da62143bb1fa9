import { mostFurtherDocuments, mostBytes, mostVersions } from '../../../schema/defaults';
import type { DefinitionVersion } from '../../../schema/definitionVersions';
import { namedDocuments } from '../../../model/board/namedDocuments';
import { timeIn } from '../../../model/time/timeIn';
import { bytesOf } from '../../../persistence/bytesOf';
import type { DocumentService, JsonObject } from '../../../persistence/DocumentService';
import { areSeveral, boardDocumentsIn, withOthers } from '../../../model/board/severalBoards';
import { boardDocumentName, boardsIn, boardsName, shownBoardName } from '../../../persistence/boardNames';
import { sameJson } from '../../../persistence/sameJson';
import type { BoardHistory, DocumentChange, SavedDocuments } from '../../../persistence/saveDocuments';
import { copyAt, copyName, indexName, notThere, versionsIn } from '../../../persistence/versionIndex';
import { allDocuments, valueOf, type BoardDocuments } from '../../../model/board/BoardDocuments';
import type { DocumentNames } from '../draft/documentsIn';
import { cancelled } from './cancelled';
import type {
  DefinitionStore,
  ReadDocumentsOutcome,
  ReadVersionOutcome,
  SaveOutcome,
  StoreFailure,
  VersionsOutcome,
} from './DefinitionStore';
import { failureOf } from './failureOf';
import { inSafeOrder } from './inSafeOrder';

export interface DefinitionStoreParts {
  readonly names: DocumentNames;
  /** Where the documents are read; undefined while there is no connection. */
  readonly service: () => DocumentService | undefined;
  /** Writes what has changed, in this order. */
  readonly write: (
    service: DocumentService,
    changes: readonly DocumentChange[],
    histories: readonly BoardHistory[],
  ) => Promise<SavedDocuments>;
  /** Called after something was saved. */
  readonly onSaved?: () => void;
}

/** What all stores have in common: all of it but the way in which documents are written. */
export function createDefinitionStore({
  names,
  service,
  write,
  onSaved,
}: DefinitionStoreParts): DefinitionStore {
  /** Does something while connected; whatever goes wrong is an outcome. */
  async function attempt<Outcome>(
    act: (connected: DocumentService) => Promise<Outcome>,
  ): Promise<Outcome | StoreFailure> {
    const connected = service();
    if (!connected)
      return { status: 'failed', reason: 'offline', problem: 'There is no connection to Twilio Sync.' };
    try {
      return await act(connected);
    } catch (error: unknown) {
      return failureOf(error);
    }
  }

  return {
    save: (base, current, cancel) =>
      attempt(async (connected): Promise<SaveOutcome> => {
        const changes = changesBetween(base, current);
        if (changes.length === 0) return { status: 'saved' };
        const tooLarge = changes.find(({ value }) => bytesOf(value) > mostBytes);
        if (tooLarge) {
          const problem = `The document ${tooLarge.document} would have ${bytesOf(tooLarge.value)} bytes; Sync takes ${mostBytes}.`;
          return { status: 'failed', reason: 'too-large', problem };
        }
        if (cancel?.aborted) return cancelled;
        const outcome = await write(
          cancel ? untilCancelled(connected, cancel) : connected,
          inSafeOrder(base, changes, names),
          historiesOf(current),
        );
        onSaved?.();
        if (outcome.status === 'saved') return outcome;
        return { status: 'conflict', documents: await readBoard(connected, names, current, outcome.found) };
      }),

    versions: (board) =>
      attempt(async (connected): Promise<VersionsOutcome> => {
        const lists = await readLists(connected, names, board);
        const versions = lists.flat().map(({ id, saved_at: savedAt, saved_by: savedBy }) => ({
          id,
          savedAt: timeIn(savedAt),
          savedBy: savedBy === undefined ? undefined : decodeIdentity(savedBy),
        }));
        return { status: 'read', versions: versions.slice(0, mostVersions) };
      }),

    readVersion: (id, board) => attempt((connected) => readVersion(connected, names, id, board)),

    readDocuments: (wanted) =>
      attempt(async (connected): Promise<ReadDocumentsOutcome> => {
        const read = async (name: string) => ({ name, value: (await connected.read(name))?.value });
        return { status: 'read', documents: await Promise.all(wanted.map(read)) };
      }),
  };
}

/** A service that refuses to write once somebody has cancelled. */
const untilCancelled = (service: DocumentService, cancel: AbortSignal): DocumentService => ({
  read: (name) => service.read(name),
  async write(name, value, replaced) {
    if (cancel.aborted) throw new Error(cancelled.problem);
    return service.write(name, value, replaced);
  },
  remove: (name) => service.remove(name),
});

const changesBetween = (base: BoardDocuments, current: BoardDocuments): readonly DocumentChange[] =>
  allDocuments(current).flatMap(({ name, value }) => {
    const before = valueOf(base, name);
    return value === undefined || sameJson(before, value) ? [] : [{ document: name, base: before, value }];
  });

/** All documents of a board as they are now, also those that only the session names. */
async function readBoard(
  service: DocumentService,
  names: DocumentNames,
  session: BoardDocuments,
  found: Readonly<Record<string, JsonObject | undefined>>,
): Promise<BoardDocuments> {
  const read = async (name: string) => ({
    name,
    value: name in found ? found[name] : (await service.read(name))?.value,
  });
  const [board, index] = await Promise.all([read(names.board), read(boardsName(names.board))]);
  // One that a save left behind is listed by nobody, and will be by this one.
  const shown = session.layout?.name ?? shownBoardName(index.value, names.board);
  const layout = shown === undefined ? undefined : await read(shown);
  const others = await Promise.all((session.others ?? []).map(({ name }) => read(name)));
  const further = [
    ...new Set([
      ...[layout, ...others].flatMap((one) => furtherNames(board.value, names, one?.value)),
      ...session.definitions.slice(1).map(({ name }) => name),
    ]),
  ];
  const named = [names.definitions, ...further.slice(0, mostFurtherDocuments)];
  const definitions = await Promise.all(named.map(read));
  const now = { definitions, board, ...(index.value && { index }), ...(layout && { layout }) };
  return withOthers(now, others);
}

const furtherNames = (
  board: JsonObject | undefined,
  names: DocumentNames,
  layout: JsonObject | undefined,
): readonly string[] => namedDocuments(board, [names.definitions, names.board], layout);

/** Of several boards, those that a session works on have versions of their own. */
function historiesOf(documents: BoardDocuments): readonly BoardHistory[] {
  if (!areSeveral(documents)) return [];
  const definitions = documents.definitions.map(({ name }) => name);
  return boardDocumentsIn(documents).map(({ name }) => ({ board: name, definitions }));
}

/** The versions of a board, and after them those that were kept before it had any of its own. */
async function readLists(
  service: DocumentService,
  { definitions }: DocumentNames,
  board: string | undefined,
): Promise<readonly (readonly DefinitionVersion[])[]> {
  const lists = [...(board === undefined ? [] : [board]), definitions].map(async (name) =>
    versionsIn((await service.read(indexName(name)))?.value),
  );
  return Promise.all(lists);
}

/** A document that was never saved by an editor is as it is now. */
async function readVersion(
  service: DocumentService,
  names: DocumentNames,
  id: string,
  wanted: string | undefined,
): Promise<ReadVersionOutcome> {
  const isWanted = (version: DefinitionVersion): boolean => version.id === id;
  const versions = (await readLists(service, names, wanted)).find((list) => list.some(isWanted));
  if (!versions) return { status: 'gone' };
  const index = versions.findIndex(isWanted);
  let isGone = false;
  const readThen = async (name: string) => {
    const copy = copyAt(versions, index, name);
    if (copy === notThere) return { name, value: undefined };
    const read = await service.read(copy === undefined ? name : copyName(name, copy));
    isGone = isGone || (copy !== undefined && read === undefined);
    return { name, value: read?.value };
  };
  const [board, boards] = await Promise.all([readThen(names.board), readThen(boardsName(names.board))]);
  const isListed = boardsIn(boards.value).some(
    ({ id: one }) => boardDocumentName(names.board, one) === wanted,
  );
  const shown =
    wanted === undefined || isListed ? (wanted ?? shownBoardName(boards.value, names.board)) : undefined;
  const layout = shown === undefined ? undefined : await readThen(shown);
  const definitions = await Promise.all(
    [names.definitions, ...furtherNames(board.value, names, layout?.value)].map(readThen),
  );
  const documents = {
    definitions,
    board,
    ...(boards.value && { index: boards }),
    ...(layout && { layout }),
  };
  return isGone ? { status: 'gone' } : { status: 'read', documents };
}

/** Twilio writes `ann_40example_2Ecom` for `ann@example.com`. */
const decodeIdentity = (identity: string): string => {
  try {
    return decodeURIComponent(identity.replace(/_([0-9A-F]{2})/g, '%$1'));
  } catch {
    return identity;
  }
};
