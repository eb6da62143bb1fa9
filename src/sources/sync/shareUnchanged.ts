type Container = Readonly<Record<string, unknown>>;

/** What nests deeper is taken as it is. */
const deepest = 50;

/**
 * New data in which every part that equals its counterpart in the data before is that very object; so who remembers a part sees
 * by its identity whether it has changed. Both are plain data that nobody changes.
 */
export function shareUnchanged(before: unknown, after: unknown, depth = 0): unknown {
  if (Object.is(before, after)) return before;
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after))
    return after;
  if (depth > deepest) return after;
  const keys = Object.keys(after);
  const keysBefore = Object.keys(before);
  let isSame = keys.length === keysBefore.length;
  let copy: Record<string, unknown> | undefined;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    // Keys in another order are another object: formulas can list them.
    if (keysBefore[i] !== key) isSame = false;
    const old = Object.prototype.hasOwnProperty.call(before, key) ? before[key] : undefined;
    const shared = shareUnchanged(old, after[key], depth + 1);
    if (!Object.is(shared, old)) isSame = false;
    if (!Object.is(shared, after[key])) {
      copy ??= copyOf(after);
      // Defined, not assigned: a key may be __proto__.
      Object.defineProperty(copy, key, {
        value: shared,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
  }
  return isSame ? before : (copy ?? after);
}

const copyOf = (value: Container): Record<string, unknown> =>
  (Array.isArray(value)
    ? [...(value as readonly unknown[])]
    : Object.fromEntries(Object.entries(value))) as Record<string, unknown>;

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;
