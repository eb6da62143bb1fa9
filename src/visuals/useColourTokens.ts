import { usePasteTheme } from '../paste/PasteProvider';
import type { PasteTheme } from '../paste/themes';
import type { Colours } from './styleColours';

/** Every colour token of the theme in use: name to CSS colour. */
export function useColourTokens(): Colours {
  const theme = usePasteTheme();
  const known = coloursOfThemes.get(theme) ?? coloursOf(theme);
  coloursOfThemes.set(theme, known);
  return known;
}

/** Hundreds of tiles ask. */
const coloursOfThemes = new WeakMap<object, Colours>();

const coloursOf = ({ textColors, backgroundColors, borderColors }: PasteTheme): Colours =>
  new Map([textColors, backgroundColors, borderColors].flatMap((group) => Object.entries(group)));
