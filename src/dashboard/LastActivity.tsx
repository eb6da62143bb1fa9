import { Box } from '@twilio-paste/core/box';
import * as React from 'react';
import { useStrings } from '../strings/StringsContext';
import type { BoardStatus } from './boardState';
import type { Observable } from './Observable';
import { timeOfDay } from './statusInWords';
import { useObservable } from './useObservable';

/** When the data was collected, at the foot of the board. */
export function LastActivity({ status }: { status: Observable<BoardStatus> }): React.ReactElement {
  const strings = useStrings();
  const { collectedAt } = useObservable(status);
  return (
    <Box as="footer" marginTop="auto" color="colorTextWeak" fontSize="fontSize20">
      {collectedAt === undefined
        ? strings.text('NoActivity')
        : strings.text('LastActivity', { time: timeOfDay(collectedAt, strings) })}
    </Box>
  );
}
