const { freeze, isFrozen } = Object;

/**
 * Freezes a document and everything in it, as a second fence behind an engine that has no way to write.
 * Parts that are frozen already are taken to be frozen throughout, so a document shared by many tiles is walked once.
 */
export function freezeData(value: unknown): void {
  if (typeof value !== 'object' || value === null || isFrozen(value)) return;
  freeze(value);
  for (const key of Object.keys(value)) freezeData((value as Readonly<Record<string, unknown>>)[key]);
}
