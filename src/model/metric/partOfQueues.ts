import type { Completeness } from './Reading';

const knownParts = new WeakMap<object, Completeness | undefined>();

/** How many of all queues the data has; undefined when it has them all, as far as it says. */
export function partIn(data: unknown): Completeness | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!knownParts.has(data)) knownParts.set(data, readPart(data));
  return knownParts.get(data);
}

function readPart({ completeness }: { completeness?: unknown }): Completeness | undefined {
  const { queues } = Object(completeness) as { queues?: unknown };
  const { collected, of: all } = Object(queues) as { collected?: unknown; of?: unknown };
  if (typeof collected !== 'number' || typeof all !== 'number' || !(collected < all)) return undefined;
  return { count: collected, all };
}
