import { css, styled, themeGet } from './styling';

const heading = (size: 40 | 60 | 70) => (props: { theme?: object }) => css`
  display: block;
  margin: 0;
  padding: 0;
  color: ${themeGet('textColors.colorText')(props)};
  font-size: ${themeGet(`fontSizes.fontSize${size}`)(props)};
  font-weight: ${themeGet('fontWeights.fontWeightBold')(props)};
  line-height: ${themeGet(`lineHeights.lineHeight${size}`)(props)};
`;

export const PageHeading = styled('h1')(heading(70));

/** Of a message that stands in place of the tiles. */
export const MessageHeading = styled('h2')(heading(60));

export const SectionHeading = styled('h2')(heading(40));
