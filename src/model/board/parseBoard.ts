import type { TileSize } from '../../schema/metricDefinition';
import { parseBoardSettings } from '../metric/parseBoardSettings';
import { placeIn } from '../metric/parseMetricDefinitions';
import { arrangeTiles } from './arrangeBoard';
import { boardIdsIn, firstBoardId } from '../../persistence/boardNames';
import { ownDocumentIn, readBoardDocument } from './boardDocument';
import { isMetricEntry, numberOf, type Board, type Section, type Tile } from './Board';
import type { BoardDocuments, JsonObject } from './BoardDocuments';
import { spanOf } from './span';

/** What is in documents: a board, and how each of its metrics is saved. */
export interface ReadBoard {
  readonly board: Board;
  readonly saved: ReadonlyMap<string, SavedMetric>;
  /** The documents without the board's own, where it has one: what older versions of this plugin read, and show. */
  readonly library: BoardDocuments;
  /** Those of the board, by key. */
  readonly tiles: ReadonlyMap<string, Tile>;
}

export interface SavedMetric {
  readonly key: string;
  /** As it is saved. */
  readonly entry: unknown;
  /** Without what it says of its tile's place and size. */
  readonly content: unknown;
  /** Index of its document. */
  readonly home: number;
  /** Whether a further document has an entry of the same key, which nobody sees. */
  readonly isTwice: boolean;
  readonly section?: string;
  readonly order?: number;
  readonly size?: TileSize;
}

const read = new WeakMap<BoardDocuments, ReadBoard>();

/** The board that documents make: the same object for the same documents. Of two metrics with one key the first counts. */
export const parseBoard = (documents: BoardDocuments): Board => readBoard(documents).board;

export function readBoard(documents: BoardDocuments): ReadBoard {
  const found = read.get(documents) ?? readAnew(documents);
  read.set(documents, found);
  return found;
}

function readAnew(documents: BoardDocuments): ReadBoard {
  const { definitions, board: settings, index, layout } = documents;
  const stored = ownDocumentIn(index, layout, settings.name);
  if (!stored) return readLibrary(documents);
  const library: BoardDocuments = { definitions, board: settings };
  const { board, saved } = readBoard(library);
  const { own, sections } = readBoardDocument(stored.value);
  return { board: { ...board, id: stored.id, own, sections }, saved, library, tiles: byKey(sections) };
}

/** The board that each metric's own fields make. */
function readLibrary(documents: BoardDocuments): ReadBoard {
  const {
    definitions,
    board: { value },
    index,
  } = documents;
  const saved = new Map<string, SavedMetric>();
  definitions.forEach((document, home) => {
    for (const [key, entry] of Object.entries(document.value ?? {})) {
      const first = saved.get(key);
      const place = isMetricEntry(entry) ? placeIn(entry.metric) : {};
      saved.set(
        key,
        first
          ? { ...first, isTwice: true }
          : { key, entry, content: contentOf(entry), home, isTwice: false, ...place },
      );
    }
  });
  const listed = parseBoardSettings(value).sections;
  const arranged = arrangeTiles([...saved.values()], ({ entry }) => isMetricEntry(entry), listed);
  const sections = arranged.map(({ name, tiles }) => ({
    name,
    tiles: tiles.map(({ key, size = 'normal' }): Tile => ({
      key,
      span: spanOf(size),
      visual: numberOf(key),
    })),
    isListed: name === undefined || listed.includes(name),
  }));
  const metrics = new Map([...saved].map(([key, { content }]) => [key, content]));
  const [id = firstBoardId] = boardIdsIn(index?.value);
  const board = { id, settings: withoutLists(value), sections, metrics };
  return { board, saved, library: documents, tiles: byKey(sections) };
}

const byKey = (sections: readonly Section[]): ReadonlyMap<string, Tile> =>
  new Map(sections.flatMap(({ tiles }) => tiles.map((tile) => [tile.key, tile] as const)));

function withoutLists(settings: JsonObject = {}): JsonObject {
  const { sections: _sections, definitionDocuments: _documents, ...others } = settings;
  return others;
}

const contents = new WeakMap<object, unknown>();

/** An entry without its tile's place and size; the same object for the same entry. */
export function contentOf(entry: unknown): unknown {
  if (!isMetricEntry(entry)) return entry;
  const known = contents.get(entry);
  if (known) return known;
  const { section, order, size, ...metric } = entry.metric;
  const isPlaced = section !== undefined || order !== undefined || size !== undefined;
  const content = isPlaced ? { ...entry, metric } : entry;
  contents.set(entry, content);
  return content;
}
