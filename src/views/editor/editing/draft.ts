import type { SafeStorage } from '../../board/safeStorage';
import { isRecord } from '../../../model/metric/fieldChecks';
import type { BoardDocuments, SavedDocument } from '../../../model/board/BoardDocuments';
import { sameJson } from '../../../persistence/sameJson';

/** Work on a board that was not saved when the page went: after a logout, a reload or a crash. */
export interface Draft {
  /** Milliseconds since 1970, by the clock of this machine. */
  readonly keptAt: number;
  readonly base: BoardDocuments;
  readonly current: BoardDocuments;
}

/** Where the draft of one person and one board is kept. */
export interface DraftSlot {
  /** What was kept; undefined where there is nothing, or nothing that can be used. */
  read(): Draft | undefined;
  /** @returns whether it is kept now, or there is nothing to keep */
  keep(draft: Draft): boolean;
  forget(): void;
}

/**
 * @param person identity in Flex: people who share a computer do not see each other's drafts
 * @param board name of the first document of definitions
 */
export function draftSlot(storage: SafeStorage, person: string, board: string): DraftSlot {
  const name = `realtime-dashboard.draft.${JSON.stringify([person, board])}`;
  const forget = (): void => storage.removeItem(name);
  return {
    read: () => draftIn(storage.getItem(name)),
    keep(draft) {
      if (!sameJson(draft.base, draft.current)) return storage.setItem(name, JSON.stringify(draft));
      forget();
      return true;
    },
    forget,
  };
}

function draftIn(stored: string | null): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(stored ?? 'null');
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
  isDocument(value.board) &&
  [value.index, value.layout].every((document) => document === undefined || isDocument(document)) &&
  (value.others === undefined || (Array.isArray(value.others) && value.others.every(isDocument)));

const isDocument = (value: unknown): value is SavedDocument =>
  isRecord(value) && typeof value.name === 'string' && (value.value === undefined || isRecord(value.value));
