import * as React from 'react';
import type { DocumentState } from '../../dashboard-source/DashboardSource';
import type { BoardModel } from '../../dashboard/BoardModel';
import type { Observable } from '../../dashboard/Observable';
import type { MomentOfBoard } from '../../dashboard/ReadingsStore';
import { useObservable } from '../../dashboard/useObservable';
import type { EditingModel } from './EditingModel';

/** What metrics are evaluated against; another one when other data have come, not each second. */
export function useMoment({ source }: EditingModel, board: BoardModel): MomentOfBoard {
  const state = React.useMemo<Observable<DocumentState>>(
    () => ({ get: () => source.getSnapshot().data, subscribe: source.subscribe }),
    [source],
  );
  const data = useObservable(state);
  return React.useMemo(() => {
    const moment = board.moment();
    return data.status === 'present' ? moment : { ...moment, data: undefined };
  }, [board, data]);
}
