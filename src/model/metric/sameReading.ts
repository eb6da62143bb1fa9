import type { ShapedReading } from './Reading';

/** Whether two readings say the same, so that a tile need not be drawn again. */
export const sameReading = (a: ShapedReading, b: ShapedReading): boolean => sameValue(a, b);

/** Of the plain values, lists and objects that readings and definitions are made of. Absent and undefined are the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [one, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  for (const key in one) if (!sameValue(one[key], other[key])) return false;
  for (const key in other) if (one[key] === undefined && other[key] !== undefined) return false;
  return true;
}
