import { allDocuments, type BoardDocuments } from './BoardDocuments';

/** What Twilio Sync takes in one document: 16 KiB of JSON in UTF-8. */
export const mostBytes = 16_384;

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
    const bytes = value === undefined ? 0 : bytesOf(value);
    return { name, bytes, bytesLeft: mostBytes - bytes };
  });

/** Bytes of a value as JSON in UTF-8. */
export function bytesOf(value: object): number {
  let bytes = 0;
  for (const character of JSON.stringify(value)) {
    const code = character.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
