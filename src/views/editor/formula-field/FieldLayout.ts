import { styled, themeGet } from '../../../paste/styling';

/**
 * How the field looks. The rules of `.prism-code-editor` and `.pce-…` are those its layout needs, from layout.css of
 * prism-code-editor, for lines that wrap and have no numbers: the text box lies see-through over the coloured lines.
 * With `&&` they outweigh what forms and dialogs around the field say of text boxes and paragraphs.
 */
export const FieldLayout = styled('div')`
  && {
    font: 400 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
    color: ${themeGet('textColors.colorText')};
    label {
      display: block;
      margin-bottom: 0.25rem;
      font-weight: 600;
    }
    p {
      margin: 0.25rem 0 0;
      overflow-wrap: anywhere;
    }

    .formula-frame {
      position: relative;
    }
    .prism-code-editor {
      --_pse: 0.75rem;
      display: grid;
      min-height: 5rem;
      max-height: 16rem;
      overflow: auto;
      isolation: isolate;
      font: 400 0.875rem/1.5 ${themeGet('fonts.fontFamilyCode')};
      font-variant-ligatures: none;
      tab-size: 2;
      background: ${themeGet('backgroundColors.colorBackgroundBody')};
      border: 1px solid ${themeGet('borderColors.colorBorder')};
      border-radius: 4px;
      cursor: text;
    }
    .prism-code-editor.pce-focus {
      outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
      outline-offset: 1px;
    }
    .pce-wrapper {
      position: relative;
      margin: 0.5rem 0;
      pointer-events: none;
    }
    .pce-wrap {
      white-space: break-spaces;
      overflow-wrap: anywhere;
    }
    .pce-overlays,
    .pce-overlays > * {
      position: absolute;
      inset: 0;
    }
    .pce-line,
    .pce-textarea,
    .formula-underlay {
      padding: 0 var(--_pse);
    }
    .pce-line {
      position: relative;
    }
    .pce-textarea {
      all: unset;
      position: absolute;
      inset: 0;
      box-sizing: border-box;
      width: 100%;
      height: 100%;
      padding: 0 var(--_pse);
      overflow: hidden;
      color: transparent;
      caret-color: ${themeGet('textColors.colorText')};
      pointer-events: auto;
      forced-color-adjust: none;
    }
    .pce-textarea::selection {
      color: transparent;
      background: ${themeGet('backgroundColors.colorBackgroundPrimaryWeak')};
    }
    .pce-no-selection .pce-textarea:focus {
      z-index: 1;
    }

    .formula-underlay {
      color: transparent;
    }
    .formula-mistake {
      -webkit-text-decoration: underline wavy 2px ${themeGet('borderColors.colorBorderErrorStrong')};
      text-decoration: underline wavy 2px ${themeGet('borderColors.colorBorderErrorStrong')};
      text-decoration-skip-ink: none;
    }
    .active-bracket {
      border-radius: 2px;
      outline: 1px solid ${themeGet('borderColors.colorBorderStrong')};
    }
    .token.comment {
      color: ${themeGet('textColors.colorTextWeak')};
      font-style: italic;
    }
    .token.text,
    .token.template {
      color: ${themeGet('textColors.colorTextSuccess')};
    }
    .token.number,
    .token.constant {
      color: ${themeGet('textColors.colorTextWarningStrong')};
    }
    .token.word,
    .token.method,
    .token.builtin {
      color: ${themeGet('textColors.colorTextLink')};
    }
    .token.word {
      font-weight: 600;
    }
    .token.operator,
    .token.punctuation {
      color: ${themeGet('textColors.colorTextWeak')};
    }
    .token.unknown {
      color: ${themeGet('textColors.colorTextError')};
    }

    .formula-problem {
      color: ${themeGet('textColors.colorTextError')};
      font-weight: 600;
    }
    .formula-problem:empty,
    .formula-value:empty {
      display: none;
    }
    strong {
      font-weight: 700;
      font-variant-numeric: tabular-nums;
    }
    /* Its line is kept free, so that nothing jumps while the cursor moves. */
    .formula-part {
      min-height: 1.25rem;
      color: ${themeGet('textColors.colorTextWeak')};
    }
    code {
      font: 400 0.8125rem/1.25rem ${themeGet('fonts.fontFamilyCode')};
    }
    .formula-keys {
      margin: 0.25rem 0 0;
      padding: 0;
      border: 0;
      color: ${themeGet('textColors.colorTextWeak')};
    }
    .formula-keys summary {
      width: max-content;
      padding: 0.25rem 0;
      cursor: pointer;
    }
    .formula-keys summary:focus-visible {
      outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
      outline-offset: 2px;
    }
    .formula-keys ul {
      margin: 0.25rem 0 0;
      padding-left: 1.25rem;
    }
    .formula-hidden {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .formula-suggestions {
      position: absolute;
      z-index: 2;
      background: ${themeGet('backgroundColors.colorBackgroundBody')};
      border: 1px solid ${themeGet('borderColors.colorBorderStrong')};
      border-radius: 4px;
    }
    .formula-suggestions ul {
      max-height: 11.5rem;
      margin: 0;
      padding: 0.25rem;
      overflow: auto;
      list-style: none;
    }
    .formula-suggestions li {
      display: flex;
      gap: 1rem;
      align-items: baseline;
      justify-content: space-between;
      padding: 0.125rem 0.5rem;
      border-radius: 3px;
      cursor: pointer;
      white-space: nowrap;
    }
    .formula-suggestions li:hover {
      background: ${themeGet('backgroundColors.colorBackground')};
    }
    .formula-suggestions li[aria-selected='true'] {
      background: ${themeGet('backgroundColors.colorBackgroundPrimaryWeakest')};
      outline: 2px solid ${themeGet('borderColors.colorBorderPrimary')};
      outline-offset: -2px;
    }
    .formula-label {
      flex: 0 0 auto;
      max-width: 75%;
      overflow: hidden;
      text-overflow: ellipsis;
      font: 400 0.8125rem/1.25rem ${themeGet('fonts.fontFamilyCode')};
    }
    .formula-now {
      overflow: hidden;
      text-overflow: ellipsis;
      color: ${themeGet('textColors.colorTextWeak')};
      font-variant-numeric: tabular-nums;
    }
    .formula-about {
      padding: 0.375rem 0.75rem 0.5rem;
      border-top: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
      overflow-wrap: anywhere;
    }
    .formula-about:empty {
      display: none;
    }
    .formula-about p {
      margin: 0;
    }
  }
`;
