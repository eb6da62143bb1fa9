import type { InsertionPoint } from './InsertionPoint';

/** The tiles on the screen, in their order. */
export const tilesIn = (area: HTMLElement): readonly HTMLElement[] => [
  ...area.querySelectorAll<HTMLElement>('[data-tile]'),
];

export const tileOf = (area: HTMLElement, key: string): HTMLElement | undefined =>
  tilesIn(area).find(({ dataset }) => dataset.tile === key);

/** Makes a tile the place where somebody is, with the focus on it as soon as it is drawn. */
export function goToTile(spot: InsertionPoint, key: string): void {
  spot.tile = key;
  spot.wanted = (area) => tileOf(area, key);
}

/** As soon as the panel of a tile has gone, for who was in it: to the tile, or to the tools where it went too. */
export function goBackToTile(spot: InsertionPoint, key: string): void {
  const active = document.activeElement;
  if (active && active !== document.body && !active.closest('[data-tile-panel]')) return;
  spot.tile = key;
  spot.wanted = (area) =>
    tileOf(area, key) ?? area.parentElement?.querySelector<HTMLElement>('[data-add-tile]') ?? undefined;
}

/** Left and right follow the order of the tiles; up and down go to the nearest tile of the row above or below. */
export function focusBeside(area: HTMLElement, key: string, arrow: string): void {
  const tiles = tilesIn(area);
  const from = tileOf(area, key);
  if (!from) return;
  const index = tiles.indexOf(from);
  if (arrow === 'ArrowLeft') return tiles[index - 1]?.focus();
  if (arrow === 'ArrowRight') return tiles[index + 1]?.focus();
  const { left, top, height } = from.getBoundingClientRect();
  const distance = (tile: HTMLElement): number => {
    const box = tile.getBoundingClientRect();
    const rows = arrow === 'ArrowDown' ? box.top - top : top - box.top;
    return rows < height / 2 ? Infinity : rows * 10 + Math.abs(box.left - left);
  };
  const nearest = [...tiles].sort((a, b) => distance(a) - distance(b))[0];
  if (nearest && distance(nearest) < Infinity) nearest.focus();
}
