import type { SafeStorage } from '../../dashboard/safeStorage';
import { isRecord } from '../../metric/fieldChecks';
import type { BoardDocuments, SavedDocument } from '../../model/board/BoardDocuments';
import { isChanged } from '../session/changesOf';
import { documentsOf, type EditingSession } from '../session/EditingSession';

/** Work on a board that was not saved when the page went: after a logout, a reload or a crash. */
export interface Draft {
  /** Milliseconds since 1970, by the clock of this machine. */
  readonly keptAt: number;
  readonly base: BoardDocuments;
  readonly current: BoardDocuments;
}

/** One for each board that this browser edits. */
const nameOf = ({ definitions }: BoardDocuments): string =>
  `realtime-dashboard.draft.${definitions[0]?.name ?? ''}`;

/** Keeps what is not saved, and forgets what is. */
export function keepDraft(storage: SafeStorage, session: EditingSession, keptAt: number): void {
  const { base } = session;
  if (isChanged(session))
    storage.setItem(nameOf(base), JSON.stringify({ keptAt, base, current: documentsOf(session) }));
  else forgetDraft(storage, base);
}

export const forgetDraft = (storage: SafeStorage, board: BoardDocuments): void =>
  storage.removeItem(nameOf(board));

/** What was kept of this board; undefined where there is nothing, or nothing that can be used. */
export function readDraft(storage: SafeStorage, board: BoardDocuments): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(storage.getItem(nameOf(board)) ?? 'null');
    if (!isRecord(kept)) return undefined;
    const { keptAt, base, current } = kept;
    return typeof keptAt === 'number' && Math.abs(keptAt) <= latest && isBoard(base) && isBoard(current)
      ? { keptAt, base, current }
      : undefined;
  } catch {
    return undefined;
  }
}

/** No date of JavaScript is later. */
const latest = 8.64e15;

/** Storage holds what anybody wrote, and what older versions did. */
const isBoard = (value: unknown): value is BoardDocuments =>
  isRecord(value) &&
  Array.isArray(value.definitions) &&
  value.definitions.length > 0 &&
  value.definitions.every(isDocument) &&
  isDocument(value.board);

const isDocument = (value: unknown): value is SavedDocument =>
  isRecord(value) && typeof value.name === 'string' && (value.value === undefined || isRecord(value.value));
