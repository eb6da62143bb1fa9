import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { styled, themeGet } from '@twilio-paste/core/styling-library';
import * as React from 'react';

/** Stands where the tiles would be: what is the matter, and what to do about it. */
export function BoardMessage({
  title,
  children,
}: {
  title: string;
  children: React.ReactNode;
}): React.ReactElement {
  return (
    <Box
      role="status"
      display="grid"
      rowGap="space40"
      maxWidth="size70"
      marginTop="space80"
      padding="space80"
      backgroundColor="colorBackgroundBody"
      borderRadius="borderRadius30"
      borderStyle="solid"
      borderWidth="borderWidth10"
      borderColor="colorBorderWeaker"
      color="colorText"
      fontSize="fontSize30"
      lineHeight="lineHeight40"
    >
      <Heading as="h2" variant="heading30" marginBottom="space0">
        {title}
      </Heading>
      {children}
    </Box>
  );
}

/** The name of a document or a file. */
export const Name = styled.code`
  font-family: ${themeGet('fonts.fontFamilyCode')};
  font-weight: 600;
`;
