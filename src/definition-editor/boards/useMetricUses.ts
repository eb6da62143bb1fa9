import * as React from 'react';
import { useObservable } from '../../dashboard/useObservable';
import { areSeveral } from '../../model/board/severalBoards';
import type { EditingModel } from '../editing/EditingModel';
import { documentsOf } from '../session/EditingSession';
import { metricUses, type MetricUses } from './metricUses';

/** Which metrics stand on which boards; undefined with one board, and until the documents of the others are read. */
export function useMetricUses(model: EditingModel): MetricUses | undefined {
  const { session } = useObservable(model.state);
  const elsewhere = useObservable(model.elsewhere);
  const documents = documentsOf(session);
  return React.useMemo(
    () => (elsewhere && areSeveral(documents) ? metricUses(documents, elsewhere) : undefined),
    [documents, elsewhere],
  );
}
