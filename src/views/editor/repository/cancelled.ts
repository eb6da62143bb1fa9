import type { StoreFailure } from './DefinitionStore';

/** How a save ended that somebody did not want to wait for. */
export const cancelled: StoreFailure = {
  status: 'failed',
  reason: 'cancelled',
  problem: 'Saving was cancelled.',
};
