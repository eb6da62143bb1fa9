/** The moment that a saved text names, in milliseconds since 1970; undefined given whatever else may be saved there. */
export function timeIn(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
