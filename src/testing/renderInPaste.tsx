import { CustomizationProvider } from '@twilio-paste/core/customization';
import { render, type RenderResult } from '@testing-library/react';
import * as React from 'react';

/** Renders with Paste's theme around it, as Flex does. */
export function renderInPaste(element: React.ReactElement): RenderResult {
  return render(element, {
    wrapper: ({ children }) => <CustomizationProvider baseTheme="default">{children}</CustomizationProvider>,
  });
}
