import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import * as React from 'react';
import type { BoardStatus } from './boardState';
import type { Observable } from './Observable';
import { ErrorBoundary } from './ErrorBoundary';
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
    <Box
      as="main"
      height="100%"
      boxSizing="border-box"
      overflowY="auto"
      padding="space70"
      backgroundColor="colorBackground"
      display="flex"
      flexDirection="column"
      rowGap="space60"
    >
      <RoomForFlexBar />
      <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space60" rowGap="space30">
        <Heading as="h1" variant="heading20" marginBottom="space0">
          <span ref={heading} tabIndex={-1} dir="auto" style={{ outline: 'none' }}>
            {title}
          </span>
        </Heading>
        <ErrorBoundary>
          <StatusLine status={status} isAdmin={isAdmin} />
        </ErrorBoundary>
        <ErrorBoundary resetOn={tools}>{tools}</ErrorBoundary>
      </Box>
      <ErrorBoundary>{children}</ErrorBoundary>
    </Box>
  );
}
