import * as React from 'react';
import { createPortal } from 'react-dom';
import type { Failure } from '../../ui/ErrorBoundary';
import { FailedRegion } from '../../ui/FailedRegion';
import { Button } from '../../ui/Button';
import { styled } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';

/** How soon what could not be drawn is drawn anew, as nobody stands before a wall to press a button: milliseconds. */
export const retryAfter = 10_000;

/** Covers the window as the wall does, so that nobody takes what lies below for it. */
export function FailedWall({ onLeave, ...failure }: Failure & { onLeave: () => void }): React.ReactElement {
  const { text } = useStrings();
  return createPortal(
    <Layer data-wall="">
      <p>{text('FailedWall')}</p>
      <FailedRegion {...failure}>
        <Button type="button" onClick={onLeave}>
          {text('FailedWallLeave')}
        </Button>
      </FailedRegion>
    </Layer>,
    document.body,
  );
}

const Layer = styled('div')`
  position: fixed;
  inset: 0;
  z-index: 100000;
  display: grid;
  place-content: center;
  gap: 2vmin;
  padding: 4vmin;
  color: #121c2d;
  background: #fff;
  > p {
    margin: 0;
    font-size: 4vmin;
    font-weight: 700;
  }
`;
