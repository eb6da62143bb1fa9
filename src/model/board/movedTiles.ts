import type { Board } from './Board';

/**
 * Keys of the tiles of both boards that somebody moved: into another section, or past others in their own. As few as can be:
 * a longest run of tiles that kept their order counts as standing.
 */
export function movedTiles(before: Board, after: Board): ReadonlySet<string> {
  const places = new Map<string, { readonly section: string | undefined; readonly index: number }>();
  for (const { name, tiles } of before.sections)
    tiles.forEach(({ key }, index) => places.set(key, { section: name, index }));
  const moved = new Set<string>();
  for (const { name, tiles } of after.sections) {
    const standing: string[] = [];
    for (const { key } of tiles) {
      const place = places.get(key);
      if (place && place.section === name) standing.push(key);
      else if (place) moved.add(key);
    }
    const run = new Set(longestRun(standing, (key) => places.get(key)?.index ?? 0));
    for (const key of standing) if (!run.has(key)) moved.add(key);
  }
  return moved;
}

/** A longest part of a list whose numbers ascend. */
function longestRun(keys: readonly string[], numberOf: (key: string) => number): readonly string[] {
  /** By length: the index of the key that ends a run of it and has the lowest number. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  keys.forEach((key, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numberOf(keys[ends[middle] as number] as string) < numberOf(key)) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  });
  const run: string[] = [];
  for (let index = ends[ends.length - 1]; index !== undefined; index = previous[index])
    run.push(keys[index] as string);
  return run.reverse();
}
