/**
 * Where a dashboard's definitions and data come from. Two questions, two answers: whether a document is there,
 * and whether news of it can arrive; a wall keeps its last numbers while the connection is lost.
 */
export interface DashboardSource {
  /** The same object until something changed. */
  getSnapshot(): DashboardSnapshot;
  /** The time by Twilio's clock, as well as that is known, in milliseconds since 1970: what the age of data is judged by. */
  now(): number;
  /** Calls back after each change. The source works only while somebody listens. */
  subscribe(onChange: () => void): () => void;
}

export interface DashboardSnapshot {
  readonly connection: Connection;
  readonly definitions: DocumentState;
  /** Further definition documents, in the order in which the board settings name them. */
  readonly furtherDefinitions: readonly NamedDocument[];
  readonly data: DocumentState;
  /** The board settings; most accounts have none. */
  readonly board: DocumentState;
  /** The list of boards; most accounts have none. */
  readonly boards: DocumentState;
  /** The document of the board that is shown; undefined where the list names none. */
  readonly boardDocument: NamedDocument | undefined;
  readonly refresh: RefreshState;
  /** How far Twilio's clock is ahead of this one, in milliseconds; 0 until that is known. `now` counts it in. */
  readonly clockDifference: number;
}

export interface NamedDocument {
  readonly name: string;
  readonly state: DocumentState;
}

/** `connecting` is only ever the first time; a connection that was lost is `disconnected` until it is back. */
export type Connection = 'connecting' | 'connected' | 'disconnected';

export type DocumentState =
  | { readonly status: 'loading' }
  /** Nobody has created it; it is looked for again from time to time. */
  | { readonly status: 'missing' }
  /** It could not be read; tried again from time to time. */
  | { readonly status: 'failed'; readonly problem: string }
  | { readonly status: 'present'; readonly value: unknown };

/** How things stand with asking the Function for a collection, which a dashboard does by itself when its data is old. */
export type RefreshState =
  | { readonly status: 'off'; readonly reason: RefreshOff }
  /** There was nothing to ask for, or what was asked for has come. */
  | { readonly status: 'idle' }
  | { readonly status: 'asking' }
  /** It is asked again, not before `retryAt` (milliseconds since 1970, by Twilio's clock). */
  | { readonly status: 'failed'; readonly problem: string; readonly retryAt: number };

/**
 * Why nothing is asked for: Flex Configuration names no address, or one to which Flex's token must not be sent; or the user
 * has neither of the roles of Flex that the Function admits, `supervisor` and `admin`.
 */
export type RefreshOff = 'no-address' | 'unsafe-address' | 'role';
