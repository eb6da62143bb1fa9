import type { DefinitionVersion } from '../schema/definitionVersions';
import type { DocumentService, JsonObject, ReadDocument } from './DocumentService';
import { sameJson } from './sameJson';
import { boardsName, isBoardDocumentName } from './boardNames';
import { isFurtherDocumentName } from './documentNames';
import { copyIn, copyName, fitIndex, indexName, versionsIn, type DroppedCopy } from './versionIndex';

export interface DocumentChange {
  /** Unique name of the document. */
  readonly document: string;
  /** What it held when editing began; undefined when it was not there. */
  readonly base: JsonObject | undefined;
  readonly value: JsonObject;
}

export interface SaveOptions {
  /** Name of the first document of definitions, after which those of the versions are named. */
  readonly definitions: string;
  /** Name of the document of board settings. */
  readonly board: string;
  /** Identity in Flex. */
  readonly author: string;
  readonly now: () => Date;
  /** Boards that have versions of their own. Without any, all documents have versions together, as with one board. */
  readonly histories?: readonly BoardHistory[];
}

/** A board with versions of its own. */
export interface BoardHistory {
  /** Name of its document. */
  readonly board: string;
  /** Names of its documents of metrics. */
  readonly definitions: readonly string[];
}

export type SavedDocuments =
  | { readonly status: 'saved' }
  /** What the documents hold now; undefined for one that is not there. */
  | { readonly status: 'conflict'; readonly found: Readonly<Record<string, JsonObject | undefined>> };

/** Others kept changing the list of versions first. */
export class IndexContended extends Error {
  constructor(name: string) {
    super(`The document ${name} was written by others again and again. Save again.`);
    this.name = 'IndexContended';
  }
}

/**
 * Writes documents, in the order given, if all of them still hold what they held when editing began, and keeps what stood
 * there and what stands there now as versions. Sync has no transactions: when somebody else writes in the very same moment,
 * the documents before that one are written, and the conflict says so. Repeating is safe: what holds its value is not written.
 * @throws IndexContended before anything is saved, and whatever the service rejects with
 */
export async function saveDocuments(
  service: DocumentService,
  changes: readonly DocumentChange[],
  options: SaveOptions,
): Promise<SavedDocuments> {
  const read = await Promise.all(changes.map(({ document }) => service.read(document)));
  const isAsExpected = changes.every(({ base, value }, index) => {
    const found = read[index]?.value;
    return sameJson(found, base) || sameJson(found, value);
  });
  if (!isAsExpected) return conflict(changes, read);

  const missing = changes.flatMap(({ document, value }, index) => {
    const found = read[index];
    return sameJson(found?.value, value) ? [] : [{ document, value, found }];
  });
  if (missing.length === 0) return { status: 'saved' };
  const histories = historiesOf(missing, options);
  const outdated = await Promise.all(histories.map((history) => keepWhatStands(service, history, options)));
  for (const { document, value, found } of missing) {
    if (await service.write(document, value, found)) continue;
    return conflict(changes, await Promise.all(changes.map((change) => service.read(change.document))));
  }
  // It is saved, whatever comes now; a version that could not be listed is found by the next one that is.
  await Promise.all(
    histories.map((history, index) => keepWhatWasSaved(service, history, outdated[index] ?? [], options)),
  ).catch(() => undefined);
  return { status: 'saved' };
}

/** What to answer when some of the documents are not as they were when editing began. */
export const conflict = (
  changes: readonly Pick<DocumentChange, 'document'>[],
  read: readonly (ReadDocument | undefined)[],
): SavedDocuments => ({
  status: 'conflict',
  found: Object.fromEntries(changes.map(({ document }, index) => [document, read[index]?.value])),
});

interface Missing {
  readonly document: string;
  readonly value: JsonObject;
  readonly found: ReadDocument | undefined;
}

/** Documents whose versions are listed together. */
interface History {
  /** Name of the list. */
  readonly index: string;
  /** Begins the ids of its copies: what one list drops another may need. */
  readonly prefix: string;
  readonly missing: readonly Missing[];
  /** Documents that belong to it too and are not saved now: somebody may have saved them with another board. */
  readonly others: readonly string[];
}

