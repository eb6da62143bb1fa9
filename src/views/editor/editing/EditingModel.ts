import { unstable_batchedUpdates as batch } from 'react-dom';
import type { DashboardSources } from '../../../sources/DashboardSources';
import { Store, type ReadableStore } from '../../../model/store/Store';
import { browserStorage } from '../../board/safeStorage';
import type { BoardDocuments } from '../../../model/board/BoardDocuments';
import { isChanged } from '../draft/changesOf';
import { resolveConflict } from '../draft/conflicts';
import { edit } from '../draft/edit';
import type { EditingCommand } from '../draft/EditingCommand';
import {
  beginEditing,
  copyOf,
  documentsOf,
  joinSteps,
  redo,
  undo,
  undoTo,
  type Conflict,
  type ConflictChoice,
  type EditingSession,
} from '../draft/EditingSession';
import { mergeDocuments } from '../draft/mergeDocuments';
import { rebase } from '../draft/rebase';
import { cancelled } from '../repository/cancelled';
import type { DefinitionStore, StoreFailure } from '../repository/DefinitionStore';
import { saveSession } from '../repository/saveSession';
import { draftSlot, type Draft, type DraftSlot } from './draft';
import { editedSources } from './editedSources';
import { boardDocumentName, boardsIn } from '../../../persistence/boardNames';
import { valueOf, type SavedDocument } from '../../../model/board/BoardDocuments';
import { alignedWith, withoutOldBoards } from '../../../model/board/severalBoards';
import { withBoardShown } from '../draft/editBoards';
import { savedDocuments } from './savedDocuments';

export interface EditingState {
  readonly session: EditingSession;
  readonly isSaving: boolean;
  /** How the last attempt to save ended; undefined once something was changed after it. */
  readonly saved: SavedNotice | undefined;
}

export type SavedNotice =
  { readonly status: 'saved'; readonly rebased: boolean } | { readonly status: 'conflicts' } | StoreFailure;

let begunBefore = 0;

/** Somebody's work on a board, until they end it: it outlives the view, so that a look at something else in Flex costs nothing. */
export class EditingModel {
  /** Tells it from all others of this page. */
  readonly number = (begunBefore += 1);
  /** The board as it would be saved, over live data. */
  readonly sources: DashboardSources;
  /** What is saved at this moment, which somebody else may have changed. */
  readonly saved: ReadableStore<BoardDocuments | undefined>;
  private readonly subject: Store<EditingState>;
  /** What was not saved when the page went last time, until somebody decides about it. */
  private readonly draftSubject: Store<Draft | undefined>;
  private readonly slot: DraftSlot;
  private readonly documents: Store<BoardDocuments>;
  private readonly elsewhereSubject = new Store<readonly SavedDocument[] | undefined>(undefined);
  /** Ends the save that runs. */
  private saving: AbortController | undefined;
  private isEnded = false;

  constructor(
    /** The sources as they are saved. */
    readonly live: DashboardSources,
    readonly store: DefinitionStore,
    begun: BoardDocuments,
    /** Identity in Flex of whoever edits. */
    person: string,
  ) {
    this.subject = new Store({ session: beginEditing(begun), isSaving: false, saved: undefined });
    this.documents = new Store(begun);
    this.sources = editedSources(live, this.documents);
    const [first] = begun.definitions;
    this.saved = savedDocuments(live, { definitions: first?.name ?? '', board: begun.board.name });
    this.slot = draftSlot(browserStorage, person, first?.name ?? '');
    this.draftSubject = new Store(this.slot.read());
    void this.readElsewhere(begun);
    window.addEventListener('beforeunload', this.guard);
  }

  /** Documents of the boards that are not worked on, as they were when the work began; undefined until they are read. */
  get elsewhere(): ReadableStore<readonly SavedDocument[] | undefined> {
    return this.elsewhereSubject;
  }

  private async readElsewhere({ index, layout, board }: BoardDocuments): Promise<void> {
    const names = boardsIn(index?.value)
      .map(({ id }) => boardDocumentName(board.name, id))
      .filter((name) => name !== layout?.name);
    const outcome = names.length > 0 ? await this.store.readDocuments(names) : undefined;
    if (!outcome) this.elsewhereSubject.set([]);
    else if (outcome.status === 'read') this.elsewhereSubject.set(outcome.documents);
  }

  get state(): ReadableStore<EditingState> {
    return this.subject;
  }

  get draft(): ReadableStore<Draft | undefined> {
    return this.draftSubject;
  }

  readonly restoreDraft = (): void => {
    const draft = this.draftSubject.get();
    if (!draft || this.subject.get().isSaving) return;
    const { session } = this;
    this.draftSubject.set(undefined);
    const restored = rebase({ ...beginEditing(draft.base), ...copyOf(draft.current) }, documentsOf(session));
    this.change({ ...restored, base: alignedWith(session.base, draft.base) });
  };

