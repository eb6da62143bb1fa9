import * as React from 'react';
import { styled } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import { Button } from '../../ui/Button';
import type { WallTurns } from './useTurns';

export interface WallControlsProps {
  readonly turns: Pick<WallTurns, 'count' | 'isPaused' | 'pause' | 'turnPage'>;
  readonly onLeave: () => void;
}

/** For whoever moves the pointer or touches the screen: the pages, where there are several, and the way out. */
export function WallControls({ turns, onLeave }: WallControlsProps): React.ReactElement {
  const { text } = useStrings();
  const { count, isPaused, pause, turnPage } = turns;
  return (
    <Controls>
      {count > 1 ? (
        <>
          <Button type="button" onClick={() => turnPage(-1)}>
            {text('WallPrevious')}
          </Button>
          <Button type="button" onClick={pause}>
            {text(isPaused ? 'WallContinue' : 'WallPause')}
          </Button>
          <Button type="button" onClick={() => turnPage(1)}>
            {text('WallNext')}
          </Button>
        </>
      ) : null}
      <Button type="button" onClick={onLeave}>
        {text('WallLeave')}
      </Button>
    </Controls>
  );
}

/** At the top, where the panel of keys is not. */
const Controls = styled('div')`
  position: absolute;
  top: max(10px, 1.4vmin);
  left: 50%;
  transform: translateX(-50%);
  display: flex;
  flex-wrap: wrap;
  justify-content: center;
  gap: 0.5em;
  width: max-content;
  max-width: calc(100vw - 2em);
  button {
    font-size: max(16px, 2.2vmin);
    line-height: 1.25;
    box-shadow: 0 2px 8px rgb(0 0 0 / 25%);
  }
`;
