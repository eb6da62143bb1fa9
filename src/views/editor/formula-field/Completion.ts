import type { TextKey } from '../../../strings/TextKey';

export type CompletionKind =
  'parameter' | 'field' | 'queue' | 'activity' | 'word' | 'method' | 'name' | 'text';

/** Something that may stand at the cursor. */
export interface Completion {
  /** What is typed to find it, and how it is listed. */
  readonly label: string;
  readonly kind: CompletionKind;
  /** The part of the formula that it replaces. */
  readonly start: number;
  readonly end: number;
  readonly insert: string;
  /** Where the cursor goes, in characters from the start of `insert`; behind it unless given. */
  readonly caret?: number;
  /** Where it lies in the data, when that is not at the cursor: `data.workspace_statistics.realtime`. */
  readonly place?: string;
  /** What it means. */
  readonly documentation?: Extract<TextKey, `Doc${string}`>;
  /** How it is called, such as `serviceLevel(x, seconds)`. */
  readonly signature?: string;
  /** What it is now; of a parameter, in the first entry of its list. Missing where it has no value by itself. */
  readonly value?: unknown;
}
