import { styled, themeGet } from './styling';

/** Read out, and not seen. */
export const ScreenReaderOnly = styled('span')`
  position: absolute;
  width: 1px;
  height: 1px;
  margin: ${themeGet('space.spaceNegative10')};
  padding: 0;
  border: none;
  overflow: hidden;
  clip: rect(0 0 0 0);
  text-transform: none;
  white-space: nowrap;
`;
