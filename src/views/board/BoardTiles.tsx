import * as React from 'react';
import type { ArrangedTile } from '../../model/board/arrangeBoard';
import { gridColumns, layTiles } from '../../visuals/layTiles';
import { TileGrid } from '../../visuals/TileGrid';
import { useTileColumns } from '../../visuals/TileSpace';
import { mostColumns } from '../../model/board/span';
import { BoardTile } from './BoardTile';
import type { ReadingsStore } from './ReadingsStore';

export interface BoardTilesProps {
  readonly label: string;
  readonly tiles: readonly ArrangedTile[];
  /** How many of the columns of a whole row they fill. */
  readonly width: number;
  readonly readings: ReadingsStore;
  readonly onOpen?: ((key: string) => void) | undefined;
}

/** The tiles of a section, from edge to edge of the room that it has in a `TileSpace`. */
export function BoardTiles({ label, tiles, width, readings, onOpen }: BoardTilesProps): React.ReactElement {
  const inRow = useTileColumns() ?? mostColumns;
  const { places } = React.useMemo(
    () =>
      layTiles(
        tiles.map(({ span }) => span),
        Math.floor((width / gridColumns) * inRow),
        width,
      ),
    [tiles, width, inRow],
  );
  return (
    <TileGrid aria-label={label} width={width}>
      {tiles.map((tile, index) => {
        const place = places[index];
        return place ? (
          <BoardTile
            key={tile.key}
            tile={tile}
            place={place}
            inRow={inRow}
            readings={readings}
            onOpen={onOpen}
          />
        ) : null;
      })}
    </TileGrid>
  );
}
