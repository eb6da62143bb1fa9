/**
 * An age grows while nobody reports it: a value above 0 plus the whole seconds since its collection.
 * 0 stays 0 (nothing waits), and a collection that seems to lie in the future adds nothing.
 *
 * @param collectedAt milliseconds since 1970; undefined when the data does not say, which adds nothing
 * @param until milliseconds since 1970
 */
export function incrementValue(value: number, collectedAt: number | undefined, until: number): number {
  if (!(value > 0) || collectedAt === undefined) return value;
  return value + secondsSince(collectedAt, until);
}

/** Whole seconds from a collection until a moment, both in milliseconds since 1970; 0 when the data does not say, or comes from the future. */
export const secondsSince = (collectedAt: number | undefined, until: number): number =>
  collectedAt === undefined ? 0 : Math.max(0, Math.floor((until - collectedAt) / 1000));
