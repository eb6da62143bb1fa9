import type { Lease } from './lease';
import { answerWithinMs } from './TimeBudget';

/** What tells collections apart, as it stands in the data document and in the part documents. */
export interface CollectionNumber {
  readonly collection: number;
  /** The life of the lease that handed the number out. Missing in what earlier versions wrote. */
  readonly lease?: string;
  /** When it began, by the clock of whoever collected it: ISO 8601. Part documents do not have it. */
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
 * block everybody's. Of two lives, the one that the lease has now is newer, unless the last collection of the other began
 * later; while there is no lease, whoever collects is the last.
 */
export async function isSuperseded(
  stored: CollectionNumber,
  ours: CollectionNumber,
  readLease: ReadLease,
): Promise<boolean> {
  const isOneLife = isOfOneLife(stored, ours);
  if (isOneLife && stored.collection <= ours.collection) return stored.collection === ours.collection;
  const { number, life } = await readLease();
  if (life !== undefined && ours.lease !== undefined && life !== ours.lease) return true;
  return isOneLife ? stored.collection <= number : beganSoonAfter(stored, ours);
}

/** Within the time that an invocation has; no clock and no forgery blocks anybody for longer. */
function beganSoonAfter(stored: CollectionNumber, ours: CollectionNumber): boolean {
  const milliseconds = Date.parse(stored.collected_at ?? '') - Date.parse(ours.collected_at ?? '');
  return milliseconds > 0 && milliseconds <= answerWithinMs;
}
