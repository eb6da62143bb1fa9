/** A page, as far as its turn goes. */
export interface TurnPage {
  /** The board that it is of. */
  readonly board: { readonly key: string };
  /** Its number among the pages of its board, from 0. */
  readonly inBoard: number;
}

/** Where a wall is among its pages. */
export interface Place {
  readonly board: string;
  readonly inBoard: number;
  /** Among all pages, as they were then. */
  readonly index: number;
}

/**
 * Index of the page at a place among pages that may have become others since: the same page of the same board, or the last that the
 * board still has; where the board is gone, the page that came after it.
 */
export function placeIn(pages: readonly TurnPage[], place: Place | undefined): number {
  if (!place || pages.length === 0) return 0;
  const ofBoard = pages.flatMap(({ board }, index) => (board.key === place.board ? [index] : []));
  return ofBoard[Math.min(place.inBoard, ofBoard.length - 1)] ?? (place.index - place.inBoard) % pages.length;
}

/** The page after another one, or before it, or the first page of the board after it or before it. */
export function pageAfter(
  pages: readonly TurnPage[],
  from: number,
  unit: 'page' | 'board',
  by: 1 | -1,
): Place | undefined {
  const count = pages.length;
  const steps = Array.from(
    { length: count },
    (_, step) => (((from + by * (step + 1)) % count) + count) % count,
  );
  const here = pages[from]?.board.key;
  const index =
    unit === 'page'
      ? steps[0]
      : steps.find((other) => pages[other]?.board.key !== here && pages[other]?.inBoard === 0);
  const page = index === undefined ? undefined : pages[index];
  return page && index !== undefined ? { board: page.board.key, inBoard: page.inBoard, index } : undefined;
}

/** How long a page is shown, of a board of one board or of several: the time of the board is divided among its pages. Milliseconds. */
export const timeOf = (seconds: number | undefined, pages: number): number => {
  if (seconds === undefined) return pageTime;
  return pages === 1 ? seconds * 1000 : Math.max(pageTime, (seconds * 1000) / pages);
};

/** The least that a page of several is shown: milliseconds. */
export const pageTime = 15_000;
