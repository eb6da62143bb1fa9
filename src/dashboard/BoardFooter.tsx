import { Box } from '@twilio-paste/core/box';
import * as React from 'react';
import { useStrings } from '../strings/StringsContext';
import type { BoardStatus } from './boardState';
import type { Observable } from './Observable';
import { timeOfDay } from './statusInWords';
import { useObservable } from './useObservable';

export interface BoardFooterProps {
  readonly status: Observable<BoardStatus>;
  /** Of the plugin, as it is deployed. */
  readonly version: string;
}

/** At the foot of the board: when the data was collected, and which version of the plugin shows it. */
export function BoardFooter({ status, version }: BoardFooterProps): React.ReactElement {
  const strings = useStrings();
  const { collectedAt } = useObservable(status);
  return (
    <Box
      as="footer"
      marginTop="auto"
      display="flex"
      flexWrap="wrap"
      justifyContent="space-between"
      columnGap="space60"
      color="colorTextWeak"
      fontSize="fontSize20"
    >
      <span>
        {collectedAt === undefined
          ? strings.text('NoActivity')
          : strings.text('LastActivity', { time: timeOfDay(collectedAt, strings) })}
      </span>
      <span>{strings.text('About', { version })}</span>
    </Box>
  );
}
