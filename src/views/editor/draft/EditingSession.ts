import type { Board } from '../../../model/board/Board';
import type { BoardDocuments } from '../../../model/board/BoardDocuments';
import { parseBoard } from '../../../model/board/parseBoard';
import { inPlaceOf, toDocuments } from '../../../model/board/toDocuments';
import type { EditingCommand } from './EditingCommand';

/** A board that somebody works on. */
export interface WorkingCopy {
  readonly current: Board;
  /** The documents that it was made of: of these, saving it changes as little as can be. */
  readonly origin: BoardDocuments;
}

/**
 * A working copy of a board: what is saved, what is to be saved, and every step between. Pure and immutable; nothing is saved
 * by any of the functions over it.
 */
export interface EditingSession extends WorkingCopy {
  /** What was saved when the session began, was saved last, or was last rebased on: the base that a save is conditional on. */
  readonly base: BoardDocuments;
  /** Steps that can be undone, the newest last. Saving does not end them. */
  readonly past: readonly Step[];
  /** Steps that can be done again, the next one last. */
  readonly future: readonly Step[];
  /** What somebody else saved differently meanwhile; until each is decided nothing can be saved. Mine stands in `current`. */
  readonly conflicts: readonly Conflict[];
  /** What a save that got no answer may have written, or may still write. */
  readonly sent?: BoardDocuments | undefined;
}

/** What was done, and the working copy that undoing it (in the future: doing it again) brings back. */
export interface Step extends WorkingCopy {
  readonly type: StepType;
  /** Of the metric that it was done to, where it was one. */
  readonly key?: string;
  /** As they were then; decisions can be undone as well. */
  readonly conflicts: readonly Conflict[];
}

export type StepType = EditingCommand['type'] | 'resolve-conflict';

/** Two people changed the same thing in different ways. Undefined stands for what is not there: removed, or not yet made. */
export type Conflict = {
  /** Name of the document. */
  readonly document: string;
  /** As it was before both. */
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
} & (
  | {
      readonly kind: 'metric';
      /** The three are entries as they are saved: `{ metric: { … } }`. */
      readonly key: string;
    }
  | {
      readonly kind: 'setting';
      /** The field of the board settings, or of the list of boards, whose values the three are. */
      readonly key: string;
    }
  | {
      readonly kind: 'board';
      /** Id of the board whose entries in the list of boards the three are. */
      readonly key: string;
    }
  | {
      readonly kind: 'variable';
      /** Name of the choice in the board's own document; the three are choices as they are stored. */
      readonly key: string;
    }
  | {
      readonly kind: 'tile';
      /** Of the tile in the board's own document; the three are tiles as they are stored, with the name of their section. */
      readonly key: string;
    }
);

/** `both` keeps theirs under its key and mine under a new one, where both of them are metrics. */
export type ConflictChoice = 'mine' | 'theirs' | 'both';

export const beginEditing = (documents: BoardDocuments): EditingSession => ({
  base: documents,
  ...copyOf(documents),
  past: [],
  future: [],
  conflicts: [],
});

export const copyOf = (documents: BoardDocuments): WorkingCopy => ({
  current: parseBoard(documents),
  origin: documents,
});

/** A working copy as it is to be saved; the same object for the same board. */
export const documentsOf = ({ current, origin }: WorkingCopy): BoardDocuments => toDocuments(current, origin);

/** The session before its last step; the same object when there is none. */
export function undo(session: EditingSession): EditingSession {
  const step = session.past[session.past.length - 1];
  if (!step) return session;
  return {
    ...session,
    ...standingIn(session, step),
    past: session.past.slice(0, -1),
    future: [...session.future, { ...step, ...standOf(session) }],
  };
}

/** The session after the step that was undone last; the same object when there is none. */
export function redo(session: EditingSession): EditingSession {
  const step = session.future[session.future.length - 1];
  if (!step) return session;
  return {
    ...session,
    ...standingIn(session, step),
    past: [...session.past, { ...step, ...standOf(session) }],
    future: session.future.slice(0, -1),
  };
}

/** The session with no more than its first steps, so many of them; what was undone can be done again. */
export function undoTo(session: EditingSession, depth: number): EditingSession {
  let result = session;
  while (result.past.length > depth) result = undo(result);
  return result;
}

/** The session with all steps after the first, so many of them, as one: it is undone at once. */
export function joinSteps(session: EditingSession, depth: number): EditingSession {
  const { past } = session;
  return past.length > depth + 1 ? { ...session, past: past.slice(0, depth + 1) } : session;
}

/** A step may be older than a document that was saved since. */
const standingIn = ({ base }: EditingSession, step: Step) => ({
  ...standOf(step),
  origin: inPlaceOf(step.origin, base),
});

const standOf = ({ current, origin, conflicts }: Step | EditingSession) => ({ current, origin, conflicts });
