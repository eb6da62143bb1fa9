import * as React from 'react';
import type { MetricDefinition } from '../../contract/metricDefinition';
import type { BoardModel } from '../../dashboard/BoardModel';
import { useStrings } from '../../strings/StringsContext';
import { GalleryDialog } from '../catalogue/GalleryDialog';
import { newKey } from '../session/metricEntries';
import type { EditingModel } from './EditingModel';
import { useMoment } from './useMoment';

export interface AddTileProps {
  readonly model: EditingModel;
  readonly board: BoardModel;
  /** The key of a tile that has nothing in it yet. */
  readonly onAdded: (key: string) => void;
  readonly onClose: () => void;
}

/** A tile from the gallery, which is ready, or an empty one, which is to be filled. */
export function AddTile({ model, board, onAdded, onClose }: AddTileProps): React.ReactElement {
  const { text } = useStrings();
  const moment = useMoment(model, board);
  const add = (metric: MetricDefinition): string => {
    const key = newKey(model.session.current, metric.label);
    model.do({ type: 'add-metric', key, metric });
    return key;
  };
  return (
    <GalleryDialog
      moment={moment}
      onChoose={(definition) => {
        add(definition);
        onClose();
      }}
      onStartEmpty={() => onAdded(add({ label: text('EditNewTile'), formula: 'waiting()' }))}
      onClose={onClose}
    />
  );
}
