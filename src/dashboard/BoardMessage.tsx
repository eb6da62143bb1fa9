import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
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
      maxWidth="size60"
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
      <Heading as="h2" variant="heading30">
        {title}
      </Heading>
      {children}
    </Box>
  );
}
