import * as React from 'react';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import { Button } from '../../ui/Button';

/** Buttons in a row; where `BoardHeader` has no room for them, in a menu that lies over the board. */
export function MoreActions({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  const { text } = useStrings();
  const [isOpen, setOpen] = React.useState(false);
  const opener = React.useRef<HTMLButtonElement>(null);
  return (
    <Actions
      className={isOpen ? 'board-actions open' : 'board-actions'}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOpen(false);
      }}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !isOpen) return;
        setOpen(false);
        opener.current?.focus();
      }}
    >
      <Button
        ref={opener}
        type="button"
        className="more"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {text('More')}
      </Button>
      <div className="actions">{children}</div>
    </Actions>
  );
}

const Actions = styled('div')`
  position: relative;
  flex: none;
  > .more {
    display: none;
  }
  > .actions {
    display: flex;
    gap: 0.75rem;
    border-color: ${themeGet('borderColors.colorBorderWeak')};
    background: ${themeGet('backgroundColors.colorBackground')};
  }
  button {
    height: 2.25rem;
    white-space: nowrap;
  }
`;
