import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { DashboardSources } from '../sources/DashboardSources';
import { useStrings } from '../strings/StringsContext';
import { BoardModel } from './BoardModel';
import { useColourTokens } from './useColourTokens';

/**
 * The board of some sources, while the component is on screen. How to draw it is the caller's: `DashboardView` for a desk,
 * the wall for a wall. What to follow is as well, so that only that is drawn anew:
 *
 * - `useObservable(board.layout)`: sections and their tiles, title, what is wrong with documents; changes seldom
 * - `useObservable(board.status)`: connection, age of the data, the time; changes each second
 * - `useReading(board.readings, key)`: one tile; changes when it looks different
 *
 * Needs Paste's theme around it.
 */
export function useBoard(sources: DashboardSources, documents: { readonly definitions: string }): BoardModel {
  const colours = useColourTokens();
  const { locale } = useStrings();
  const looks = useMemo(() => ({ colours, locale }), [colours, locale]);
  const latestLooks = useRef(looks);
  latestLooks.current = looks;
  const definitionsDocument = documents.definitions;
  const board = useMemo(
    () => new BoardModel({ sources, definitionsDocument, looks: latestLooks.current }),
    [sources, definitionsDocument],
  );
  // Before the browser paints, so that no tile is seen in the colours of the theme that was left.
  useLayoutEffect(() => board.setLooks(looks), [board, looks]);
  useEffect(() => board.start(), [board]);
  return board;
}
