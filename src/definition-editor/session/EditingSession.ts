import type { BoardDocuments } from './BoardDocuments';
import type { EditingCommand } from './EditingCommand';

/**
 * A working copy of a board: what is saved, what is to be saved, and every step between. Pure and immutable; nothing is saved
 * by any of the functions over it.
 */
export interface EditingSession {
  /** What was saved when the session began, was saved last, or was last rebased on: the base that a save is conditional on. */
  readonly base: BoardDocuments;
  readonly current: BoardDocuments;
  /** Steps that can be undone, the newest last. Saving does not end them. */
  readonly past: readonly Step[];
  /** Steps that can be done again, the next one last. */
  readonly future: readonly Step[];
  /** What somebody else saved differently meanwhile; until each is decided nothing can be saved. Mine stands in `current`. */
  readonly conflicts: readonly Conflict[];
  /** What a save that got no answer may have written, or may still write. */
  readonly sent?: BoardDocuments | undefined;
}

/** What was done, and the documents that undoing it (in the future: doing it again) brings back. */
export interface Step {
  readonly type: StepType;
  /** Of the metric that it was done to, where it was one. */
  readonly key?: string;
  readonly documents: BoardDocuments;
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
      /** The field of the board settings whose values the three are. */
      readonly key: string;
    }
);

/** `both` keeps theirs under its key and mine under a new one, where both of them are metrics. */
export type ConflictChoice = 'mine' | 'theirs' | 'both';

export function beginEditing(documents: BoardDocuments): EditingSession {
  return { base: documents, current: documents, past: [], future: [], conflicts: [] };
}

/** The session before its last step; the same object when there is none. */
export function undo(session: EditingSession): EditingSession {
  const step = session.past[session.past.length - 1];
  if (!step) return session;
  return {
    ...session,
    current: step.documents,
    conflicts: step.conflicts,
    past: session.past.slice(0, -1),
    future: [...session.future, { ...step, documents: session.current, conflicts: session.conflicts }],
  };
}

/** The session after the step that was undone last; the same object when there is none. */
export function redo(session: EditingSession): EditingSession {
  const step = session.future[session.future.length - 1];
  if (!step) return session;
  return {
    ...session,
    current: step.documents,
    conflicts: step.conflicts,
    past: [...session.past, { ...step, documents: session.current, conflicts: session.conflicts }],
    future: session.future.slice(0, -1),
  };
}
