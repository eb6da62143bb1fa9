import * as React from 'react';
import { createPortal } from 'react-dom';
import { css, cssText, styled, themeGet, ThemeContext } from './styling';
import { darkTheme, lightTheme, type PasteTheme } from './themes';

/** Values in place of Paste's own, by group and token, as a theme of Flex has them. */
export type PasteOverrides = {
  readonly [Group in keyof PasteTheme]?: Readonly<Record<string, string | number | undefined>>;
};

export interface PasteProviderProps {
  readonly isDark: boolean;
  readonly overrides?: PasteOverrides;
  readonly children: React.ReactNode;
}

/** Paste's light or dark theme around what is drawn with it, and the styles of the page that Paste's looks rest on. */
export function PasteProvider({ isDark, overrides, children }: PasteProviderProps): React.ReactElement {
  const theme = React.useMemo(
    () => withOverrides(isDark ? darkTheme : lightTheme, overrides),
    [isDark, overrides],
  );
  return (
    <ThemeContext.Provider value={theme}>
      {createPortal(<style>{cssText(pageStyles, theme)}</style>, document.head)}
      <Base>{children}</Base>
    </ThemeContext.Provider>
  );
}

export const usePasteTheme = (): PasteTheme => React.useContext(ThemeContext);

function withOverrides(theme: PasteTheme, overrides: PasteOverrides | undefined): PasteTheme {
  if (!overrides) return theme;
  const groups = Object.entries(theme).map(([group, tokens]) => [
    group,
    { ...tokens, ...overrides[group as keyof PasteTheme] },
  ]);
  return Object.fromEntries(groups) as PasteTheme;
}

/** Of the whole page while the view is open, as Paste has them: walls and dialogs are outside of the view's own box. */
const pageStyles = css`
  html {
    font-size: 100%;
    font-family: ${themeGet('fonts.fontFamilyText')};
  }
  body {
    margin: 0;
    background-color: ${themeGet('backgroundColors.colorBackgroundBody')};
    font-size: ${themeGet('fontSizes.fontSize30')};
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation-iteration-count: 1 !important;
      scroll-behavior: auto !important;
    }
  }
`;

const Base = styled('div')`
  color: ${themeGet('textColors.colorText')};
  font-family: ${themeGet('fonts.fontFamilyText')};
  font-size: ${themeGet('fontSizes.fontSize30')};
  font-weight: ${themeGet('fontWeights.fontWeightNormal')};
  font-variant-numeric: tabular-nums;
  line-height: ${themeGet('lineHeights.lineHeight30')};
`;
