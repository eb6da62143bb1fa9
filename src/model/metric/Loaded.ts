import type { Completeness } from './Reading';

/** How far a source has come with its value. */
export type Loaded<T> =
  | { readonly status: 'loading' }
  /** Nobody has created it; it is looked for again from time to time. */
  | { readonly status: 'missing' }
  /** It could not be read; tried again from time to time. */
  | { readonly status: 'failed'; readonly problem: string }
  | {
      readonly status: 'ready';
      readonly value: T;
      /** When it was true, in milliseconds since 1970; absent where the value says so itself or does not age. */
      readonly collectedAt?: number;
      /** Where it is old sooner than other data. */
      readonly staleAfterSeconds?: number;
      /** Of how many the value has how many, where it does not have all. */
      readonly completeness?: Completeness;
    };

/** The value; undefined while there is none. */
export const valueOf = <T>(loaded: Loaded<T>): T | undefined =>
  loaded.status === 'ready' ? loaded.value : undefined;
