import { createHash } from 'node:crypto';
import type { PartEntry } from '../../src/contract/dashboardData';
import type { ConditionalDocument, StoredDocument } from './ConditionalDocument';
import type { PartContent } from './fitPart';

export type PartKind = 'queue' | 'channel';

/** Unique name of a part document. src/dashboard-source has the same rule. */
export const partName = (dataDocument: string, kind: PartKind, place: number): string =>
  `${dataDocument}-${kind}-${place}`;

/** How often to try when another invocation writes at the same time. */
const maximumRounds = 5;

/** 0 for data of no known collection. */
export function collectionOf(data: unknown): number {
  if (typeof data !== 'object' || data === null || !('collection' in data)) return 0;
  return typeof data.collection === 'number' ? data.collection : 0;
}

/** Short enough to stand in the data document for each queue; that two contents of one queue share it will not happen. */
export const hashOf = (content: PartContent): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 8);

/** An entry that says: nobody knows what the document holds. */
export const unknownEntry = (entry: PartEntry | undefined): PartEntry => [entry?.[0] ?? 0, '', ''];

/**
 * Writes one part document unless it holds the same already, or something newer.
 * @param listed what the data document says about it; the newer it is, the fewer requests this takes
 * @param numberHandedOut as for `writeDashboardData`
 * @returns what the data document is to say about it
 * @throws CollectorError
 */
export async function writePart(
  document: ConditionalDocument,
  content: PartContent,
  collection: number,
  listed: PartEntry | undefined,
  numberHandedOut: () => Promise<number>,
): Promise<PartEntry> {
  const hash = hashOf(content);
  if (listed?.[1] === hash) return listed;
  // Where the revision is as listed, so is the number, and ours is higher; otherwise this write changes nothing.
  let known: Pick<StoredDocument, 'revision'> | undefined = listed?.[1] ? { revision: listed[2] } : undefined;
  for (let round = 0; round < maximumRounds; round += 1) {
    if (!known || round > 0) {
      const stored = await document.read();
      const number = collectionOf(stored?.data);
      // Ours arrived, and only its answer did not.
      if (round > 0 && number === collection && stored) return [collection, hash, stored.revision];
      if (number > collection && number <= (await numberHandedOut())) return [number, '', ''];
      known = stored;
    }
    const revision = await document.write({ collection, ...content }, known);
    if (revision !== undefined) return [collection, hash, revision];
  }
  return unknownEntry(listed);
}
