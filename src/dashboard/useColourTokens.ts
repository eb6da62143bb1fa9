import { useTheme } from '@twilio-paste/core/theme';
import { useMemo } from 'react';
import type { Colours } from '../metric/thresholdStyles';

/** Every colour token of the theme in use: name to CSS colour. */
export function useColourTokens(): Colours {
  const theme = useTheme();
  return useMemo(() => {
    const groups: readonly unknown[] = [theme.textColors, theme.backgroundColors, theme.borderColors];
    return new Map(groups.flatMap((group) => Object.entries((group ?? {}) as Record<string, string>)));
  }, [theme]);
}
