import { isRecord } from '../../metric/fieldChecks';
import { sectionsOf, tilesOf } from '../session/boardOrder';
import { valueOf, type BoardDocuments, type JsonObject } from '../session/BoardDocuments';
import { definitionsOf, homeOf } from '../session/metricEntries';
import type { ExportSubject } from './ExportDialogProps';
import { version, versionField } from './readExchangeText';

/** What is to be exported as JSON: the saved format with a version, tiles in their order, fields that nobody knows and all. */
export function exportText(documents: BoardDocuments, subject: ExportSubject): string {
  switch (subject.kind) {
    case 'board':
      return textOf(documents, keysOf(documents), settingsOf(documents));
    case 'section':
      return textOf(documents, tilesOf(documents, subject.section));
    case 'metric':
      return textOf(documents, [subject.key]);
  }
}

/** Tiles as they are copied to the clipboard: as they are exported, so that they can be pasted into a file or a chat too. */
export const tilesToClipboardText = (documents: BoardDocuments, keys: readonly string[]): string =>
  textOf(documents, keys);

function textOf(documents: BoardDocuments, keys: readonly string[], board?: JsonObject): string {
  const definitions = Object.fromEntries(
    keys.flatMap((key) => {
      const home = homeOf(documents, key);
      return home ? [[key, valueOf(documents, home.name)?.[key]]] : [];
    }),
  );
  return `${JSON.stringify({ [versionField]: version, definitions, ...(board ? { board } : {}) }, null, 2)}\n`;
}

/** In the order of the board, and after them what is saved but is no metric. */
const keysOf = (documents: BoardDocuments): readonly string[] => [
  ...new Set([
    ...[undefined, ...sectionsOf(documents)].flatMap((section) => tilesOf(documents, section)),
    ...definitionsOf(documents).map(({ key }) => key),
  ]),
];

/** Without the names of definition documents, which are those of this account. */
function settingsOf({ board }: BoardDocuments): JsonObject | undefined {
  if (!isRecord(board.value)) return undefined;
  return Object.fromEntries(Object.entries(board.value).filter(([field]) => field !== 'definitionDocuments'));
}
