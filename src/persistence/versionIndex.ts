import { mostBytes, mostVersions } from '../schema/defaults';
import type { DefinitionVersion, DefinitionVersions } from '../schema/definitionVersions';
import { bytesOf } from './bytesOf';
import { isDocumentName } from './documentNames';

/** Unique name of the document that lists the versions: of a board by its document, of an only board by its definitions. */
export const indexName = (document: string): string => `${document}-versions`;

/** Unique name of the document that holds a copy of a document. */
export const copyName = (document: string, copy: string): string => `${document}-version-${copy}`;

/**
 * What the index lists. Anybody in Flex can write it, and what it names becomes addresses of documents that are read and
 * removed: whatever in it is no version, no name or no copy is left out, and so is what is added to versions or longer than ours.
 */
export function versionsIn(index: unknown): readonly DefinitionVersion[] {
  const listed = (index as Partial<DefinitionVersions> | null | undefined)?.versions;
  return Array.isArray(listed) ? listed.flatMap(versionIn).slice(0, mostVersions) : [];
}

function versionIn(value: unknown): readonly DefinitionVersion[] {
  const {
    id,
    saved_at: savedAt,
    saved_by: savedBy,
    copies,
    created,
  } = Object(value) as Partial<DefinitionVersion>;
  if (!isId(id) || !isText(savedAt, 40) || !(savedBy === undefined || isText(savedBy, 320))) return [];
  if (typeof copies !== 'object' || copies === null) return [];
  const usable = Object.entries(copies).filter(([document, copy]) => isDocumentName(document) && isId(copy));
  return [
    {
      id,
      saved_at: savedAt,
      ...(savedBy !== undefined && { saved_by: savedBy }),
      copies: Object.fromEntries(usable),
      ...(Array.isArray(created) && { created: created.filter(isDocumentName) }),
    },
  ];
}

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9-]{1,32}$/.test(value);

/**
 * The copy of a document as it was in a version: the last one until then, or else the first one after, as a document is copied
 * before it is saved for the first time.
 * @returns undefined when it was never copied
 */
export function copyAt(
  versions: readonly DefinitionVersion[],
  index: number,
  document: string,
): string | typeof notThere | undefined {
  const isHolding = (version: DefinitionVersion): boolean => copyIn(version, document) !== undefined;
  const until = versions.slice(index).find(isHolding);
  if (until) return copyIn(until, document);
  const after = versions.slice(0, index).reverse().find(isHolding);
  return after?.created?.includes(document) ? notThere : after && copyIn(after, document);
}

/** There was no such document then. */
export const notThere = Symbol('not there');

/** The copy of a document that came with a version. */
export const copyIn = ({ copies }: DefinitionVersion, document: string): string | undefined =>
  Object.prototype.hasOwnProperty.call(copies, document) ? copies[document] : undefined;

/** A copy that nothing needs any more. */
export interface DroppedCopy {
  readonly document: string;
  readonly copy: string;
}

/** Takes the oldest versions away, and gives what later ones still need of them to the next. */
export function dropOldest(
  versions: readonly DefinitionVersion[],
  most = mostVersions,
): { readonly versions: readonly DefinitionVersion[]; readonly dropped: readonly DroppedCopy[] } {
  const kept = versions.slice(0, most);
  const dropped: DroppedCopy[] = [];
  let oldest = kept[kept.length - 1];
  for (const { copies } of versions.slice(most)) {
    if (!oldest) break;
    for (const [document, copy] of Object.entries(copies)) {
      if (copyIn(oldest, document) !== undefined) dropped.push({ document, copy });
      else oldest = { ...oldest, copies: { ...oldest.copies, [document]: copy } };
    }
  }
  return { versions: oldest ? [...kept.slice(0, -1), oldest] : kept, dropped };
}

/**
 * The index to save: ten versions, fewer where they do not fit into a document. What others added to the index stays as long
 * as there is room for it.
 */
export function fitIndex(
  found: object | undefined,
  versions: readonly DefinitionVersion[],
): { readonly index: DefinitionVersions; readonly dropped: readonly DroppedCopy[] } {
  for (let most = mostVersions; ; most -= 1) {
    const kept = dropOldest(versions, most);
    const index: DefinitionVersions = { versions: kept.versions };
    const withTheirs = { ...found, ...index };
    if (bytesOf(withTheirs) <= mostBytes) return { index: withTheirs, dropped: kept.dropped };
    if (bytesOf(index) <= mostBytes || most === 1) return { index, dropped: kept.dropped };
  }
}
