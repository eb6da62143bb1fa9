import type { BoardSettings } from '../../src/schema/boardSettings';
import type { Configuration } from '../src/configuration';
import { boardsName, isBoardDocumentName } from '../../src/persistence/boardNames';
import { isHistoryName } from '../../src/schema/history';
import { decodeHistory } from '../../src/schema/historyRows';
import { isHistoryState } from '../src/historyPlan';
import { noLease, parseLease } from '../src/lease';

/** Unique names of the documents that the environment's variables choose. */
export type DocumentNames = Pick<Configuration, 'dataDocument' | 'definitionsDocument' | 'boardDocument'>;

/** What a document is for. The collector writes the first four, and the editor the others. */
export type DocumentKind =
  'data' | 'lease' | 'part' | 'history' | 'definitions' | 'board' | 'boards' | 'board-document';

/** What a document of this name would be for; undefined when the dashboard uses no such name. */
export function kindOf(name: string, names: DocumentNames): DocumentKind | undefined {
  const { dataDocument, definitionsDocument, boardDocument } = names;
  if (name === dataDocument) return 'data';
  if (name === definitionsDocument) return 'definitions';
  if (name === boardDocument) return 'board';
  if (name === boardsName(boardDocument)) return 'boards';
  if (isBoardDocumentName(boardDocument, name)) return 'board-document';
  if (!name.startsWith(`${dataDocument}-`)) return undefined;
  if (isHistoryName(dataDocument, name)) return 'history';
  const ending = name.slice(dataDocument.length);
  if (ending === '-lease') return 'lease';
  return /^-(queue|channel)-\d+$/.test(ending) ? 'part' : undefined;
}

/** The variable that chooses the names of documents of this kind. */
export const variableOf = (kind: DocumentKind): string =>
  kind === 'definitions'
    ? 'DASHBOARD_DEFINITIONS_DOCUMENT'
    : kind === 'board' || kind === 'boards' || kind === 'board-document'
      ? 'DASHBOARD_BOARD_DOCUMENT'
      : 'DASHBOARD_DATA_DOCUMENT';

/** Whether a document of this name is ours to write: it is empty, or holds what the dashboard keeps there. */
export function isOurShape(kind: DocumentKind, data: unknown): boolean {
  if (!isRecord(data)) return false;
  return Object.keys(data).length === 0 || shapes[kind](data);
}

type DocumentData = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is DocumentData =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const settingNames: Readonly<Record<keyof BoardSettings, true>> = {
  title: true,
  sections: true,
  definitionDocuments: true,
  staleAfterSeconds: true,
  reloadAt: true,
};

const shapes: Readonly<Record<DocumentKind, (data: DocumentData) => boolean>> = {
  data: ({ collected_at, workspace_statistics }) =>
    typeof collected_at === 'string' && isRecord(workspace_statistics),
  lease: (data) => parseLease(data) !== noLease,
  // One that is not needed any more holds only its number.
  part: ({ collection, lease: _lease, collected_at: _collectedAt, queue, channel, ...rest }) =>
    typeof collection === 'number' &&
    (isRecord(queue) || isRecord(channel) || Object.keys(rest).length === 0),
  history: (data) => isHistoryState(data) || decodeHistory(data) !== undefined,
  definitions: (data) => Object.values(data).some((entry) => isRecord(entry) && isRecord(entry.metric)),
  boards: ({ boards }) => Array.isArray(boards),
  'board-document': ({ sections }) => Array.isArray(sections),
  board: (data) => Object.keys(data).some((key) => Object.hasOwn(settingNames, key)),
};
