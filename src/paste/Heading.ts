import { styled, themeGet } from './styling';

const heading = (tag: 'h1' | 'h2', size: 40 | 60 | 70) => styled(tag)`
  display: block;
  margin: 0;
  padding: 0;
  color: ${themeGet('textColors.colorText')};
  font-size: ${themeGet(`fontSizes.fontSize${size}`)};
  font-weight: ${themeGet('fontWeights.fontWeightBold')};
  line-height: ${themeGet(`lineHeights.lineHeight${size}`)};
`;

export const PageHeading = heading('h1', 70);

/** Of a message that stands in place of the tiles. */
export const MessageHeading = heading('h2', 60);

export const SectionHeading = heading('h2', 40);
