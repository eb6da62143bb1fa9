/** One Sync document, as far as the collector uses it: read, and write only if nobody else has meanwhile. */
export interface ConditionalDocument {
  /** Unique name, for messages. */
  readonly name: string;
  /** @returns undefined when there is no such document */
  read(): Promise<StoredDocument | undefined>;
  /**
   * Replaces the data, or creates the document given undefined.
   * @param replaced what was read, of which only the revision matters, or undefined when there was nothing
   * @returns the new revision, or undefined when it was not so any more. That does not prove that somebody else wrote: when
   * the answer to a write got lost, the second attempt finds the first.
   */
  write(data: object, replaced: Pick<StoredDocument, 'revision'> | undefined): Promise<string | undefined>;
}

export interface StoredDocument {
  readonly data: unknown;
  readonly revision: string;
  readonly dateUpdated?: Date;
}
