import * as React from 'react';
import type { BoardModel } from '../board/BoardModel';
import { describeChoices } from '../board/describeChoices';
import { describeDay, describeFreshness } from '../board/describeFreshness';
import { FreshnessIcon } from '../desk/FreshnessIcon';
import { mergeNotices } from '../board/mergeNotices';
import { useStore } from '../board/useStore';
import { clockTime, dateInWords } from '../../strings/clockTimes';
import { useAmber } from '../../visuals/useAmber';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import { StateIcon } from '../../visuals/StateIcon';
import type { WallPlaylist } from './usePlaylist';
import type { WallTurns } from './useTurns';
import { playlistNotice, wallNotice } from './wallNotice';

export interface WallBarProps {
  readonly board: BoardModel;
  readonly turns: WallTurns;
  readonly playlist: WallPlaylist;
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
  turns,
  playlist,
  isAdmin,
  dataDocument,
  hasLoginEnded,
  isReloadPostponed,
}: WallBarProps): React.ReactElement {
  const strings = useStrings();
  const layout = useStore(board.layout);
  const choices = describeChoices((turns.page?.board ?? layout).variables, board.moment().data, strings);
  const status = useStore(board.status);
  const title = turns.page?.board.title ?? layout.title ?? strings.text('Title');
  const absent = playlistNotice(playlist.absent, strings);
  const notice =
    wallNotice({ status, hasLoginEnded, isAdmin, dataDocument, strings }) ??
    (playlist.isNews ? absent : undefined);
  const { chip, onChip } = useAmber();
  const amber = { '--chip': chip, '--on-chip': onChip } as React.CSSProperties;
  const freshness = describeFreshness(status, strings);
  const day = describeDay(status, strings);
  const words = [
    ...layout.problems.flatMap((problem) =>
      !playlist.boards && problem.kind === 'board-gone'
        ? strings.text(problem.isDeleted ? 'BoardDeleted' : 'BoardUnknown', { title: problem.title })
        : [],
    ),
    ...(day === undefined ? [] : [day]),
    ...(isAdmin ? mergeNotices(status.notices) : []),
    ...(absent && !playlist.isNews ? [absent.headline] : []),
    ...(isReloadPostponed ? [strings.text('WallReloadPostponed')] : []),
  ];
  return (
    <Bar role="group" aria-label={title} className={notice ? 'wrong' : undefined}>
      <div>
        <h1 dir="auto">{title}</h1>
        {choices === '' ? null : <Chosen dir="auto">{choices}</Chosen>}
        <Notice role="status">
          {notice ? (
            <>
              <strong>{notice.headline}</strong>
              <p>{notice.detail}</p>
            </>
          ) : null}
        </Notice>
        <Line>
          {/* A headline in large words has said it already. */}
          {notice ? null : (
            <b className={`fresh ${freshness.state}`} style={amber}>
              <FreshnessIcon state={freshness.state} />
              <span data-board-status={status.connection}>{freshness.text}</span>
            </b>
          )}
          {turns.count > 1 ? (
            <b>{strings.text('WallPage', { page: turns.number, pages: turns.count })}</b>
          ) : null}
          {turns.isPaused ? <b>{strings.text('WallPaused')}</b> : null}
          {turns.interruptedBy ? (
            <b className="why" role="status">
              <StateIcon state="error" />
              <bdi>{strings.text('WallInterrupt', { tile: turns.interruptedBy.label })}</bdi>
            </b>
          ) : null}
          <span>{words.join(' · ')}</span>
        </Line>
      </div>
      <Clock translate="no">
        <span>{dateInWords(status.now, status.day?.timeZone, strings.locale)}</span>{' '}
        <b>{clockTime(status.now, status.day?.timeZone)}</b>
      </Clock>
    </Bar>
  );
}

/** Inverted with a notice, not red: red is for what happens on the floor. As high with one as without: tiles keep their places, which people know, when a connection is lost. */
const Bar = styled('div')`
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
    color: ${themeGet('backgroundColors.colorBackground')};
    background: ${themeGet('textColors.colorText')};
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

/** What the numbers are of: as important as the title, and said also beside a notice. */
const Chosen = styled('span')`
  flex: 0 1 auto;
  min-width: 0;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  font-size: 3vmin;
  font-weight: 700;
  line-height: 1.2;
`;

/** Empty while all is well, and there all the same: what comes into an element that is new is not read out. */
const Notice = styled('div')`
  flex: 0 1 auto;
  min-width: 0;
  &:empty {
    position: absolute;
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

const Line = styled('div')`
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
  b {
    flex: none;
    margin-right: 1vmin;
    font-weight: 700;
    color: ${themeGet('textColors.colorText')};
  }
  b.fresh {
    display: inline-flex;
    align-items: center;
    gap: 0.8vmin;
    padding: 0.2vmin 0.8vmin;
    border-radius: 0.6vmin;
  }
  b.fresh.late {
    color: var(--on-chip);
    background: var(--chip);
  }
  b.why {
    flex: 0 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  svg {
    width: 1em;
    height: 1em;
    vertical-align: -0.1em;
  }
  .wrong &,
  .wrong & b {
    color: inherit;
  }
`;

const Clock = styled('time')`
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
