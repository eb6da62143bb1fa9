import { useTheme } from '@twilio-paste/core/theme';
import type { Colours } from './styleColours';

/** Every colour token of the theme in use: name to CSS colour. */
export function useColourTokens(): Colours {
  const theme = useTheme();
  const known = coloursOfThemes.get(theme) ?? coloursOf(theme);
  coloursOfThemes.set(theme, known);
  return known;
}

/** Hundreds of tiles ask. */
const coloursOfThemes = new WeakMap<object, Colours>();

function coloursOf(theme: ReturnType<typeof useTheme>): Colours {
  const groups: readonly unknown[] = [theme.textColors, theme.backgroundColors, theme.borderColors];
  return new Map(groups.flatMap((group) => Object.entries((group ?? {}) as Record<string, string>)));
}
