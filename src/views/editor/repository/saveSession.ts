import { isChanged } from '../draft/changesOf';
import { documentsOf, type EditingSession } from '../draft/EditingSession';
import { markSaved, rebase, withArrived } from '../draft/rebase';
import { sameJson } from '../../../persistence/sameJson';
import type { DefinitionStore, StoreFailure, StoreFailureReason } from './DefinitionStore';

/** Nobody saves so often; whoever comes so late tries again by hand. */
const mostAttempts = 5;

const mayBeSaved: ReadonlySet<StoreFailureReason> = new Set(['unknown', 'outage', 'cancelled']);

export interface SavedSession {
  /** To go on with, whatever the outcome. */
  readonly session: EditingSession;
  readonly outcome: { readonly status: 'saved' } | { readonly status: 'conflicts' } | StoreFailure;
  /** Whether changes of somebody else came into the session. */
  readonly rebased: boolean;
}

/**
 * Saves a session. What somebody else saved meanwhile is brought in; only what clashes is left to be decided, and then nothing
 * is saved. The session must not be edited until the outcome is there.
 */
export async function saveSession(
  store: DefinitionStore,
  begun: EditingSession,
  cancel?: AbortSignal,
): Promise<SavedSession> {
  let session = begun;
  let rebased = false;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    if (session.conflicts.length > 0) return { session, outcome: { status: 'conflicts' }, rebased };
    if (!isChanged(session)) return { session, outcome: { status: 'saved' }, rebased };
    const outcome = await store.save(session.base, documentsOf(session), cancel);
    if (outcome.status === 'saved') return { session: markSaved(session), outcome, rebased };
    if (outcome.status === 'failed') {
      if (mayBeSaved.has(outcome.reason)) session = { ...session, sent: documentsOf(session) };
      return { session, outcome, rebased };
    }
    rebased ||= !sameJson(withArrived(session, outcome.documents), outcome.documents);
    session = rebase(session, outcome.documents);
  }
  const problem = 'Somebody else saved again and again at the same moment.';
  return { session, outcome: { status: 'failed', reason: 'busy', problem }, rebased };
}
