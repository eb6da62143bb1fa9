import { sameJson } from '../../persistence/sameJson';
import {
  isMetricEntry,
  numberOf,
  sectionsOf,
  type Board,
  type OwnDocument,
  type Section,
  type Tile,
} from './Board';
import type { BoardDocuments, JsonObject, SavedDocument } from './BoardDocuments';
import { boardDocumentName, boardsIn, boardsName } from '../../persistence/boardNames';
import { boardDocumentsIn, withBoardEntry, withOthers } from './severalBoards';
import { withListed, writeBoardDocument } from './boardDocument';
import { houseMetrics, ownDocuments } from './houseMetrics';
import { namedDocuments } from './namedDocuments';
import { orderTiles } from './orderTiles';
import { nearestSize, spanOf } from './span';
import { parseBoard, readBoard, type ReadBoard, type SavedMetric } from './parseBoard';

const written = new WeakMap<Board, { readonly before: BoardDocuments; readonly documents: BoardDocuments }>();

/**
 * The documents of a board, of which as few entries as can be differ from those `before`; what does not differ is the same
 * object, and so is the whole when nothing does. `parseBoard` makes an equal board of them.
 */
export function toDocuments(board: Board, before: BoardDocuments): BoardDocuments {
  const known = written.get(board);
  if (known?.before === before) return known.documents;
  const documents = writeAnew(board, before);
  written.set(board, { before, documents });
  return documents;
}

function writeAnew(board: Board, before: BoardDocuments): BoardDocuments {
  const read = readBoard(before);
  if (read.board === board) return before;
  if (board.own) return writeOwn(board, before, read);
  if (read.board.own) return withoutOwn(toDocuments(board, read.library), before);
  const { names, own, metrics } = houseMetrics(board, before, read.saved, (homes) =>
    writeMetrics(board, before, read, homes),
  );
  const definitions = names.map((name, home): SavedDocument => {
    const document = before.definitions[home];
    const value = metrics.values[home];
    return document && document.value === value ? document : { name, value };
  });
  const value = writeSettings(
    board,
    before,
    read,
    metrics,
    names.filter((name) => !own.has(name)),
  );
  const isSame = definitions.every((document, home) => document === before.definitions[home]);
  if (isSame && value === before.board.value) return before;
  return {
    ...before,
    definitions,
    board: value === before.board.value ? before.board : { ...before.board, value },
  };
}

/** The board's own document says what stands where, and nothing of that is changed in its metrics. */
function writeOwn(
  board: Board,
  before: BoardDocuments,
  { board: boardBefore, library }: ReadBoard,
): BoardDocuments {
  const { definitions, board: settings } = toDocuments(libraryOf(board, library), library);
  const name = boardDocumentName(settings.name, board.id);
  const standing = before.layout?.name === name ? before.layout : { name, value: undefined };
  const own = naming(board.own ?? { kept: {} }, ownDocuments({ definitions, board: settings }));
  const isSame = boardBefore.own && own === boardBefore.own && board.sections === boardBefore.sections;
  const written = isSame ? standing.value : writeBoardDocument(own, board.sections);
  const index = before.index ?? { name: boardsName(settings.name), value: undefined };
  const listed = withListed(index.value, board.id, true);
  return {
    definitions,
    board: settings,
    layout: sameJson(written, standing.value) ? standing : { name, value: written },
    index: listed === index.value ? index : { ...index, value: listed },
    ...(before.others && { others: before.others }),
  };
}

/** What a board's document says besides its sections, with these among the documents of metrics that it needs. */
function naming(own: OwnDocument, names: readonly string[]): OwnDocument {
  const { documents } = own.kept;
  const named: readonly unknown[] = Array.isArray(documents) ? documents : [];
  const known = namedDocuments(undefined, [], own.kept);
  const missing = names.filter((name) => !known.includes(name));
  return missing.length === 0 ? own : { kept: { ...own.kept, documents: [...named, ...missing] } };
}

/** Documents that are to be saved in place of others: what is not in them and was listed as a board is not listed any more. */
export const inPlaceOf = (documents: BoardDocuments, before: BoardDocuments): BoardDocuments =>
  before.index?.value && !documents.index?.value ? withoutBoards(documents, before) : documents;

function withoutBoards({ definitions, board }: BoardDocuments, before: BoardDocuments): BoardDocuments {
  const listed = boardsIn(before.index?.value);
  const { index } = listed.reduce((result, { id }) => withBoardEntry(result, id, undefined), before);
  const [layout, ...others] = boardDocumentsIn(before).map(({ name }) => ({ name, value: {} }));
  return withOthers({ definitions, board, layout, index }, others);
}

