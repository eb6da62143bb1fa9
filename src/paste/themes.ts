import {
  backgroundColors,
  borderColors,
  borderRadius20,
  borderRadius30,
  fontFamilyCode,
  fontFamilyText,
  fontSize20,
  fontSize30,
  fontSize40,
  fontSize60,
  fontSize70,
  fontWeightBold,
  fontWeightNormal,
  lineHeight30,
  lineHeight40,
  lineHeight60,
  lineHeight70,
  space10,
  space30,
  space40,
  space50,
  space60,
  space70,
  space80,
  spaceNegative10,
  textColors,
} from '@twilio-paste/design-tokens';
import {
  backgroundColors as darkBackgroundColors,
  borderColors as darkBorderColors,
  textColors as darkTextColors,
} from '@twilio-paste/design-tokens/dist/themes/dark/tokens.es6';

/** Values of one group, such as the colours of text, by the names of their tokens. */
type Tokens<Of, Value = string> = Readonly<Record<keyof Of & string, Value>>;

/** What is the same in both themes, of it only what something draws with: a metric can name colours only. */
const measures = {
  fonts: { fontFamilyCode, fontFamilyText },
  fontSizes: { fontSize20, fontSize30, fontSize40, fontSize60, fontSize70 },
  fontWeights: { fontWeightBold, fontWeightNormal },
  lineHeights: { lineHeight30, lineHeight40, lineHeight60, lineHeight70 },
  radii: { borderRadius20, borderRadius30 },
  space: { space10, space30, space40, space50, space60, space70, space80, spaceNegative10 },
};

type Measures<Group extends keyof typeof measures> = Tokens<(typeof measures)[Group], string | number>;

/** The part of a Paste theme that we draw with, in Paste's groups. Colours are those of both themes: the dark one has fewer. */
export interface PasteTheme {
  readonly backgroundColors: Tokens<typeof darkBackgroundColors>;
  readonly borderColors: Tokens<typeof darkBorderColors>;
  readonly fonts: Measures<'fonts'>;
  readonly fontSizes: Measures<'fontSizes'>;
  readonly fontWeights: Measures<'fontWeights'>;
  readonly lineHeights: Measures<'lineHeights'>;
  readonly radii: Measures<'radii'>;
  readonly space: Measures<'space'>;
  readonly textColors: Tokens<typeof darkTextColors>;
}

export const lightTheme: PasteTheme = {
  ...measures,
  backgroundColors,
  borderColors,
  textColors,
};

export const darkTheme: PasteTheme = {
  ...measures,
  backgroundColors: darkBackgroundColors,
  borderColors: darkBorderColors,
  textColors: darkTextColors,
};
