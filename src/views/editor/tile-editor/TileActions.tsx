import * as React from 'react';
import {
  labelOfTile,
  metricOfTile,
  newKey,
  newTileKey,
  placeOf,
  type Tile,
} from '../../../model/board/Board';
import { useStrings } from '../../../strings/StringsContext';
import { Button } from '../../../ui/Button';
import type { EditingModel } from '../editing/EditingModel';
import { neighbourPlace } from '../editing/neighbourPlace';
import { Form } from './PanelLayout';

export interface TileActionsProps {
  readonly model: EditingModel;
  readonly tile: Tile;
  /** Keeps what was changed until now; false where that cannot be. */
  readonly onApply: () => boolean;
  readonly onOpen: (key: string, begun?: number) => void;
  readonly onRemove: (key: string) => void;
}

/** What can be done with a tile as a whole. */
export function TileActions({
  model,
  tile,
  onApply,
  onOpen,
  onRemove,
}: TileActionsProps): React.ReactElement {
  const { text } = useStrings();
  const { key, visual } = tile;
  const { current } = model.session;
  const metric = metricOfTile(tile);
  const earlier = neighbourPlace(current, key, 'earlier');
  const later = neighbourPlace(current, key, 'later');
  const move = (place: typeof earlier): void => {
    if (place) model.do({ type: 'move-tile', key, place });
  };
  const addTile = (label: string | undefined): void => {
    if (!onApply()) return;
    const begun = model.session.past.length;
    const before = model.session.current;
    const copy = newTileKey(before, metric ?? key);
    const place = placeOf(before, key) ?? { section: undefined };
    model.do({ type: 'add-tile', key: copy, visual, place });
    if (label !== undefined) model.do({ type: 'change-tile', key: copy, changes: { label } });
    onOpen(copy, begun);
  };
  const duplicate = (): void => {
    const label = text('EditCopyOf', { label: labelOfTile(current, key) });
    if (metric === undefined || visual.kind !== 'number') return addTile(label);
    if (!onApply()) return;
    const begun = model.session.past.length;
    const before = model.session.current;
    const copy = newTileKey(before, newKey(before, label));
    model.do({ type: 'duplicate-metric', key: metric, label });
    onOpen(copy, begun);
  };
  return (
    <Form>
      <div className="panel-part panel-actions" role="group" aria-label={text('PanelActions')}>
        <Button type="button" aria-disabled={!earlier} onClick={() => move(earlier)}>
          {text('EditEarlier')}
        </Button>
        <Button type="button" aria-disabled={!later} onClick={() => move(later)}>
          {text('EditLater')}
        </Button>
        <Button type="button" onClick={duplicate}>
          {text('EditDuplicate')}
        </Button>
        {metric === undefined ? null : (
          <Button type="button" onClick={() => addTile(undefined)}>
            {text('PanelSecondTile')}
          </Button>
        )}
        <Button type="button" onClick={() => onRemove(key)}>
          {text('EditDelete')}
        </Button>
      </div>
    </Form>
  );
}
