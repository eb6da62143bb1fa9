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

/** The ids of the boards that a list of boards names, in its order; whatever in it names none is left out. */
export function boardIdsIn(index: unknown): readonly string[] {
  const { boards } = Object(index) as { boards?: unknown };
  const ids = Array.isArray(boards)
    ? boards.map((entry: unknown) => (Object(entry) as { id?: unknown }).id)
    : [];
  return [...new Set(ids.filter(isBoardId))];
}

/**
 * Name of the document of the board that is shown: the wanted one where the list of boards names it, or else the first; undefined
 * where the list names none.
 */
export function shownBoardName(index: unknown, board: string, wanted?: string): string | undefined {
  const names = boardIdsIn(index).map((id) => boardDocumentName(board, id));
  return names.find((name) => name === wanted) ?? names[0];
}
