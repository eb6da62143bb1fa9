import * as React from 'react';
import type { TileSize } from '../../contract/metricDefinition';
import type { Tile } from '../../model/board/Board';
import { useStrings } from '../../strings/StringsContext';
import type { EditingModel } from '../edit-mode/EditingModel';

export interface SizeFieldsProps {
  readonly model: EditingModel;
  readonly tile: Tile;
}

/** How much room a tile takes. */
export function SizeFields({ model, tile: { key, size } }: SizeFieldsProps): React.ReactElement {
  const { text } = useStrings();
  return (
    <label>
      {text('WorkbenchSize')}
      <select
        value={size}
        onChange={({ target }) => model.do({ type: 'resize-tile', key, size: target.value as TileSize })}
      >
        <option value="small">{text('WorkbenchSmall')}</option>
        <option value="normal">{text('WorkbenchNormalSize')}</option>
        <option value="wide">{text('WorkbenchWide')}</option>
      </select>
    </label>
  );
}
