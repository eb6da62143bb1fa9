import * as React from 'react';
import type { BoardModel } from '../../board/BoardModel';
import type { EvaluationContext } from '../../board/ReadingsStore';
import { useStore } from '../../board/useStore';
import type { ReadableStore } from '../../../model/store/Store';
import type { EditingModel } from './EditingModel';

/** What metrics are evaluated against; another one when a source that formulas read has something else, not each second. */
export function useMoment({ sources: { named } }: EditingModel, board: BoardModel): EvaluationContext {
  const joined = React.useMemo<ReadableStore<unknown>>(
    () => ({
      get: () => board.moment({ everything: true }).data,
      subscribe(onChange) {
        const leave = [...named.values()].map((source) => source.subscribe(onChange));
        return () => leave.forEach((end) => end());
      },
    }),
    [board, named],
  );
  const data = useStore(joined);
  return React.useMemo(() => ({ ...board.moment(), data }), [board, data]);
}
