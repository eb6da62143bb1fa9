import { styled, themeGet } from '@twilio-paste/core/styling-library';

/** The button that does what a dialog is for. */
export const PrimaryButton = styled.button`
  padding: 0.375rem 1rem;
  font: 600 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
  color: ${themeGet('textColors.colorTextInverse')};
  background: ${themeGet('backgroundColors.colorBackgroundPrimary')};
  border: 1px solid ${themeGet('backgroundColors.colorBackgroundPrimary')};
  border-radius: 6px;
  cursor: pointer;
  &:disabled {
    color: ${themeGet('textColors.colorTextWeak')};
    background: ${themeGet('backgroundColors.colorBackgroundStrong')};
    border-color: ${themeGet('backgroundColors.colorBackgroundStrong')};
    cursor: not-allowed;
  }
  &:focus-visible {
    outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
    outline-offset: 2px;
  }
`;
