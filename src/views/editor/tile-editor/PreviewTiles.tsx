import * as React from 'react';
import { ReadingTile } from '../../../visuals/ReadingTile';
import type { EvaluationContext } from '../../board/ReadingsStore';
import { TileGrid } from '../../../visuals/TileGrid';
import type { ParsedDefinition } from '../../../model/metric/parseMetricDefinitions';
import { styled, themeGet } from '../../../paste/styling';
import type { TextKey } from '../../../strings/TextKey';
import { useStrings } from '../../../strings/StringsContext';
import { previewReadings, type PreviewState } from './previewReadings';

export interface PreviewTilesProps {
  readonly parsed: ParsedDefinition;
  readonly moment: EvaluationContext;
}

const names = {
  normal: 'WorkbenchNormal',
  first: 'WorkbenchFirst',
  second: 'WorkbenchSecond',
  'no-data': 'WorkbenchNoData',
  error: 'WorkbenchError',
} as const satisfies Readonly<Record<PreviewState, TextKey>>;

/** A tile in the states that it can come into, whatever its value is now. */
export function PreviewTiles({ parsed, moment }: PreviewTilesProps): React.ReactElement {
  const { text } = useStrings();
  const problem = text('WorkbenchErrorExample');
  const previews = React.useMemo(() => previewReadings(parsed, moment, problem), [parsed, moment, problem]);
  return (
    <Previews>
      {previews.map(({ state, reading }) => (
        <li key={state}>
          <span>{text(names[state])}</span>
          <TileGrid aria-label={text(names[state])}>
            <ReadingTile tile={state} reading={reading} size="wide" />
          </TileGrid>
        </li>
      ))}
    </Previews>
  );
}

const Previews = styled('ul')`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr));
  gap: 0.75rem;
  margin: 0;
  padding: 0;
  list-style: none;
  li > span {
    display: block;
    margin-bottom: 0.25rem;
    font-size: 0.8125rem;
    color: ${themeGet('textColors.colorTextWeak')};
  }
`;
