import * as React from 'react';
import { DialogFrame } from '../../../ui/DialogFrame';
import { Button } from '../../../ui/Button';
import { useModalDialog } from '../../../ui/useModalDialog';
import { styled, themeGet } from '../../../paste/styling';
import { useStrings } from '../../../strings/StringsContext';
import { lowWindow } from './lowWindow';

export interface EditorDialogProps {
  readonly title: string;
  /**
   * `question`: a few lines. `workbench`: as large as is of use, whatever is in it, which scrolls in parts and fills the height.
   * @default "ordinary"
   */
  readonly size?: 'question' | 'ordinary' | 'workbench';
  /** Escape, or the button. A click beside the dialog does not close it: there is work in it. */
  readonly onClose: () => void;
  /** Stays in sight below what scrolls. */
  readonly foot?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** The frame of a dialog of the editor: a heading, what scrolls, and a foot. */
export function EditorDialog({
  title,
  size = 'ordinary',
  onClose,
  foot,
  children,
}: EditorDialogProps): React.ReactElement {
  const dialog = useModalDialog(onClose);
  const { text } = useStrings();
  return (
    <Dialog ref={dialog} aria-label={title} onKeyDown={keepKeys} data-size={size}>
      <header>
        <h2>{title}</h2>
        <Button type="button" onClick={onClose}>
          {text('Close')}
        </Button>
      </header>
      <Body>{children}</Body>
      {foot ? <footer>{foot}</footer> : null}
    </Dialog>
  );
}

/** Keys mean what they mean here, and not what they mean to the board or the dialog that this one lies over. */
const keepKeys = (event: React.KeyboardEvent): void => event.stopPropagation();

const Body = styled('div')`
  flex: 1;
  min-height: 0;
  overflow: auto;
  padding: 0.25rem 1.5rem 1.25rem;
  [data-size='workbench'] > & {
    overflow: hidden;
    padding: 0;
  }
  @media ${lowWindow} {
    [data-size='workbench'] > & {
      flex: none;
      overflow: visible;
    }
  }
`;

const Dialog = styled(DialogFrame)`
  width: min(64rem, 96vw);
  max-width: none;
  max-height: 92vh;
  overflow: hidden;
  &[open] {
    display: flex;
    flex-direction: column;
  }
  &[data-size='question'] {
    width: min(36rem, 96vw);
  }
  &[data-size='workbench'] {
    width: min(76rem, 96vw);
    height: min(58rem, 92vh);
  }
  @media ${lowWindow} {
    &[data-size='workbench'] {
      height: auto;
      overflow: auto;
    }
  }
  header,
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    padding: 0.875rem 1.5rem;
  }
  header {
    justify-content: space-between;
    align-items: flex-start;
    flex-wrap: nowrap;
  }
  header button {
    flex: none;
  }
  footer {
    align-items: center;
    border-top: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
  }
  h3 {
    margin: 1.25rem 0 0.5rem;
  }
  p {
    margin: 0 0 0.75rem;
  }
  p:empty {
    margin: 0;
  }
`;
