/** With its offset: `2026-11-22T06:00:00Z` is the same moment everywhere, `2026-11-22T06:00:00` another one in each browser's zone. */
const timeWithZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * The moment that a saved text names, in milliseconds since 1970; undefined given whatever else may be saved there, a time that
 * does not say its zone included.
 */
export function timeIn(value: unknown): number | undefined {
  const time = typeof value === 'string' && timeWithZone.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
