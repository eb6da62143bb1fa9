import { styled, themeGet } from '../../../paste/styling';

/** Holds the looks of fields: plain elements, for the browser's own have the keyboard, the names and the states right. */
export const Fields = styled('div')`
  label,
  legend {
    font-weight: 600;
  }
  input,
  select,
  textarea {
    font: inherit;
    font-weight: 400;
    color: inherit;
  }
  input:not([type='checkbox'], [type='radio'], [type='file']),
  select,
  textarea {
    display: block;
    width: 100%;
    box-sizing: border-box;
    min-height: 2.375rem;
    margin-top: 0.25rem;
    padding: 0.4375rem 0.625rem;
    border: 1px solid ${themeGet('borderColors.colorBorder')};
    border-radius: 4px;
    background: ${themeGet('backgroundColors.colorBackgroundBody')};
  }
  .field-problem {
    display: block;
    margin-top: 0.25rem;
    font-weight: 400;
    color: ${themeGet('textColors.colorTextError')};
  }
  input[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border-color: ${themeGet('borderColors.colorBorderError')};
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    margin: 0;
    padding: 0.25rem 0.75rem 0.5rem;
    border: 1px solid ${themeGet('borderColors.colorBorder')};
    border-radius: 4px;
    label {
      font-weight: 400;
      white-space: nowrap;
    }
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
    outline-offset: 1px;
  }
  option {
    background: ${themeGet('backgroundColors.colorBackgroundBody')};
    color: ${themeGet('textColors.colorText')};
  }
`;
