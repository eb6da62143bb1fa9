import * as React from 'react';
import type { BoardModel } from '../../dashboard/BoardModel';
import type { MomentOfBoard } from '../../dashboard/ReadingsStore';
import { useObservable } from '../../dashboard/useObservable';
import type { EditingModel } from './EditingModel';

/** What metrics are evaluated against; another one when other data have come, not each second. */
export function useMoment({ sources }: EditingModel, board: BoardModel): MomentOfBoard {
  const data = useObservable(sources.data);
  return React.useMemo(() => {
    const moment = board.moment();
    return data.status === 'ready' ? moment : { ...moment, data: undefined };
  }, [board, data]);
}
