import type { SyncClient } from 'twilio-sync';
import { postToFunction } from '../../../sources/refresh/postToFunction';
import type { JsonObject } from '../../../persistence/DocumentService';
import type { BoardHistory, DocumentChange, SavedDocuments } from '../../../persistence/saveDocuments';
import type { DocumentNames } from '../draft/documentsIn';
import { createDefinitionStore } from './createDefinitionStore';
import type { DefinitionStore } from './DefinitionStore';
import { connectedService } from './syncDefinitionStore';

export interface FunctionDefinitionStoreOptions {
  readonly names: DocumentNames;
  /** The client that holds the definitions, at this moment: reading goes through Sync as ever. */
  readonly client: () => SyncClient | undefined;
  /** Address of the Function `saveDefinitions`. */
  readonly url: string;
  /** Flex's token, which it renews. */
  readonly token: () => string;
  readonly onSaved?: () => void;
}

/** Saves through the Function, which admits supervisors and admins, and puts the name into the list of versions itself. */
export const functionDefinitionStore = ({
  names,
  client,
  url,
  token,
  onSaved,
}: FunctionDefinitionStoreOptions): DefinitionStore =>
  createDefinitionStore({
    names,
    service: () => connectedService(client),
    write: (_service, changes, histories) => post(url, token(), changes, histories),
    ...(onSaved && { onSaved }),
  });

async function post(
  url: string,
  token: string,
  changes: readonly DocumentChange[],
  histories: readonly BoardHistory[],
): Promise<SavedDocuments> {
  const saved = changes.map(({ document, base, value }) => ({ document, base: base ?? null, value }));
  const { status, body, problem } = await postToFunction(url, {
    Token: token,
    Changes: JSON.stringify(saved),
    ...(histories.length > 0 && { Boards: JSON.stringify(histories.map(({ board }) => board)) }),
  });
  if (status === 200) return { status: 'saved' };
  const { found } = Object(body) as { found?: Readonly<Record<string, JsonObject | null>> };
  if (status !== 409 || !found) throw Object.assign(new Error(problem), { status });
  return {
    status: 'conflict',
    found: Object.fromEntries(Object.entries(found).map(([name, value]) => [name, value ?? undefined])),
  };
}