/**
 * Documents with a board laid out by its metrics. Its own document stays, as saving takes none away, but is empty and not listed any
 * more: one that is not listed and has something in it is just being created by somebody.
 */
export const withoutOwn = (
  { definitions, board }: BoardDocuments,
  before: BoardDocuments,
): BoardDocuments => {
  const { layout, index } = before;
  const { id } = parseBoard(before);
  return {
    definitions,
    board,
    layout: layout && { ...layout, value: {} },
    index: index && { ...index, value: withListed(index.value, id, false) },
    ...(before.others && { others: before.others }),
  };
};

/** The metrics as older versions show them: what stands there stays in its place, and what is new comes last before all sections. */
function libraryOf({ metrics, settings }: Board, library: BoardDocuments): Board {
  const { board: standing } = readBoard(library);
  if (metrics === standing.metrics && settings === standing.settings) return standing;
  if (metrics === standing.metrics) return { ...standing, settings };
  const isMetric = (key: string): boolean => isMetricEntry(metrics.get(key));
  const added = [...metrics.keys()].filter((key) => !standing.metrics.has(key));
  const sections = standing.sections.map((section) => {
    const kept = section.tiles.filter(({ key }) => metrics.has(key));
    const tiles = section.name === undefined ? [...kept, ...added.map(tileOfMetric)] : kept;
    // What is no metric comes last, also what has just become one.
    const inOrder = [
      ...tiles.filter(({ key }) => isMetric(key)),
      ...tiles.filter(({ key }) => !isMetric(key)),
    ];
    const isSame =
      inOrder.length === section.tiles.length && inOrder.every((tile, i) => tile === section.tiles[i]);
    return isSame ? section : { ...section, tiles: inOrder };
  });
  return { ...standing, settings, metrics, sections };
}

const tileOfMetric = (key: string): Tile => ({ key, span: spanOf('normal'), visual: numberOf(key) });

/** Where each metric lies: the index of its document. */
export type Homes = ReadonlyMap<string, number>;

export interface WrittenMetrics {
  /** By document; the same object where nothing in it differs. */
  readonly values: readonly (JsonObject | undefined)[];
  /** By key, the entry that is written. */
  readonly entries: ReadonlyMap<string, unknown>;
  /** Sections by their names, in the order in which they stand when the settings list none. */
  readonly byFirstTile: readonly string[];
}

/** All metrics that have a home, in it. */
function writeMetrics(
  board: Board,
  before: BoardDocuments,
  { board: boardBefore, saved, tiles: tilesBefore }: ReadBoard,
  homes: Homes,
): WrittenMetrics {
  const keys = keysByDocument(board, before, saved, homes);
  const positions = new Map<string, number>();
  keys.forEach((inDocument, home) => {
    for (const key of inDocument) if (homes.get(key) === home) positions.set(key, positions.size);
  });

  const entries = new Map<string, unknown>();
  const firstTiles: { readonly name: string; readonly order: number; readonly position: number }[] = [];
  for (const section of board.sections) {
    const tiles = section.tiles.filter(({ key }) => homes.has(key));
    const metrics = tiles.filter(({ key }) => isMetricEntry(board.metrics.get(key)));
    const isAnotherHome = ({ key }: Tile): boolean => saved.get(key)?.home !== homes.get(key);
    const standing = boardBefore.sections.find(({ name }) => name === section.name)?.tiles ?? [];
    const orders =
      sameKeys(standing, tiles) && !tiles.some(isAnotherHome)
        ? metrics.map(({ key }) => saved.get(key)?.order)
        : orderTiles(
            metrics.map((tile) => {
              const known = saved.get(tile.key);
              const order = known?.order;
              const isWritten =
                isAnotherHome(tile) || entryOf(board, section, tile, order, known) !== known?.entry;
              const isMoved = tilesBefore.get(tile.key) !== tile;
              const change = isWritten ? 'written' : isMoved ? 'moved' : undefined;
              return { order, position: Number(positions.get(tile.key)), change };
            }),
          );
    tiles.forEach((tile, index) =>
      entries.set(tile.key, entryOf(board, section, tile, orders[index], saved.get(tile.key))),
    );
    const [first] = metrics;
    if (first && section.name !== undefined)
      firstTiles.push({
        name: section.name,
        order: orders[0] ?? Infinity,
        position: Number(positions.get(first.key)),
      });
  }

  const values = keys.map((inDocument, home): JsonObject | undefined => {
    const value = before.definitions[home]?.value;
    const fields = inDocument.map(
      (key) => [key, homes.get(key) === home ? entries.get(key) : value?.[key]] as const,
    );
    const isSame =
      fields.length === Object.keys(value ?? {}).length &&
      fields.every(([key, entry]) => value?.[key] === entry);
    return isSame ? value : Object.fromEntries(fields);
  });
  firstTiles.sort((a, b) => (a.order === b.order ? a.position - b.position : a.order < b.order ? -1 : 1));
  return { values, entries, byFirstTile: firstTiles.map(({ name }) => name) };
}

