import type { StoredChoice, StoredVisual } from '../../schema/boardDocuments';
import { isRecord } from '../metric/fieldChecks';
import type { JsonObject } from '../../persistence/DocumentService';
import type { Span } from './span';

/**
 * A board as a value: what stands where, and what it shows. The order is that of the lists; numbers for it, and which document
 * a metric lies in, are known to `parseBoard` and `toDocuments` alone. What nobody changed is the same object in the next board:
 * also a tile that others were moved past.
 */
export interface Board {
  /** Eight characters a-z and 0-9: where it has a document of its own, or gets one, that is named after it. */
  readonly id: string;
  /** Where the board has a document of its own; without one, each metric says where its one tile stands. */
  readonly own?: OwnDocument | undefined;
  /** The board settings but for the lists of sections and of documents; with fields that nobody knows. */
  readonly settings: JsonObject;
  /** The first has no name: its tiles stand before all others; without a document those that are no metric last. */
  readonly sections: readonly Section[];
  /** Entries as they are saved, whatever they are, without what is said there of the tile's place and size. */
  readonly metrics: ReadonlyMap<string, unknown>;
}

export interface Section {
  readonly name: string | undefined;
  readonly tiles: readonly Tile[];
  /** Whether it is there without tiles as well, because the settings or the board's document list it. */
  readonly isListed: boolean;
  /** As the board's document has it, with fields that nobody knows; of its tiles only what is none. */
  readonly kept?: JsonObject;
}

/** What the document of a board says besides its sections, with fields that nobody knows. */
export interface OwnDocument {
  readonly kept: JsonObject;
}

/** Choices that a tile fixes, by the names of variables. */
export type Fixed = Readonly<Record<string, StoredChoice>>;

export interface Tile {
  /** The tile's own, unique on its board: that of its metric where no document says otherwise. */
  readonly key: string;
  readonly span: Span;
  readonly visual: StoredVisual;
  /** In place of its metric's. */
  readonly label?: string;
  /** What is chosen for this tile, by the names of variables. */
  readonly with?: Fixed;
  /** As the board's document has it, with fields that nobody knows. */
  readonly kept?: JsonObject;
}

/** A metric as a number: what a tile shows unless something else is stored. */
export const numberOf = (metric: string): StoredVisual => ({ kind: 'number', metric });

export interface TilePosition {
  /** Undefined for the tiles before all sections. */
  readonly section: string | undefined;
  /** Key of the tile that it is to stand before; undefined for the last place of the section. */
  readonly before?: string | undefined;
}

/** An entry that is a metric, as it is saved. */
export type MetricEntry = JsonObject & { readonly metric: JsonObject };

export const isMetricEntry = (entry: unknown): entry is MetricEntry =>
  isRecord(entry) && isRecord(entry.metric);

/** The fields of a metric, checked by nobody, without those of its tile's place; undefined where there is no such metric. */
export function metricOf({ metrics }: Board, key: string): JsonObject | undefined {
  const entry = metrics.get(key);
  return isMetricEntry(entry) ? entry.metric : undefined;
}

/** Key of the metric that a tile shows; undefined for visuals that show none. */
export const metricOfTile = ({ visual }: Pick<Tile, 'visual'>): string | undefined =>
  typeof visual.metric === 'string' ? visual.metric : undefined;

/** The name that a tile goes by: its own label, its metric's, or else its key. */
export function labelOfTile(board: Board, key: string): string {
  const tile = tileOf(board, key);
  const metric = tile && metricOfTile(tile);
  return tile?.label ?? (metric === undefined ? key : labelOf(board, metric));
}

/** Keys of the tiles that show a metric, in their order. */
export const tilesWith = ({ sections }: Board, metric: string): readonly string[] =>
  sections.flatMap(({ tiles }) => tiles.flatMap((tile) => (metricOfTile(tile) === metric ? [tile.key] : [])));

/** Keys of the metrics that no tile shows, in the order of their documents. */
export function metricsOnNoTile({ sections, metrics }: Board): readonly string[] {
  const shown = new Set(sections.flatMap(({ tiles }) => tiles.map(metricOfTile)));
  return [...metrics.keys()].filter((key) => !shown.has(key));
}

/** A key that no tile of the board has. */
export function newTileKey({ sections }: Pick<Board, 'sections'>, wanted: string): string {
  const taken = new Set(sections.flatMap(({ tiles }) => tiles.map(({ key }) => key)));
  return taken.has(wanted) ? freeKey(wanted, (key) => taken.has(key)) : wanted;
}

/** The name that a metric goes by: its label, or its key where it has none. */
export function labelOf(board: Board, key: string): string {
  const label = metricOf(board, key)?.label;
  return typeof label === 'string' && label !== '' ? label : key;
}

/** Keys of the tiles of a section in their order; undefined for the tiles before all sections. */
export const tilesOf = ({ sections }: Board, section: string | undefined): readonly string[] =>
  sections.find(({ name }) => name === section)?.tiles.map(({ key }) => key) ?? [];

/** Names of all sections in their order, those without tiles too. */
export const sectionsOf = ({ sections }: Board): readonly string[] =>
  sections.flatMap(({ name }) => (name === undefined ? [] : [name]));

/** The section of a tile and the tile that follows it there; undefined where there is no such tile. */
export function placeOf(
  { sections }: Board,
  key: string,
): { readonly section: string | undefined; readonly before: string | undefined } | undefined {
  for (const { name, tiles } of sections) {
    const index = tiles.findIndex((tile) => tile.key === key);
    if (index >= 0) return { section: name, before: tiles[index + 1]?.key };
  }
  return undefined;
}

export const tileOf = ({ sections }: Board, key: string): Tile | undefined =>
  sections.flatMap(({ tiles }) => tiles).find((tile) => tile.key === key);

/** A key that no metric of the board has, made of a label: `calls-waiting`, `calls-waiting-2` ... */
export const newKey = ({ metrics }: Pick<Board, 'metrics'>, label: string): string =>
  freeKey(label, (key) => metrics.has(key));

export function freeKey(label: string, isTaken: (key: string) => boolean): string {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const name = (words ?? []).join('-').slice(0, 40);
  // Keys that are whole numbers would stand first in every document, whatever came before them.
  const stem = name === '' || /^\d+$/.test(name) ? `metric${name && `-${name}`}` : name;
  let key = stem;
  for (let number = 2; isTaken(key); number += 1) key = `${stem}-${number}`;
  return key;
}
