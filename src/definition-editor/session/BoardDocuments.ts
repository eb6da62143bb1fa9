import type { JsonObject } from '../../saving/DocumentService';

export type { JsonObject };

/** The documents of one board, as they are saved or as they are to be saved. */
export interface BoardDocuments {
  /** Definition documents in their order: the one of Flex Configuration, then those that the board settings name. */
  readonly definitions: readonly SavedDocument[];
  /** The board settings. */
  readonly board: SavedDocument;
}

export interface SavedDocument {
  /** Unique name in Sync. */
  readonly name: string;
  /** Undefined when there is no such document. */
  readonly value: JsonObject | undefined;
}

/** All documents of a board, the settings last. */
export const allDocuments = ({ definitions, board }: BoardDocuments): readonly SavedDocument[] => [
  ...definitions,
  board,
];

/** The value of the document of this name; undefined when it is not there, or does not belong to the board. */
export const valueOf = (documents: BoardDocuments, name: string): JsonObject | undefined =>
  allDocuments(documents).find((document) => document.name === name)?.value;
