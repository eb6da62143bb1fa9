import { styled, themeGet } from '../../paste/styling';
import { lowWindow } from '../dialog/lowWindow';

/** Both columns scroll on their own, so that the tile stays in sight whatever is being changed. */
export const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  height: 100%;
  > * {
    box-sizing: border-box;
    min-height: 0;
    padding: 0.25rem 1.5rem 1.25rem;
    overflow-y: auto;
  }
  summary {
    padding: 0.25rem 0;
    font-size: 0.875rem;
    font-weight: 600;
    cursor: pointer;
    &:focus-visible {
      outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
      outline-offset: 2px;
    }
  }
  @media (max-width: 40rem) {
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 13rem) minmax(0, 1fr);
    > :last-child {
      order: -1;
    }
  }
  @media ${lowWindow} {
    height: auto;
    grid-template-rows: auto;
    > * {
      overflow: visible;
    }
  }
`;

/** The tile as it is now stays above whatever else is looked at. */
export const Preview = styled.div`
  && {
    display: flex;
    flex-direction: column;
    gap: 1rem;
    padding-top: 0;
    background: ${themeGet('backgroundColors.colorBackground')};
    border-left: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
  }
  .workbench-now {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 0.75rem 0;
    background: ${themeGet('backgroundColors.colorBackground')};
  }
  @media (max-width: 40rem) {
    .workbench-now {
      max-width: 13rem;
    }
  }
  h3 {
    margin: 0 0 0.5rem;
    font-size: 0.875rem;
  }
`;

/** Two fields to a row, in columns that go through the whole form. */
export const Form = styled.div`
  display: grid;
  gap: 1rem;
  label,
  legend {
    font-size: 0.875rem;
  }
  fieldset,
  .workbench-row {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.75rem 1rem;
  }
  fieldset,
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
  .workbench-place {
    padding-top: 1rem;
    border-top: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
  }
  details .workbench-row {
    margin-top: 0.75rem;
  }
  .workbench-row > :only-child {
    grid-column: 1 / -1;
  }
  .workbench-check {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    font-weight: 400;
  }
`;
