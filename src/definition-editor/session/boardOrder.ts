import { arrangeBoard } from '../../metric/arrangeBoard';
import { parseBoardSettings } from '../../metric/parseBoardSettings';
import type { BoardDocuments } from './BoardDocuments';
import { definitionsOf } from './metricEntries';

/** Keys of the tiles of a section in their order; undefined for the tiles before all sections. */
export const tilesOf = (documents: BoardDocuments, section: string | undefined): readonly string[] =>
  arranged(documents)
    .find(({ name }) => name === section)
    ?.tiles.map(({ key }) => key) ?? [];

/** All sections in their order, those without tiles too. */
export function sectionsOf(documents: BoardDocuments): readonly string[] {
  const used = arranged(documents).flatMap(({ name }) => (name === undefined ? [] : [name]));
  return [...new Set([...parseBoardSettings(documents.board.value).sections, ...used])];
}

/** The section of a tile and the tile that follows it there; undefined where there is no such tile. */
export function placeOf(
  documents: BoardDocuments,
  key: string,
): { readonly section: string | undefined; readonly before: string | undefined } | undefined {
  for (const { name, tiles } of arranged(documents)) {
    const index = tiles.findIndex((tile) => tile.key === key);
    if (index >= 0) return { section: name, before: tiles[index + 1]?.key };
  }
  return undefined;
}

const arranged = (documents: BoardDocuments) =>
  arrangeBoard(definitionsOf(documents), parseBoardSettings(documents.board.value).sections);
