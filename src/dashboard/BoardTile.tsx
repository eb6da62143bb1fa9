import * as React from 'react';
import { sameValue } from '../metric/sameReading';
import type { ArrangedTile } from '../model/board/arrangeBoard';
import { labelWidths } from '../visuals/labelWidths';
import { VisualTile } from '../visuals/VisualTile';
import type { ReadingsStore } from './ReadingsStore';
import { useLook } from './useLook';

export interface BoardTileProps {
  readonly tile: ArrangedTile;
  readonly readings: ReadingsStore;
  /** Called with the tile's key; without it the tile is a picture. */
  readonly onOpen?: ((tile: string) => void) | undefined;
  /** Whether the label is drawn as large as it can be: in a grid that fits its room. */
  readonly isFitted?: boolean;
}

/** A tile of a board, following its readings; drawn again only when they change or the tile does. */
export const BoardTile = React.memo(
  function BoardTile({ tile, readings, onOpen, isFitted = false }: BoardTileProps) {
    const { key, label, size } = tile;
    const look = useLook(tile, readings);
    const widths = React.useMemo(() => (isFitted ? labelWidths(label) : undefined), [label, isFitted]);
    return <VisualTile tile={key} label={label} look={look} size={size} onOpen={onOpen} widths={widths} />;
  },
  (before, now) =>
    before.readings === now.readings &&
    before.onOpen === now.onOpen &&
    before.isFitted === now.isFitted &&
    sameValue(before.tile, now.tile),
);
