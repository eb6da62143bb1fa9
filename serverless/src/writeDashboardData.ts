import { mostBytes } from '../../src/schema/defaults';
import type { StoredDashboardData } from '../../src/schema/dashboardData';
import { isSuperseded, numberIn, type ReadLease } from './collectionNumber';
import { CollectorError } from './CollectorError';
import type { ConditionalDocument, StoredDocument } from './ConditionalDocument';

/** How often to try when another invocation writes at the same time, which takes two collections that overlap. */
const maximumRounds = 5;

export type NumberedDashboardData = StoredDashboardData & { readonly collection: number };

/**
 * Writes the data unless the document already holds a collection with the same or a higher number.
 * Every write is conditional on the revision that was read, so that of two invocations the lower number never wins.
 * Creates the document where there is none.
 *
 * @param found what was read of the document last
 * @param readLease asked only when the document claims a higher number than ours, or one of another life of the lease
 * @returns `superseded` when there was nothing to write
 * @throws CollectorError
 */
export async function writeDashboardData(
  document: ConditionalDocument,
  data: NumberedDashboardData,
  found: StoredDocument | undefined,
  readLease: ReadLease,
): Promise<'written' | 'superseded'> {
  refuseTooLarge(document.name, data);

  let stored = found;
  for (let round = 0; round < maximumRounds; round += 1) {
    if (await isSuperseded(numberIn(stored?.data), data, readLease)) return 'superseded';
    if (await document.write(data, stored)) return 'written';
    stored = await document.read();
  }
  throw new CollectorError(
    503,
    'document-contended',
    `Other invocations kept changing the document ${document.name} first. It holds their data; the next event collects again.`,
  );
}

/** @throws CollectorError 500 `data-too-large` */
export function refuseTooLarge(documentName: string, data: StoredDashboardData): void {
  const bytes = Buffer.byteLength(JSON.stringify(data));
  if (bytes <= mostBytes) return;
  throw new CollectorError(
    500,
    'data-too-large',
    `The data for ${documentName} takes ${bytes} bytes, more than the ${mostBytes} that a Sync document holds. ` +
      'The document keeps its last data. Delete unused activities, or ask for fewer DASHBOARD_WAIT_SPLITS.',
  );
}
