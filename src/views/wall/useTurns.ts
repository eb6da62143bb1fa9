import * as React from 'react';
import type { BoardModel } from '../board/BoardModel';
import type { ArrangedTile } from '../../model/board/arrangeBoard';
import { pageAfter, placeIn, type Place } from './turns';
import { useInterrupts } from './useInterrupts';
import type { WallPage } from './useWallPages';

/** The page that is shown now, of the board whose turn it is. */
export interface WallTurns {
  /** Undefined while there are no tiles, or no room for them is known. */
  readonly page: WallPage | undefined;
  /** Number of the page from 1, and how many there are of all boards. */
  readonly number: number;
  readonly count: number;
  /** Whether more than one board takes its turn. */
  readonly hasBoards: boolean;
  /** The pages that cannot be seen just now. */
  readonly elsewhere: readonly WallPage[];
  /** The tile that interrupts the turn just now. */
  readonly interruptedBy: ArrangedTile | undefined;
  readonly isPaused: boolean;
  readonly pause: () => void;
  /** Goes on by a page; it then stays its whole time. */
  readonly turnPage: (by: 1 | -1) => void;
  /** Goes on to the first page of the next board, or of the one before. */
  readonly turnBoard: (by: 1 | -1) => void;
}

/** Shows one page after the other, those of a board first; a page is shown at once when a tile on it becomes critical. */
export function useTurns(board: BoardModel, pages: readonly WallPage[]): WallTurns {
  const [place, setPlace] = React.useState<Place>();
  const [isPaused, setPaused] = React.useState(false);
  const [turns, setTurns] = React.useState(0);
  const count = pages.length;
  const regular = placeIn(pages, place);
  const shown = React.useRef({ pages, regular });
  shown.current = { pages, regular };
  const interruption = useInterrupts(board, pages, regular);
  const { end } = interruption;
  const turn = React.useCallback((unit: 'page' | 'board', by: 1 | -1): void => {
    const { pages: all, regular: from } = shown.current;
    setPlace(pageAfter(all, from, unit, by));
    setTurns((before) => before + 1);
  }, []);

  const page = pages[regular];
  const isStanding = count < 2 || isPaused || interruption.tile !== undefined;
  const [boardKey, inBoard, time] = [page?.board.key, page?.inBoard, page?.time];
  React.useEffect(() => {
    if (isStanding || time === undefined) return undefined;
    const timer = setTimeout(() => turn('page', 1), time);
    return () => clearTimeout(timer);
  }, [isStanding, boardKey, inBoard, time, turns, turn]);
  // Where the wall is when its board goes: the next one takes its turn.
  React.useEffect(() => {
    if (boardKey !== undefined && inBoard !== undefined)
      setPlace({ board: boardKey, inBoard, index: regular });
  }, [boardKey, inBoard, regular]);

  const index = interruption.page ?? regular;
  const elsewhere = React.useMemo(() => pages.filter((_, other) => other !== index), [pages, index]);
  const turnPage = React.useCallback(
    (by: 1 | -1) => {
      end();
      turn('page', by);
    },
    [end, turn],
  );
  const turnBoard = React.useCallback(
    (by: 1 | -1) => {
      end();
      turn('board', by);
    },
    [end, turn],
  );
  const pause = React.useCallback(() => setPaused((before) => !before), []);
  return {
    page: pages[index],
    number: index + 1,
    count,
    hasBoards: pages.some(({ board: one }) => one.key !== pages[0]?.board.key),
    elsewhere,
    interruptedBy: interruption.tile,
    isPaused,
    pause,
    turnPage,
    turnBoard,
  };
}
