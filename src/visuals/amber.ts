import { contrast, parseColour, type Colour } from './contrast';
import type { Colours } from './styleColours';

/**
 * The colours of a warning. One step yellower than Paste's orange, which beside red is the same colour to people without red or
 * without green cones. CSS colours.
 */
export interface Amber {
  /** Behind label and value. */
  readonly head: string;
  /** Behind a word, and what is written on it. */
  readonly chip: string;
  readonly onChip: string;
  /** Bars, frames and icons: 3:1 on the ground of a tile and on the head. */
  readonly mark: string;
}

const light: Amber = { head: '#fff3d4', chip: '#ffb938', onChip: '#121c2d', mark: '#b26a00' };
const dark: Amber = { head: '#33270d', chip: '#ffb938', onChip: '#121c2d', mark: '#ffb938' };

const paper: Colour = [255, 255, 255];
const ink: Colour = [0, 0, 0];

export const amberOf = (colours: Colours): Amber => (isDark(colours) ? dark : light);

/** Whether white is read better on a tile than black. */
export function isDark(colours: Colours): boolean {
  const ground = parseColour(colours.get('colorBackgroundBody') ?? '') ?? paper;
  return contrast(paper, ground) > contrast(ink, ground);
}
