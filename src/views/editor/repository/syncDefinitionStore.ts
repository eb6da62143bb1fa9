import type { SyncClient } from 'twilio-sync';
import { saveDocuments } from '../../../persistence/saveDocuments';
import type { DocumentNames } from '../draft/documentsIn';
import { createDefinitionStore } from './createDefinitionStore';
import type { DefinitionStore } from './DefinitionStore';
import { syncDocumentService } from './syncDocumentService';

export interface SyncDefinitionStoreOptions {
  readonly names: DocumentNames;
  /** The client that holds the definitions, at this moment. */
  readonly client: () => SyncClient | undefined;
  /** Who saves, for the list of versions. Nobody checks it. */
  readonly author: () => string;
  readonly onSaved?: () => void;
  /** @default the time of this browser */
  readonly now?: () => Date;
}

/** Saves with the very client that holds the documents. Sync lets every user of Flex do that unless its permissions say otherwise. */
export const syncDefinitionStore = ({
  names,
  client,
  author,
  onSaved,
  now = () => new Date(),
}: SyncDefinitionStoreOptions): DefinitionStore =>
  createDefinitionStore({
    names,
    service: () => connectedService(client),
    write: (service, changes, histories) =>
      saveDocuments(service, changes, { ...names, author: author(), now, histories }),
    ...(onSaved && { onSaved }),
  });

/** Offline, twilio-sync would keep what is written for later, when it may not be wanted any more. */
export function connectedService(client: () => SyncClient | undefined) {
  const held = client();
  return held?.connectionState === 'connected' ? syncDocumentService(held) : undefined;
}
