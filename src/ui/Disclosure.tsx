import * as React from 'react';
import { styled, themeGet } from '../paste/styling';

export interface DisclosureProps {
  /** What the button shows; its name, too, unless `name` says otherwise. */
  readonly button: React.ReactNode;
  /** Begins with the words that `button` shows. */
  readonly name?: string | undefined;
  readonly className?: string;
  /** Given a function, what that gives; it is handed what closes the panel. */
  readonly children: React.ReactNode | ((close: () => void) => React.ReactNode);
}

/**
 * A button that opens a panel over what lies below, so that nothing moves. Escape closes it and gives the focus back to the button;
 * so it is closed by whatever takes the focus elsewhere. The properties `--chip` and `--on-chip` colour the button.
 */
export function Disclosure({ button, name, className, children }: DisclosureProps): React.ReactElement {
  const [isOpen, setOpen] = React.useState(false);
  const opener = React.useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <Frame
      className={className}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        ref={opener}
        type="button"
        aria-expanded={isOpen}
        aria-label={name}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {/* A click on its text leaves the focus inside. */}
      {isOpen ? (
        <div className="panel" tabIndex={-1}>
          {typeof children === 'function' ? children(close) : children}
        </div>
      ) : null}
    </Frame>
  );
}

const Frame = styled('div')`
  position: relative;
  min-width: 0;
  > button {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    max-width: 100%;
    height: 2.25rem;
    padding: 0 0.625rem;
    border: 1px solid transparent;
    border-radius: 6px;
    background: var(--chip, none);
    color: var(--on-chip, ${themeGet('textColors.colorText')});
    font: 600 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    cursor: pointer;
  }
  > button:hover {
    border-color: ${themeGet('borderColors.colorBorderPrimary')};
  }
  > button:focus-visible {
    outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
    outline-offset: 2px;
  }
  > .panel {
    position: absolute;
    z-index: 3;
    top: calc(100% + 0.25rem);
    right: 0;
    box-sizing: border-box;
    width: max-content;
    max-width: min(26rem, 80cqw);
    padding: 0.75rem 1rem;
    color: ${themeGet('textColors.colorText')};
    background: ${themeGet('backgroundColors.colorBackgroundBody')};
    border: 1px solid ${themeGet('borderColors.colorBorderWeak')};
    border-radius: 8px;
    box-shadow: 0 4px 16px rgba(18, 28, 45, 0.2);
    font: 400 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
    overflow-wrap: anywhere;
    outline: none;
  }
  > .panel p {
    margin: 0;
  }
  > .panel b {
    font-weight: 700;
  }
  > .panel p + p {
    margin-top: 0.5rem;
  }
`;
