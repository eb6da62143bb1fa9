import { styled, themeGet } from '../paste/styling';

/** A button that draws no eye from the numbers; filled while it is pressed. */
export const Button = styled('button')`
  padding: 0.375rem 0.75rem;
  font: 600 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
  color: ${themeGet('textColors.colorText')};
  background: ${themeGet('backgroundColors.colorBackgroundBody')};
  border: 1px solid ${themeGet('borderColors.colorBorder')};
  border-radius: 6px;
  cursor: pointer;
  &:hover:not(:disabled):not([aria-disabled='true']) {
    border-color: ${themeGet('borderColors.colorBorderPrimary')};
  }
  &[aria-pressed='true'] {
    color: ${themeGet('textColors.colorTextInverse')};
    background: ${themeGet('backgroundColors.colorBackgroundInverse')};
  }
  &:disabled,
  &[aria-disabled='true'] {
    color: ${themeGet('textColors.colorTextWeak')};
    background: ${themeGet('backgroundColors.colorBackgroundStrong')};
    border-color: transparent;
    cursor: not-allowed;
  }
  &:focus-visible {
    outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
    outline-offset: 2px;
  }
`;
