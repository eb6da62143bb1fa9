import * as React from 'react';
import { keyOf } from '../../board/keyOf';
import type { EditingModel } from '../editing/EditingModel';

/** Undo and redo by the usual keys, wherever the focus is; but a text box undoes its own typing, and a dialog lies over the board. */
export function useEditingKeys({ undo, redo }: EditingModel): void {
  React.useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isElsewhere(event.target)) return;
      const key = keyOf(event);
      const act = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]') !== null;
