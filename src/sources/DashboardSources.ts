import type { Loaded } from '../model/metric/Loaded';
import type { ReadableStore } from '../model/store/Store';
import type { PastSource } from '../model/series/Trends';
import type { Source } from './Source';

/**
 * What a dashboard is made of, each part a source of its own. Two questions, two answers: whether a document is there, and
 * whether news of it can arrive; a wall keeps its last numbers while the connection is lost.
 */
export interface DocumentSources {
  /** The collector's dashboard data. */
  readonly data: Source<unknown>;
  readonly definitions: Source<unknown>;
  /** Further definition documents, in the order in which the board settings name them. */
  readonly furtherDefinitions: ReadableStore<readonly NamedDocument[]>;
  /** Most accounts have none. */
  readonly boardSettings: Source<unknown>;
  /** The list of boards; most accounts have none. */
  readonly boards: Source<unknown>;
  /** The document of the board that is shown; undefined where the list names none. */
  readonly boardDocument: ReadableStore<NamedDocument | undefined>;
  /** Id of the board that is asked for; undefined for the first one. */
  readonly wantedBoard: ReadableStore<string | undefined>;
  /** Shows the board of this id; the first one given undefined, and while the list does not name it. */
  readonly showBoard: (id: string | undefined) => void;
  /**
   * The document of the board of this id, shown or not. It is followed while somebody subscribes to it and the sources are in
   * use, once for all who do; before that it is loading.
   */
  readonly boardDocumentOf: (id: string) => Source<unknown>;
  /** The definition document of this name, in the same way: a board that is not shown may need others than the one that is. */
  readonly definitionsIn: (document: string) => Source<unknown>;
  readonly connection: ReadableStore<Connection>;
  readonly clock: Clock;
  /** The document of this name beside the data, such as one of its past, in the same way. */
  readonly documentBesideData: (document: string) => Source<unknown>;
  /** The sources work until the function that it returns is called, and for others who use them. */
  readonly use: () => () => void;
  readonly isInUse: ReadableStore<boolean>;
}

export interface DashboardSources extends DocumentSources {
  readonly refresh: ReadableStore<RefreshState>;
  /** What formulas read, by name. */
  readonly named: NamedSources;
  /** Tasks that wait; asked for while somebody subscribes. No formula reads them. */
  readonly waitingTasks: Source<unknown>;
  /** What `data` was at earlier times; read while somebody follows it. */
  readonly history: PastSource;
}

/** `data` is the dashboard data; every other one stands within it under its name, as `data.agents` would. */
export type NamedSources = ReadonlyMap<string, Source<unknown>>;

/** Twilio's clock, which dates the data. */
export interface Clock {
  /** Milliseconds since 1970, as well as that is known: what the age of data is judged by. */
  now(): number;
  /** How far Twilio's clock is ahead of this one, in milliseconds; 0 until that is known. `now` counts it in. */
  readonly difference: ReadableStore<number>;
}

export interface NamedDocument {
  readonly name: string;
  readonly state: Loaded<unknown>;
}

/** `connecting` is only ever the first time; a connection that was lost is `disconnected` until it is back. */
export type Connection = 'connecting' | 'connected' | 'disconnected';

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
