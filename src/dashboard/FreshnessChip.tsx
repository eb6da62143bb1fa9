import * as React from 'react';
import type { Observable } from '../model/Observable';
import { ScreenReaderOnly } from '../paste/ScreenReaderOnly';
import { styled, themeGet } from '../paste/styling';
import { useStrings } from '../strings/StringsContext';
import { Disclosure } from '../ui/Disclosure';
import { useAmber } from '../visuals/useAmber';
import type { BoardStatus } from './boardState';
import { describeFreshness } from './describeFreshness';
import { describeCause, explainFreshness, type ExplainOptions } from './explainFreshness';
import { FreshnessIcon } from './FreshnessIcon';
import { useObservable } from './useObservable';

export interface FreshnessChipProps extends ExplainOptions {
  readonly status: Observable<BoardStatus>;
}

/** The one place that says how fresh the numbers are. Opens to the reason and to how data is asked for, over what lies below. */
export function FreshnessChip({ status, ...options }: FreshnessChipProps): React.ReactElement {
  const strings = useStrings();
  const { chip, onChip } = useAmber();
  const now = useObservable(status);
  const { state, text, short } = describeFreshness(now, strings);
  const cause = describeCause(now, options, strings);
  return (
    <Chip style={{ '--chip': chip, '--on-chip': onChip } as React.CSSProperties} data-freshness={state}>
      <Disclosure
        name={short === undefined ? undefined : text}
        button={
          <>
            <FreshnessIcon state={state} />
            <span className={short && 'full'} data-board-status={now.connection} translate="no">
              {text}
            </span>
            {short ? (
              <span className="short" aria-hidden="true" translate="no">
                {short}
              </span>
            ) : null}
          </>
        }
      >
        {cause ? (
          <p>
            <b>{cause.title}</b>
          </p>
        ) : null}
        {cause ? <p>{cause.text}</p> : null}
        {explainFreshness(now, options, strings).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Disclosure>
      {/* Always there, so that what comes into it is read out. */}
      <ScreenReaderOnly role="status">{cause ? `${cause.title}. ${cause.text}` : ''}</ScreenReaderOnly>
    </Chip>
  );
}

const Chip = styled.div`
  position: relative;
  flex: none;
  min-width: 0;
  > div > button {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    max-width: 100%;
    height: 2.25rem;
    padding: 0 0.625rem;
    border: 1px solid transparent;
    border-radius: 6px;
    background: none;
    color: ${themeGet('textColors.colorText')};
    font: 600 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    cursor: pointer;
  }
  > div > button:hover {
    border-color: ${themeGet('borderColors.colorBorderPrimary')};
  }
  > div > button:focus-visible {
    outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
    outline-offset: 2px;
  }
  &[data-freshness='late'] > div > button {
    background: var(--chip);
    color: var(--on-chip);
  }
  &[data-freshness='cut-off'] > div > button {
    background: ${themeGet('textColors.colorText')};
    color: ${themeGet('backgroundColors.colorBackgroundBody')};
  }
  /* The browser takes the grounds away; a frame stays. */
  @media (forced-colors: active) {
    &[data-freshness='late'] > div > button,
    &[data-freshness='cut-off'] > div > button {
      border: 2px solid CanvasText;
    }
  }
`;
