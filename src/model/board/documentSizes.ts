import { mostBytes } from '../../schema/defaults';
import { bytesOf } from '../../persistence/bytesOf';
import { allDocuments, type BoardDocuments, type JsonObject } from './BoardDocuments';

export interface DocumentSize {
  /** Name of the document. */
  readonly name: string;
  readonly bytes: number;
  /** Below 0 where it is too large to be saved. */
  readonly bytesLeft: number;
}

/** How large the documents of a board are when they are saved; one that is not there has no bytes. */
export const documentSizes = (documents: BoardDocuments): readonly DocumentSize[] =>
  allDocuments(documents).map(({ name, value }) => {
    const bytes = value === undefined ? 0 : bytesIn(value);
    return { name, bytes, bytesLeft: mostBytes - bytes };
  });

const counted = new WeakMap<JsonObject, number>();

/** Bytes of a document as JSON; it is counted once. */
export function bytesIn(value: JsonObject): number {
  const bytes = counted.get(value) ?? bytesOf(value);
  counted.set(value, bytes);
  return bytes;
}
