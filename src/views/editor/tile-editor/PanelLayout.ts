import { styled, themeGet } from '../../../paste/styling';
import { lowWindow } from '../dialog/lowWindow';

/** No room for a board beside a panel: it goes below. */
const narrow = '(max-width: 60rem)';

/** A board, and beside it the panel of the tile that is open; each scrolls by itself. */
export const BesideBoard = styled('div')`
  display: flex;
  height: 100%;
  > main {
    flex: 1 1 0;
    min-width: 0;
    min-height: 0;
  }
  [aria-current='true'].tile {
    outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
    outline-offset: 2px;
    scroll-margin: 6rem 1rem 1rem;
  }
  @media ${narrow} {
    flex-direction: column;
    &[data-panel] > main {
      height: auto;
      padding-bottom: 1rem;
    }
    /* The tile is what is looked at; the tools come back with the whole board. */
    &[data-panel] :is([data-edit-tools], .edit-hint) {
      display: none;
    }
  }
  @media ${lowWindow} {
    &[data-panel] {
      display: block;
      overflow: auto;
      > * {
        height: auto;
        overflow: visible;
      }
    }
  }
`;

export const Panel = styled('aside')`
  display: flex;
  flex: none;
  flex-direction: column;
  width: 27.5rem;
  box-sizing: border-box;
  font: 400 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
  color: ${themeGet('textColors.colorText')};
  background: ${themeGet('backgroundColors.colorBackgroundBody')};
  border-left: 1px solid ${themeGet('borderColors.colorBorder')};
  > header,
  > footer {
    display: flex;
    flex: none;
    gap: 0.75rem;
    align-items: center;
    padding: 0.75rem 1.5rem;
  }
  > header {
    border-bottom: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
  }
  > footer {
    justify-content: flex-end;
    border-top: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
  }
  h2 {
    margin: 0;
    font: 700 1.125rem/1.5rem ${themeGet('fonts.fontFamilyText')};
    overflow-wrap: anywhere;
  }
  .panel-body {
    flex: 1;
    min-height: 0;
    padding: 1rem 1.5rem;
    overflow-y: auto;
  }
  @media ${narrow} {
    width: auto;
    height: 62%;
    border-top: 1px solid ${themeGet('borderColors.colorBorder')};
    border-left: 0;
    > header,
    > footer {
      padding: 0.5rem 1rem;
    }
    .panel-body {
      padding: 0.75rem 1rem;
    }
  }
`;

/** Two fields to a row, in columns that go through the whole form. */
export const Form = styled('div')`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 1rem;
  label,
  legend {
    font-size: 0.875rem;
  }
  fieldset,
  .panel-row {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.75rem 1rem;
    align-items: start;
  }
  fieldset,
  > .panel-part,
  > details {
    min-width: 0;
    margin: 0;
    padding: 1rem 0 0;
    border: 0;
    border-top: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
    border-radius: 0;
  }
  legend {
    float: left;
    grid-column: 1 / -1;
    padding: 0;
    font-size: 0.9375rem;
    font-weight: 700;
  }
  fieldset label {
    font-weight: 600;
    white-space: normal;
  }
  summary {
    padding: 0.25rem 0;
    font-weight: 600;
    cursor: pointer;
    &:focus-visible {
      outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
      outline-offset: 2px;
    }
  }
  details > .panel-row {
    margin-top: 0.75rem;
  }
  .panel-wide,
  .panel-row > :only-child {
    grid-column: 1 / -1;
  }
  && .panel-check input {
    width: 1.5rem;
    height: 1.5rem;
  }
  && .panel-check {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    font-weight: 400;
  }
  && .panel-code {
    font-family: ${themeGet('fonts.fontFamilyCode')};
  }
  .panel-note {
    margin: 0;
    color: ${themeGet('textColors.colorTextWeak')};
  }
  .panel-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
`;
