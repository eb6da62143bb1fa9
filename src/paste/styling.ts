import styled from '@emotion/styled';
import { css } from '@emotion/react';
import { lightTheme, type PasteTheme } from './themes';

export { css, styled };

type Path = { [Group in keyof PasteTheme]: `${Group}.${keyof PasteTheme[Group] & string}` }[keyof PasteTheme];

/** For a `styled` template: the value that the theme in use has for a token, such as `textColors.colorText`. */
export function themeGet(path: Path): (props: { theme?: object }) => string | number {
  const [group, name] = path.split('.') as [keyof PasteTheme, string];
  return ({ theme }) => tokensOf(theme)[group][name as never];
}

/** The theme around an element; the light one where there is none, as around what tells of an error of the theme itself. */
export const tokensOf = (theme: object = {}): PasteTheme =>
  'textColors' in theme ? (theme as PasteTheme) : lightTheme;
