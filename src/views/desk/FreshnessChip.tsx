import * as React from 'react';
import type { ReadableStore } from '../../model/store/Store';
import { ScreenReaderOnly } from '../../paste/ScreenReaderOnly';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import { Disclosure } from '../../ui/Disclosure';
import { useAmber } from '../../visuals/useAmber';
import type { BoardStatus } from '../board/boardState';
import { describeFreshness } from '../board/describeFreshness';
import { describeCause, explainFreshness, type ExplainOptions } from '../board/explainFreshness';
import { FreshnessIcon } from './FreshnessIcon';
import { useStore } from '../board/useStore';

export interface FreshnessChipProps extends ExplainOptions {
  readonly status: ReadableStore<BoardStatus>;
}

/** The one place that says how fresh the numbers are. Opens to the reason and to how data is asked for, over what lies below. */
export function FreshnessChip({ status, ...options }: FreshnessChipProps): React.ReactElement {
  const strings = useStrings();
  const { chip, onChip } = useAmber();
  const amber = { '--chip': chip, '--on-chip': onChip } as React.CSSProperties;
  const now = useStore(status);
  const { state, text, short } = describeFreshness(now, strings);
  const cause = describeCause(now, options, strings);
  return (
    <Chip style={state === 'late' ? amber : undefined} data-freshness={state}>
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

const Chip = styled('div')`
  position: relative;
  flex: none;
  min-width: 0;
  &[data-freshness='cut-off'] {
    --chip: ${themeGet('textColors.colorText')};
    --on-chip: ${themeGet('backgroundColors.colorBackgroundBody')};
  }
  /* The browser takes the grounds away; a frame stays. */
  @media (forced-colors: active) {
    &[data-freshness='late'] > div > button,
    &[data-freshness='cut-off'] > div > button {
      border: 2px solid CanvasText;
    }
  }
`;
