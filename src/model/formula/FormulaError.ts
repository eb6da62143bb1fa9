/**
 * Why a formula gives no value.
 * - `empty`, `too-long`, `too-deep`, `syntax`, `unsupported` (JavaScript a formula cannot do), `unknown-name`: known from the text alone
 * - `blocked`: exists in JavaScript and is not allowed here
 * - `type`: JavaScript would throw too, such as reading from nothing
 * - `missing`: a word found no such queue, activity or threshold
 * - `needs-choice`: it reads a variable of the board for which nothing is chosen; a `NeedsChoice`
 * - `budget`: too much work
 * - `time`: stopped by the clock
 * - `too-large`: a text, a list or the result is too big
 * - `not-a-value`: the formula gives a function, or something with a function in it
 * - `internal`: a mistake of ours
 */
export type FormulaErrorCode =
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'syntax'
  | 'unsupported'
  | 'unknown-name'
  | 'blocked'
  | 'type'
  | 'missing'
  | 'needs-choice'
  | 'budget'
  | 'time'
  | 'too-large'
  | 'not-a-value'
  | 'internal';

/** A part of the formula's text: from `start`, up to and not including `end`, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const nowhere: Span = { start: -1, end: -1 };

export class FormulaError extends Error {
  readonly code: FormulaErrorCode;
  readonly start: number;
  readonly end: number;
  /** Milliseconds until the formula is tried again, when it was stopped; undefined for mistakes of the formula. */
  readonly retryAfter: number | undefined;

  constructor(code: FormulaErrorCode, message: string, span: Span = nowhere, retryAfter?: number) {
    super(message);
    this.name = 'FormulaError';
    this.code = code;
    this.start = span.start;
    this.end = span.end;
    this.retryAfter = retryAfter;
  }

  /** The same error with a place, for errors raised where the place is not known. A place already there stays: it is the innermost. */
  at(span: Span): FormulaError {
    return this.start >= 0 ? this : new FormulaError(this.code, this.message, span);
  }
}
