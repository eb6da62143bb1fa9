/**
 * The document `<definitions>-versions`, or with several boards `dashboard-board-<id>-versions` of each: the last ten versions of a
 * board, the newest first. What stood in a document then
 * lies in a copy of its own, as a document may be as large as Sync takes: `<document>-version-<id>`.
 */
export interface DefinitionVersions {
  readonly versions: readonly DefinitionVersion[];
}

export interface DefinitionVersion {
  readonly id: string;
  /** ISO 8601 */
  readonly saved_at: string;
  /** Identity in Flex. Missing where something stood that was not saved by the editor. */
  readonly saved_by?: string;
  /** Ids of the copies that came with this version, by the name of the document; one that is not here was as in an older version. */
  readonly copies: Readonly<Record<string, string>>;
  /** Names of the documents among these that were not there before; older plugins do not say it. */
  readonly created?: readonly string[];
}
