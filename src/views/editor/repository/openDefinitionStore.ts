import { functionDefinitionStore } from './functionDefinitionStore';
import type { DefinitionStore } from './DefinitionStore';
import { syncDefinitionStore, type SyncDefinitionStoreOptions } from './syncDefinitionStore';

export interface OpenDefinitionStoreOptions extends SyncDefinitionStoreOptions {
  /** Address of the Function `saveDefinitions`, from Flex Configuration; undefined to save through Sync. */
  readonly saveUrl: string | undefined;
  /** Flex's token, for the Function. */
  readonly token: () => string;
}

/** The store that the configuration asks for. */
export const openDefinitionStore = ({
  saveUrl,
  token,
  ...options
}: OpenDefinitionStoreOptions): DefinitionStore =>
  saveUrl === undefined
    ? syncDefinitionStore(options)
    : functionDefinitionStore({ ...options, url: saveUrl, token });
