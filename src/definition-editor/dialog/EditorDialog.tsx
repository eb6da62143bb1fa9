import { styled, themeGet } from '@twilio-paste/core/styling-library';
import * as React from 'react';
import { QuietButton } from '../../dashboard/QuietButton';
import { useModalDialog } from '../../dashboard/useModalDialog';
import { useStrings } from '../../strings/StringsContext';

export interface EditorDialogProps {
  readonly title: string;
  /** Escape, or the button. A click beside the dialog does not close it: there is work in it. */
  readonly onClose: () => void;
  /** Stays in sight below what scrolls. */
  readonly foot?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** The frame of a dialog of the editor: a heading, what scrolls, and a foot. */
export function EditorDialog({ title, onClose, foot, children }: EditorDialogProps): React.ReactElement {
  const dialog = useModalDialog(onClose);
  const { text } = useStrings();
  return (
    <Dialog ref={dialog} aria-label={title} onKeyDown={keepKeys}>
      <header>
        <h2>{title}</h2>
        <QuietButton type="button" onClick={onClose}>
          {text('Close')}
        </QuietButton>
      </header>
      <Body>{children}</Body>
      {foot ? <footer>{foot}</footer> : null}
    </Dialog>
  );
}

/** Keys mean what they mean here, and not what they mean to the board or the dialog that this one lies over. */
const keepKeys = (event: React.KeyboardEvent): void => event.stopPropagation();

const Body = styled.div`
  flex: 1;
  min-height: 0;
  overflow: auto;
  padding: 0.25rem 1.5rem 1.25rem;
`;

const Dialog = styled.dialog`
  width: min(64rem, 96vw);
  max-width: none;
  max-height: 92vh;
  padding: 0;
  overflow: hidden;
  box-sizing: border-box;
  border: 1px solid ${themeGet('borderColors.colorBorderWeak')};
  border-radius: 8px;
  background: ${themeGet('backgroundColors.colorBackgroundBody')};
  color: ${themeGet('textColors.colorText')};
  font-family: ${themeGet('fonts.fontFamilyText')};
  font-size: 0.9375rem;
  line-height: 1.45;
  &[open] {
    display: flex;
    flex-direction: column;
  }
  &::backdrop {
    background: rgb(6 3 58 / 45%);
  }
  header,
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    padding: 1rem 1.5rem;
  }
  header {
    justify-content: space-between;
    align-items: flex-start;
    flex-wrap: nowrap;
  }
  footer {
    align-items: center;
    border-top: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
  }
  h2 {
    margin: 0;
    font-size: 1.25rem;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  h3 {
    margin: 1.25rem 0 0.5rem;
    font-size: 1rem;
  }
  p {
    margin: 0 0 0.75rem;
  }
  p:empty {
    margin: 0;
  }
  code {
    font-family: ${themeGet('fonts.fontFamilyCode')};
    font-size: 0.875rem;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
