import type * as Flex from '@twilio/flex-ui';
import type { MutableRefObject } from 'react';
import type { EditingModel } from '../views/editor/editing/EditingModel';
import type { Strings } from '../strings/Strings';

/**
 * Keeps work on the board before Flex logs out, and lets go of it afterwards, so that whoever logs in next does not find it.
 * Where the browser keeps nothing, it asks first; a logout that Flex forces goes on in any case.
 */
export function keepDraftOnLogout(
  actions: Pick<typeof Flex.Actions, 'addListener'>,
  kept: MutableRefObject<Pick<EditingModel, 'keepDraft'> | undefined>,
  strings: Strings,
): void {
  actions.addListener('beforeLogout', (payload: { forceLogout?: boolean } | undefined, abort: () => void) => {
    const isKept = kept.current?.keepDraft() ?? true;
    if (!isKept && !payload?.forceLogout && !window.confirm(strings.text('DraftNotKept'))) abort();
  });
  actions.addListener('afterLogout', () => {
    kept.current = undefined;
  });
}
