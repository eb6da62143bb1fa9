import { createHash } from 'node:crypto';
import type { PartEntry } from '../../src/schema/dashboardData';
import {
  isOfOneLife,
  isSuperseded,
  numberIn,
  type CollectionNumber,
  type ReadLease,
} from './collectionNumber';
import type { ConditionalDocument, StoredDocument } from './ConditionalDocument';
import type { PartContent } from './fitPart';

export type PartKind = 'queue' | 'channel';

/** Unique name of a part document. src/sources/sync has the same rule. */
export const partName = (dataDocument: string, kind: PartKind, place: number): string =>
  `${dataDocument}-${kind}-${place}`;

/** How often to try when another invocation writes at the same time. */
const maximumRounds = 5;

/** Short enough to stand in the data document for each queue; that two contents of one queue share it will not happen. */
export const hashOf = (content: PartContent): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 8);

/** An entry that says: nobody knows what the document holds. */
export const unknownEntry = (entry: PartEntry | undefined): PartEntry => [entry?.[0] ?? 0, '', ''];

/**
 * Writes one part document unless it holds the same already, or something newer.
 * @param listed what the data document says about it; the newer it is, the fewer requests this takes
 * @param readLease as for `writeDashboardData`
 * @returns what the data document is to say about it, with a higher number than ours where somebody newer has written it
 * @throws CollectorError
 */
export async function writePart(
  document: ConditionalDocument,
  content: PartContent,
  ours: CollectionNumber,
  listed: PartEntry | undefined,
  readLease: ReadLease,
): Promise<PartEntry> {
  const hash = hashOf(content);
  if (listed?.[1] === hash) return listed;
  // Where the revision is as listed, so is the number, and ours is higher; otherwise this write changes nothing.
  let known: Pick<StoredDocument, 'revision'> | undefined = listed?.[1] ? { revision: listed[2] } : undefined;
  for (let round = 0; round < maximumRounds; round += 1) {
    if (!known || round > 0) {
      const stored = await document.read();
      const number = numberIn(stored?.data);
      const isOurs = number.collection === ours.collection && isOfOneLife(number, ours);
      // Ours arrived, and only its answer did not.
      if (round > 0 && isOurs && stored) return [ours.collection, hash, stored.revision];
      if (!isOurs && (await isSuperseded(number, ours, readLease))) {
        return [Math.max(number.collection, ours.collection + 1), '', ''];
      }
      known = stored;
    }
    const revision = await document.write({ ...ours, ...content }, known);
    if (revision !== undefined) return [ours.collection, hash, revision];
  }
  return unknownEntry(listed);
}
