import type { Lease } from './lease';

/** What tells collections apart, as it stands in the data document and in the part documents. */
export interface CollectionNumber {
  readonly collection: number;
  /** The life of the lease that handed the number out. Missing in what earlier versions wrote. */
  readonly lease?: string;
  /** When it began, by the clock of whoever collected it: ISO 8601. Missing in parts that earlier versions wrote. */
  readonly collected_at?: string;
}

/** Reads the lease as it is now. */
export type ReadLease = () => Promise<Pick<Lease, 'number' | 'life'>>;

/** Number 0 for data of no known collection. */
export function numberIn(data: unknown): CollectionNumber {
  const { collection, lease, collected_at } = Object(data) as Partial<CollectionNumber>;
  return {
    collection: typeof collection === 'number' ? collection : 0,
    ...(typeof lease === 'string' && { lease }),
    ...(typeof collected_at === 'string' && { collected_at }),
  };
}

/** Of one life, as far as is known. */
export const isOfOneLife = (one: CollectionNumber, other: CollectionNumber): boolean =>
  one.lease === undefined || other.lease === undefined || one.lease === other.lease;

/**
 * Whether what stands in a document stays, because a newer collection wrote it, or one that has our number.
 * Of one life, the higher number is newer, unless the lease has not handed it out: then it is nobody's (a forgery) and must not
 * block everybody's. Numbers of two lives say nothing of each other; there the one of the life that the lease has now is newer, as
 * nobody begins a promise of a lease that is gone. Of two that are gone, the collection that began later is newer.
 */
export async function isSuperseded(
  stored: CollectionNumber,
  ours: CollectionNumber,
  readLease: ReadLease,
): Promise<boolean> {
  if (isOfOneLife(stored, ours)) {
    if (stored.collection <= ours.collection) return stored.collection === ours.collection;
    const { number, life } = await readLease();
    // While there is no lease, or one of another life, nothing tells which numbers of this one were handed out.
    const tells =
      number > 0 && isOfOneLife({ ...ours, collection: number, ...(life && { lease: life }) }, ours);
    return !tells || stored.collection <= number;
  }
  const { life } = await readLease();
  if (life !== undefined && life === stored.lease) return true;
  if (life !== undefined && life === ours.lease) return false;
  const later = Date.parse(stored.collected_at ?? '') - Date.parse(ours.collected_at ?? '');
  return later > 0 && later <= mostApartMs;
}

/**
 * How much later of two collections that are written at the same time one may have begun: an invocation has 10 s, and clocks
 * differ by a few. No clock and no forgery blocks anybody for longer.
 */
const mostApartMs = 15_000;
