import type { BoardSettings } from '../../contract/boardSettings';
import type { TileSize } from '../../contract/metricDefinition';
import { parseBoardSettings } from '../../metric/parseBoardSettings';
import { sameJson } from '../../saving/sameJson';
import {
  isMetricEntry,
  numberOf,
  sectionsOf,
  tileOf,
  type Board,
  type Section,
  type Tile,
  type TilePosition,
} from './Board';
import { replaceField, type JsonObject } from './BoardDocuments';

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
  return isMetricEntry(entry) ? changed : withTileAt(changed, key, { section: undefined });
}

/** With a metric under a key, in place of the one that is there or as a new tile, in this place. */
export function withMetric(
  board: Board,
  key: string,
  entry: JsonObject,
  place: TilePosition,
  size: TileSize = 'normal',
): Board {
  const put = sameJson(board.metrics.get(key), entry) ? board : withEntryOf(board, key, entry);
  const known = tileOf(board, key);
  return withSize(withTileAt(put, key, place, known ?? { key, size, visual: numberOf(key) }), key, size);
}

export function withoutMetric(board: Board, key: string): Board {
  if (!board.metrics.has(key)) return board;
  const metrics = new Map(board.metrics);
  metrics.delete(key);
  const sections = board.sections.map((section) =>
    withTiles(section, (tiles) => tiles.filter((tile) => tile.key !== key)),
  );
  return withSections({ ...board, metrics }, sections);
}

/** With a tile in a place, where no other tile leaves its own. What is no metric stands after all that are, and cannot be moved. */
export function withTileAt(board: Board, key: string, place: TilePosition, tile = tileOf(board, key)): Board {
  if (!tile || !isMetricEntry(board.metrics.get(key))) return board;
  const name = place.section?.trim() || undefined;
  const known = board.sections.some((section) => section.name === name);
  const sections = known ? board.sections : [...board.sections, { name, tiles: [], isListed: false }];
  const moved = sections.map((section) => {
    if (section.name !== name)
      return withTiles(section, (tiles) => tiles.filter((other) => other.key !== key));
    const others = section.tiles.filter((other) => other.key !== key);
    const last = others.findIndex((other) => !isMetricEntry(board.metrics.get(other.key)));
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

export function withSize(board: Board, key: string, size: TileSize): Board {
  if (!isMetricEntry(board.metrics.get(key))) return board;
  const resized = (tiles: readonly Tile[]): readonly Tile[] =>
    tiles.map((tile) => (tile.key === key && tile.size !== size ? { ...tile, size } : tile));
  return withSections(
    board,
    board.sections.map((section) => withTiles(section, resized)),
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
  const isMetric = ({ key }: Tile): boolean => isMetricEntry(board.metrics.get(key));
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

function withEntryOf(board: Board, key: string, entry: unknown): Board {
  return { ...board, metrics: new Map(board.metrics).set(key, entry) };
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
