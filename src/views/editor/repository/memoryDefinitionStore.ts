import type { DocumentService, JsonObject } from '../../../persistence/DocumentService';
import { sameJson } from '../../../persistence/sameJson';
import { saveDocuments } from '../../../persistence/saveDocuments';
import type { DocumentNames } from '../draft/documentsIn';
import { createDefinitionStore } from './createDefinitionStore';
import type { DefinitionStore } from './DefinitionStore';

export interface MemoryDefinitionStoreOptions {
  readonly names: DocumentNames;
  /** Documents by their unique names; several stores may share them, as several people share a Sync service. */
  readonly documents: Map<string, JsonObject>;
  readonly author?: string;
  readonly now?: () => Date;
  readonly isConnected?: () => boolean;
  readonly onSaved?: () => void;
}

/** A store of plain objects, for tests and for screens that need no Twilio. */
export function memoryDefinitionStore({
  names,
  documents,
  author = 'memory',
  now = () => new Date(),
  isConnected = () => true,
  onSaved,
}: MemoryDefinitionStoreOptions): DefinitionStore {
  const service: DocumentService = {
    async read(name) {
      const value = documents.get(name);
      return value && { value, updatedAt: now().toISOString() };
    },
    async write(name, value, replaced) {
      if (!sameJson(documents.get(name), replaced?.value)) return false;
      documents.set(name, JSON.parse(JSON.stringify(value)) as JsonObject);
      return true;
    },
    async remove(name) {
      documents.delete(name);
    },
  };
  return createDefinitionStore({
    names,
    service: () => (isConnected() ? service : undefined),
    write: (connected, changes, histories) =>
      saveDocuments(connected, changes, { ...names, author, now, histories }),
    ...(onSaved && { onSaved }),
  });
}
