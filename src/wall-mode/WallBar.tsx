import * as React from 'react';
import type { BoardModel } from '../dashboard/BoardModel';
import { statusInWords } from '../dashboard/statusInWords';
import { useObservable } from '../dashboard/useObservable';
import { styled, themeGet } from '../paste/styling';
import { useStrings } from '../strings/StringsContext';
import type { WallPages } from './useWallPages';
import { wallNotice } from './wallNotice';
import { clockTime, dateInWords } from './wallTime';

export interface WallBarProps {
  readonly board: BoardModel;
  readonly pages: WallPages;
  /** Whether notices for admins are shown. */
  readonly isAdmin: boolean;
  /** Name of the document of the data, for messages. */
  readonly dataDocument: string;
  readonly hasLoginEnded: boolean;
  readonly isReloadPostponed: boolean;
}

/** What the board is, how old its numbers are, and the time; in large words when the numbers are not those of now. */
export function WallBar({
  board,
  pages,
  isAdmin,
  dataDocument,
  hasLoginEnded,
  isReloadPostponed,
}: WallBarProps): React.ReactElement {
  const strings = useStrings();
  const { title } = useObservable(board.layout);
  const status = useObservable(board.status);
  const notice = wallNotice({ status, hasLoginEnded, isAdmin, dataDocument, strings });
  const isGood = status.connection === 'connected' && !notice;
  const words = [
    ...statusInWords(status, strings),
    ...(isAdmin ? status.notices.map(({ text }) => text) : []),
    ...(isReloadPostponed ? [strings.text('WallReloadPostponed')] : []),
  ];
  return (
    <Bar role="group" aria-label={title ?? strings.text('Title')} className={notice ? 'wrong' : undefined}>
      <div>
        <h1 dir="auto">{title ?? strings.text('Title')}</h1>
        <Notice role="status">
          {notice ? (
            <>
              <strong>{notice.headline}</strong>
              <p>{notice.detail}</p>
            </>
          ) : null}
        </Notice>
        <Line>
          <i className={!isGood ? undefined : status.isLate ? 'late' : 'good'} aria-hidden="true" />
          {pages.count > 1 ? (
            <b>{strings.text('WallPage', { page: pages.number, pages: pages.count })}</b>
          ) : null}
          <span data-board-status={status.connection}>{words.join(' · ')}</span>
        </Line>
      </div>
      <Clock translate="no">
        <span>{dateInWords(status.now, status.day?.timeZone, strings.locale)}</span>{' '}
        <b>{clockTime(status.now, status.day?.timeZone)}</b>
      </Clock>
    </Bar>
  );
}

/** As high with a notice as without: tiles keep their places, which people know, when a connection is lost. */
const Bar = styled.div`
  flex: none;
  box-sizing: border-box;
  height: 6.8vmin;
  display: flex;
  justify-content: space-between;
  align-items: center;
  gap: 3vmin;
  overflow: hidden;
  > div {
    flex: 1 1 0;
    min-width: 0;
    display: flex;
    align-items: center;
    gap: 0 2.4vmin;
  }
  h1 {
    flex: 0 1 auto;
    min-width: 0;
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 3.9vmin;
    font-weight: 700;
    line-height: 1.2;
  }
  &.wrong {
    padding: 0 1.6vmin;
    border-radius: 8px;
    color: ${themeGet('textColors.colorTextInverse')};
    background: ${themeGet('backgroundColors.colorBackgroundErrorStrongest')};
  }
  &.wrong h1 {
    position: absolute;
    clip-path: inset(50%);
  }
  @media (orientation: portrait) {
    height: 11vmin;
    > div {
      flex-wrap: wrap;
    }
    h1 {
      flex: 0 0 100%;
    }
  }
`;

/** Empty while all is well, and there all the same: what comes into an element that is new is not read out. */
const Notice = styled.div`
  flex: 0 1 auto;
  min-width: 0;
  &:empty {
    display: contents;
  }
  strong,
  p {
    display: block;
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  strong {
    font-size: 3.6vmin;
    font-weight: 800;
    line-height: 1.15;
  }
  p {
    font-size: 2vmin;
    line-height: 1.2;
  }
  @media (orientation: portrait) {
    flex: 0 0 100%;
  }
`;

const Line = styled.div`
  flex: 0 1 auto;
  display: flex;
  align-items: center;
  gap: 1vmin;
  min-width: 0;
  color: ${themeGet('textColors.colorTextWeak')};
  font-size: 2.4vmin;
  line-height: 1.3;
  white-space: nowrap;
  font-variant-numeric: tabular-nums;
  > span {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  i {
    flex: none;
    width: 1.4vmin;
    height: 1.4vmin;
    background: ${themeGet('backgroundColors.colorBackgroundError')};
  }
  i.good {
    border-radius: 50%;
    background: ${themeGet('backgroundColors.colorBackgroundSuccess')};
  }
  i.late {
    background: ${themeGet('backgroundColors.colorBackgroundWarning')};
  }
  b {
    flex: none;
    margin-right: 1vmin;
    font-weight: 700;
    color: ${themeGet('textColors.colorText')};
  }
  .wrong & {
    flex: 0 2 auto;
    font-size: 2vmin;
  }
  .wrong &,
  .wrong & b {
    color: inherit;
  }
`;

const Clock = styled.time`
  flex: none;
  display: flex;
  align-items: baseline;
  gap: 1.6vmin;
  line-height: 1;
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
  span {
    font-size: 2.8vmin;
  }
  b {
    font-size: 4.8vmin;
    font-weight: 700;
  }
`;
