import * as React from 'react';
import { ReadingTile } from '../ReadingTile';
import { SparkTile } from '../trend/Sparkline';
import type { TrendReading } from '../trend/trend';
import type { TileProps } from '../VisualKind';

/** A tile that shows no trend knows nothing of the past. */
export const NumberTile = ({
  reading: { reading, definition },
  ...setting
}: TileProps<TrendReading>): React.ReactElement =>
  definition ? (
    <SparkTile {...setting} reading={reading} definition={definition} />
  ) : (
    <ReadingTile {...setting} reading={reading} />
  );
