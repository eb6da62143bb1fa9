import type { BoardDocuments } from '../../model/board/BoardDocuments';
import { currentConflicts, sameSubject } from './conflicts';
import { copyOf, documentsOf, type Conflict, type EditingSession, type WorkingCopy } from './EditingSession';
import { mergeDocuments } from './mergeDocuments';
import { sameJson } from '../../saving/sameJson';

/**
 * The session on top of what somebody else has saved since it began. Every step of it is brought over, so that undoing goes
 * back to their metrics and never to those that they replaced.
 */
export function rebase(session: EditingSession, theirs: BoardDocuments): EditingSession {
  const { base, past, future } = session;
  if (sameJson(base, theirs)) return session;
  const bring = <Stage extends WorkingCopy & { readonly conflicts: readonly Conflict[] }>(
    stage: Stage,
  ): Stage => {
    const { documents, conflicts } = mergeDocuments(base, documentsOf(stage), theirs);
    return {
      ...stage,
      ...copyOf(documents),
      conflicts: withPending(conflicts, stage.conflicts, documents, theirs),
    };
  };
  return { ...bring(session), base: theirs, past: past.map(bring), future: future.map(bring) };
}

/** What was not decided before is not decided by their next change, which is no clash with itself. */
function withPending(
  found: readonly Conflict[],
  pending: readonly Conflict[],
  documents: BoardDocuments,
  theirs: BoardDocuments,
): readonly Conflict[] {
  const still = pending
    .filter((conflict) => !found.some((other) => sameSubject(other, conflict)))
    .map((conflict) => ({ ...conflict, theirs: fieldOf(theirs, conflict) }));
  return [...found, ...currentConflicts(still, documents)];
}

const fieldOf = ({ definitions, board }: BoardDocuments, { document, key }: Conflict): unknown =>
  [...definitions, board].find(({ name }) => name === document)?.value?.[key];

/** The session after `current` was saved: its steps can be undone as before, which is a new change then. */
export const markSaved = (session: EditingSession): EditingSession => ({
  ...session,
  base: documentsOf(session),
});
