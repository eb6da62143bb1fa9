import * as React from 'react';
import { PageHeading } from '../paste/Heading';
import { styled, themeGet } from '../paste/styling';
import type { BoardStatus } from './boardState';
import type { Observable } from '../model/Observable';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { RoomForFlexBar } from './RoomForFlexBar';
import { StatusLine } from './StatusLine';

export interface BoardPageProps {
  readonly title: string;
  readonly status: Observable<BoardStatus>;
  /** Whether to say what only an admin can look into. */
  readonly isAdmin?: boolean;
  /** At the right of the heading. */
  readonly tools?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** The view of Flex that holds a board: its heading, how fresh it is, and below that whatever it is drawn with. */
export function BoardPage({
  title,
  status,
  isAdmin = false,
  tools,
  children,
}: BoardPageProps): React.ReactElement {
  const heading = React.useRef<HTMLSpanElement>(null);
  // Whoever pressed the button that led here has lost it with the page before.
  React.useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <Page>
      <RoomForFlexBar />
      <Head>
        <PageHeading>
          <span ref={heading} tabIndex={-1} dir="auto" style={{ outline: 'none' }}>
            {title}
          </span>
        </PageHeading>
        <ErrorBoundary>
          <StatusLine status={status} isAdmin={isAdmin} />
        </ErrorBoundary>
        <ErrorBoundary resetOn={tools}>{tools}</ErrorBoundary>
      </Head>
      <ErrorBoundary>{children}</ErrorBoundary>
    </Page>
  );
}

const Page = styled.main`
  display: flex;
  flex-direction: column;
  row-gap: ${themeGet('space.space60')};
  height: 100%;
  padding: ${themeGet('space.space70')};
  box-sizing: border-box;
  overflow-y: auto;
  background-color: ${themeGet('backgroundColors.colorBackground')};
`;

const Head = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: ${themeGet('space.space30')} ${themeGet('space.space60')};
`;
