import type { BoardDocuments, SavedDocument } from '../../../model/board/BoardDocuments';

/**
 * Where the documents of a board are saved. It never overwrites what it was not told of, and keeps what stood there: the last
 * ten versions of the board, with author and time. Nothing rejects; what goes wrong is an outcome.
 */
export interface DefinitionStore {
  /**
   * Writes whatever differs between the two, if all of that still is as in `base`. Given no difference it writes nothing.
   * @param cancel once it is aborted no further document is written; what Twilio was sent before may still be saved
   */
  save(base: BoardDocuments, current: BoardDocuments, cancel?: AbortSignal): Promise<SaveOutcome>;
  /**
   * The newest first; the first is what is saved now, unless somebody wrote it without this editor.
   * @param board name of its document, where it has one; older versions are those of all boards together
   */
  versions(board?: string): Promise<VersionsOutcome>;
  /**
   * A board as it was then, to preview and to restore by the command `restore`.
   * @param board name of its document, where it has one
   */
  readVersion(id: string, board?: string): Promise<ReadVersionOutcome>;
  /** Documents as they are now, by their unique names; one that is not there has no value. */
  readDocuments(names: readonly string[]): Promise<ReadDocumentsOutcome>;
}

export type ReadDocumentsOutcome =
  { readonly status: 'read'; readonly documents: readonly SavedDocument[] } | StoreFailure;

export type SaveOutcome =
  | { readonly status: 'saved' }
  /** Somebody else has saved meanwhile: what is there now. Rebase on it. Documents that could be written before the clash are in it. */
  | { readonly status: 'conflict'; readonly documents: BoardDocuments }
  | StoreFailure;

export type VersionsOutcome =
  { readonly status: 'read'; readonly versions: readonly VersionEntry[] } | StoreFailure;

export type ReadVersionOutcome =
  | { readonly status: 'read'; readonly documents: BoardDocuments }
  /** Somebody removed it, or so many versions were saved since that it is not kept any more. */
  | { readonly status: 'gone' }
  | StoreFailure;

export interface VersionEntry {
  readonly id: string;
  /** Milliseconds since 1970; undefined when the list of versions, which others can write too, has no time there. */
  readonly savedAt: number | undefined;
  /** Identity in Flex; undefined for what stood there without having been saved by this editor. */
  readonly savedBy: string | undefined;
}

export interface StoreFailure {
  readonly status: 'failed';
  readonly reason: StoreFailureReason;
  /** For whoever looks into it: Twilio's words or the Function's, in English. */
  readonly problem: string;
}

export type StoreFailureReason =
  /** Nothing was sent. */
  | 'offline'
  /** No answer came: it may be saved or not. Saving again is safe. */
  | 'unknown'
  /** Twilio or the Function had a fault of its own: it may be saved or not. Saving again is safe. */
  | 'outage'
  /** Whoever saved did not want to wait: it may be saved or not. Saving again is safe. */
  | 'cancelled'
  /** A document is larger than Sync takes. */
  | 'too-large'
  /** By Sync's permissions, or because the Function admits other roles. */
  | 'not-allowed'
  /** Twilio allows so many writes a second; try again in a few seconds. */
  | 'busy'
  | 'failed';
