import type { JsonObject } from '../../persistence/DocumentService';
import { namedDocuments } from './namedDocuments';

export type { JsonObject };

/** The documents of one board, as they are saved or as they are to be saved. */
export interface BoardDocuments {
  /** Definition documents in their order: the one of Flex Configuration, then those that the board settings name. */
  readonly definitions: readonly SavedDocument[];
  /** The board settings. */
  readonly board: SavedDocument;
  /** The list of boards; left out where there is none. */
  readonly index?: SavedDocument | undefined;
  /** The document of the board that is shown, as the list names it. */
  readonly layout?: SavedDocument | undefined;
  /** Documents of further boards that are worked on too, by their names. */
  readonly others?: readonly SavedDocument[] | undefined;
}

export interface SavedDocument {
  /** Unique name in Sync. */
  readonly name: string;
  /** Undefined when there is no such document. */
  readonly value: JsonObject | undefined;
}

/** All documents of a board: its metrics, its settings, its own document and those of others, and the list of boards last. */
export const allDocuments = ({
  definitions,
  board,
  layout,
  others = [],
  index,
}: BoardDocuments): readonly SavedDocument[] => [
  ...definitions,
  board,
  ...(layout ? [layout] : []),
  ...others,
  ...(index ? [index] : []),
];

/** The value of the document of this name; undefined when it is not there, or does not belong to the board. */
export const valueOf = (documents: BoardDocuments, name: string): JsonObject | undefined =>
  allDocuments(documents).find((document) => document.name === name)?.value;

/** Whether a document has a metric of this key. */
export const hasKey = (value: JsonObject | undefined, key: string): boolean =>
  value !== undefined && Object.prototype.hasOwnProperty.call(value, key);

/** The document that a key's tile comes from: the first that has it. */
export const homeOf = ({ definitions }: BoardDocuments, key: string): SavedDocument | undefined =>
  definitions.find(({ value }) => hasKey(value, key));

/** The entry of a metric as it is saved: `{ metric: { … } }`, or whatever lies there; undefined where nothing does. */
export const entryIn = (documents: BoardDocuments, key: string): unknown =>
  homeOf(documents, key)?.value?.[key];

/** With an entry of a document replaced, or taken out given undefined; all others keep their places. */
export const withEntry = (
  documents: BoardDocuments,
  name: string,
  key: string,
  entry: unknown,
): BoardDocuments => ({
  ...documents,
  definitions: documents.definitions.map((document) =>
    document.name === name ? { name, value: replaceField(document.value ?? {}, key, entry) } : document,
  ),
});

/** With other board settings, and with the definition documents that these name. */
export function withBoard(documents: BoardDocuments, value: JsonObject | undefined): BoardDocuments {
  const { board, definitions, layout, others = [] } = documents;
  const [first] = definitions;
  const except = [board.name, ...(first ? [first.name] : [])];
  const named = [layout, ...others].flatMap((one) => namedDocuments(value, except, one?.value));
  const names = [...new Set([...(first ? [first.name] : []), ...named])];
  return {
    ...documents,
    board: { name: board.name, value },
    definitions: names.map(
      (name) => definitions.find((document) => document.name === name) ?? { name, value: undefined },
    ),
  };
}

/** With a field replaced, or taken away given undefined. */
export function replaceField(object: JsonObject, field: string, value: unknown): JsonObject {
  if (value !== undefined) return { ...object, [field]: value };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== field));
}
