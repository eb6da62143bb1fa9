import { styled, themeGet } from '@twilio-paste/core/styling-library';
import * as React from 'react';
import type { BoardModel } from '../../dashboard/BoardModel';
import { MetricTile } from '../../dashboard/MetricTile';
import type { MomentOfBoard } from '../../dashboard/ReadingsStore';
import { TileGrid } from '../../dashboard/TileGrid';
import { useReading } from '../../dashboard/useReading';
import type { ParsedDefinition } from '../../metric/parseMetricDefinitions';
import type { TextKey } from '../../strings/TextKey';
import { useStrings } from '../../strings/StringsContext';
import { previewReadings, type PreviewState } from './previewReadings';

export interface PreviewTilesProps {
  readonly board: BoardModel;
  readonly parsed: ParsedDefinition;
  readonly moment: MomentOfBoard;
}

const names = {
  normal: 'WorkbenchNormal',
  first: 'WorkbenchFirst',
  second: 'WorkbenchSecond',
  'no-data': 'WorkbenchNoData',
  error: 'WorkbenchError',
} as const satisfies Readonly<Record<PreviewState, TextKey>>;

/** The tile as it is now, going on with the data, and below it as it will be in other states. */
export function PreviewTiles({ board, parsed, moment }: PreviewTilesProps): React.ReactElement {
  const { text } = useStrings();
  const reading = useReading(board.readings, parsed.key);
  const problem = text('WorkbenchErrorExample');
  const others = React.useMemo(() => previewReadings(parsed, moment, problem), [parsed, moment, problem]);
  return (
    <Previews>
      <h3>{text('WorkbenchNow')}</h3>
      <div data-live-preview="">
        <TileGrid aria-label={text('WorkbenchNow')}>
          {reading ? <MetricTile reading={reading} size="wide" /> : null}
        </TileGrid>
      </div>
      <h3>{text('WorkbenchStates')}</h3>
      <ul>
        {others.map(({ state, reading: other }) => (
          <li key={state}>
            <span>{text(names[state])}</span>
            <TileGrid aria-label={text(names[state])}>
              <MetricTile reading={other} size="wide" />
            </TileGrid>
          </li>
        ))}
      </ul>
    </Previews>
  );
}

const Previews = styled.div`
  h3:first-of-type {
    margin-top: 0;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr));
    gap: 0.75rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li > span {
    display: block;
    margin-bottom: 0.25rem;
    font-size: 0.8125rem;
    color: ${themeGet('textColors.colorTextWeak')};
  }
`;
