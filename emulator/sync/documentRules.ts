import { TwilioError } from '../twilioError';
import type { SyncData } from './SyncDocuments';

/** Bytes of a document's data, as UTF-8 JSON. */
export const largestDocumentBytes = 16 * 1024;
const longestTtlSeconds = 31_536_000;

export const byteSize = (data: SyncData): number => Buffer.byteLength(JSON.stringify(data), 'utf8');

/** Throws 54302 unless the name has 1 to 320 characters and does not look like a SID. */
export function checkUniqueName(uniqueName: unknown): string {
  const isValid =
    typeof uniqueName === 'string' &&
    uniqueName.length >= 1 &&
    uniqueName.length <= 320 &&
    !/^[A-Z]{2}[a-f0-9]{32}$/.test(uniqueName);
  if (isValid) return uniqueName;
  throw new TwilioError(
    400,
    54302,
    'Invalid unique name. Expected a string with length 1-320 not matching the SID pattern [A-Z]{2}[a-f0-9]{32}',
  );
}

/** Throws 54101 unless the data are an object, 54006 when they are larger than 16 KiB. */
export function checkData(data: unknown, limits: boolean): SyncData {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new TwilioError(400, 54101, 'Invalid document data. Expected a JSON object');
  }
  const checked = data as SyncData;
  if (limits && byteSize(checked) > largestDocumentBytes) {
    throw new TwilioError(413, 54006, 'Request entity too large');
  }
  return checked;
}

/** Throws 54011 unless it is a whole number of seconds from 0 (for ever) to a year. */
export function checkTtl(ttl: unknown): number {
  if (Number.isInteger(ttl) && Number(ttl) >= 0 && Number(ttl) <= longestTtlSeconds) return Number(ttl);
  throw new TwilioError(
    400,
    54011,
    `Invalid TTL. Expected a number of seconds between 0 and ${longestTtlSeconds}`,
  );
}

/** The revision in an If-Match header, bare or in quotes. Throws 54003 when it can be no revision. */
export function checkIfMatch(ifMatch: string): string {
  const revision = /^"?([0-9a-f]+)"?$/.exec(ifMatch)?.[1];
  if (revision !== undefined) return revision;
  throw new TwilioError(400, 54003, 'Invalid If-Match header');
}
