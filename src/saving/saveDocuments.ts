import type { DefinitionVersion, DefinitionVersions } from '../contract/definitionVersions';
import type { DocumentService, JsonObject, ReadDocument } from './DocumentService';
import { sameJson } from './sameJson';
import { copyName, dropOldest, indexName, versionsIn } from './versionIndex';

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
  /** Identity in Flex. */
  readonly author: string;
  readonly now: () => Date;
}

export type SavedDocuments =
  | { readonly status: 'saved' }
  /** What the documents hold now; undefined for one that is not there. */
  | { readonly status: 'conflict'; readonly found: Readonly<Record<string, JsonObject | undefined>> };

/**
 * Writes documents, in the order given, if all of them still hold what they held when editing began, and keeps what stood
 * there and what stands there now as versions. Sync has no transactions: when somebody else writes in the very same moment,
 * the documents before that one are written, and the conflict says so. Repeating is safe: what holds its value is not written.
 * @throws whatever the service rejects with
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
  const outdated = await keepWhatStands(service, missing, options);
  for (const { document, value, found } of missing) {
    if (await service.write(document, value, found)) continue;
    return conflict(changes, await Promise.all(changes.map((change) => service.read(change.document))));
  }
  // It is saved, whatever comes now; a version that could not be listed is found by the next one that is.
  await keepWhatWasSaved(service, missing, outdated, options).catch(() => undefined);
  return { status: 'saved' };
}

const conflict = (
  changes: readonly DocumentChange[],
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
  missing: readonly Missing[],
  { definitions, now }: SaveOptions,
): Promise<readonly Standing[]> {
  const versions = versionsIn((await service.read(indexName(definitions)))?.value);
  const unknown: Standing[] = [];
  const outdated: Standing[] = [];
  for (const { document, found } of missing) {
    if (!found) continue;
    const age = await ageOf(service, document, copiesOf(versions, document), found.value);
    if (age === undefined) unknown.push({ document, found });
    else if (age > 0) outdated.push({ document, found });
  }
  if (unknown.length === 0) return outdated;

  const version = await copyStanding(service, newId(now()), unknown);
  await changeIndex(service, definitions, (listed) => {
    const [newest, ...older] = listed;
    // A document that was never saved before is as it was in the newest version, as far as anybody knows.
    return newest && unknown.every(({ document }) => copiesOf(listed, document).length === 0)
      ? [{ ...newest, copies: { ...newest.copies, ...version.copies } }, ...older]
      : [version, ...listed];
  });
  return outdated;
}

const copiesOf = (versions: readonly DefinitionVersion[], document: string): readonly string[] => [
  ...new Set(versions.flatMap(({ copies: { [document]: copy } }) => copy ?? [])),
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
  missing: readonly Missing[],
  outdated: readonly Standing[],
  { definitions, author, now }: SaveOptions,
): Promise<void> {
  const savedAt = now();
  const overwritten = outdated.length > 0 ? [await copyStanding(service, newId(savedAt), outdated)] : [];
  const id = newId(savedAt);
  const copies = await writeCopies(
    service,
    id,
    missing.map(({ document, value }) => [document, value]),
  );
  const version: DefinitionVersion = { id, saved_at: savedAt.toISOString(), saved_by: author, copies };
  await changeIndex(service, definitions, (listed) => [version, ...overwritten, ...listed]);
}

/** A version of what was not saved by an editor, as old as the youngest document of it. */
async function copyStanding(
  service: DocumentService,
  id: string,
  standing: readonly Standing[],
): Promise<DefinitionVersion> {
  const copies = await writeCopies(
    service,
    id,
    standing.map(({ document, found }) => [document, found.value]),
  );
  const [savedAt = ''] = standing
    .map(({ found }) => found.updatedAt)
    .sort()
    .reverse();
  return { id, saved_at: savedAt, copies };
}

/** Short, and never twice: a time and a number by chance. */
const newId = (now: Date): string =>
  `${now.getTime().toString(36)}-${Math.floor(Math.random() * 36 ** 4)
    .toString(36)
    .padStart(4, '0')}`;

async function writeCopies(
  service: DocumentService,
  id: string,
  values: readonly (readonly [document: string, value: JsonObject])[],
): Promise<Readonly<Record<string, string>>> {
  await Promise.all(
    values.map(([document, value]) => service.write(copyName(document, id), value, undefined)),
  );
  return Object.fromEntries(values.map(([document]) => [document, id]));
}

/** So many may save at one moment that an index is written by others in between. */
const mostAttempts = 5;

async function changeIndex(
  service: DocumentService,
  definitions: string,
  change: (versions: readonly DefinitionVersion[]) => readonly DefinitionVersion[],
): Promise<void> {
  const name = indexName(definitions);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const found = await service.read(name);
    const { versions, dropped } = dropOldest(change(versionsIn(found?.value)));
    const index: DefinitionVersions = { versions };
    if (!(await service.write(name, { ...found?.value, ...index }, found))) continue;
    // A copy that stays behind hurts nobody.
    await Promise.all(dropped.map((document) => service.remove(document).catch(() => undefined)));
    return;
  }
  throw new Error(`The document ${name} was written by others again and again.`);
}
