import type { BoardSettings } from '../../schema/boardSettings';
import type { StoredVisual } from '../../schema/boardDocuments';
import { isVariableName, parseVariables, readsChoices } from '../metric/boardVariables';
import { isRecord } from '../metric/fieldChecks';
import { parseBoardSettings } from '../metric/parseBoardSettings';
import { sameJson } from '../../persistence/sameJson';
import {
  isMetricEntry,
  metricOfTile,
  newTileKey,
  numberOf,
  placeOf,
  sectionsOf,
  tileOf,
  tilesWith,
  type Board,
  type Fixed,
  type OwnDocument,
  type Section,
  type Tile,
  type TilePosition,
} from './Board';
import { readBoardDocument, readTile } from './boardDocument';
import { replaceField, type JsonObject } from './BoardDocuments';
import { asSpan, isSize, sameSpan, spanOf, type Span } from './span';

/**
 * With fields of a metric replaced, those given as undefined taken away. As all functions here it gives the same board where
 * nothing changes by it, and where there is no such metric.
 */
export function withFields(board: Board, key: string, changes: JsonObject): Board {
  const entry = board.metrics.get(key);
  if (!board.metrics.has(key) || typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return board;
  const before: JsonObject = isMetricEntry(entry) ? entry.metric : {};
  const metric = replaceFields(before, changes);
  if (metric === before) return board;
  const changed = withEntryOf(board, key, { ...entry, metric });
  // Until now it was no metric, and stood after all that are.
  return isMetricEntry(entry) || board.own ? changed : withTileAt(changed, key, { section: undefined });
}

/** With a metric under a key, in place of the one that is there or as a new tile; its first tile stands in this place. */
export function withMetric(
  board: Board,
  key: string,
  entry: JsonObject,
  place: TilePosition,
  span: Span = spanOf('normal'),
): Board {
  const put = sameJson(board.metrics.get(key), entry) ? board : withEntryOf(board, key, entry);
  const [first] = tilesWith(board, key);
  const known = first === undefined ? undefined : tileOf(board, first);
  const tile = known ?? { key: newTileKey(board, key), span, visual: numberOf(key) };
  return resizeTile(withTileAt(put, tile.key, place, tile), tile.key, span);
}

/** With its entry replaced, and its tiles where they stand. */
export const withEntryAt = (board: Board, key: string, entry: JsonObject): Board =>
  sameJson(board.metrics.get(key), entry) ? board : withEntryOf(board, key, entry);

/** With another tile, which may be one that only a board with a document of its own can have. */
export const withNewTile = (board: Board, tile: Tile, place: TilePosition): Board =>
  tileOf(board, tile.key) ? board : withTileAt(withOwnDocument(board), tile.key, place, tile);

/** With a tile that shows something else, or has another label. */
export function withTileFields(
  board: Board,
  key: string,
  changes: {
    readonly visual?: StoredVisual;
    readonly label?: string | undefined;
    readonly with?: Fixed | undefined;
  },
): Board {
  const tile = tileOf(board, key);
  const isSame = Object.entries(changes).every(([field, value]) => sameJson(tile?.[field as 'label'], value));
  if (!tile || isSame) return board;
  const { label, with: fixed, ...others } = { ...tile, ...changes };
  const { label: _label, ...kept } = tile.kept ?? {};
  const changed: Tile = {
    ...others,
    ...(label === undefined ? { kept } : { label }),
    ...(fixed && { with: fixed }),
  };
  const own = withOwnDocument(board);
  return withSections(
    own,
    own.sections.map((section) =>
      withTiles(section, (tiles) => tiles.map((other) => (other === tile ? changed : other))),
    ),
  );
}

/** With a tile as the document of a board has it, with the name of its section; without the tile given undefined. */
export function withStoredTile(board: Board, key: string, stored: unknown): Board {
  const before = tileOf(board, key);
  const read = isRecord(stored) ? readTile(stored, key) : undefined;
  if (!isRecord(stored) || !read) {
    const sections = board.sections.map((section) =>
      withTiles(section, (tiles) => tiles.filter((other) => other !== before)),
    );
    return withSections(board, sections);
  }
  const section = typeof stored.section === 'string' ? stored.section : undefined;
  const standing = placeOf(board, key);
  return withTileAt(board, key, standing?.section === section ? { ...standing, section } : { section }, read);
}

/**
 * With the tiles of another board's document, as an import of a whole board has them, in place of those that show the same
 * metrics; all other tiles stay, after them in their sections.
 * @param keyOf the key under which one of its metrics is on this board
 */
export function withLayout(board: Board, document: JsonObject, keyOf: (metric: string) => string): Board {
  const { own, sections: read } = readBoardDocument(document);
  const shown = new Set(
    read.flatMap(({ tiles }) => tiles.flatMap((tile) => metricOfTile(tile) ?? []).map(keyOf)),
  );
  const isReplaced = (tile: Tile): boolean => {
    const metric = metricOfTile(tile);
    return metric !== undefined && shown.has(metric);
  };
  const standing = board.sections.map((section) =>
    withTiles(section, (tiles) => tiles.filter((tile) => !isReplaced(tile))),
  );
  const taken = [...standing];
  const brought = read.map((section): Section => {
    const tiles = section.tiles.map((tile): Tile => {
      const metric = metricOfTile(tile);
      const visual = metric === undefined ? tile.visual : { ...tile.visual, metric: keyOf(metric) };
      const placed = { ...tile, key: newTileKey({ sections: taken }, tile.key), visual };
      taken.push({ name: undefined, tiles: [placed], isListed: false });
      return placed;
    });
    const before = standing.find(({ name }) => name === section.name)?.tiles ?? [];
    return { ...section, tiles: [...tiles, ...before] };
  });
  const names = new Set(read.map(({ name }) => name));
  const { documents: _documents, ...kept } = own.kept;
  return {
    ...board,
    own: board.own ? withVariablesOf(board.own, kept.variables) : { kept },
    sections: [...brought, ...standing.filter(({ name, tiles }) => !names.has(name) && tiles.length > 0)],
  };
}

/** The choices of another board that this one does not offer come along: tiles read them. */
function withVariablesOf(own: OwnDocument, brought: unknown): OwnDocument {
  const known = parseVariables(own.kept.variables).variables.map(({ name }) => name);
  const added = (Array.isArray(brought) ? brought : []).filter(
    (variable) => isRecord(variable) && isVariableName(variable.name) && !known.includes(variable.name),
  );
  const standing: readonly unknown[] = Array.isArray(own.kept.variables) ? own.kept.variables : [];
  return added.length > 0 ? { kept: { ...own.kept, variables: [...standing, ...added] } } : own;
}

/** With a copy of a metric under another key, which the tiles of this board show in its place. */
export function withOwnMetric(board: Board, key: string, to: string): Board {
  const entry = board.metrics.get(key);
  if (!isMetricEntry(entry) || board.metrics.has(to)) return board;
  return tilesWith(board, key).reduce(
    (result, tile) => {
      const visual = tileOf(result, tile)?.visual;
      return visual ? withTileFields(result, tile, { visual: { ...visual, metric: to } }) : result;
    },
    withEntryOf(withOwnDocument(board), to, entry),
  );
}

/** A board whose document says what stands where from now on. */
const withOwnDocument = (board: Board): Board => (board.own ? board : { ...board, own: { kept: {} } });

/** Without a tile; its metric goes with the last tile that shows it. */
export function withoutTile(board: Board, key: string): Board {
  const tile = tileOf(board, key);
  if (!tile) return board;
  const metric = metricOfTile(tile);
  if (metric !== undefined && board.metrics.has(metric) && tilesWith(board, metric).length === 1)
    return withoutMetric(board, metric);
  const sections = board.sections.map((section) =>
    withTiles(section, (tiles) => tiles.filter((other) => other !== tile)),
  );
  return withSections(board, sections);
}

export function withoutMetric(board: Board, key: string): Board {
  if (!board.metrics.has(key)) return board;
  const metrics = new Map(board.metrics);
  metrics.delete(key);
  const sections = board.sections.map((section) =>
    withTiles(section, (tiles) => tiles.filter((tile) => metricOfTile(tile) !== key)),
  );
  return withSections({ ...board, metrics }, sections);
}

/** With a tile in a place, where no other tile leaves its own. */
export function withTileAt(board: Board, key: string, place: TilePosition, tile = tileOf(board, key)): Board {
  if (!tile || isFixed(board, tile)) return board;
  const name = place.section?.trim() || undefined;
  const known = board.sections.some((section) => section.name === name);
  const sections = known ? board.sections : [...board.sections, { name, tiles: [], isListed: false }];
  const moved = sections.map((section) => {
    if (section.name !== name)
      return withTiles(section, (tiles) => tiles.filter((other) => other.key !== key));
    const others = section.tiles.filter((other) => other.key !== key);
    const last = others.findIndex((other) => isFixed(board, other));
    const found = others.findIndex((other) => other.key === place.before);
    const end = last < 0 ? others.length : last;
    const index = found < 0 ? end : Math.min(found, end);
    const withTile = (moved: Tile): readonly Tile[] => [
      ...others.slice(0, index),
      moved,
      ...others.slice(index),
    ];
    // Another object tells which of two neighbours was moved.
    return sameItems(withTile(tile), section.tiles)
      ? section
      : withTiles(section, () => withTile({ ...tile }));
  });
  return withSections(board, moved);
}

/** With a tile of another width and height. A span that no metric can say as its size needs a document of the board's own. */
export function resizeTile(board: Board, key: string, wanted: Span): Board {
  const tile = tileOf(board, key);
  const span = asSpan(wanted);
  if (!tile || isFixed(board, tile) || sameSpan(tile.span, span)) return board;
  const sized = isSize(span) ? board : withOwnDocument(board);
  const resized = (tiles: readonly Tile[]): readonly Tile[] =>
    tiles.map((other) => (other === tile ? { ...other, span } : other));
  return withSections(
    sized,
    sized.sections.map((section) => withTiles(section, resized)),
  );
}

/** Where a section of the new name exists the tiles follow it there, as its last ones. */
export function withSectionRenamed(board: Board, from: string, to: string): Board {
  const names = sectionsOf(board);
  if (to === '' || to === from || !names.includes(from)) return board;
  if (names.includes(to)) return withSectionEmptied(board, from, to);
  return withSections(
    board,
    board.sections.map((section) => (section.name === from ? { ...section, name: to } : section)),
  );
}

/** Its tiles then stand before all sections. */
export const withoutSection = (board: Board, section: string): Board =>
  withSectionEmptied(board, section, undefined);

function withSectionEmptied(board: Board, from: string, to: string | undefined): Board {
  const emptied = board.sections.find(({ name }) => name === from);
  if (!emptied) return board;
  const isMetric = (tile: Tile): boolean => !isFixed(board, tile);
  const sections = board.sections
    .filter((section) => section !== emptied)
    .map((section) =>
      section.name === to
        ? withTiles(section, (tiles) => [
            ...tiles.filter(isMetric),
            ...emptied.tiles,
            ...tiles.filter((tile) => !isMetric(tile)),
          ])
        : section,
    );
  return withSections(board, sections);
}

/** Before another section, or after all of them. */
export function withSectionMoved(board: Board, name: string, before: string | undefined): Board {
  const moved = board.sections.find((section) => section.name === name);
  if (!moved || before === name) return board;
  const others = board.sections.filter((section) => section !== moved);
  const found = before === undefined ? -1 : others.findIndex((section) => section.name === before);
  const index = found < 0 ? others.length : found;
  const sections = [...others.slice(0, index), moved, ...others.slice(index)];
  if (sameItems(sections, board.sections)) return board;
  return withSections(
    board,
    sections.map((section) => ({ ...section, isListed: true })),
  );
}

/** Settings but for the documents, which follow from what they hold. Sections that are not listed stand after the others. */
export function withSettings(
  board: Board,
  changes: Partial<Omit<BoardSettings, 'definitionDocuments'>>,
): Board {
  const { sections: names, ...others } = changes;
  const settings = replaceFields(board.settings, others);
  const changed = settings === board.settings ? board : { ...board, settings };
  if (!('sections' in changes)) return changed;
  const listed = parseBoardSettings({ sections: names }).sections;
  const known = new Map(board.sections.map((section) => [section.name, section]));
  const wanted = [undefined, ...listed].map((name): Section => {
    const section = known.get(name) ?? { name, tiles: [], isListed: true };
    return section.isListed ? section : { ...section, isListed: true };
  });
  const rest = board.sections
    .filter(({ name }) => name !== undefined && !listed.includes(name))
    .map((section) => (section.isListed ? { ...section, isListed: false } : section));
  return withSections(changed, [...wanted, ...rest]);
}

/** Without a document of the board's own, what is no metric stands after all that are, and cannot be moved. */
const isFixed = ({ own, metrics }: Board, { key }: Tile): boolean => !own && !isMetricEntry(metrics.get(key));

/** Metrics that read choices need a board that can offer them. */
function withEntryOf(before: Board, key: string, entry: unknown): Board {
  const board = readsChoices(entry) ? withOwnDocument(before) : before;
  return { ...board, metrics: new Map(board.metrics).set(key, entry) };
}

/** With other choices, as the document of a board has them. */
export function withVariables(board: Board, variables: readonly JsonObject[]): Board {
  const { variables: before, ...kept } = board.own?.kept ?? {};
  if (sameJson(Array.isArray(before) ? before : [], variables)) return board;
  const own = { kept: variables.length > 0 ? { ...kept, variables } : kept };
  return { ...board, own };
}

/** With these sections, but for those that have no tiles and are not listed. */
function withSections(board: Board, sections: readonly Section[]): Board {
  const there = sections.filter(({ tiles, isListed }) => tiles.length > 0 || isListed);
  return sameItems(there, board.sections) ? board : { ...board, sections: there };
}

function withTiles(section: Section, change: (tiles: readonly Tile[]) => readonly Tile[]): Section {
  const tiles = change(section.tiles);
  return sameItems(tiles, section.tiles) ? section : { ...section, tiles };
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/** With fields replaced, those given as undefined taken away; the same object where all are so already. */
function replaceFields(object: JsonObject, changes: JsonObject): JsonObject {
  return Object.entries(changes)
    .filter(([field, value]) => !sameJson(object[field], value))
    .reduce((result, [field, value]) => replaceField(result, field, value), object);
}
