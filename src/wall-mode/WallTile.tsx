import * as React from 'react';
import { labelWidths } from '../visuals/labelWidths';
import type { ReadingsStore } from '../dashboard/ReadingsStore';
import { TileBoundary } from '../dashboard/TileBoundary';
import { useReading } from '../dashboard/useReading';
import type { ArrangedTile } from '../model/board/arrangeBoard';

export interface WallTileProps {
  readonly tile: ArrangedTile;
  readonly readings: ReadingsStore;
  readonly onOpen: (key: string) => void;
}

export const WallTile = React.memo(function WallTile({ tile, readings, onOpen }: WallTileProps) {
  const reading = useReading(readings, tile.key);
  const text = reading?.label ?? '';
  const label = React.useMemo(() => labelWidths(text), [text]);
  return reading ? <TileBoundary reading={reading} size={tile.size} onOpen={onOpen} label={label} /> : null;
});
