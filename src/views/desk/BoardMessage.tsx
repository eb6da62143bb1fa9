import * as React from 'react';
import { MessageHeading } from '../../paste/Heading';
import { styled, themeGet } from '../../paste/styling';

/** Stands where the tiles would be: what is the matter, and what to do about it. */
export function BoardMessage({
  title,
  children,
}: {
  title: string;
  children: React.ReactNode;
}): React.ReactElement {
  return (
    <Frame role="status">
      <MessageHeading>{title}</MessageHeading>
      {children}
    </Frame>
  );
}

const Frame = styled('div')`
  display: grid;
  row-gap: ${themeGet('space.space40')};
  max-width: 44.5rem;
  margin-top: ${themeGet('space.space80')};
  padding: ${themeGet('space.space80')};
  background-color: ${themeGet('backgroundColors.colorBackgroundBody')};
  border: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
  border-radius: ${themeGet('radii.borderRadius30')};
  color: ${themeGet('textColors.colorText')};
  font-size: ${themeGet('fontSizes.fontSize30')};
  line-height: ${themeGet('lineHeights.lineHeight40')};
`;

/** The name of a document or a file. */
export const Name = styled('code')`
  font-family: ${themeGet('fonts.fontFamilyCode')};
  font-weight: 600;
`;
