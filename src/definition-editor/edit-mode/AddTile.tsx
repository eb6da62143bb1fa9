import * as React from 'react';
import type { MetricDefinition } from '../../contract/metricDefinition';
import type { BoardModel } from '../../dashboard/BoardModel';
import { newKey } from '../../model/board/Board';
import { useStrings } from '../../strings/StringsContext';
import { GalleryDialog } from '../catalogue/GalleryDialog';
import type { BoardSpot } from './BoardSpot';
import type { EditingModel } from './EditingModel';
import { placeForNew } from './placeForNew';
import { goToTile } from './tileElements';
import { useMoment } from './useMoment';

export interface AddTileProps {
  readonly model: EditingModel;
  readonly board: BoardModel;
  readonly spot: BoardSpot;
  /** Somebody wants to fill the tile of this key, which has nothing in it yet. */
  readonly onFill: (key: string) => void;
  readonly onClose: () => void;
}

/** A tile from the gallery, which is ready, or an empty one, which is to be filled; beside the tile that somebody was at. */
export function AddTile({ model, board, spot, onFill, onClose }: AddTileProps): React.ReactElement {
  const { text } = useStrings();
  const moment = useMoment(model, board);
  const add = (metric: MetricDefinition): string => {
    const { current } = model.session;
    const key = newKey(current, metric.label);
    const place = placeForNew(current, spot);
    goToTile(spot, key);
    model.do({ type: 'add-metric', key, metric, place });
    return key;
  };
  return (
    <GalleryDialog
      moment={moment}
      onChoose={(definition) => {
        add(definition);
        onClose();
      }}
      onStartEmpty={() => onFill(add({ label: text('EditNewTile'), formula: 'waiting()' }))}
      onClose={onClose}
    />
  );
}