const sameKeys = (a: readonly Tile[], b: readonly Tile[]): boolean =>
  a.length === b.length && a.every(({ key }, index) => key === b[index]?.key);

/** The keys of each document in its order: what stays, also where it is hidden by another document, and then what is new there. */
function keysByDocument(
  board: Board,
  { definitions }: BoardDocuments,
  saved: ReadBoard['saved'],
  homes: Homes,
): readonly (readonly string[])[] {
  const keys = definitions.map(({ value }, home) =>
    Object.keys(value ?? {}).filter(
      (key) => homes.get(key) === home || (homes.has(key) && saved.get(key)?.home !== home),
    ),
  );
  const isNew: boolean[] = [];
  for (const { key } of board.sections.flatMap(({ tiles }) => tiles)) {
    const home = homes.get(key);
    if (home === undefined || home === saved.get(key)?.home) continue;
    keys[home] = [...(keys[home] ?? []), key];
    isNew[home] = true;
  }
  // JSON puts keys that are whole numbers first.
  return keys.map((inDocument, home) =>
    isNew[home] ? Object.keys(Object.fromEntries(inDocument.map((key) => [key, 0]))) : inDocument,
  );
}

/** An entry as it is to be saved in this place: the one that is saved, where it says the same. */
function entryOf(
  { metrics }: Board,
  section: Section,
  { key, span }: Tile,
  order: number | undefined,
  saved: SavedMetric | undefined,
): unknown {
  const content = metrics.get(key);
  const isSame = saved !== undefined && (saved.content === content || sameJson(saved.content, content));
  if (!isMetricEntry(content)) return isSame ? saved.entry : content;
  const isPlaced = saved !== undefined && saved.section === section.name && saved.order === order;
  const size = nearestSize(span);
  const isSized = (saved?.size ?? 'normal') === size;
  if (isSame && isPlaced && isSized) return saved.entry;
  // What is saved wrongly stays as well until it is replaced.
  const fields = saved && isMetricEntry(saved.entry) ? saved.entry.metric : {};
  const place = {
    section: isPlaced ? fields.section : section.name,
    order: isPlaced ? fields.order : order,
    size: isSized ? fields.size : size === 'normal' ? undefined : size,
  };
  const given = Object.entries(place).filter(([, value]) => value !== undefined);
  return { ...content, metric: { ...content.metric, ...Object.fromEntries(given) } };
}

/** The board settings: sections are listed where they would not stand in their order by themselves. */
function writeSettings(
  board: Board,
  before: BoardDocuments,
  read: ReadBoard,
  { byFirstTile }: WrittenMetrics,
  names: readonly string[],
): JsonObject | undefined {
  const value = before.board.value;
  const isSame = read.board.settings === board.settings || sameJson(read.board.settings, board.settings);
  const lists = {
    sections: listOfSections(board, value?.sections, byFirstTile),
    definitionDocuments: listOfDocuments(before, names),
  };
  if (
    isSame &&
    lists.sections === value?.sections &&
    lists.definitionDocuments === value?.definitionDocuments
  )
    return value;
  const given = Object.entries(lists).filter(([, list]) => list !== undefined);
  return { ...board.settings, ...Object.fromEntries(given) };
}

function listOfSections(board: Board, saved: unknown, byFirstTile: readonly string[]): unknown {
  const wanted = sectionsOf(board);
  const mustBe = board.sections.flatMap(({ name, isListed }) =>
    isListed && name !== undefined ? [name] : [],
  );
  const items: readonly unknown[] = Array.isArray(saved) ? saved : [];
  const kept = items.filter(
    (name) => typeof name !== 'string' || name.trim() === '' || mustBe.includes(name.trim()),
  );
  const listed = kept.filter((name): name is string => typeof name === 'string').map((name) => name.trim());
  const standing = [...new Set([...listed.filter((name) => name !== ''), ...byFirstTile])];
  const isRight =
    mustBe.every((name) => listed.includes(name)) &&
    standing.length === wanted.length &&
    standing.every((name, index) => name === wanted[index]);
  if (!isRight) return wanted;
  return kept.length === items.length ? saved : kept;
}

function listOfDocuments({ definitions, board }: BoardDocuments, names: readonly string[]): unknown {
  const saved = board.value?.definitionDocuments;
  const [first = ''] = names;
  const known = namedDocuments(board.value, [board.name, first]);
  const begun = names.filter((name) => !definitions.some((document) => document.name === name));
  return begun.every((name) => known.includes(name)) ? saved : [...known, ...begun];
}
