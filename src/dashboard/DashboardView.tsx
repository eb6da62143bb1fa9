import { Box } from '@twilio-paste/core/box';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import { Heading } from '@twilio-paste/core/heading';
import * as React from 'react';
import type { DashboardSource } from '../dashboard-source/DashboardSource';
import { Board } from './Board';
import { BoardStatus, collectedAt } from './BoardStatus';
import { useDashboardSnapshot } from './useDashboardSnapshot';
import { useNow } from './useNow';

export interface DashboardViewProps {
  readonly source: DashboardSource;
  /** Names of the Sync documents, for messages. */
  readonly documents: { readonly data: string; readonly definitions: string };
}

/** The whole view: what it is and how fresh it is, the tiles, the last activity. Needs Paste's theme around it. */
export function DashboardView({ source, documents }: DashboardViewProps): React.ReactElement {
  const snapshot = useDashboardSnapshot(source);
  const now = useNow();
  const data = snapshot.data.status === 'present' ? snapshot.data.value : undefined;
  const collected = collectedAt(data);

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
      <Box display="flex" flexWrap="wrap" alignItems="baseline" columnGap="space60" rowGap="space30">
        <Heading as="h1" variant="heading20" marginBottom="space0">
          Realtime Dashboard
        </Heading>
        <BoardStatus connection={snapshot.connection} data={data} now={now} />
      </Box>
      {snapshot.connection === 'disconnected' ? (
        <Callout variant="error">
          <CalloutHeading as="h2">Disconnected</CalloutHeading>
          <CalloutText>
            {collected === undefined
              ? 'Nothing is being updated.'
              : `The numbers below are of ${timeOfDay(collected)} and are not being updated.`}{' '}
            Trying to reconnect.
          </CalloutText>
        </Callout>
      ) : null}
      {snapshot.data.status === 'missing' && snapshot.definitions.status === 'present' ? (
        <Callout variant="neutral">
          <CalloutHeading as="h2">No data yet</CalloutHeading>
          <CalloutText>
            There is no Sync document {documents.data}. The Function creates it at the first TaskRouter event;
            if events happen and it does not, check the workspace&apos;s event callback URL.
          </CalloutText>
        </Callout>
      ) : null}
      <Board snapshot={snapshot} now={now} documents={documents} />
      <Box as="footer" marginTop="auto" color="colorTextWeak" fontSize="fontSize20">
        {collected === undefined ? 'No activity yet' : `Last activity ${timeOfDay(collected)}`}
      </Box>
    </Box>
  );
}

const timeOfDay = (time: number): string => new Date(time).toLocaleTimeString();