function historiesOf(
  missing: readonly Missing[],
  { definitions: first, histories = [] }: SaveOptions,
): readonly History[] {
  if (histories.length === 0) return [{ index: indexName(first), prefix: '', missing, others: [] }];
  return histories.flatMap(({ board, definitions }) => {
    const names = [board, ...definitions];
    const changed = missing.filter(({ document }) => names.includes(document));
    const others = names.filter((name) => !changed.some(({ document }) => document === name));
    const prefix = `${board.slice(-8)}-`;
    return changed.length > 0 ? [{ index: indexName(board), prefix, missing: changed, others }] : [];
  });
}

/** What stands in a document, and when it was written. */
interface Standing {
  readonly document: string;
  readonly found: ReadDocument;
}

/**
 * Copies what nobody has saved by an editor: what was there first, and what was written by other means.
 * @returns what only an older version than the newest has. Either somebody put it there again by other means, or this browser has
 * not heard of the newest version yet: writing tells.
 */
async function keepWhatStands(
  service: DocumentService,
  { index, prefix, missing }: History,
  options: SaveOptions,
): Promise<readonly Standing[]> {
  const versions = versionsIn((await service.read(index))?.value);
  const unknown: Standing[] = [];
  const outdated: Standing[] = [];
  if (prefix === '' && versions.length === 0 && missing.every(({ found }) => !found)) {
    // All documents are new; without a version of the board as it stands nobody could go back to before them.
    const found = await service.read(options.definitions);
    if (found) unknown.push({ document: options.definitions, found });
  }
  for (const { document, found } of missing) {
    if (!found) continue;
    const age = await ageOf(service, document, copiesOf(versions, document), found.value);
    if (age === undefined) unknown.push({ document, found });
    else if (age > 0) outdated.push({ document, found });
  }
  if (unknown.length === 0) return outdated;

  const version = await copyStanding(service, prefix, unknown, options.now());
  await changeIndex(service, index, options, (listed) => {
    // Whoever saves in the same moment copies the same, under the same names: one version of it is enough.
    const isListed = ([document, copy]: readonly [string, string]) =>
      copiesOf(listed, document).includes(copy);
    const unlisted = Object.entries(version.copies).filter((copied) => !isListed(copied));
    if (unlisted.length === 0) return listed;
    const copies = Object.fromEntries(unlisted);
    const [newest, ...older] = listed;
    // A document that was never saved before is as it was in the newest version, as far as anybody knows.
    return newest && unlisted.every(([document]) => copiesOf(listed, document).length === 0)
      ? [{ ...newest, copies: { ...newest.copies, ...copies } }, ...older]
      : [{ ...version, copies }, ...listed];
  });
  return outdated;
}

const copiesOf = (versions: readonly DefinitionVersion[], document: string): readonly string[] => [
  ...new Set(versions.flatMap((version) => copyIn(version, document) ?? [])),
];

/** How many newer copies there are than the one that holds the value; undefined when none holds it. */
async function ageOf(
  service: DocumentService,
  document: string,
  copies: readonly string[],
  value: JsonObject,
): Promise<number | undefined> {
  for (const [age, copy] of copies.entries()) {
    if (sameJson((await service.read(copyName(document, copy)))?.value, value)) return age;
  }
  return undefined;
}

/** @param outdated what was overwritten and is no newest copy: it is listed anew, before its old copy may be dropped */
async function keepWhatWasSaved(
  service: DocumentService,
  { index, prefix, missing, others }: History,
  outdated: readonly Standing[],
  options: SaveOptions,
): Promise<void> {
  const savedAt = options.now();
  // Under new names: those of the old copies may be dropped.
  const overwritten =
    outdated.length > 0
      ? [await copyStanding(service, prefix, outdated, savedAt, prefix + newId(savedAt))]
      : [];
  const id = prefix + newId(savedAt);
  const kept = [...missing, ...(await notCopied(service, index, others))];
  await Promise.all(
    kept.map(({ document, value }) => service.write(copyName(document, id), value, undefined)),
  );
  const created = missing.filter(({ found }) => !found).map(({ document }) => document);
  const version: DefinitionVersion = {
    id,
    saved_at: savedAt.toISOString(),
    saved_by: options.author,
    copies: Object.fromEntries(kept.map(({ document }) => [document, id])),
    ...(created.length > 0 && { created }),
  };
  await changeIndex(service, index, options, (listed) => [version, ...overwritten, ...listed]);
}

