import * as React from 'react';
import { tilesToClipboardText } from '../exchange/exportText';
import { tilesFromClipboardText } from '../exchange/tilesFromClipboardText';
import type { EditingModel } from './EditingModel';

/** Copies the tile that has the focus, and pastes tiles that were copied here or on another board; text boxes keep their own. */
export function useTileClipboard(model: EditingModel): void {
  React.useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      const key = document.activeElement?.closest<HTMLElement>('[data-edit-mode] [data-metric]')?.dataset
        .metric;
      if (key === undefined || String(document.getSelection()) !== '') return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', tilesToClipboardText(model.session.current, [key]));
    };
    const paste = (event: ClipboardEvent): void => {
      if (document.activeElement?.closest('input, textarea, select, dialog, [contenteditable]')) return;
      const tiles = tilesFromClipboardText(event.clipboardData?.getData('text/plain') ?? '');
      if (tiles.length === 0) return;
      event.preventDefault();
      for (const metric of tiles) model.do({ type: 'add-metric', metric });
    };
    document.addEventListener('copy', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('paste', paste);
    };
  }, [model]);
}
