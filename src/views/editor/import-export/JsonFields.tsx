import { styled, themeGet } from '../../../paste/styling';
import { Fields } from '../dialog/Fields';

/** Fields below each other, one of which holds JSON. */
export const JsonFields = styled(Fields)`
  display: grid;
  gap: 0.75rem;
  textarea {
    font-family: ${themeGet('fonts.fontFamilyCode')};
    font-size: 0.8125rem;
    resize: vertical;
  }
`;
