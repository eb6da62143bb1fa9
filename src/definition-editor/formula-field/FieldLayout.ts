import { styled, themeGet } from '@twilio-paste/core/styling-library';

/**
 * How the field looks. The rules of `.prism-code-editor` and `.pce-…` are those its layout needs, from layout.css of
 * prism-code-editor, for lines that wrap and have no numbers: the text box lies see-through over the coloured lines.
 */
export const FieldLayout = styled.div`
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
  .prism-code-editor:focus-within {
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
  }
  .formula-value {
    font-variant-numeric: tabular-nums;
  }
`;
