import { styled, themeGet } from '../../../paste/styling';

/** How the explorer looks. With `&&` it outweighs what dialogs around it say of text boxes and paragraphs. */
export const ExplorerLayout = styled('section')`
  && {
    display: flex;
    flex-direction: column;
    min-width: 0;
    font: 400 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
    color: ${themeGet('textColors.colorText')};
    label {
      margin-bottom: 0.25rem;
      font-weight: 600;
    }
    input {
      box-sizing: border-box;
      width: 100%;
      padding: 0.375rem 0.75rem;
      border: 1px solid ${themeGet('borderColors.colorBorder')};
      border-radius: 4px;
      background: ${themeGet('backgroundColors.colorBackgroundBody')};
      color: inherit;
      font: inherit;
    }
    input:focus-visible {
      outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
      outline-offset: 1px;
    }
    p {
      margin: 0.25rem 0;
      color: ${themeGet('textColors.colorTextWeak')};
      overflow-wrap: anywhere;
    }

    .explorer-tree {
      flex: 1 1 auto;
      min-height: 8rem;
      max-height: 24rem;
      padding: 0.25rem;
      overflow: auto;
      border: 1px solid ${themeGet('borderColors.colorBorderWeak')};
      border-radius: 4px;
    }
    [role='treeitem'] {
      position: relative;
      display: flex;
      gap: 0.75rem;
      align-items: center;
      justify-content: space-between;
      min-height: 1.75rem;
      padding-right: 0.5rem;
      border-radius: 3px;
      cursor: pointer;
    }
    [role='treeitem']:hover {
      background: ${themeGet('backgroundColors.colorBackground')};
    }
    [role='treeitem']:focus-visible {
      outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
      outline-offset: -2px;
    }
    .explorer-label {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .explorer-label::before {
      content: '';
      display: inline-block;
      width: 1.125rem;
    }
    [aria-expanded='false'] > .explorer-label::before {
      content: '▸';
      content: '▸' / '';
    }
    [aria-expanded='true'] > .explorer-label::before {
      content: '▾';
      content: '▾' / '';
    }
    .explorer-value {
      flex: 0 1 auto;
      max-width: 60%;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      color: ${themeGet('textColors.colorTextWeak')};
      font-variant-numeric: tabular-nums;
    }
    [role='treeitem'] button {
      position: absolute;
      right: 0.25rem;
      min-height: 1.5rem;
      padding: 0 0.5rem;
      border: 1px solid ${themeGet('borderColors.colorBorder')};
      border-radius: 4px;
      background: ${themeGet('backgroundColors.colorBackgroundBody')};
      color: inherit;
      font: inherit;
      cursor: pointer;
      opacity: 0;
    }
    [role='treeitem']:hover button,
    [role='treeitem']:focus button {
      opacity: 1;
    }
    .explorer-about {
      min-height: 3rem;
      margin-top: 0.25rem;
      overflow-wrap: anywhere;
    }
    .explorer-about code {
      font: 400 0.8125rem/1.25rem ${themeGet('fonts.fontFamilyCode')};
    }
  }
`;
