import * as React from 'react';
import type { TileState } from './tileFace';

/** A shape for each state that has one, told apart without colour: circle, triangle, octagon, crossed box. */
const shapes: Partial<Readonly<Record<TileState, React.ReactElement>>> = {
  success: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.5 8.2 7 10.7l4.5-5" fill="none" stroke="var(--knockout)" strokeWidth="2" />
    </>
  ),
  warning: (
    <>
      <path d="M8 1 15.5 14.5H.5Z" fill="currentColor" />
      <path d="M8 5.5v4.5m0 1.2v1.6" stroke="var(--knockout)" strokeWidth="1.8" />
    </>
  ),
  error: (
    <>
      <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5Z" fill="currentColor" />
      <path d="M8 3.8v5m0 1.6v1.8" stroke="var(--knockout)" strokeWidth="2" />
    </>
  ),
  broken: (
    <path d="M1.5 1.5h13v13h-13ZM5 5l6 6m0-6-6 6" fill="none" stroke="currentColor" strokeWidth="1.8" />
  ),
};

/** `knockout` is the colour of what lies behind the tile's text. */
export function StateIcon({
  state,
  knockout,
}: {
  state: TileState;
  knockout: string | undefined;
}): React.ReactElement | null {
  const shape = shapes[state];
  if (!shape) return null;
  const style = { '--knockout': knockout } as React.CSSProperties;
  return (
    <svg width="1em" height="1em" viewBox="0 0 16 16" aria-hidden="true" focusable="false" style={style}>
      {shape}
    </svg>
  );
}
