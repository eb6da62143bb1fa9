import type { Twilio } from 'twilio';
import { callTwilio } from './callTwilio';
import { CollectorError } from './CollectorError';
import type { ConditionalDocument } from './ConditionalDocument';
import type { TimeBudget } from './TimeBudget';
import { TwilioFailure } from './TwilioFailure';
import type { DocumentService, JsonObject } from '../../src/persistence/DocumentService';

export type SyncService = ReturnType<Twilio['sync']['v1']['services']>;

/**
 * A document of a Sync service, over REST. Given `ttl`, it expires so many seconds after it was last written.
 * Its methods throw a `TwilioFailure`, or a `CollectorError` `unknown-sync-service` when there is no such service.
 */
export function syncDocument(
  service: SyncService,
  name: string,
  time: TimeBudget,
  ttl?: number,
): ConditionalDocument {
  const lasts = ttl === undefined ? {} : { ttl };
  /** Makes a request; undefined when Twilio answers with one of these statuses. */
  const unless = async <T>(
    statuses: readonly number[],
    what: string,
    request: () => Promise<T>,
  ): Promise<T | undefined> => {
    try {
      return await callTwilio(`${what} the document ${name}`, request, time);
    } catch (error: unknown) {
      const status = error instanceof TwilioFailure ? error.twilioStatus : undefined;
      if (status !== undefined && statuses.includes(status)) return undefined;
      throw error;
    }
  };

  return {
    name,
    read: () => unless([404], 'Reading', () => service.documents(name).fetch()),

    async write(data, replaced) {
      if (replaced) {
        // Somebody else wrote it (412) or deleted it (404) since it was read.
        const update = () => service.documents(name).update({ data, ifMatch: replaced.revision, ...lasts });
        return (await unless([412, 404], 'Writing', update))?.revision;
      }
      try {
        const create = () => service.documents.create({ uniqueName: name, data, ...lasts });
        return (await unless([409], 'Creating', create))?.revision;
      } catch (error: unknown) {
        if (!(error instanceof TwilioFailure) || error.twilioStatus !== 404) throw error;
        throw new CollectorError(
          500,
          'unknown-sync-service',
          'This account has no such Sync service. Correct DASHBOARD_SYNC_SERVICE_SID, and deploy again.',
        );
      }
    },
  };
}

/** A Sync service over REST. Its methods reject with a `CollectorError`. */
export const documentService = (service: SyncService, time: TimeBudget): DocumentService => ({
  async read(name) {
    const found = await syncDocument(service, name, time).read();
    return (
      found && {
        value: found.data as JsonObject,
        updatedAt: (found.dateUpdated ?? new Date(time.clock.now())).toISOString(),
        revision: found.revision,
      }
    );
  },

  async write(name, value, replaced) {
    const revision = replaced && { revision: replaced.revision ?? '' };
    return (await syncDocument(service, name, time).write(value, revision)) !== undefined;
  },

  async remove(name) {
    try {
      await callTwilio(`Removing the document ${name}`, () => service.documents(name).remove(), time);
    } catch (error: unknown) {
      if (!(error instanceof TwilioFailure) || error.twilioStatus !== 404) throw error;
    }
  },
});
