import { mostFurtherDocuments } from '../../src/schema/defaults';
import { isHistoryName } from '../../src/schema/history';
import type { DocumentService, JsonObject } from '../../src/persistence/DocumentService';
import {
  boardDocumentName,
  boardsIn,
  boardsName,
  isBoardDocumentName,
} from '../../src/persistence/boardNames';
import { isDocumentName, isFurtherDocumentName } from '../../src/persistence/documentNames';
import type { BoardHistory, DocumentChange } from '../../src/persistence/saveDocuments';
import { copyName, indexName } from '../../src/persistence/versionIndex';
import { CollectorError } from './CollectorError';
import type { Configuration } from './configuration';
import { isMetric } from './definitionChanges';

type Names = Pick<Configuration, 'dataDocument' | 'definitionsDocument' | 'boardDocument'>;

/** What is stored of the boards, as far as it says which documents belong to them. */
export interface StoredBoards {
  readonly settings: JsonObject | undefined;
  /** Documents of the boards that are listed. */
  readonly layouts: readonly (JsonObject | undefined)[];
}

/** More do not fit into the list of boards, whoever wrote it. */
const mostBoards = 400;

/** Reads the documents of the boards that are listed, where the changes are about a document that only these may name. */
export async function readStoredBoards(
  changes: readonly DocumentChange[],
  names: Names,
  settings: JsonObject | undefined,
  service: Pick<DocumentService, 'read'>,
): Promise<StoredBoards> {
  const { boardDocument } = names;
  const without: StoredBoards = { settings, layouts: [] };
  const asked = changes.flatMap(({ document, value }) => [
    document,
    ...(isBoardDocumentName(boardDocument, document) ? documentsIn(value) : []),
  ]);
  if (asked.every((name) => isOfBoard(name, names, without))) return without;
  const index = (await service.read(boardsName(boardDocument)))?.value;
  const boards = boardsIn(index).slice(0, mostBoards);
  const layouts = await Promise.all(
    boards.map(({ id }) => service.read(boardDocumentName(boardDocument, id))),
  );
  return { settings, layouts: layouts.map((layout) => layout?.value) };
}

/**
 * The documents that this board has: its definitions, its settings, the list of boards, their own documents, and the documents
 * of definitions that settings and boards name. What these name must not be dashboard data, nor versions, whoever wrote them.
 * @param stored as it is stored
 */
export const isOfBoard = (name: string, names: Names, { settings, layouts }: StoredBoards): boolean =>
  name === names.definitionsDocument ||
  holdsNoMetrics(name, names) ||
  (isDocumentName(name) &&
    !isOfTheFunction(name, names) &&
    [...namesIn(settings), ...layouts.flatMap((layout) => documentsIn(layout))].includes(name));

/** Whether a document says what stands where: the settings, the list of boards, and the document of a board. */
export const holdsNoMetrics = (name: string, { boardDocument }: Pick<Names, 'boardDocument'>): boolean =>
  name === boardDocument || name === boardsName(boardDocument) || isBoardDocumentName(boardDocument, name);

/** Dashboard data and versions, which nobody's request may name. */
function isOfTheFunction(name: string, { dataDocument, definitionsDocument, boardDocument }: Names): boolean {
  const [isData, after] = [name.startsWith(dataDocument), name.slice(dataDocument.length)];
  return (
    (isData && /^(|-lease|-(queue|channel)-\d+)$/.test(after)) ||
    isHistoryName(dataDocument, name) ||
    name === indexName(definitionsDocument) ||
    (name.endsWith(indexName('')) &&
      isBoardDocumentName(boardDocument, name.slice(0, -indexName('').length))) ||
    name.includes(copyName('', ''))
  );
}

