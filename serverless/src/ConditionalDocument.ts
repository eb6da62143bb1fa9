/** One Sync document, as far as the collector uses it: read, and write only if nobody else has meanwhile. */
export interface ConditionalDocument {
  /** Unique name, for messages. */
  readonly name: string;
  /** @returns undefined when there is no such document */
  read(): Promise<StoredDocument | undefined>;
  /**
   * Replaces the data, or creates the document given undefined.
   * @param replaced what was read, or undefined when there was nothing
   * @returns whether it still was so. False does not prove that somebody else wrote: when the answer to a write got lost,
   * the second attempt finds the first.
   */
  write(data: object, replaced: StoredDocument | undefined): Promise<boolean>;
}

export interface StoredDocument {
  readonly data: unknown;
  readonly revision: string;
}
