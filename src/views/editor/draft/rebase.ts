import { valueOf, type BoardDocuments, type SavedDocument } from '../../../model/board/BoardDocuments';
import { currentConflicts, sameSubject, subjectIn } from './conflicts';
import { copyOf, documentsOf, type Conflict, type EditingSession, type WorkingCopy } from './EditingSession';
import { mergeDocuments } from './mergeDocuments';
import { alignedWith, boardDocumentsIn, withOthers } from '../../../model/board/severalBoards';
import { sameJson } from '../../../persistence/sameJson';

/**
 * The session on top of what somebody else has saved since it began. Every step of it is brought over, so that undoing goes
 * back to their metrics and never to those that they replaced.
 */
export function rebase(session: EditingSession, found: BoardDocuments): EditingSession {
  const { past, future } = session;
  const theirs = alignedWith(found, session.base);
  const base = withArrived(session, theirs);
  if (sameJson(base, theirs)) return base === session.base ? session : { ...session, base };
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

/**
 * The base of a session, given what is saved now. A document that holds what this session sent, in a save that got no answer,
 * has arrived: it is nobody else's change.
 */
export function withArrived(
  { base, sent }: Pick<EditingSession, 'base' | 'sent'>,
  saved: BoardDocuments,
): BoardDocuments {
  if (!sent) return base;
  const hasArrived = (name: string): boolean =>
    valueOf(sent, name) !== undefined && sameJson(valueOf(sent, name), valueOf(saved, name));
  const standing = ({ name, value }: SavedDocument): SavedDocument => ({
    name,
    value: hasArrived(name) ? valueOf(sent, name) : value,
  });
  const known = new Set(base.definitions.map(({ name }) => name));
  const added = sent.definitions.filter(({ name }) => !known.has(name) && hasArrived(name));
  const arrived = (part: 'layout' | 'index'): SavedDocument | undefined => {
    const found = base[part] ?? sent[part];
    return found && standing(base[part] ?? { name: found.name, value: undefined });
  };
  const layout = saved.layout && arrived('layout');
  const begun = boardDocumentsIn(sent).filter(
    ({ name }) => name !== layout?.name && hasArrived(name) && valueOf(base, name) === undefined,
  );
  const documents = {
    definitions: [...base.definitions.map(standing), ...added],
    board: standing(base.board),
    ...(layout && { layout }),
    ...(saved.index && { index: arrived('index') }),
  };
  return withOthers(documents, [...(base.others ?? []).map(standing), ...begun]);
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
    .map((conflict) => ({ ...conflict, theirs: subjectIn(theirs, conflict) }));
  return [...found, ...currentConflicts(still, documents)];
}

/** The session after `current` was saved: its steps can be undone as before, which is a new change then. */
export const markSaved = (session: EditingSession): EditingSession => ({
  ...session,
  base: documentsOf(session),
  sent: undefined,
});
