import * as React from 'react';
import { tilesToClipboardText } from '../import-export/exportText';
import { metricOfTile, tileOf } from '../../../model/board/Board';
import { useStrings } from '../../../strings/StringsContext';
import { pasteCommand } from '../import-export/importCommand';
import { pasteProblemInWords } from '../import-export/inWords';
import { tilesFromClipboardText } from '../import-export/tilesFromClipboardText';
import { documentsOf } from '../draft/EditingSession';
import type { InsertionPoint } from './InsertionPoint';
import type { EditingModel } from '../editing/EditingModel';
import { lastSection, placeAt } from './placeForNew';
import { goToTile } from './tileElements';

/**
 * Copies the tile that has the focus, and pastes tiles that were copied here or on another board beside the tile that somebody
 * is at, as one step; text boxes keep their own.
 */
export function useTileClipboard(
  model: EditingModel,
  spot: InsertionPoint,
  onProblem: (problem: string | undefined) => void,
): void {
  const strings = useStrings();
  React.useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      const found = document.activeElement?.closest<HTMLElement>('[data-edit-mode] [data-tile]');
      const tile = tileOf(model.session.current, found?.dataset.tile ?? '');
      const key = tile && metricOfTile(tile);
      if (key === undefined || String(document.getSelection()) !== '') return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', tilesToClipboardText(documentsOf(model.session), [key]));
    };
    const paste = (event: ClipboardEvent): void => {
      if (document.activeElement?.closest('input, textarea, select, dialog, [contenteditable]')) return;
      const content = tilesFromClipboardText(event.clipboardData?.getData('text/plain') ?? '');
      event.preventDefault();
      onProblem(pasteProblemInWords(content, strings));
      if (content.status !== 'read' || content.tiles.length === 0) return;
      const { tiles } = content;
      const { current } = model.session;
      const place = placeAt(current, spot);
      // Of another board they keep their sections, so that only those without one need a place.
      const section = lastSection(current);
      const placed = place ? tiles : tiles.map((metric) => ({ section, ...metric }));
      const command = pasteCommand(placed, documentsOf(model.session), place);
      const last = Object.keys(command.metrics).pop();
      // First: what is changed outside of React's own events is drawn at once.
      if (last !== undefined) goToTile(spot, last);
      model.do(command);
    };
    document.addEventListener('copy', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('paste', paste);
    };
  }, [model, spot, onProblem, strings]);
}
