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
  await keepWhatStands(service, missing, options);
  for (const { document, value, found } of missing) {
    if (await service.write(document, value, found)) continue;
    return conflict(changes, await Promise.all(changes.map((change) => service.read(change.document))));
  }
  // It is saved, whatever comes now; a version that could not be listed is found by the next one that is.
  await keepWhatWasSaved(service, missing, options).catch(() => undefined);
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

/** Copies what nobody has saved by an editor: what was there first, and what was written by other means. */
async function keepWhatStands(
  service: DocumentService,
  missing: readonly Missing[],
  { definitions, now }: SaveOptions,
): Promise<void> {
  const versions = versionsIn((await service.read(indexName(definitions)))?.value);
  const unknown: { document: string; found: ReadDocument; isFirst: boolean }[] = [];
  for (const { document, found } of missing) {
    if (!found) continue;
    const copies = [...new Set(versions.flatMap(({ copies: { [document]: copy } }) => copy ?? []))];
    if (await isKept(service, document, copies, found.value)) continue;
    unknown.push({ document, found, isFirst: copies.length === 0 });
  }
  if (unknown.length === 0) return;

  const id = newId(now());
  const copies = await writeCopies(
    service,
    id,
    unknown.map(({ document, found }) => [document, found.value]),
  );
  const updatedAt = unknown
    .map(({ found }) => found.updatedAt)
    .sort()
    .pop() as string;
  await changeIndex(service, definitions, (listed) => {
    const [newest, ...older] = listed;
    // A document that was never saved before is as it was in the newest version, as far as anybody knows.
    return newest && unknown.every(({ isFirst }) => isFirst)
      ? [{ ...newest, copies: { ...newest.copies, ...copies } }, ...older]
      : [{ id, saved_at: updatedAt, copies }, ...listed];
  });
}

/** Mostly the newest copy is it. A browser that has not heard of the newest version yet finds an older one. */
async function isKept(
  service: DocumentService,
  document: string,
  copies: readonly string[],
  value: JsonObject,
): Promise<boolean> {
  for (const copy of copies) {
    if (sameJson((await service.read(copyName(document, copy)))?.value, value)) return true;
  }
  return false;
}

async function keepWhatWasSaved(
  service: DocumentService,
  missing: readonly Missing[],
  { definitions, author, now }: SaveOptions,
): Promise<void> {
  const savedAt = now();
  const id = newId(savedAt);
  const copies = await writeCopies(
    service,
    id,
    missing.map(({ document, value }) => [document, value]),
  );
  const version: DefinitionVersion = { id, saved_at: savedAt.toISOString(), saved_by: author, copies };
  await changeIndex(service, definitions, (listed) => [version, ...listed]);
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
