import * as React from 'react';
import type { TileState } from './describeReading';

/**
 * A shape for each state that has one, told apart without colour and from afar: disc, triangle, octagon, clock, calendar,
 * pie, ring with a dash, hourglass, crossed box. What is left out of a shape is a hole, so that an icon needs one colour.
 */
export const iconShapes: Readonly<Record<Exclude<TileState, 'none'>, string>> = {
  success: 'M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8Zm3.3 3.9L7 9 4.9 6.9 3.6 8.2 7 11.6l5.6-5.6Z',
  warning: 'M8 .7 15.8 14.9H.2ZM7.1 5.6v4.6h1.8V5.6Zm0 5.8v1.8h1.8v-1.8Z',
  error: 'M4.9.6h6.2l4.3 4.3v6.2l-4.3 4.3H4.9L.6 11.1V4.9ZM7 3.6v5.2h2V3.6Zm0 6.7v2h2v-2Z',
  stale:
    'M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8Zm0 1.7a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM7.2 4.2h1.6v3.5l2.4 1.5-.8 1.3-3.2-2Z',
  'previous-day':
    'M1.4 2.6h2.2V1h1.7v1.6h5.4V1h1.7v1.6h2.2v12.2H1.4Zm1.6 3.6v7h10v-7Zm5.6 1v1.6h3v1.7h-3v1.6L5 9.7Z',
  'too-few':
    'M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8Zm0 1.7a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8.6 3.9a4.1 4.1 0 0 1 3.5 3.5H8.6Z',
  'no-answer':
    'M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8Zm0 1.7a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM4.8 7.2h6.4v1.6H4.8Z',
  'no-data':
    'M2.8 1h10.4v1.7h-1.1v1.6L9 8l3.1 3.7v1.6h1.1V15H2.8v-1.7h1.1v-1.6L7 8 3.9 4.3V2.7H2.8Zm2.8 1.7v1L8 6.6l2.4-2.9v-1ZM8 9.4l-2.4 2.9v1h4.8v-1Z',
  broken:
    'M1 1h14v14H1Zm1.7 1.7v10.6h10.6V2.7ZM5.2 4 8 6.8 10.8 4 12 5.2 9.2 8l2.8 2.8-1.2 1.2L8 9.2 5.2 12 4 10.8 6.8 8 4 5.2Z',
};

export function StateIcon({ state }: { state: TileState }): React.ReactElement | null {
  if (state === 'none') return null;
  return (
    <svg className="tile-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={iconShapes[state]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
