import { Button } from '../../../ui/Button';
import { styled, themeGet } from '../../../paste/styling';

/** The button that does what a dialog is for. */
export const PrimaryButton = styled(Button)`
  padding: 0.375rem 1rem;
  color: ${themeGet('textColors.colorTextInverse')};
  background: ${themeGet('backgroundColors.colorBackgroundPrimary')};
  border-color: ${themeGet('backgroundColors.colorBackgroundPrimary')};
  &:hover:not(:disabled):not([aria-disabled='true']) {
    background: ${themeGet('backgroundColors.colorBackgroundPrimaryStronger')};
  }
`;
