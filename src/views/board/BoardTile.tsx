import * as React from 'react';
import { sameValue } from '../../model/metric/sameReading';
import type { ArrangedTile } from '../../model/board/arrangeBoard';
import { sizeAt, type Place } from '../../visuals/layTiles';
import { VisualTile } from '../../visuals/VisualTile';
import type { ReadingsStore } from './ReadingsStore';
import { useLook } from './useLook';

export interface BoardTileProps {
  readonly tile: ArrangedTile;
  readonly readings: ReadingsStore;
  /** Called with the tile's key; without it the tile is a picture. */
  readonly onOpen?: ((tile: string) => void) | undefined;
  /** Where it is drawn in a grid of rows of so many columns of a tile's span. */
  readonly place: Place;
  readonly inRow: number;
  /** How large its label is, in CSS pixels, in a grid that fits its room. */
  readonly labelSize?: number | undefined;
}

/** A tile of a board, following its readings; drawn again only when they change or the tile does. */
export const BoardTile = React.memo(
  function BoardTile({ tile, readings, onOpen, place, inRow, labelSize }: BoardTileProps) {
    const { key, label } = tile;
    const look = useLook(tile, readings);
    const size = sizeAt(place, inRow);
    return (
      <VisualTile
        tile={key}
        label={label}
        look={look}
        size={size}
        onOpen={onOpen}
        place={place}
        labelSize={labelSize}
      />
    );
  },
  (before, now) =>
    before.readings === now.readings &&
    before.onOpen === now.onOpen &&
    before.inRow === now.inRow &&
    before.labelSize === now.labelSize &&
    sameValue(before.place, now.place) &&
    sameValue(before.tile, now.tile),
);
