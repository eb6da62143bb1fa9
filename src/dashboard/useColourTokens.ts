import { useMemo } from 'react';
import type { Colours } from '../metric/thresholdStyles';
import { usePasteTheme } from '../paste/PasteProvider';

/** Every colour token of the theme in use: name to CSS colour. */
export function useColourTokens(): Colours {
  const theme = usePasteTheme();
  return useMemo(() => {
    const groups = [theme.textColors, theme.backgroundColors, theme.borderColors];
    return new Map(groups.flatMap((group) => Object.entries(group)));
  }, [theme]);
}
