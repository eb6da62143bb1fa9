import type { DocumentService, JsonObject } from '../../src/saving/DocumentService';
import { callTwilio } from './callTwilio';
import { syncDocument, type SyncService } from './syncDocument';
import type { TimeBudget } from './TimeBudget';
import { TwilioFailure } from './TwilioFailure';

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
