import * as React from 'react';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';

export interface WallKeysProps {
  /** All keys with what they do, or one line about them. */
  readonly isWhole: boolean;
  /** Whether the browser leaves the screen to its saver. */
  readonly mayGoDark: boolean;
}

/** Lies over the tiles for whoever stands before the wall with a keyboard. */
export function WallKeys({ isWhole, mayGoDark }: WallKeysProps): React.ReactElement {
  const { text } = useStrings();
  return (
    <Panel role={isWhole ? 'region' : undefined} aria-label={isWhole ? text('WallKeys') : undefined}>
      {isWhole ? (
        <dl>
          <dt>F</dt>
          <dd>{text('WallKeyFullScreen')}</dd>
          <dt>← →</dt>
          <dd>{text('WallKeyPage')}</dd>
          <dt>↑ ↓</dt>
          <dd>{text('WallKeyBoard')}</dd>
          <dt>P</dt>
          <dd>{text('WallKeyPause')}</dd>
          <dt>?</dt>
          <dd>{text('WallKeyHelp')}</dd>
          <dt>Esc</dt>
          <dd>{text('WallKeyLeave')}</dd>
        </dl>
      ) : (
        <p>{text('WallKeysHint')}</p>
      )}
      {mayGoDark ? <p>{text('WallMayGoDark')}</p> : null}
    </Panel>
  );
}

const Panel = styled('div')`
  position: absolute;
  right: 3vmin;
  bottom: 3vmin;
  max-width: 80vw;
  padding: 1.6vmin 2.4vmin;
  border-radius: 8px;
  color: ${themeGet('textColors.colorTextInverse')};
  background: ${themeGet('backgroundColors.colorBackgroundInverse')};
  font-size: max(14px, 2vmin);
  line-height: 1.4;
  p {
    margin: 0;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.4em 1.2em;
    margin: 0;
  }
  dt {
    font-weight: 700;
  }
  dd {
    margin: 0;
  }
`;
