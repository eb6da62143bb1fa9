import * as React from 'react';
import { PageHeading } from '../../paste/Heading';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import type { BoardStatus } from '../board/boardState';
import type { ReadableStore } from '../../model/store/Store';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { BoardHeader } from './BoardHeader';
import { describeDay } from '../board/describeFreshness';
import { FreshnessChip } from './FreshnessChip';
import { FlexNotificationSpacer } from './FlexNotificationSpacer';
import { TimesOfBoard } from '../board/TimesOfBoard';
import { useStore } from '../board/useStore';

export interface BoardPageProps {
  readonly title: string;
  /** A heading in place of the title alone, such as one that can be pressed. */
  readonly heading?: React.ReactNode;
  readonly status: ReadableStore<BoardStatus>;
  /** Name of the Sync document of the data, for messages. */
  readonly dataDocument: string;
  /** Whether to say what only an admin can look into. */
  readonly isAdmin?: boolean;
  /** In the header, after the freshness. */
  readonly tools?: React.ReactNode;
  /** In the header, below its first row. */
  readonly choices?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** The view of Flex that holds a board: its header, and below that whatever it is drawn with. */
export function BoardPage({
  title,
  heading,
  status,
  dataDocument,
  isAdmin = false,
  tools,
  choices,
  children,
}: BoardPageProps): React.ReactElement {
  const head = React.useRef<HTMLDivElement>(null);
  // Whoever pressed the button that led here has lost it with the page before.
  React.useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      head.current?.querySelector<HTMLElement>('h1 > *')?.focus();
  }, []);
  return (
    <TimesOfBoard status={status}>
      <Page>
        <FlexNotificationSpacer />
        <BoardHeader>
          <div className="board-head">
            <div className="board-title" ref={head}>
              {heading ?? (
                <PageHeading>
                  <span tabIndex={-1} dir="auto" title={title} style={{ outline: 'none' }}>
                    {title}
                  </span>
                </PageHeading>
              )}
              <ErrorBoundary retryAfter={retryAfter}>
                <Day status={status} />
              </ErrorBoundary>
            </div>
            <ErrorBoundary retryAfter={retryAfter}>
              <FreshnessChip status={status} dataDocument={dataDocument} isAdmin={isAdmin} />
            </ErrorBoundary>
            <ErrorBoundary resetOn={tools}>{tools}</ErrorBoundary>
          </div>
          <ErrorBoundary resetOn={choices}>{choices}</ErrorBoundary>
        </BoardHeader>
        <ErrorBoundary>{children}</ErrorBoundary>
      </Page>
    </TimesOfBoard>
  );
}

/** Nobody presses a button for what stands in one line: what failed is drawn anew after so many milliseconds. */
const retryAfter = 5000;

function Day({ status }: Pick<BoardPageProps, 'status'>): React.ReactElement {
  const strings = useStrings();
  return <span className="board-day">{describeDay(useStore(status), strings)}</span>;
}

const Page = styled('main')`
  display: flex;
  flex-direction: column;
  row-gap: ${themeGet('space.space60')};
  height: 100%;
  padding: ${themeGet('space.space50')} ${themeGet('space.space70')} ${themeGet('space.space70')};
  box-sizing: border-box;
  overflow-y: auto;
  background-color: ${themeGet('backgroundColors.colorBackground')};
  @media (max-width: 600px) {
    padding: ${themeGet('space.space50')};
  }
`;
