import type { DashboardData } from '../../src/contract/dashboardData';
import { CollectorError } from './CollectorError';
import type { ConditionalDocument } from './ConditionalDocument';

/** Sync's limit for the data of one document, in bytes of JSON as UTF-8. */
const maximumBytes = 16 * 1024;

/** How often to try when another invocation writes at the same time, which takes two collections that overlap. */
const maximumRounds = 5;

export type NumberedDashboardData = DashboardData & { readonly collection: number };

/**
 * Writes the data unless the document already holds a collection with the same or a higher number.
 * Every write is conditional on the revision that was read, so that of two invocations the lower number never wins.
 * Creates the document where there is none.
 *
 * @param numberHandedOut the highest number that the lease has handed out; asked only when the document claims a higher one than ours
 * @returns `superseded` when there was nothing to write
 * @throws CollectorError
 */
export async function writeDashboardData(
  document: ConditionalDocument,
  data: NumberedDashboardData,
  numberHandedOut: () => Promise<number>,
): Promise<'written' | 'superseded'> {
  refuseTooLarge(document.name, data);

  for (let round = 0; round < maximumRounds; round += 1) {
    const stored = await document.read();
    const number = numberOf(stored?.data);
    // A number that was never handed out is nobody's collection (a forgery, or the lease was deleted), and must not block everybody's.
    if (number === data.collection || (number > data.collection && number <= (await numberHandedOut()))) {
      return 'superseded';
    }
    if (await document.write(data, stored)) return 'written';
  }
  throw new CollectorError(
    503,
    'document-contended',
    `Other invocations kept changing the document ${document.name} first. It holds their data; the next event collects again.`,
  );
}

function refuseTooLarge(documentName: string, data: DashboardData): void {
  const bytes = Buffer.byteLength(JSON.stringify(data));
  if (bytes <= maximumBytes) return;
  throw new CollectorError(
    500,
    'data-too-large',
    `The data for ${documentName} takes ${bytes} bytes, more than the ${maximumBytes} that a Sync document holds. ` +
      'The document keeps its last data. Delete unused activities, or ask for fewer DASHBOARD_WAIT_SPLITS.',
  );
}

/** 0 for data of no known collection. */
function numberOf(data: unknown): number {
  if (typeof data !== 'object' || data === null || !('collection' in data)) return 0;
  return typeof data.collection === 'number' ? data.collection : 0;
}
