/** Where a tile is drawn, in CSS pixels. */
export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/**
 * The tile that a key leads to from another, by its place in the list; undefined for keys that lead nowhere. Left and right follow the
 * order of the tiles; up and down lead to the nearest row, and in it to the tile that is most nearly above or below.
 */
export function nextTile(key: string, from: number, boxes: readonly Box[]): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return from > 0 ? from - 1 : undefined;
    case 'ArrowRight':
      return from < boxes.length - 1 ? from + 1 : undefined;
    case 'Home':
      return 0;
    case 'End':
      return boxes.length - 1;
    case 'ArrowUp':
    case 'ArrowDown':
      return nearest(key === 'ArrowDown', from, boxes);
    default:
      return undefined;
  }
}

function nearest(isBelow: boolean, from: number, boxes: readonly Box[]): number | undefined {
  const here = boxes[from];
  if (!here) return undefined;
  const middle = (here.left + here.right) / 2;
  const others = boxes.flatMap((box, index) => {
    const gap = isBelow ? box.top - here.bottom : here.top - box.bottom;
    const aside = Math.max(0, box.left - middle, middle - box.right);
    return index !== from && gap >= -1 ? [{ index, gap, aside }] : [];
  });
  return others.sort((a, b) => a.gap - b.gap || a.aside - b.aside)[0]?.index;
}