  readonly discardDraft = (): void => {
    this.draftSubject.set(undefined);
    this.keepDraft();
  };

  /**
   * Keeps what is not saved, in case the page goes. Where somebody has not decided yet about what was kept before, both are kept.
   * @returns whether all of it is kept now
   */
  readonly keepDraft = (session = this.session): boolean => {
    const { base } = session;
    const current = documentsOf(session);
    const before = this.draftSubject.get();
    if (before && !isChanged(session)) return this.slot.keep(before);
    return this.slot.keep({
      keptAt: Date.now(),
      base,
      current: before ? mergeDocuments(before.base, current, before.current).documents : current,
    });
  };

  get session(): EditingSession {
    return this.subject.get().session;
  }

  /** @param joins whether this belongs to the step before it, as typing does */
  do(command: EditingCommand, joins = false): void {
    this.change(edit(this.session, command, { joins }));
  }

  readonly undo = (): void => this.change(undo(this.session));

  readonly redo = (): void => this.change(redo(this.session));

  /** Takes back all steps but the first, so many of them. */
  undoTo(depth: number): void {
    this.change(undoTo(this.session, depth));
  }

  /** Makes one step of all after the first, so many of them. */
  joinSteps(depth: number): void {
    this.change(joinSteps(this.session, depth));
  }

  decide(conflict: Conflict, choice: ConflictChoice): void {
    this.change(resolveConflict(this.session, conflict, choice));
  }

  /** Shows another board whose document is here, as one that was just made; no step, for nothing is changed by it. */
  show(id: string): void {
    const { session } = this;
    this.change({ ...session, ...withBoardShown(session, boardDocumentName(session.base.board.name, id)) });
  }

  /** Whether another board can be shown at once. */
  holds(id: string): boolean {
    const name = boardDocumentName(this.session.base.board.name, id);
    return valueOf(documentsOf(this.session), name) !== undefined;
  }

  /** Puts the work on top of what somebody else has saved; what clashes is left to be decided. */
  bringIn(theirs: BoardDocuments): void {
    this.change(rebase(this.session, theirs));
  }

  readonly save = async (): Promise<void> => {
    if (this.subject.get().isSaving) return;
    const saving = new AbortController();
    this.saving = saving;
    const begun = this.withoutOldBoards();
    this.set({ session: begun, isSaving: true, saved: undefined });
    const { session, outcome, rebased } = await saveSession(this.store, begun, saving.signal);
    const saved: SavedNotice = outcome.status === 'saved' ? { status: 'saved', rebased } : outcome;
    if (!saving.signal.aborted) this.set({ session, isSaving: false, saved });
    else if (saved.status === 'saved') this.arrive(session.base, saved);
  };

  /** Boards that were deleted 30 days ago go with the next save of anything. */
  private withoutOldBoards(): EditingSession {
    const { session } = this;
    const documents = documentsOf(session);
    const kept = withoutOldBoards(documents, Date.now());
    return kept === documents || !isChanged(session) ? session : { ...session, ...copyOf(kept) };
  }

  /** Waits no longer for a save. What Twilio was sent may still be saved; nothing more is sent. */
  readonly cancelSave = (): void => {
    if (!this.subject.get().isSaving) return;
    this.saving?.abort();
    const session = { ...this.session, sent: documentsOf(this.session) };
    this.set({ session, isSaving: false, saved: cancelled });
  };

  /** A save that was cancelled came to its end all the same. */
  private arrive(documents: BoardDocuments, saved: SavedNotice): void {
    const { isSaving, saved: before } = this.subject.get();
    // A save that runs by now finds out by itself.
    if (isSaving || this.isEnded) return;
    const session = rebase(this.session, documents);
    this.set({ session, isSaving, saved: isChanged(session) ? before : saved });
  }

  /** Lets go of what is not saved. */
  readonly end = (): void => {
    this.isEnded = true;
    window.removeEventListener('beforeunload', this.guard);
    const draft = this.draftSubject.get();
    if (draft) this.slot.keep(draft);
    else this.slot.forget();
  };

  private change(session: EditingSession): void {
    const { isSaving } = this.subject.get();
    if (isSaving || session === this.session) return;
    this.set({ session, isSaving, saved: undefined });
  }

  private set(state: EditingState): void {
    this.keepDraft(state.session);
    batch(() => {
      this.documents.set(documentsOf(state.session));
      this.subject.set(state);
    });
  }

  /** The browser asks in its own words whether the page is to be left. */
  private readonly guard = (event: BeforeUnloadEvent): void => {
    if (!isChanged(this.session)) return;
    event.preventDefault();
    event.returnValue = '';
  };
}
