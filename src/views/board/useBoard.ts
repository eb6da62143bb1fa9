import * as React from 'react';
import type { DashboardSources } from '../../sources/DashboardSources';
import { useStrings } from '../../strings/StringsContext';
import { useColourTokens } from '../../visuals/useColourTokens';
import type { BoardModel } from './BoardModel';
import { boardOf } from './boardOf';

/**
 * The board of some sources, at work while the component is on screen; all components of the same sources share it. How to
 * draw it is the caller's: `DashboardView` for a desk, the wall for a wall. What to follow is as well, so that only that is
 * drawn anew:
 *
 * - `useStore(board.layout)`: sections and their tiles, title, what is wrong with documents; changes seldom
 * - `useStore(board.status)`: connection, age of the data, the time; changes each second
 * - `useReading(board.readings, key)`: one tile; changes when it looks different
 *
 * Needs Paste's theme around it.
 *
 * @param live the sources of the board that is edited here: that one works on, and its holds and alarms go on in this one
 */
export function useBoard(
  sources: DashboardSources,
  documents: { readonly definitions: string },
  live?: DashboardSources,
): BoardModel {
  const colours = useColourTokens();
  const { locale } = useStrings();
  const looks = React.useMemo(() => ({ colours, locale }), [colours, locale]);
  const latestLooks = React.useRef(looks);
  latestLooks.current = looks;
  const definitionsDocument = documents.definitions;
  const open = React.useMemo(() => {
    const common = { definitionsDocument, looks: latestLooks.current };
    const origin = live && boardOf({ sources: live, ...common });
    const board = boardOf({ sources, ...common, inherited: origin?.readings });
    board.catchUp();
    return { board, origin };
  }, [sources, definitionsDocument, live]);
  const { board, origin } = open;
  // Before the browser paints, so that no tile is seen in the colours of the theme that was left.
  React.useLayoutEffect(() => board.setAppearance(looks), [board, looks]);
  React.useEffect(() => board.start(), [board]);
  React.useEffect(() => origin?.start(), [origin]);
  return board;
}
