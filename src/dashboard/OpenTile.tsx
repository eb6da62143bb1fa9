import * as React from 'react';
import type { BoardModel } from './BoardModel';
import { NumberDetails } from '../visuals/number/NumberDetails';
import { useObservable } from './useObservable';
import { useReading } from './useReading';

export interface OpenTileProps {
  readonly board: BoardModel;
  readonly metric: string;
  readonly onClose: () => void;
}

/** The details of the tile that somebody opened, going on with its reading and the time; they close when the metric goes. */
export function OpenTile({ board, metric, onClose }: OpenTileProps): React.ReactElement | null {
  const reading = useReading(board.readings, metric);
  const { now, collectedAt, day } = useObservable(board.status);
  const parsed = board.readings.parsed(metric);
  const isGone = reading === undefined;
  React.useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);
  if (!reading) return null;
  return (
    <NumberDetails
      reading={reading}
      definition={parsed && 'definition' in parsed ? parsed.definition : undefined}
      collectedAt={collectedAt}
      now={now}
      timeZone={day?.timeZone}
      onClose={onClose}
    />
  );
}
