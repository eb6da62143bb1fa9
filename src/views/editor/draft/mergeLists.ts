import { sameJson } from '../../../persistence/sameJson';

/**
 * Brings what was added to a list, taken from it and put into another order into their list.
 * @returns undefined when both put it into another order, or something is no list
 */
export function mergeLists(base: unknown, mine: unknown, theirs: unknown): readonly unknown[] | undefined {
  const before: unknown = base ?? [];
  if (!Array.isArray(before) || !Array.isArray(mine) || !Array.isArray(theirs)) return undefined;
  const isMoved = (list: readonly unknown[]): boolean =>
    !sameJson(without(list, without(list, before)), without(before, without(before, list)));
  if (isMoved(mine) && isMoved(theirs)) return undefined;
  const [ordered, other] = isMoved(mine) ? [mine, theirs] : [theirs, mine];
  const kept = without(ordered, without(before, other));
  return [...kept, ...without(without(other, before), kept)];
}

const without = (list: readonly unknown[], taken: readonly unknown[]): readonly unknown[] =>
  list.filter((item) => !taken.includes(item));
