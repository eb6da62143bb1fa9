import { bytesOf, mostBytes } from '../../saving/bytesOf';
import { allDocuments, type BoardDocuments, type JsonObject } from './BoardDocuments';
import { hasKey } from './metricEntries';

export interface DocumentSize {
  /** Name of the document. */
  readonly name: string;
  readonly bytes: number;
  /** Below 0 where it is too large to be saved. */
  readonly bytesLeft: number;
}

/** Documents are never changed, and asked for their size by every metric that looks for room. */
const known = new WeakMap<JsonObject, number>();

export function bytesOfDocument(value: JsonObject): number {
  const bytes = known.get(value) ?? bytesOf(value);
  known.set(value, bytes);
  return bytes;
}

/** What a member takes within an object, without a comma before it. */
export const bytesOfMember = (key: string, value: unknown): number => bytesOf({ [key]: value }) - '{}'.length;

/** How large a document will be with a member of so many bytes, in place of what it has under the key. */
export function bytesWithMember(document: JsonObject | undefined, key: string, memberBytes: number): number {
  const before = document ? bytesOfDocument(document) : '{}'.length;
  const replaced = hasKey(document, key) ? bytesOfMember(key, document?.[key]) : 0;
  if (replaced > 0) return before - replaced + memberBytes;
  return before + memberBytes + (before > '{}'.length ? ','.length : 0);
}

/** Spares the count where it is known how large a document has become. */
export const rememberBytes = (document: JsonObject, bytes: number): void => void known.set(document, bytes);

/** How large the documents of a board are when they are saved; one that is not there has no bytes. */
export const documentSizes = (documents: BoardDocuments): readonly DocumentSize[] =>
  allDocuments(documents).map(({ name, value }) => {
    const bytes = value === undefined ? 0 : bytesOfDocument(value);
    return { name, bytes, bytesLeft: mostBytes - bytes };
  });
