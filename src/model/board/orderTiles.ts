/** A tile of one section, as far as its order goes. */
export interface OrderedTile {
  /** As it is saved; undefined for a tile that goes by its position, after all that have an order. */
  readonly order: number | undefined;
  /** Place of its metric among all metrics of all documents. */
  readonly position: number;
  /** `written`: its metric is written in any case. `moved`: somebody moved it, so that it is written rather than its neighbours. */
  readonly change?: 'written' | 'moved' | undefined;
}

/**
 * The orders by which tiles stand as they are given. As few as can be differ from those that they have: a longest ascending run
 * keeps its own, so that what other people do meanwhile to its tiles is no conflict.
 */
export function orderTiles(tiles: readonly OrderedTile[]): readonly (number | undefined)[] {
  const runs = ascendingRuns(tiles);
  const end = endOfOrders(tiles, runs.lengths);
  const orders = numbered(tiles.slice(0, end), runs.upTo(end));
  return tiles.map((_, index) => orders[index]);
}

/**
 * From which tile on they go without an order, by their positions. Those of the run aside, tiles before it must be written, and
 * tiles after it that have an order: it is where these are the fewest, and nothing new gets an order that it does not need.
 */
function endOfOrders(tiles: readonly OrderedTile[], lengths: readonly number[]): number {
  let before = tiles.filter(({ change }) => !change).length;
  let after = 0;
  let best = { end: tiles.length, written: before - (lengths[tiles.length] ?? 0) };
  let next = Infinity;
  for (let end = tiles.length - 1; end >= 0; end -= 1) {
    const { order, position, change } = tiles[end] as OrderedTile;
    if (position > next) break;
    next = position;
    if (!change) before -= 1;
    if (!change && order !== undefined) after += 1;
    const written = before - (lengths[end] ?? 0) + after;
    const needsNone = change === 'written' && order === undefined && best.end === end + 1;
    if (written < best.written || (written === best.written && needsNone)) best = { end, written };
  }
  return best.end;
}

/** The longest runs of tiles that nobody changed and whose orders ascend; in the same order by position. */
function ascendingRuns(tiles: readonly OrderedTile[]) {
  /** By length: the tile that ends a run of it and has the lowest order. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  const lengths = [0];
  const endAt: (number | undefined)[] = [undefined];
  tiles.forEach(({ order, position, change }, index) => {
    if (order !== undefined && !change) {
      let [low, high] = [0, ends.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isBefore(tiles[ends[middle] as number] as Bound, { order, position })) low = middle + 1;
        else high = middle;
      }
      previous[index] = ends[low - 1];
      ends[low] = index;
    }
    lengths.push(ends.length);
    endAt.push(ends[ends.length - 1]);
  });
  return {
    /** Of the longest run among so many tiles. */
    lengths,
    /** Indexes of the tiles of that run. */
    upTo(count: number): readonly number[] {
      const run: number[] = [];
      for (let index = endAt[count]; index !== undefined; index = previous[index]) run.push(index);
      return run.reverse();
    },
  };
}

/** An order for each tile, where those of a run keep theirs as long as there is room between them. */
function numbered(tiles: readonly OrderedTile[], run: readonly number[]): readonly number[] {
  const orders: number[] = [];
  let lower: Bound = lowest;
  for (const index of [...run, tiles.length]) {
    const { order = Infinity, position = Infinity } = tiles[index] ?? {};
    const between = numbersBetween(lower, { order, position }, tiles.slice(orders.length, index));
    if (!between) continue;
    orders.push(...between);
    if (index < tiles.length) orders.push(order);
    lower = { order, position };
  }
  // Beyond some 16 digits no whole number follows another.
  return orders.length === tiles.length ? orders : tiles.map((_, index) => index + 1);
}

interface Bound {
  readonly order: number;
  readonly position: number;
}

const lowest: Bound = { order: -Infinity, position: -Infinity };

/** Numbers between numbers grow long; then whole ones are handed out anew. */
const longestOrder = 8;

/**
 * Orders for the tiles between two that keep theirs.
 * @returns undefined where there is no room
 */
function numbersBetween(
  lower: Bound,
  upper: Bound,
  tiles: readonly OrderedTile[],
): readonly number[] | undefined {
  const [first, second] = tiles;
  if (!first) return [];
  const fits = (numbers: readonly number[]): boolean => {
    const all = [
      lower,
      ...tiles.map(({ position }, index) => ({ order: Number(numbers[index]), position })),
      upper,
    ];
    return all.every((bound, index) => index === 0 || isBefore(all[index - 1] as Bound, bound));
  };
  const own = first.order === undefined || second ? undefined : [first.order];
  if (own && fits(own)) return own;
  const spread = spreadBetween(lower.order, upper.order, tiles.length).find(fits);
  if (spread) return spread;
  // Of tiles with one order the position decides.
  return [lower.order, upper.order]
    .filter(Number.isFinite)
    .map((order) => tiles.map(() => order))
    .find(fits);
}

const isBefore = (a: Bound, b: Bound): boolean =>
  a.order < b.order || (a.order === b.order && a.position < b.position);

/** Whole numbers beside one bound; between two the shortest that may do. */
function spreadBetween(lower: number, upper: number, count: number): readonly (readonly number[])[] {
  const indexes = Array.from({ length: count }, (_, index) => index);
  if (lower === -Infinity && upper === Infinity) return [indexes.map((index) => index + 1)];
  if (lower === -Infinity) return [indexes.map((index) => Math.ceil(upper) - count + index)];
  if (upper === Infinity) return [indexes.map((index) => Math.floor(lower) + 1 + index)];
  const step = (upper - lower) / (count + 1);
  return Array.from({ length: longestOrder - 1 }, (_, digits) =>
    // No minus before a zero.
    indexes.map((index) => Number((lower + step * (index + 1)).toFixed(digits)) + 0),
  ).filter(
    (numbers) =>
      new Set(numbers).size === count &&
      numbers.every((number) => lower < number && number < upper && String(number).length <= longestOrder),
  );
}
