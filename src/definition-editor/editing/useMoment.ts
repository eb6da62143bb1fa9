import * as React from 'react';
import type { BoardModel } from '../../dashboard/BoardModel';
import type { MomentOfBoard } from '../../dashboard/ReadingsStore';
import { useObservable } from '../../dashboard/useObservable';
import type { Observable } from '../../model/Observable';
import type { EditingModel } from './EditingModel';

/** What metrics are evaluated against; another one when a source that formulas read has something else, not each second. */
export function useMoment({ sources: { named } }: EditingModel, board: BoardModel): MomentOfBoard {
  const joined = React.useMemo<Observable<unknown>>(
    () => ({
      get: () => board.moment({ everything: true }).data,
      subscribe(onChange) {
        const leave = [...named.values()].map((source) => source.subscribe(onChange));
        return () => leave.forEach((end) => end());
      },
    }),
    [board, named],
  );
  const data = useObservable(joined);
  return React.useMemo(() => ({ ...board.moment(), data }), [board, data]);
}
