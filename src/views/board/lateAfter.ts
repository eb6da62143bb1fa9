const second = 1000;
/** A pause as short as this says nothing, however many events there were before. */
const least = 20 * second;
/** So many collections in a row tell how fast events come. */
const inARow = 6;

/** When the last collections were made, the latest at the end; milliseconds since 1970. */
export type Collections = readonly number[];

/** Notes a collection that is newer than the last one. The same list while there is none. */
export function noteCollection(before: Collections, collectedAt: number | undefined): Collections {
  if (collectedAt === undefined || collectedAt <= (before[before.length - 1] ?? -Infinity)) return before;
  return [...before, collectedAt].slice(-inARow);
}

/**
 * How old data may be before a board warns, in milliseconds: half the age at which it is stale. Where events are known to flow, a
 * pause that is longer than the last five collections took together is unusual, and it warns by then, though not before 20 s.
 */
export function lateAfter(collections: Collections, staleAfterSeconds: number): number {
  const [first] = collections;
  const half = (staleAfterSeconds * second) / 2;
  if (first === undefined || collections.length < inARow) return half;
  return Math.min(half, Math.max(least, (collections[inARow - 1] ?? first) - first));
}
