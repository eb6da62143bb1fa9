import * as React from 'react';
import { styled, themeGet } from '../../paste/styling';
import type { FreshnessInWords } from '../board/describeFreshness';

const shapes: Readonly<Record<FreshnessInWords['state'], string>> = {
  // A ring, a dot in a halo, a triangle, and a plug struck through.
  waiting: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Zm0 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z',
  live: 'M8 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z',
  late: 'M8 .7 15.8 14.9H.2ZM7.1 5.6v4.6h1.8V5.6Zm0 5.8v1.8h1.8v-1.8Z',
  'cut-off':
    'M1.7.6 15.4 14.3l-1.1 1.1-3.5-3.5a5 5 0 0 1-2 1V15H7.2v-2.1A5 5 0 0 1 3.5 8V6H2.6V4.4h.7L.6 1.7ZM5 1h1.6v2.4L5 1.8Zm4.4 0H11v3.4h2.4V6h-.9v2a5 5 0 0 1-.5 2.2L6.2 4.4h3.2Z',
};

/** Whether the numbers are those of now, by shape before colour. Read out by the words beside it. */
export function FreshnessIcon({ state }: Pick<FreshnessInWords, 'state'>): React.ReactElement {
  return (
    <Icon viewBox="0 0 16 16" aria-hidden="true" focusable="false" data-state={state}>
      <path d={shapes[state]} fill="currentColor" fillRule="evenodd" />
    </Icon>
  );
}

const Icon = styled('svg')`
  flex: none;
  width: 1.15em;
  height: 1.15em;
  &[data-state='live'] {
    border-radius: 50%;
    color: ${themeGet('backgroundColors.colorBackgroundSuccess')};
    background: color-mix(in srgb, currentColor 25%, transparent);
  }
  /* A browser in forced colours keeps what an icon is drawn in; these it must be able to see. */
  @media (forced-colors: active) {
    &[data-state='live'] {
      color: CanvasText;
    }
  }
`;
