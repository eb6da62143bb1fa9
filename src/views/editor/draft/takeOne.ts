import { sameJson } from '../../../persistence/sameJson';

/** The one to take where at most one of them was changed, or both in the same way. */
export function takeOne<Value>(
  base: Value,
  mine: Value,
  theirs: Value,
): { readonly value: Value } | undefined {
  if (sameJson(mine, base) || sameJson(mine, theirs)) return { value: theirs };
  return sameJson(theirs, base) ? { value: mine } : undefined;
}
