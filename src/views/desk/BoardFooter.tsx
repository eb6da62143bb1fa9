import * as React from 'react';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';

export interface BoardFooterProps {
  /** Of the plugin, as it is deployed. */
  readonly version: string;
}

/** At the foot of the board: which version of the plugin shows it. */
export function BoardFooter({ version }: BoardFooterProps): React.ReactElement {
  return <Footer>{useStrings().text('About', { version })}</Footer>;
}

const Footer = styled('footer')`
  margin-top: auto;
  text-align: right;
  color: ${themeGet('textColors.colorTextWeak')};
  font-size: ${themeGet('fontSizes.fontSize20')};
`;
