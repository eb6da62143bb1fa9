import * as React from 'react';
import type { Tile } from '../../../model/board/Board';
import { asSpan, mostColumns, mostRows, type Span } from '../../../model/board/span';
import { useStrings } from '../../../strings/StringsContext';
import type { PlainTextKey } from '../../../strings/TextKey';
import type { EditingModel } from '../editing/EditingModel';

export interface SizeFieldsProps {
  readonly model: EditingModel;
  readonly tile: Tile;
}

const fields: readonly (readonly [field: keyof Span, label: PlainTextKey, most: number])[] = [
  ['columns', 'PanelColumns', mostColumns],
  ['rows', 'PanelRows', mostRows],
];

/** How wide and how high a tile is. */
export function SizeFields({ model, tile: { key, span } }: SizeFieldsProps): React.ReactElement {
  const { text } = useStrings();
  const resize = (changed: Partial<Span>): void =>
    model.do({ type: 'resize-tile', key, span: asSpan({ ...span, ...changed }) });
  return (
    <>
      {fields.map(([field, label, most]) => (
        <label key={field}>
          {text(label)}
          <select value={span[field]} onChange={({ target }) => resize({ [field]: Number(target.value) })}>
            {Array.from({ length: most }, (_, index) => (
              <option key={index} value={index + 1}>
                {index + 1}
              </option>
            ))}
          </select>
        </label>
      ))}
    </>
  );
}
