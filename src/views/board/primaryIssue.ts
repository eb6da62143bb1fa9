import type { Freshness } from '../../model/metric/Reading';
import type { BoardStatus } from './boardState';

/** Why the numbers of a whole board are not the present. */
export type Cause =
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'missing' | 'empty' }
  /** `collectedAt` in milliseconds since 1970. */
  | { readonly kind: 'stale'; readonly collectedAt: number }
  /** The data is from the future, or dated in a way that nobody can read. */
  | { readonly kind: 'age-unknown' }
  | { readonly kind: 'day-over' };

export const isAgeUnknown = (freshness: Freshness): boolean =>
  freshness.status === 'stale' && freshness.age === undefined;

/** The gravest cause, the one that the others may follow from; undefined while there is none. The desk and the wall word it each in their way. */
export function primaryIssue({
  connection,
  data,
  freshness,
  collectedAt,
  isDayOver,
}: Pick<BoardStatus, 'connection' | 'data' | 'freshness' | 'collectedAt' | 'isDayOver'>): Cause | undefined {
  if (connection === 'disconnected') return { kind: 'disconnected' };
  if (data.status === 'failed') return { kind: 'failed', problem: data.problem };
  if (data.status === 'missing' || data.status === 'empty') return { kind: data.status };
  if (isAgeUnknown(freshness)) return { kind: 'age-unknown' };
  if (freshness.status === 'stale' && collectedAt !== undefined) return { kind: 'stale', collectedAt };
  return isDayOver ? { kind: 'day-over' } : undefined;
}