/** Documents that do not stand as they were copied last. */
async function notCopied(
  service: DocumentService,
  index: string,
  documents: readonly string[],
): Promise<readonly Pick<Missing, 'document' | 'value'>[]> {
  if (documents.length === 0) return [];
  const versions = versionsIn((await service.read(index))?.value);
  const standing = documents.map(async (document) => {
    const value = (await service.read(document))?.value;
    const newest = copiesOf(versions, document).slice(0, 1);
    const isCopied = value && (await ageOf(service, document, newest, value)) !== undefined;
    return value && !isCopied ? [{ document, value }] : [];
  });
  return (await Promise.all(standing)).flat();
}

/**
 * A version of what was not saved by an editor, as old as the youngest document of it.
 * @param id of the copies; left out, each is named after what it holds, so that all who copy it at once make one copy
 */
async function copyStanding(
  service: DocumentService,
  prefix: string,
  standing: readonly Standing[],
  now: Date,
  id?: string,
): Promise<DefinitionVersion> {
  const copies = await Promise.all(
    standing.map(async ({ document, found }) => {
      const copy = id ?? prefix + idOf(found);
      if (await service.write(copyName(document, copy), found.value, undefined))
        return [document, copy] as const;
      const there = await service.read(copyName(document, copy));
      if (sameJson(there?.value, found.value)) return [document, copy] as const;
      const another = prefix + newId(now);
      await service.write(copyName(document, another), found.value, undefined);
      return [document, another] as const;
    }),
  );
  const [savedAt = ''] = standing
    .map(({ found }) => found.updatedAt)
    .sort()
    .reverse();
  return { id: id ?? prefix + newId(now), saved_at: savedAt, copies: Object.fromEntries(copies) };
}

/** Short, and never twice: a time and a number by chance. */
const newId = (now: Date): string => idAt(now.getTime(), Math.floor(Math.random() * 36 ** 4));

/** The same for everybody who reads the same. */
const idOf = ({ value, updatedAt }: ReadDocument): string =>
  idAt(Date.parse(updatedAt) || 0, hashOf(JSON.stringify(value)));

const idAt = (time: number, number: number): string =>
  `${time.toString(36)}-${number.toString(36).padStart(4, '0')}`;

/** From 0 to 36 ** 4 - 1. Two values that share it are told apart by reading. */
const hashOf = (text: string): number =>
  [...text].reduce((hash, character) => (hash * 31 + (character.codePointAt(0) ?? 0)) % 36 ** 4, 7);

/** So many may save at one moment that an index is written by others in between. */
const mostAttempts = 5;

/** @param change gives the very same list when there is nothing to change */
async function changeIndex(
  service: DocumentService,
  name: string,
  options: SaveOptions,
  change: (versions: readonly DefinitionVersion[]) => readonly DefinitionVersion[],
): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const found = await service.read(name);
    const listed = versionsIn(found?.value);
    const changed = change(listed);
    if (changed === listed) return;
    const { index, dropped } = fitIndex(found?.value, changed);
    if (!(await service.write(name, { ...index }, found))) continue;
    // A copy that stays behind hurts nobody.
    await removeCopies(service, dropped, options).catch(() => undefined);
    return;
  }
  throw new IndexContended(name);
}

/** Removes copies of this board's documents alone, because anybody may have written the list that named them. */
async function removeCopies(
  service: DocumentService,
  dropped: readonly DroppedCopy[],
  { definitions, board }: SaveOptions,
): Promise<void> {
  const isOurs = (document: string) =>
    [definitions, board, boardsName(board)].includes(document) ||
    isBoardDocumentName(board, document) ||
    isFurtherDocumentName(definitions, document);
  const settings = dropped.some(({ document }) => !isOurs(document)) && (await service.read(board))?.value;
  const named = Object(settings).definitionDocuments as unknown;
  await Promise.all(
    dropped
      .filter(({ document }) => isOurs(document) || (Array.isArray(named) && named.includes(document)))
      .map(({ document, copy }) => service.remove(copyName(document, copy)).catch(() => undefined)),
  );
}
