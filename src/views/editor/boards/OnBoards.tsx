import * as React from 'react';
import { styled } from '../../../paste/styling';
import { metricOfTile, newKey, type Tile } from '../../../model/board/Board';
import { useStrings } from '../../../strings/StringsContext';
import { Button } from '../../../ui/Button';
import type { EditingModel } from '../editing/EditingModel';
import { useMetricUses } from './useMetricUses';

export interface OnBoardsProps {
  readonly model: EditingModel;
  readonly tile: Tile;
  /** Keeps what was changed until now; false where that cannot be. */
  readonly onApply: () => boolean;
}

/** Says on which other boards the metric of a tile stands, before it is changed there too, and offers a copy for this board. */
export function OnBoards({ model, tile, onApply }: OnBoardsProps): React.ReactElement | null {
  const { text } = useStrings();
  const uses = useMetricUses(model);
  const { current } = model.session;
  const metric = metricOfTile(tile);
  const others =
    metric === undefined
      ? []
      : (uses?.get(metric) ?? []).filter(({ id, isDeleted }) => id !== current.id && !isDeleted);
  if (metric === undefined || others.length === 0) return null;
  const titles = others.map(({ title }) => title).join(', ');
  return (
    <Uses role="note" data-on-boards="">
      <p>{text('BoardsAlsoOn', { count: others.length, titles })}</p>
      <Button
        type="button"
        onClick={() => {
          if (onApply())
            model.do({ type: 'own-metric', key: metric, to: newKey(model.session.current, metric) });
        }}
      >
        {text('BoardsOwnMetric')}
      </Button>
    </Uses>
  );
}

const Uses = styled('div')`
  margin-bottom: 1rem;
  p {
    margin: 0 0 0.5rem;
  }
`;