/** The documents of metrics that boards have after the changes: what their versions hold beside what is saved. */
export async function historiesOf(
  boards: readonly string[],
  changes: readonly DocumentChange[],
  names: Names,
  service: Pick<DocumentService, 'read'>,
): Promise<readonly BoardHistory[]> {
  const valueOf = async (name: string): Promise<JsonObject | undefined> =>
    changes.find(({ document }) => document === name)?.value ?? (await service.read(name))?.value;
  const settings = boards.length > 0 ? await valueOf(names.boardDocument) : undefined;
  return Promise.all(
    boards.map(async (board) => {
      const stored = { settings, layouts: [await valueOf(board)] };
      const named = [...namesIn(settings), ...stored.layouts.flatMap(documentsIn)];
      const further = [...new Set(named)].filter(
        (name) => isOfBoard(name, names, stored) && !holdsNoMetrics(name, names),
      );
      return { board, definitions: [names.definitionsDocument, ...further.slice(0, mostFurtherDocuments)] };
    }),
  );
}

/** Names of the changed documents that are called as a board's would be, and hold something else. */
export async function takenByOthers(
  changes: readonly DocumentChange[],
  { boardDocument }: Pick<Names, 'boardDocument'>,
  service: Pick<DocumentService, 'read'>,
): Promise<readonly string[]> {
  const taken = changes.map(async ({ document }) => {
    const field =
      document === boardsName(boardDocument)
        ? 'boards'
        : isBoardDocumentName(boardDocument, document)
          ? 'sections'
          : undefined;
    if (field === undefined) return [];
    const value = (await service.read(document))?.value ?? {};
    return Object.keys(value).length === 0 || Array.isArray(value[field]) ? [] : [document];
  });
  return (await Promise.all(taken)).flat();
}

/**
 * Refuses to write anything but documents of this board, and further ones that the editor begins: those have names of one
 * pattern, and hold metrics if they are there at all. For a document of any other name, an admin adds it to the settings.
 * @throws CollectorError 403 `foreign-document`, which tells nothing of what the document holds
 */
export async function requireDocuments(
  changes: readonly DocumentChange[],
  names: Names,
  stored: StoredBoards,
  service: Pick<DocumentService, 'read'>,
): Promise<void> {
  const wanted = changes.flatMap(({ document, value }) =>
    document === names.boardDocument
      ? namesIn(value)
      : isBoardDocumentName(names.boardDocument, document)
        ? documentsIn(value)
        : [],
  );
  const added = wanted.filter((name) => !isOfBoard(name, names, stored));
  const foreign = await Promise.all(
    [...new Set([...added, ...changes.map(({ document }) => document)])].map(async (name) => {
      if (isOfBoard(name, names, stored)) return [];
      const isBegun =
        added.includes(name) &&
        isFurtherDocumentName(names.definitionsDocument, name) &&
        !isOfTheFunction(name, names);
      return isBegun && (await holdsMetrics(name, service)) ? [] : [name];
    }),
  );
  const [first] = [...foreign.flat(), ...(await takenByOthers(changes, names, service))];
  if (first === undefined) return;
  throw new CollectorError(
    403,
    'foreign-document',
    `${JSON.stringify(first.slice(0, 60))} is not a document of this board. An admin can add it to "definitionDocuments" in ${names.boardDocument}. If the plugin reads other documents, give the Function the same DASHBOARD_DEFINITIONS_DOCUMENT and DASHBOARD_BOARD_DOCUMENT, and deploy again.`,
  );
}

/** A save that stopped half-way leaves a further document behind that no settings name yet. */
async function holdsMetrics(name: string, service: Pick<DocumentService, 'read'>): Promise<boolean> {
  return Object.values((await service.read(name))?.value ?? {}).every(isMetric);
}

const namesIn = (settings: JsonObject | undefined): readonly string[] =>
  textsIn(settings?.definitionDocuments);

const documentsIn = (layout: JsonObject | undefined): readonly string[] => textsIn(layout?.documents);

function textsIn(named: unknown): readonly string[] {
  return Array.isArray(named)
    ? named.filter((name): name is string => typeof name === 'string').map((name) => name.trim())
    : [];
}
