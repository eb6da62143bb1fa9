import type { SyncClient, SyncDocument } from 'twilio-sync';
import type { DocumentService } from '../../../persistence/DocumentService';
import { sameJson } from '../../../persistence/sameJson';

/** The Sync service of a client. Documents that the dashboard follows are the same objects here, and stay open. */
export function syncDocumentService(client: SyncClient): DocumentService {
  /** Opens an existing document for as long as something is done with it. */
  async function whileOpen<Result>(
    name: string,
    act: (document: SyncDocument) => Result | Promise<Result>,
  ): Promise<Result | undefined> {
    let document: SyncDocument | undefined;
    try {
      document = await client.document({ id: name, mode: 'open_existing' });
      return await act(document);
    } catch (error: unknown) {
      // It was not there, or is not there any more.
      if (statusOf(error) === 404) return undefined;
      throw error;
    } finally {
      document?.close();
    }
  }

  return {
    read: (name) =>
      whileOpen(name, ({ data, dateUpdated }) => ({
        value: data as Readonly<Record<string, unknown>>,
        updatedAt: dateUpdated.toISOString(),
      })),

    async write(name, value, replaced) {
      if (!replaced) {
        try {
          (await client.document({ id: name, mode: 'create_new', data: value })).close();
          return true;
        } catch (error: unknown) {
          if (statusOf(error) === 409) return false;
          throw error;
        }
      }
      let isAsRead = false;
      await whileOpen(name, (document) =>
        // Called again with what is there then when somebody else was faster; nothing is sent given nothing.
        document.mutate((found: object) => {
          isAsRead = sameJson(found, replaced.value);
          return isAsRead ? value : (null as unknown as object);
        }),
      );
      return isAsRead;
    },

    async remove(name) {
      await whileOpen(name, (document) => document.removeDocument());
    },
  };
}

const statusOf = (error: unknown): unknown => (Object(error) as { status?: unknown }).status;
