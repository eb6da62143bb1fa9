import * as React from 'react';
import { Button } from '../../../ui/Button';
import { labelOfTile, metricOfTile, tileOf, type Board } from '../../../model/board/Board';
import { kinds } from '../../../visuals/registry';
import { useStrings } from '../../../strings/StringsContext';
import { EditorDialog } from '../dialog/EditorDialog';
import { PrimaryButton } from '../dialog/PrimaryButton';

export interface TileWithoutMetricProps {
  readonly board: Board;
  /** Key of the tile. */
  readonly tile: string;
  readonly onRemove: (key: string) => void;
  readonly onClose: () => void;
}

/** Whether a tile can be edited: this version knows its kind, and its metric is there. */
export function isEditable(board: Board, key: string): boolean {
  const tile = tileOf(board, key);
  if (!tile) return true;
  const metric = metricOfTile(tile);
  const isKnown = kinds.some(({ kind, form }) => kind === tile.visual.kind && form !== undefined);
  return isKnown && (metric === undefined || board.metrics.has(metric));
}

/** Why a tile cannot be edited: its metric was deleted elsewhere, or another version of this plugin made it. */
export function TileWithoutMetric({
  board,
  tile: key,
  onRemove,
  onClose,
}: TileWithoutMetricProps): React.ReactElement | null {
  const { text } = useStrings();
  const tile = tileOf(board, key);
  React.useEffect(() => {
    if (!tile) onClose();
  }, [tile, onClose]);
  if (!tile) return null;
  const metric = metricOfTile(tile);
  const isDeleted = metric !== undefined && !board.metrics.has(metric);
  return (
    <EditorDialog
      title={text('WorkbenchTitle', { label: labelOfTile(board, key) })}
      onClose={onClose}
      foot={
        <>
          <PrimaryButton type="button" onClick={onClose}>
            {text('EditDone')}
          </PrimaryButton>
          <Button type="button" onClick={() => onRemove(key)}>
            {text('EditDelete')}
          </Button>
        </>
      }
    >
      <p>{isDeleted ? text('ProblemMetricDeleted', { key: metric }) : text('EditTileUnknown')}</p>
    </EditorDialog>
  );
}
