const { freeze, isFrozen } = Object;

/** The document frozen last: the tiles of one update share one, and asking for the same again is free. */
let frozenLast: unknown;

/**
 * Freezes a document and everything in it, as a second fence behind an engine that has no way to write.
 * Parts that are frozen already are taken to be frozen throughout.
 */
export function freezeData(data: unknown): void {
  if (data === frozenLast) return;
  freezeDeep(data);
  frozenLast = data;
}

function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null || isFrozen(value)) return;
  freeze(value);
  for (const key of Object.keys(value)) freezeDeep((value as Readonly<Record<string, unknown>>)[key]);
}
