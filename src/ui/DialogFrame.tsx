import { styled, themeGet } from '../paste/styling';

/** How every dialog of ours looks around what is in it; Flex resets headings, so that they are bold here again. */
export const DialogFrame = styled('dialog')`
  box-sizing: border-box;
  padding: 0;
  border: 1px solid ${themeGet('borderColors.colorBorderWeak')};
  border-radius: 8px;
  background: ${themeGet('backgroundColors.colorBackgroundBody')};
  color: ${themeGet('textColors.colorText')};
  font-family: ${themeGet('fonts.fontFamilyText')};
  font-size: 0.9375rem;
  line-height: 1.45;
  &::backdrop {
    background: rgb(6 3 58 / 45%);
  }
  h2 {
    margin: 0;
    font-size: 1.25rem;
    font-weight: 700;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 1rem;
    font-weight: 600;
  }
  code {
    font-family: ${themeGet('fonts.fontFamilyCode')};
    font-size: 0.875rem;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
