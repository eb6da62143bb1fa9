import type { Twilio } from 'twilio';
import type { DashboardData } from '../../src/contract/dashboardData';
import { callTwilio, jittered } from './callTwilio';
import { CollectorError } from './CollectorError';
import type { TimeBudget } from './TimeBudget';
import { TwilioFailure } from './TwilioFailure';

type SyncService = ReturnType<Twilio['sync']['v1']['services']>;

/** Sync's limit for the data of one document, in bytes of JSON as UTF-8. */
const maximumBytes = 16 * 1024;

/** How often to try when other invocations write at the same time: each round one gets through, and all older ones are done. */
const maximumRounds = 20;

/** No Function's clock is this far ahead, so data that claims to be is nobody's collection and must not block everybody's. */
const implausibleMs = 5 * 60_000;

/**
 * Writes the data unless the document already holds data of a collection that began at the same time or later.
 * Every write is conditional on the revision that was read, so that of two invocations the older never wins.
 * Creates the document where there is none.
 *
 * @returns `superseded` when there was nothing to write
 * @throws CollectorError
 */
export async function writeDashboardData(
  service: SyncService,
  documentName: string,
  data: DashboardData,
  time: TimeBudget,
): Promise<'written' | 'superseded'> {
  refuseTooLarge(documentName, data);

  for (let round = 1; round <= maximumRounds && time.allows(0); round += 1) {
    const stored = await read(service, documentName, time);
    if (stored && isAsNew(stored.data, data, time.clock.now())) return 'superseded';
    const written = stored
      ? await update(service, documentName, data, stored.revision, time)
      : await create(service, documentName, data, time);
    if (written) return 'written';
    await time.clock.wait(jittered(100));
  }
  throw new CollectorError(
    503,
    'document-contended',
    `Other invocations kept changing the document ${documentName} first. It holds their data; the next event collects again.`,
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

function isAsNew(stored: unknown, data: DashboardData, now: number): boolean {
  if (typeof stored !== 'object' || stored === null || !('collected_at' in stored)) return false;
  const storedAt = Date.parse(String(stored.collected_at));
  return storedAt >= Date.parse(data.collected_at) && storedAt <= now + implausibleMs;
}

async function read(
  service: SyncService,
  name: string,
  time: TimeBudget,
): Promise<{ readonly data: unknown; readonly revision: string } | undefined> {
  try {
    return await callTwilio(`Reading the document ${name}`, () => service.documents(name).fetch(), time);
  } catch (error: unknown) {
    if (hasTwilioStatus(error, 404)) return undefined;
    throw error;
  }
}

/** @returns whether the document still had that revision */
async function update(
  service: SyncService,
  name: string,
  data: DashboardData,
  revision: string,
  time: TimeBudget,
): Promise<boolean> {
  const request = () => service.documents(name).update({ data, ifMatch: revision });
  try {
    await callTwilio(`Writing the document ${name}`, request, time);
    return true;
  } catch (error: unknown) {
    // Somebody else wrote it (412) or deleted it (404) since it was read.
    if (hasTwilioStatus(error, 412) || hasTwilioStatus(error, 404)) return false;
    throw error;
  }
}

/** @returns whether there was still no such document */
async function create(
  service: SyncService,
  name: string,
  data: DashboardData,
  time: TimeBudget,
): Promise<boolean> {
  const request = () => service.documents.create({ uniqueName: name, data });
  try {
    await callTwilio(`Creating the document ${name}`, request, time);
    return true;
  } catch (error: unknown) {
    if (hasTwilioStatus(error, 409)) return false;
    if (hasTwilioStatus(error, 404)) {
      throw new CollectorError(
        500,
        'unknown-sync-service',
        'This account has no such Sync service. Correct DASHBOARD_SYNC_SERVICE_SID, and deploy again.',
      );
    }
    throw error;
  }
}

const hasTwilioStatus = (error: unknown, status: number): boolean =>
  error instanceof TwilioFailure && error.twilioStatus === status;
