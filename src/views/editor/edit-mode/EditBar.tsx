import { styled, themeGet } from '../../../paste/styling';

/** A line over or under the board in edit mode: what is said, and what can be done about it. */
export const EditBar = styled('div')`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.5rem 0.75rem;
  padding: 0.75rem 1rem;
  font: 400 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
  color: ${themeGet('textColors.colorText')};
  background: ${themeGet('backgroundColors.colorBackgroundBody')};
  border: 1px solid ${themeGet('borderColors.colorBorderPrimary')};
  border-radius: 8px;
  p {
    flex: 1 1 12rem;
    margin: 0;
  }
`;
