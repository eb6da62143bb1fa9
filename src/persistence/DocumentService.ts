/** What is saved is never more than half known: other versions and other people put in what they like. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A Sync service as far as definitions are saved in it, from a browser or from a Function. Its methods reject when it fails. */
export interface DocumentService {
  /** @returns undefined when there is no such document */
  read(name: string): Promise<ReadDocument | undefined>;
  /**
   * Replaces what was read, or creates the document where there was none.
   * @returns false when it is not so any more, and then nothing is written
   */
  write(name: string, value: JsonObject, replaced: ReadDocument | undefined): Promise<boolean>;
  /** Does nothing when there is no such document. */
  remove(name: string): Promise<void>;
}

export interface ReadDocument {
  readonly value: JsonObject;
  /** ISO 8601 */
  readonly updatedAt: string;
  /** Where the service goes by it. */
  readonly revision?: string;
}
