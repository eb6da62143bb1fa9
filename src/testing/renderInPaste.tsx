import { render, type RenderResult } from '@testing-library/react';
import * as React from 'react';
import { PasteProvider } from '../paste/PasteProvider';

/** Renders with Paste's theme around it, as Flex does. */
export function renderInPaste(element: React.ReactElement): RenderResult {
  return render(element, {
    wrapper: ({ children }) => <PasteProvider isDark={false}>{children}</PasteProvider>,
  });
}
