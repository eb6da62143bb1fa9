/** Name of the list of boards, after that of the board settings: `dashboard-boards`. */
export const boardsName = (board: string): string => `${board}s`;

/** Eight characters a-z and 0-9. */
export const isBoardId = (id: unknown): id is string => typeof id === 'string' && /^[a-z0-9]{8}$/.test(id);

/**
 * The first board of an installation has this id, whoever makes it: two people who do so in the same moment write one document,
 * and the second of them is told.
 */
export const firstBoardId = 'board001';

/** Name of the document of a board, after that of the board settings: `dashboard-board-k3f9x2ab`. */
export const boardDocumentName = (board: string, id: string): string => `${board}-${id}`;

/** Whether a document of this name is that of a board. */
export const isBoardDocumentName = (board: string, name: string): boolean =>
  name.startsWith(`${board}-`) && isBoardId(name.slice(board.length + 1));

/** A board that the list of boards names. */
export interface ListedBoard {
  readonly id: string;
  /** Undefined where the list has none. */
  readonly title: string | undefined;
  /** When it was deleted: milliseconds since 1970. Undefined for a board that is not. */
  readonly deletedAt: number | undefined;
}

/** All boards that a list of boards names, in its order, deleted ones too; whatever in it names none is left out. */
export function boardsIn(index: unknown): readonly ListedBoard[] {
  const { boards } = Object(index) as { boards?: unknown };
  const found = new Map<string, ListedBoard>();
  for (const entry of Array.isArray(boards) ? (boards as readonly unknown[]) : []) {
    const { id, title, deletedAt } = Object(entry) as Readonly<Record<string, unknown>>;
    if (!isBoardId(id) || found.has(id)) continue;
    const deleted = typeof deletedAt === 'string' ? Date.parse(deletedAt) : NaN;
    found.set(id, {
      id,
      title: typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined,
      deletedAt: Number.isNaN(deleted) ? undefined : deleted,
    });
  }
  return [...found.values()];
}

/** The ids of the boards that are shown, in the order of the list. */
export const boardIdsIn = (index: unknown): readonly string[] =>
  boardsIn(index).flatMap(({ id, deletedAt }) => (deletedAt === undefined ? [id] : []));

/**
 * Name of the document of the board that is shown: the wanted one where the list of boards names it, or else the first; undefined
 * where the list names none.
 */
export function shownBoardName(index: unknown, board: string, wanted?: string): string | undefined {
  const names = boardIdsIn(index).map((id) => boardDocumentName(board, id));
  return names.find((name) => name === wanted) ?? names[0];
}
