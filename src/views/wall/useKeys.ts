import * as React from 'react';
import { keyOf } from '../board/keyOf';

/** Calls back for single keys, pressed alone, anywhere on the page but in a dialog, which has keys of its own. */
export function useKeys(onKey: Readonly<Record<string, (() => void) | undefined>>): void {
  React.useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isCombined = event.ctrlKey || event.metaKey || event.altKey;
      const isInDialog = event.target instanceof Element && event.target.closest('dialog') !== null;
      const key = keyOf(event);
      const act = key === undefined ? undefined : onKey[key];
      if (isCombined || isInDialog || event.repeat || !act) return;
      event.preventDefault();
      // Flex listens as well.
      event.stopPropagation();
      act();
    };
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [onKey]);
}
