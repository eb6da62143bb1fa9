import * as React from 'react';
import { nextTile } from './nextTile';

/**
 * Makes the tiles inside one stop of the Tab key, and lets arrow keys, Home and End lead from tile to tile. The stop is the tile that
 * had the focus last. Drawn anew whenever its tiles are others.
 */
export function RovingFocus({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  const box = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    const tiles = tilesIn(box.current);
    makeStop(tiles.find((tile) => tile.getAttribute('tabindex') === '0') ?? tiles[0], tiles);
  });
  return (
    <div
      ref={box}
      onFocus={({ target }) => {
        const tiles = tilesIn(box.current);
        const tile = tiles.find((some) => some === target);
        if (tile) makeStop(tile, tiles);
      }}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        const tiles = tilesIn(box.current);
        const from = tiles.findIndex((tile) => tile === event.target);
        if (from < 0) return;
        const to = nextTile(
          event.key,
          from,
          tiles.map((tile) => tile.getBoundingClientRect()),
        );
        if (to === undefined) return;
        event.preventDefault();
        tiles[to]?.focus();
      }}
    >
      {children}
    </div>
  );
}

const tilesIn = (box: HTMLElement | null): readonly HTMLElement[] => [
  ...(box?.querySelectorAll<HTMLElement>('button[data-tile]') ?? []),
];

const makeStop = (stop: HTMLElement | undefined, tiles: readonly HTMLElement[]): void =>
  tiles.forEach((tile) => tile.setAttribute('tabindex', tile === stop ? '0' : '-1'));
