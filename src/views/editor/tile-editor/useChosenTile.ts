import * as React from 'react';

/** Marks the tile that is open, whatever becomes of the board, and brings it into sight when it is opened. */
export function useChosenTile(area: React.RefObject<HTMLElement>, key: string | undefined): void {
  // Each time: a tile that changes its section becomes another element.
  React.useLayoutEffect(() => {
    const chosen = find(area.current, key);
    area.current?.querySelectorAll('[data-tile][aria-current]').forEach((tile) => {
      if (tile !== chosen) tile.removeAttribute('aria-current');
    });
    chosen?.setAttribute('aria-current', 'true');
  });
  // Once the board has made room for the panel.
  React.useEffect(() => find(area.current, key)?.scrollIntoView({ block: 'nearest' }), [area, key]);
}

const find = (area: HTMLElement | null, key: string | undefined): HTMLElement | undefined =>
  [...(area?.querySelectorAll<HTMLElement>('[data-tile]') ?? [])].find(({ dataset }) => dataset.tile === key);
