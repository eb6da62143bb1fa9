import * as React from 'react';
import { metricsOnNoTile } from '../../../model/board/Board';
import type { EditingModel } from '../editing/EditingModel';
import type { EditingSession } from '../draft/EditingSession';

export interface TileEdit {
  /** Whether there is anything to cancel. */
  isChanged(): boolean;
  /** The board as it was when the tile was opened. */
  cancel(): void;
  /** Keeps what was changed, as one step that is undone at once. */
  apply(): void;
}

/**
 * What is done to a tile while it is open. The board shows each change at once; until it is applied all of it can be cancelled.
 * Whatever else is done to the board meanwhile applies what was done before it.
 * @param begun how many steps there were before the tile was made, where that belongs to what is cancelled
 */
export function useTileEdit(model: EditingModel, tile: string, begun?: number): TileEdit {
  const depth = React.useRef(begun ?? model.session.past.length);
  React.useLayoutEffect(() => {
    let before: EditingSession = model.session;
    return model.state.subscribe(() => {
      const { past } = model.session;
      const step = past[past.length - 1];
      const isLonger = past.length > before.past.length;
      const isOfTile = step?.key === tile || step?.type === 'change-metric';
      if (past.length < depth.current || (isLonger && !isOfTile)) depth.current = past.length;
      before = model.session;
    });
  }, [model, tile]);
  return React.useMemo(
    () => ({
      isChanged: () => model.session.past.length > depth.current,
      cancel: () => model.undoTo(depth.current),
      apply: () => {
        const { past, current } = model.session;
        const first = past[depth.current]?.current ?? current;
        // A metric that was made for this tile, and that it shows no more.
        const unused = metricsOnNoTile(current).filter((key) => !first.metrics.has(key));
        const from = depth.current;
        unused.forEach((key) => model.do({ type: 'remove-metric', key }));
        model.joinSteps(from);
        depth.current = model.session.past.length;
      },
    }),
    [model],
  );
}
