import * as React from 'react';

/** Furthest from the middle, in CSS pixels: less than the margin around the wall, so that nothing leaves the screen. */
export const furthestShift = 6;

const minute = 60_000;

/** So seldom that nobody sees it move, and so far that no edge of a tile stays on the same pixels all day. */
const everyMinutes = { usual: 2, reduced: 30 } as const;

/**
 * Moves the picture a little, so that edges that never change do not burn into a screen. It jumps by some pixels rather than
 * glide; where somebody asked for less motion, hardly ever.
 */
export function usePixelShift(): { readonly x: number; readonly y: number } {
  const [step, setStep] = React.useState(0);
  React.useEffect(() => {
    const isReduced = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const timer = setInterval(
      () => setStep((before) => before + 1),
      everyMinutes[isReduced ? 'reduced' : 'usual'] * minute,
    );
    return () => clearInterval(timer);
  }, []);
  return { x: zigzag(step, furthestShift), y: zigzag(step, furthestShift - 2) };
}

/** Back and forth between -furthest and furthest; with two different lengths the picture visits every place between. */
function zigzag(step: number, furthest: number): number {
  const at = (step + furthest) % (4 * furthest);
  return at <= 2 * furthest ? at - furthest : 3 * furthest - at;
}
