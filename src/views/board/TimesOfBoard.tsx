import * as React from 'react';
import type { ReadableStore } from '../../model/store/Store';
import { StringsContext, useStrings } from '../../strings/StringsContext';
import type { BoardStatus } from './boardState';
import { useSelected } from './useSelected';

export interface TimesOfBoardProps {
  readonly status: ReadableStore<BoardStatus>;
  readonly children: React.ReactNode;
}

const zoneOf = ({ day }: BoardStatus): string | undefined => day?.timeZone;

/** Inside, times of day are those of the contact centre, as the clock on the wall is. */
export function TimesOfBoard({ status, children }: TimesOfBoardProps): React.ReactElement {
  const strings = useStrings();
  const timeZone = useSelected(status, zoneOf);
  const zoned = React.useMemo(() => ({ ...strings, timeZone }), [strings, timeZone]);
  return <StringsContext.Provider value={zoned}>{children}</StringsContext.Provider>;
}
