import * as React from 'react';
import { useStrings } from '../../strings/StringsContext';
import { describeReading } from '../describeReading';
import { ReadingTile } from '../ReadingTile';
import type { TileProps } from '../VisualKind';
import type { TrendReading } from './trend';
import { TrendLines } from './TrendLines';
import { useDrawnTrend } from './useDrawnTrend';

/** The value, its day as a line, and how it stands to the same weekday of the weeks before. */
export function TrendTile({
  reading: { reading, definition },
  ...setting
}: TileProps<TrendReading>): React.ReactElement {
  const { drawn, words } = useDrawnTrend(definition, reading);
  return (
    <ReadingTile
      {...setting}
      reading={reading}
      content={describeReading(reading, useStrings(), words)}
      isPictureTall
      picture={
        drawn ? (
          <span className="tile-picture trend">
            <span className="trend-box">
              <TrendLines drawn={drawn} />
            </span>
          </span>
        ) : undefined
      }
    />
  );
}
