/**
 * An age grows while nobody reports it: a value above 0 plus the whole seconds since its collection.
 * 0 stays 0 (nothing waits), and a collection that seems to lie in the future adds nothing.
 */
export function incrementValue(value: number, collectedAt: number, now: number): number {
  if (!(value > 0) || Number.isNaN(collectedAt)) return value;
  return value + Math.max(0, Math.floor((now - collectedAt) / 1000));
}
