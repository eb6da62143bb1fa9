import {
  backgroundColors,
  borderColors,
  boxShadows,
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
  boxShadows as darkBoxShadows,
  textColors as darkTextColors,
} from '@twilio-paste/design-tokens/dist/themes/dark/tokens.es6';

/** Values of one kind, such as the colours of text, by the names of their tokens. */
type Tokens<Of> = Readonly<Record<keyof Of & string, string>>;

/** What is the same in both themes. */
const measures = { fonts, fontSizes, fontWeights, lineHeights, radii, space: spacings };

/** The part of a Paste theme that we draw with, in Paste's groups. Colours are those of both themes: the dark one has fewer. */
export interface PasteTheme {
  readonly backgroundColors: Tokens<typeof darkBackgroundColors>;
  readonly borderColors: Tokens<typeof darkBorderColors>;
  readonly fonts: Tokens<typeof fonts>;
  readonly fontSizes: Tokens<typeof fontSizes>;
  readonly fontWeights: Tokens<typeof fontWeights>;
  readonly lineHeights: Tokens<typeof lineHeights>;
  readonly radii: Tokens<typeof radii>;
  readonly shadows: Partial<Tokens<typeof boxShadows>>;
  readonly space: Tokens<typeof spacings>;
  readonly textColors: Tokens<typeof darkTextColors>;
}

export const lightTheme: PasteTheme = {
  ...measures,
  backgroundColors,
  borderColors,
  textColors,
  shadows: boxShadows,
};

export const darkTheme: PasteTheme = {
  ...measures,
  backgroundColors: darkBackgroundColors,
  borderColors: darkBorderColors,
  textColors: darkTextColors,
  shadows: darkBoxShadows,
};
