import {
  backgroundColors,
  borderColors,
  fonts,
  fontSizes,
  fontWeights,
  lineHeights,
  radii,
  spacings,
  textColors,
} from '@twilio-paste/design-tokens';
import {
  backgroundColors as darkBackgroundColors,
  borderColors as darkBorderColors,
  textColors as darkTextColors,
} from '@twilio-paste/design-tokens/dist/themes/dark/tokens.es6';

/** Values of one group, such as the colours of text, by the names of their tokens. */
type Tokens<Of, Value = string> = Readonly<Record<keyof Of & string, Value>>;
type Measures<Of> = Tokens<Of, string | number>;

/** What is the same in both themes. */
const measures = { fonts, fontSizes, fontWeights, lineHeights, radii, space: spacings };

/** The part of a Paste theme that we draw with, in Paste's groups. Colours are those of both themes: the dark one has fewer. */
export interface PasteTheme {
  readonly backgroundColors: Tokens<typeof darkBackgroundColors>;
  readonly borderColors: Tokens<typeof darkBorderColors>;
  readonly fonts: Tokens<typeof fonts>;
  readonly fontSizes: Measures<typeof fontSizes>;
  readonly fontWeights: Measures<typeof fontWeights>;
  readonly lineHeights: Measures<typeof lineHeights>;
  readonly radii: Measures<typeof radii>;
  readonly space: Measures<typeof spacings>;
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
