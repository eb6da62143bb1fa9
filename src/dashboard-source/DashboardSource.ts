/**
 * Where a dashboard's definitions and data come from. Two questions, two answers: whether a document is there,
 * and whether news of it can arrive; a wall keeps its last numbers while the connection is lost.
 */
export interface DashboardSource {
  /** The same object until something changed. */
  getSnapshot(): DashboardSnapshot;
  /** Calls back after each change. The source works only while somebody listens. */
  subscribe(onChange: () => void): () => void;
}

export interface DashboardSnapshot {
  readonly connection: Connection;
  readonly definitions: DocumentState;
  readonly data: DocumentState;
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
