import * as React from 'react';
import { styled, themeGet } from '../paste/styling';
import { useStrings } from '../strings/StringsContext';
import type { BoardStatus } from './boardState';
import type { Observable } from '../model/Observable';
import { ageInWords } from '../strings/timesInWords';
import { statusInWords } from './statusInWords';
import { useObservable } from './useObservable';

export interface StatusLineProps {
  readonly status: Observable<BoardStatus>;
  /** Whether to say what only an admin can look into. */
  readonly isAdmin: boolean;
}

/** One quiet line: whether news can arrive, how old the data is, what "today" means, and whether data is asked for by itself. */
export function StatusLine({ status, isAdmin }: StatusLineProps): React.ReactElement {
  const strings = useStrings();
  const now = useObservable(status);
  const isGood = now.connection === 'connected' && now.freshness.status === 'fresh';
  return (
    <Line>
      <Light data-freshness={!isGood ? 'bad' : now.isLate ? 'late' : 'good'} aria-hidden="true" />
      <span data-board-status={now.connection} translate="no">
        {statusInWords(now, strings).join(' · ')}
      </span>
      <RefreshState status={now} isAdmin={isAdmin} />
    </Line>
  );
}

const Line = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  column-gap: ${themeGet('space.space30')};
  color: ${themeGet('textColors.colorTextWeak')};
  font-size: ${themeGet('fontSizes.fontSize30')};
  line-height: ${themeGet('lineHeights.lineHeight30')};
`;

/** Round only while all is well: the difference is seen without colour. */
const Light = styled.span`
  width: 10px;
  height: 10px;
  background-color: ${themeGet('backgroundColors.colorBackgroundError')};
  &[data-freshness='late'] {
    background-color: ${themeGet('backgroundColors.colorBackgroundWarning')};
  }
  &[data-freshness='good'] {
    border-radius: ${themeGet('radii.borderRadiusCircle')};
    background-color: ${themeGet('backgroundColors.colorBackgroundSuccess')};
  }
`;

interface RefreshStateProps extends Pick<StatusLineProps, 'isAdmin'> {
  readonly status: BoardStatus;
}

/** Whether the dashboard asks for data by itself; nothing where all is as usual. */
function RefreshState({ status: { refresh, now }, isAdmin }: RefreshStateProps): React.ReactElement | null {
  const strings = useStrings();
  if (refresh.status === 'idle') return null;
  if (refresh.status === 'asking') return <span key="asking">{`· ${strings.text('RefreshAsking')}`}</span>;
  if (!isAdmin) return refresh.status === 'off' ? null : <span>{`· ${strings.text('RefreshFailed')}`}</span>;
  const [summary, detail] =
    refresh.status === 'off'
      ? [
          strings.text('RefreshOff'),
          strings.text(refresh.reason === 'no-address' ? 'RefreshOffNoAddress' : 'RefreshOffUnsafe'),
        ]
      : [
          strings.text('RefreshFailed'),
          strings.text('RefreshFailedDetail', {
            problem: refresh.problem,
            age: ageInWords((refresh.retryAt - now) / 1000, strings),
          }),
        ];
  return (
    <>
      <span aria-hidden="true">·</span>
      <Explained data-refresh={refresh.status} onBlur={close} onKeyDown={closeOnEscape}>
        <summary>{summary}</summary>
        <p>{detail}</p>
      </Explained>
    </>
  );
}

const close = ({ currentTarget }: React.SyntheticEvent): void => currentTarget.removeAttribute('open');

const closeOnEscape = (event: React.KeyboardEvent): void => {
  if (event.key === 'Escape') close(event);
};

/** Opens over what lies below, so that the board does not move. */
const Explained = styled.details`
  position: relative;
  > summary {
    cursor: pointer;
    text-decoration: underline dotted;
    text-underline-offset: 0.25em;
    list-style: none;
    &:focus-visible {
      outline: 2px solid ${themeGet('borderColors.colorBorderPrimary')};
      outline-offset: 2px;
    }
  }
  > summary::-webkit-details-marker {
    display: none;
  }
  > p {
    position: absolute;
    z-index: 1;
    top: calc(100% + 0.25rem);
    left: 0;
    width: max-content;
    max-width: min(26rem, 60vw);
    padding: 0.75rem 1rem;
    color: ${themeGet('textColors.colorText')};
    background: ${themeGet('backgroundColors.colorBackgroundBody')};
    border: 1px solid ${themeGet('borderColors.colorBorderWeak')};
    border-radius: 8px;
  }
`;
