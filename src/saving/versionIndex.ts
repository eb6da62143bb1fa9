import type { DefinitionVersion, DefinitionVersions } from '../contract/definitionVersions';

export const mostVersions = 10;

/** Unique name of the document that lists the versions. */
export const indexName = (definitions: string): string => `${definitions}-versions`;

/** Unique name of the document that holds a copy of a document. */
export const copyName = (document: string, copy: string): string => `${document}-version-${copy}`;

/** What the index lists; whatever in it is no version is left out. */
export function versionsIn(index: unknown): readonly DefinitionVersion[] {
  const listed = (index as Partial<DefinitionVersions> | null | undefined)?.versions;
  return Array.isArray(listed) ? listed.filter(isVersion) : [];
}

function isVersion(value: unknown): value is DefinitionVersion {
  const { id, saved_at: savedAt, saved_by: savedBy, copies } = Object(value) as Partial<DefinitionVersion>;
  return (
    [id, savedAt].every((text) => typeof text === 'string') &&
    ['string', 'undefined'].includes(typeof savedBy) &&
    typeof copies === 'object' &&
    copies !== null &&
    Object.values(copies).every((copy) => typeof copy === 'string')
  );
}

/**
 * The copy of a document as it was in a version: the last one until then, or else the first one after, as a document is copied
 * before it is saved for the first time.
 * @returns undefined when it was never copied
 */
export function copyAt(
  versions: readonly DefinitionVersion[],
  index: number,
  document: string,
): string | undefined {
  const holding = [...versions.slice(index), ...versions.slice(0, index).reverse()];
  return holding.find(({ copies }) => copies[document] !== undefined)?.copies[document];
}

/** Takes the oldest versions away, and gives what later ones still need of them to the next. */
export function dropOldest(versions: readonly DefinitionVersion[]): {
  readonly versions: readonly DefinitionVersion[];
  /** Names of documents that nothing needs any more. */
  readonly dropped: readonly string[];
} {
  const kept = versions.slice(0, mostVersions);
  const dropped: string[] = [];
  let oldest = kept[kept.length - 1];
  for (const { copies } of versions.slice(mostVersions)) {
    if (!oldest) break;
    for (const [document, copy] of Object.entries(copies)) {
      if (oldest.copies[document] !== undefined) dropped.push(copyName(document, copy));
      else oldest = { ...oldest, copies: { ...oldest.copies, [document]: copy } };
    }
  }
  return { versions: oldest ? [...kept.slice(0, -1), oldest] : kept, dropped };
}
