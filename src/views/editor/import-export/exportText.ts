import { nearestSize } from '../../../model/board/span';
import { isRecord } from '../../../model/metric/fieldChecks';
import {
  isMetricEntry,
  metricOfTile,
  metricsOnNoTile,
  numberOf,
  placeOf,
  sectionsOf,
  tileOf,
  tilesOf,
  tilesWith,
  type Board,
} from '../../../model/board/Board';
import { homeOf, type BoardDocuments, type JsonObject } from '../../../model/board/BoardDocuments';
import { contentOf, parseBoard } from '../../../model/board/parseBoard';
import { areSeveral, boardTitle } from '../../../model/board/severalBoards';
import type { ExportSubject } from './ExportDialogProps';
import { version, versionField } from './readExchangeText';

/** What is to be exported as JSON: the saved format with a version, tiles in their order, fields that nobody knows and all. */
export function exportText(documents: BoardDocuments, subject: ExportSubject): string {
  switch (subject.kind) {
    case 'board':
      return textOf(documents, keysOf(documents), settingsOf(documents), layoutOf(documents));
    case 'section':
      return textOf(documents, metricsIn(documents, subject.section));
    case 'metric':
      return textOf(documents, [subject.key]);
  }
}

/** Tiles as they are copied to the clipboard: as they are exported, so that they can be pasted into a file or a chat too. */
export const tilesToClipboardText = (documents: BoardDocuments, keys: readonly string[]): string => {
  const board = parseBoard(documents);
  return textOf(
    documents,
    keys.flatMap((key) => metricOfTile(tileOf(board, key) ?? { visual: numberOf(key) }) ?? []),
  );
};

function textOf(
  documents: BoardDocuments,
  keys: readonly string[],
  board?: JsonObject,
  layout?: JsonObject,
): string {
  const parsed = parseBoard(documents);
  const own = parsed.own && parsed;
  const definitions = Object.fromEntries(
    keys.flatMap((key) => {
      const home = homeOf(documents, key);
      return home ? [[key, own ? withPlace(own, key, home.value?.[key]) : home.value?.[key]]] : [];
    }),
  );
  return `${JSON.stringify({ [versionField]: version, definitions, ...(board ? { board } : {}), ...(layout ? { layout } : {}) }, null, 2)}\n`;
}

/** A metric of a board with a document of its own, with the place and size of its first tile: others need no such document. */
function withPlace(board: Board, key: string, entry: unknown): unknown {
  const content = contentOf(entry);
  const [first] = tilesWith(board, key);
  if (first === undefined || !isMetricEntry(content)) return content;
  const section = placeOf(board, first)?.section;
  const tile = tileOf(board, first);
  const size = tile ? nearestSize(tile.span) : 'normal';
  const order = tilesOf(board, section).indexOf(first) + 1;
  const place = { ...(section !== undefined && { section }), order, ...(size !== 'normal' && { size }) };
  return { ...content, metric: { ...content.metric, ...place } };
}

/** Keys of the metrics in the order of the board, those on no tile last; with several boards these may be those of another. */
const keysOf = (documents: BoardDocuments): readonly string[] => {
  const board = parseBoard(documents);
  const onTiles = board.sections.flatMap(({ tiles }) => tiles.flatMap((tile) => metricOfTile(tile) ?? []));
  return [...new Set(areSeveral(documents) ? onTiles : [...onTiles, ...metricsOnNoTile(board)])];
};

const metricsIn = (documents: BoardDocuments, section: string | undefined): readonly string[] => {
  const found = parseBoard(documents).sections.find(({ name }) => name === section);
  return [...new Set((found?.tiles ?? []).flatMap((tile) => metricOfTile(tile) ?? []))];
};

/** Without the names of definition documents, which are those of this account. */
function settingsOf(documents: BoardDocuments): JsonObject | undefined {
  const { value } = documents.board;
  const board = parseBoard(documents);
  const sections = board.own && sectionsOf(board);
  if (!isRecord(value)) return sections && { sections };
  const { definitionDocuments: _documents, ...settings } = value;
  return sections ? { ...settings, ...ownTitle(documents), sections } : settings;
}

/** The board's own document, where it has one, without the names of this account's documents. */
function layoutOf(documents: BoardDocuments): JsonObject | undefined {
  if (!parseBoard(documents).own || !documents.layout?.value) return undefined;
  const { documents: _documents, ...layout } = documents.layout.value;
  return { ...layout, ...ownTitle(documents) };
}

/** With several boards the list says what the board is called. */
const ownTitle = (documents: BoardDocuments): { readonly title?: string } =>
  areSeveral(documents) ? { title: boardTitle(documents, parseBoard(documents).id) } : {};
