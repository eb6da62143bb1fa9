import { isRecord } from '../../metric/fieldChecks';
import { tilesOf } from '../../model/board/Board';
import { homeOf, type BoardDocuments, type JsonObject } from '../../model/board/BoardDocuments';
import { parseBoard } from '../../model/board/parseBoard';
import type { ExportSubject } from './ExportDialogProps';
import { version, versionField } from './readExchangeText';

/** What is to be exported as JSON: the saved format with a version, tiles in their order, fields that nobody knows and all. */
export function exportText(documents: BoardDocuments, subject: ExportSubject): string {
  switch (subject.kind) {
    case 'board':
      return textOf(documents, keysOf(documents), settingsOf(documents));
    case 'section':
      return textOf(documents, tilesOf(parseBoard(documents), subject.section));
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
      return home ? [[key, home.value?.[key]]] : [];
    }),
  );
  return `${JSON.stringify({ [versionField]: version, definitions, ...(board ? { board } : {}) }, null, 2)}\n`;
}

/** In the order of the board. */
const keysOf = (documents: BoardDocuments): readonly string[] =>
  parseBoard(documents).sections.flatMap(({ tiles }) => tiles.map(({ key }) => key));

/** Without the names of definition documents, which are those of this account. */
function settingsOf({ board }: BoardDocuments): JsonObject | undefined {
  if (!isRecord(board.value)) return undefined;
  return Object.fromEntries(Object.entries(board.value).filter(([field]) => field !== 'definitionDocuments'));
}
