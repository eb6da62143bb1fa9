import * as React from 'react';
import { useStore } from '../../board/useStore';
import { areSeveral } from '../../../model/board/severalBoards';
import type { EditingModel } from '../editing/EditingModel';
import { documentsOf } from '../draft/EditingSession';
import { metricUses, type MetricUses } from './metricUses';

/** Which metrics stand on which boards; undefined with one board, and until the documents of the others are read. */
export function useMetricUses(model: EditingModel): MetricUses | undefined {
  const { session } = useStore(model.state);
  const elsewhere = useStore(model.elsewhere);
  const documents = documentsOf(session);
  return React.useMemo(
    () => (elsewhere && areSeveral(documents) ? metricUses(documents, elsewhere) : undefined),
    [documents, elsewhere],
  );
}
